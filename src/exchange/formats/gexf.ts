import { described } from '../catalogue';
import type { Format } from '../format';
import type { Losses } from '../losses';
import { xmlAttributes } from '../writing/xml';
import { edgeColumns, type Column, type Values } from './graph/columns';
import { graphFile, type GraphMarkup } from './graph/writing';

/** GEXF 1.2 (“1.2draft”, https://gexf.net), Gephi's own format: the network that graphml.ts describes, with the same losses. Not 1.3, which
 * networkx reads since 3.0 alone; so Gephi draws several edges between two nodes as one. An edge's role is its label; its `weight` is that of the
 * format. UTF-8, LF. */
export const gexf: Format = {
  ...described('gexf'),
  write: (input, { losses }) => graphFile(input, markup(losses), losses),
};

const HEAD =
  '<?xml version="1.0" encoding="UTF-8"?>\n<gexf xmlns="http://www.gexf.net/1.2draft" version="1.2" ' +
  'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" ' +
  'xsi:schemaLocation="http://www.gexf.net/1.2draft http://www.gexf.net/1.2draft/gexf.xsd">\n' +
  '<meta><creator>Policy Annotator</creator></meta>\n<graph mode="static" defaultedgetype="directed">\n';

function markup(losses: Losses): GraphMarkup {
  const attributes = (of: 'node' | 'edge', columns: readonly Column[]): string => {
    const lines = columns.map(
      ({ name, type }) => `<attribute${xmlAttributes({ id: name, title: name, type }, losses)}/>\n`,
    );
    return `<attributes class="${of}">\n${lines.join('')}</attributes>\n`;
  };
  const attvalues = (values: Values): string => {
    const all = [...values].filter(([name]) => name !== 'weight');
    return `<attvalues>${all.map(([name, value]) => `<attvalue${xmlAttributes({ for: name, value }, losses)}/>`).join('')}</attvalues>`;
  };
  return {
    head: (columns) => {
      const ofEdges = edgeColumns.filter(({ name }) => name !== 'weight');
      return `${HEAD}${attributes('node', columns)}${attributes('edge', ofEdges)}<nodes>\n`;
    },
    node: ({ id, label, values }) => `<node${xmlAttributes({ id, label }, losses)}>${attvalues(values)}</node>\n`,
    middle: '</nodes>\n<edges>\n',
    edge: ({ id, from, to, values }) => {
      const [role, weight] = [values.get('role'), values.get('weight')];
      const own = { id, source: from, target: to, label: role, weight };
      return `<edge${xmlAttributes(own, losses)}>${attvalues(values)}</edge>\n`;
    },
    tail: '</edges>\n</graph>\n</gexf>\n',
  };
}
