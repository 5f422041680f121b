import type { Edges, Network, NetworkNode, Period } from '../../analysis/network/network';
import { variableText } from '../../analysis/variables';
import { dateOfDay } from '../../analysis/dates';
import type { Column, Value, Values } from '../formats/graph/columns';
import type { Days } from '../formats/graph/network';

/** What is known of the nodes besides what the network says. */
export interface NodeDetails {
  readonly columns: readonly Column[];
  readonly of: (node: NetworkNode, mode: NodeMode) => Values;
}

/** What there is to write: a network, or the networks of windows of time. */
export interface NetworkFile {
  /** Of all claims, whose nodes are those of the windows too. */
  readonly whole: Network;
  /** In the order of time; where they are given, the edges are theirs. */
  readonly windows?: readonly Network[];
  readonly details?: NodeDetails;
  /** When its edges are there, for formats that have a place for it; not with windows. */
  readonly periods?: readonly (Period | undefined)[];
}

export type NodeMode = 'row' | 'column';

/** A node with all that is written of it. */
export interface NodeInFile {
  readonly node: NetworkNode;
  /** "n0", "n1", …: rows, and then the columns of a two-mode network. */
  readonly id: string;
  readonly values: Values;
}

/** The columns of nodes, whose names are the same in every format. */
export function nodeColumns({ whole, details }: NetworkFile): readonly Column[] {
  return [
    { name: 'type', type: 'string' },
    ...(isTwoMode(whole) ? [{ name: 'mode', type: 'string' } as const] : []),
    { name: 'statements', type: 'long' },
    ...(details?.columns ?? []),
  ];
}

/** All nodes: rows, and then the columns of a two-mode network. `type` is the variable that they are values of. */
export function nodesOf({ whole, details }: NetworkFile): readonly NodeInFile[] {
  const { settings, rows, columns } = whole;
  const isOfTwo = isTwoMode(whole);
  const inFile = (mode: NodeMode, before: number) => (node: NetworkNode, n: number) => {
    const type = variableText(mode === 'row' ? settings.rows : settings.columns);
    const own: [string, Value][] = [['type', type], ...(isOfTwo ? [['mode', mode] as [string, Value]] : [])];
    const values = new Map([...own, ['statements', node.statements], ...(details?.of(node, mode) ?? [])]);
    return { node, id: `n${before + n}`, values };
  };
  const ofRows = rows.map(inFile('row', 0));
  return isOfTwo ? [...ofRows, ...columns.map(inFile('column', rows.length))] : ofRows;
}

export function isTwoMode({ settings }: Network): boolean {
  return settings.mode === 'two-mode';
}

/** An edge; its ends are places in {@link nodesOf}. */
export interface EdgeInFile {
  readonly from: number;
  readonly to: number;
  readonly weight: number;
  readonly period?: Period | undefined;
}

/** The edges of the whole network, or of a window. */
export function* edgesOf(file: NetworkFile, network: Network): Iterable<EdgeInFile> {
  const { from, to, weight } = placedEdges(file, network);
  const before = isTwoMode(network) ? file.whole.rows.length : 0;
  for (let n = 0; n < weight.length; n++) {
    const period = file.periods?.[n];
    yield { from: from[n] ?? 0, to: (to[n] ?? 0) + before, weight: weight[n] ?? 0, period };
  }
}

/** The edges of the whole network, or of a window, by the places of rows and columns in the whole one. */
export function placedEdges({ whole }: NetworkFile, { settings, rows, columns, edges }: Network): Edges {
  const placed = (ends: Uint32Array, all: readonly NetworkNode[], nodes: readonly NetworkNode[]): Uint32Array => {
    if (all === nodes) return ends;
    const places = placesOf(all, nodes);
    return ends.map((end) => places[end] ?? 0);
  };
  const isOfTwo = settings.mode === 'two-mode';
  return {
    from: placed(edges.from, whole.rows, rows),
    to: isOfTwo ? placed(edges.to, whole.columns, columns) : placed(edges.to, whole.rows, rows),
    weight: edges.weight,
  };
}

/** Where nodes of a window are in the whole network. */
function placesOf(whole: readonly NetworkNode[], nodes: readonly NetworkNode[]): readonly number[] {
  const places = new Map(whole.map(({ id }, n) => [id, n]));
  return nodes.map(({ id }) => {
    const place = places.get(id);
    if (place === undefined) throw new Error(`A window has a node that the whole network hasn't: ${id}`);
    return place;
  });
}

/** The first and the last day of a window, both in it. */
export function daysOfWindow({ window }: Network): Days {
  if (!window) throw new Error('Not the network of a window.');
  return daysOf(window);
}

export function daysOf({ first, last }: Period): Days {
  return { start: dateOfDay(first), end: dateOfDay(last) };
}
