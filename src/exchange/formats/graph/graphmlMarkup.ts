import type { Losses } from '../../losses';
import { xmlAttributes, xmlText } from '../../writing/xml';
import type { Column, Values } from './columns';
import type { EdgeMarkup, GraphMarkup } from './writing';

const HEAD =
  '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns" ' +
  'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns ' +
  'http://graphml.graphdrawing.org/xmlns/1.1/graphml.xsd">\n';

const label: Column = { name: 'label', type: 'string' };

/** GraphML (http://graphml.graphdrawing.org, schema 1.1 with attributes), for Gephi, visone, yEd, networkx and igraph: one graph, nodes
 * before edges, each value's key declared with its type. */
export function graphmlMarkup({ columns: edgeColumns, type }: EdgeMarkup, losses: Losses): GraphMarkup {
  const keys = (of: 'node' | 'edge', columns: readonly Column[]): string =>
    columns
      .map((column) => {
        const attributes = { id: `${of}_${column.name}`, for: of, 'attr.name': column.name, 'attr.type': column.type };
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
  return {
    head: (columns) =>
      `${HEAD}${keys('node', [label, ...columns])}${keys('edge', edgeColumns)}<graph edgedefault="${type}">\n`,
    node: (node) =>
      `<node${xmlAttributes({ id: node.id }, losses)}>${data('node', new Map([['label', node.label], ...node.values]))}</node>\n`,
    middle: '',
    edge: ({ id, from, to, values }) =>
      `<edge${xmlAttributes({ id, source: from, target: to }, losses)}>${data('edge', values)}</edge>\n`,
    tail: '</graph>\n</graphml>\n',
  };
}
