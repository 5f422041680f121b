import type { Work } from '../../anchoring/slices';
import type { Network } from './network';
import { numberedNodes } from './nodes';
import { oneModeEdges } from './oneMode';
import type { Statements } from './statements';
import { twoModeEdges } from './twoMode';

/** The network of one or two modes that statements make, by their settings; `window` and `kernel` are for who makes these statements.
 * @throws {RangeError} where they were gathered for an event list */
export function* networkOf(statements: Statements): Work<Network> {
  const { settings, counts, window } = statements;
  if (settings.mode === 'event-list') throw new RangeError('These statements were gathered for an event list.');
  const isOneMode = settings.mode === 'one-mode';
  const { rows, columns, numbering } = numberedNodes(statements);
  const edges = isOneMode ? yield* oneModeEdges(statements, numbering) : twoModeEdges(statements, numbering);
  return {
    ...{ settings, rows, columns: isOneMode ? rows : columns, edges, counts },
    ...(window === undefined ? {} : { window }),
  };
}
