import { oneLine } from '../../model/oneLine';
import type { Column, Values } from '../formats/graph/columns';
import { gexfMarkup } from '../formats/graph/gexfMarkup';
import { graphmlMarkup } from '../formats/graph/graphmlMarkup';
import type { GraphEdge, Spell } from '../formats/graph/network';
import type { GraphMarkup } from '../formats/graph/writing';
import type { Losses } from '../losses';
import { daysOf, daysOfWindow, edgesOf, nodeColumns, nodesOf, type NetworkFile } from './networkFile';
import { spellsOf } from './spells';

const weight: Column = { name: 'weight', type: 'double' };
const days: readonly Column[] = [
  { name: 'start', type: 'string' },
  { name: 'end', type: 'string' },
];

/** GraphML: an undirected graph with weights. Of windows of time each edge is there once a window, with its first and last day. */
export function* networkGraphml(file: NetworkFile, losses: Losses): Iterable<string> {
  const columns = file.windows ? [weight, ...days] : [weight];
  const markup = graphmlMarkup({ columns, type: 'undirected' }, losses);
  yield* graph(file, markup, edgesWithDays(file), (label) => label);
}

/** GEXF: the same, with the days of edges that have some; of windows of time, weights that change: each counts from the middle of its
 * window to the day before that of the next; not for windows of events, of which several may be on one day. */
export function* networkGexf(file: NetworkFile, losses: Losses): Iterable<string> {
  const time = file.windows ? 'weights' : file.periods?.some((period) => period) ? 'edges' : undefined;
  const markup = gexfMarkup({ columns: [weight], type: 'undirected', ...(time ? { time } : {}) }, losses);
  yield* graph(file, markup, file.windows ? edgesWithSpells(file) : edgesWithDays(file), oneLine);
}

/** @param labelOf a label as the format can hold it */
function* graph(
  file: NetworkFile,
  markup: GraphMarkup,
  edges: Iterable<Omit<GraphEdge, 'id'>>,
  labelOf: (label: string) => string,
): Iterable<string> {
  yield markup.head(nodeColumns(file));
  for (const { node, id, values } of nodesOf(file)) yield markup.node({ id, label: labelOf(node.label), values });
  yield markup.middle;
  let n = 0;
  for (const edge of edges) yield markup.edge({ ...edge, id: `e${n++}` });
  yield markup.tail;
}

function* edgesWithDays(file: NetworkFile): Iterable<Omit<GraphEdge, 'id'>> {
  for (const network of file.windows ?? [file.whole]) {
    const when = file.windows ? Object.entries(daysOfWindow(network)) : [];
    for (const edge of edgesOf(file, network)) {
      const values: Values = new Map<string, string | number>([['weight', edge.weight], ...when]);
      const days = edge.period ? { days: daysOf(edge.period) } : {};
      yield { from: `n${edge.from}`, to: `n${edge.to}`, values, ...days };
    }
  }
}

function* edgesWithSpells(file: NetworkFile): Iterable<Omit<GraphEdge, 'id'>> {
  const { windows = [] } = file;
  const steps = spellsOf(windows.map((one) => one.window ?? { first: 0, last: 0 }));
  const edges = new Map<string, { readonly from: number; readonly to: number; readonly spells: Spell[] }>();
  for (const [n, window] of windows.entries()) {
    const { start = '', end = '' } = steps[n] ?? {};
    for (const { from, to, weight: own } of edgesOf(file, window)) {
      const key = `${from} ${to}`;
      const edge = edges.get(key) ?? { from, to, spells: [] };
      edge.spells.push({ start, end, weight: own });
      edges.set(key, edge);
    }
  }
  for (const { from, to, spells } of edges.values()) {
    yield { from: `n${from}`, to: `n${to}`, values: new Map(), spells };
  }
}
