import type { Work } from '../../anchoring/slices';
import type { Network } from './network';
import { nodesOf } from './nodes';
import { oneModeEdges } from './oneMode';
import type { Statements } from './statements';
import { twoModeEdges } from './twoMode';

/** The network of one or two modes that statements make, by their settings; `window` and `kernel` are for who makes these statements.
 * @throws {RangeError} where they were gathered for an event list */
export function* networkOf(statements: Statements): Work<Network> {
  const { settings, counts, window } = statements;
  if (settings.mode === 'event-list') throw new RangeError('These statements were gathered for an event list.');
  const isOneMode = settings.mode === 'one-mode';
  const rows = nodesOf(statements.rows, statements.row, settings.isolates);
  const columns = nodesOf(statements.columns, statements.column, !isOneMode && settings.isolates);
  const numbering = {
    ...{ rowOf: rows.nodeOf, rows: rows.nodes.length },
    ...{ columnOf: columns.nodeOf, columns: columns.nodes.length },
  };
  const edges = isOneMode ? yield* oneModeEdges(statements, numbering) : twoModeEdges(statements, numbering);
  return {
    ...{ settings, rows: rows.nodes, columns: (isOneMode ? rows : columns).nodes, edges, counts },
    ...(window === undefined ? {} : { window }),
  };
}
