import { compareCodeUnits } from '../../model/codeUnits';
import { plainId, type Value } from '../variables';
import type { Numbering } from './cells';
import type { NetworkNode } from './network';
import type { Statements } from './statements';

/** Nodes in the order of their labels, and of each number of a value which node it is; what is none has `NO_NODE`. */
export interface Nodes {
  readonly nodes: readonly NetworkNode[];
  readonly nodeOf: Uint32Array;
}

export const NO_NODE = 0xffff_ffff;

/**
 * @param values what the numbers stand for
 * @param numbers of the statements
 * @param isolates whether values that no statement has are nodes too
 */
export function nodesOf(values: readonly Value[], numbers: Uint32Array, isolates: boolean): Nodes {
  const counts = new Uint32Array(values.length);
  for (const number of numbers) counts[number] = (counts[number] ?? 0) + 1;
  const there = [...values.keys()].filter((number) => isolates || counts[number] !== 0);
  const labels = uniqueLabels(there.map((number) => values[number] ?? { id: '', label: '' }));
  const nodes = there.map((number, at) => ({
    number,
    ...{ id: values[number]?.id ?? '', label: labels[at] ?? '', statements: counts[number] ?? 0 },
  }));
  nodes.sort((a, b) => compareCodeUnits(a.label, b.label));
  const nodeOf = new Uint32Array(values.length).fill(NO_NODE);
  nodes.forEach(({ number }, node) => (nodeOf[number] = node));
  return { nodes: nodes.map(({ id, label, statements }) => ({ id, label, statements })), nodeOf };
}

/** The nodes of a network of statements, and how their numbers are numbers of nodes. */
export interface NumberedNodes {
  readonly rows: readonly NetworkNode[];
  /** None of a one-mode network that statements don't have. */
  readonly columns: readonly NetworkNode[];
  readonly numbering: Omit<Numbering, 'levelless'>;
}

export function numberedNodes(statements: Statements): NumberedNodes {
  const { mode, isolates } = statements.settings;
  const rows = nodesOf(statements.rows, statements.row, isolates);
  const columns = nodesOf(statements.columns, statements.column, mode !== 'one-mode' && isolates);
  const numbering = {
    ...{ rowOf: rows.nodeOf, rows: rows.nodes.length },
    ...{ columnOf: columns.nodeOf, columns: columns.nodes.length },
  };
  return { rows: rows.nodes, columns: columns.nodes, numbering };
}

/** Names, with the id in brackets where several have one; of these, what tells them apart in all codebooks where even that doesn't. */
export function uniqueLabels(values: readonly Value[]): readonly string[] {
  const ways: readonly ((value: Value) => string)[] = [
    ({ label }) => label,
    (value) => `${value.label} (${plainId(value)})`,
    ({ label, id }) => `${label} (${id})`,
  ];
  let labels = values.map(({ label }) => label);
  for (const way of ways.slice(1)) {
    const counts = new Map<string, number>();
    for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
    if (counts.size === labels.length) break;
    labels = labels.map((label, at) => {
      const value = values[at];
      return value && (counts.get(label) ?? 0) > 1 ? way(value) : label;
    });
  }
  return labels;
}
