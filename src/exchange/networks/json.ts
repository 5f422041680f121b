import type { Given } from '../../analysis/settings';
import type { Network } from '../../analysis/network/network';
import { daysOfWindow, edgesOf, nodesOf, type NetworkFile, type NodeInFile } from './networkFile';

/**
 * One JSON object, a node and an edge a line:
 *
 * - `settings`: as a settings file has them
 * - `counts`: `claims` in all, `used`, and `leftOut`, by reason
 * - `nodes`: each with `id` and `label` (the same; but a column that is called like a row has its mode behind it in `id`), `type` (the
 *   variable), of two modes `mode` ("row", "column"), `statements`, and what is known besides
 * - `edges`: `source`, `target` (ids), `weight`; or, of windows of time,
 * - `windows`: each with its days `start` and `end`, how many claims are `used`, and its `edges`
 * - more, as the caller has it
 * @param settings what was given or counts
 * @param more further fields
 */
export function* networkJson(
  file: NetworkFile,
  settings: Given,
  more: Readonly<Record<string, unknown>> = {},
): Iterable<string> {
  const { whole, windows } = file;
  const nodes = nodesOf(file);
  const ids = uniqueIds(nodes);
  yield `{\n"settings": ${JSON.stringify(settings)},\n"counts": ${JSON.stringify(whole.counts)},\n`;
  for (const [name, value] of Object.entries(more)) yield `${JSON.stringify(name)}: ${JSON.stringify(value)},\n`;
  yield* list(
    'nodes',
    nodes.map(({ node, values }, n) => ({ id: ids[n], label: node.label, ...Object.fromEntries(values) })),
  );
  yield ',\n';
  if (!windows) yield* edges(file, whole, ids);
  else {
    yield '"windows": [';
    let separator = '\n';
    for (const window of windows) {
      const { start, end } = daysOfWindow(window);
      yield `${separator}{"start": "${start}", "end": "${end}", "used": ${window.counts.used}, `;
      yield* edges(file, window, ids);
      yield '}';
      separator = ',\n';
    }
    yield windows.length > 0 ? '\n]' : ']';
  }
  yield '\n}\n';
}

function* edges(file: NetworkFile, network: Network, ids: readonly string[]): Iterable<string> {
  yield* list('edges', inWords());
  function* inWords(): Iterable<object> {
    for (const { from, to, weight } of edgesOf(file, network)) yield { source: ids[from], target: ids[to], weight };
  }
}

/** `"name": [` with each item on its own line. */
export function* list(name: string, items: Iterable<object>): Iterable<string> {
  yield `${JSON.stringify(name)}: [`;
  let separator = '\n';
  for (const item of items) {
    yield separator + JSON.stringify(item);
    separator = ',\n';
  }
  yield separator === '\n' ? ']' : '\n]';
}

function uniqueIds(nodes: readonly NodeInFile[]): readonly string[] {
  const taken = new Set<string>();
  return nodes.map(({ node: { label }, values }) => {
    let id = label;
    while (taken.has(id)) id = `${id} [${String(values.get('mode') ?? 'row')}]`;
    taken.add(id);
    return id;
  });
}
