import { described } from '../catalogue';
import type { Format } from '../format';
import { edgeColumns } from './graph/columns';
import { graphmlMarkup } from './graph/graphmlMarkup';
import { graphFile } from './graph/writing';

/** GraphML: one directed graph (see graphmlMarkup).
 *
 * Nodes, by `type`: `actor`, `topic`, `source` (of the codebook, or a source annotation that names none of it), `claim`, `article`. `key` is
 * the id or path that we know them by, `label` their name, `attr_…` the attributes of the codebook.
 *
 * Edges, by `role`: those of links (claim to actor: speaker, holder, addressee, with `for`; claim to source: source, evidence, counterevidence; claim to
 * claim; source to actor: origin; a mention stands for its actor), `about` (claim to topic, with `stance` and its `value`), `in` (claim or
 * source to article), `mentions` and `is about` (article to actor, to topic; `weight` is how many mentions or passages), `part of`, `member`,
 * `supersedes` (what is superseded says so in `superseded`).
 *
 * No offsets; a claim whose place isn't sure has a `standing`. Lost, and counted: places and details of mentions and passages, forms, times, excluded ranges, how far coding is,
 * details of a source annotation that names a source of the codebook, examples, former ids, roles and kinds as such. UTF-8, LF. */
export const graphml: Format = {
  ...described('graphml'),
  write: (input, { losses }) =>
    graphFile(input, graphmlMarkup({ columns: edgeColumns, type: 'directed' }, losses), losses),
};
