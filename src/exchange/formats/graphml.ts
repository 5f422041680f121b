import { described } from '../catalogue';
import type { Format } from '../format';
import type { Losses } from '../losses';
import { xmlAttributes, xmlText } from '../writing/xml';
import { edgeColumns, type Column, type Values } from './graph/columns';
import { graphFile, type GraphMarkup } from './graph/writing';

/** GraphML (http://graphml.graphdrawing.org, schema 1.1 with attributes), for Gephi, visone, yEd, networkx and igraph: one directed graph, nodes
 * before edges, each value's key declared with its type.
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
  write: (input, { losses }) => graphFile(input, markup(losses), losses),
};

const HEAD =
  '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns" ' +
  'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns ' +
  'http://graphml.graphdrawing.org/xmlns/1.1/graphml.xsd">\n';

function markup(losses: Losses): GraphMarkup {
  const keys = (of: 'node' | 'edge', columns: readonly Column[]): string =>
    columns
      .map(({ name, type }) => {
        const attributes = { id: `${of}_${name}`, for: of, 'attr.name': name, 'attr.type': type };
        return `<key${xmlAttributes(attributes, losses)}/>\n`;
      })
      .join('');
  const data = (of: 'node' | 'edge', values: Values): string =>
    [...values]
      .map(
        ([name, value]) =>
          `<data${xmlAttributes({ key: `${of}_${name}` }, losses)}>${xmlText(String(value), losses)}</data>`,
      )
      .join('');
  const label: Column = { name: 'label', type: 'string' };
  return {
    head: (columns) =>
      `${HEAD}${keys('node', [label, ...columns])}${keys('edge', edgeColumns)}<graph edgedefault="directed">\n`,
    node: (node) =>
      `<node${xmlAttributes({ id: node.id }, losses)}>${data('node', new Map([['label', node.label], ...node.values]))}</node>\n`,
    middle: '',
    edge: ({ id, from, to, values }) =>
      `<edge${xmlAttributes({ id, source: from, target: to }, losses)}>${data('edge', values)}</edge>\n`,
    tail: '</graph>\n</graphml>\n',
  };
}
