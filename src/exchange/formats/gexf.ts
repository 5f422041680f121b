import { described } from '../catalogue';
import type { Format } from '../format';
import { edgeColumns } from './graph/columns';
import { gexfMarkup } from './graph/gexfMarkup';
import { graphFile } from './graph/writing';

/** GEXF (see gexfMarkup): the network that graphml.ts describes, with the same losses. UTF-8, LF. */
export const gexf: Format = {
  ...described('gexf'),
  write: (input, { losses }) =>
    graphFile(input, gexfMarkup({ columns: edgeColumns, type: 'directed' }, losses), losses),
};
