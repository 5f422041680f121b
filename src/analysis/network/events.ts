import type { Variable } from '../variables';
import type { ListedEvent } from './claimEvents';
import type { ClaimCounts } from './network';
import type { NetworkSettings } from './settings';
import type { Statements } from './statements';

/** A row of an event list: a claim. */
export interface Event extends ListedEvent {
  /** The id of the annotation. */
  readonly id: string;
}

/** Claims one by one. */
export interface EventList {
  readonly settings: NetworkSettings;
  /** What `values` of an event are of. */
  readonly variables: readonly Variable[];
  readonly counts: ClaimCounts;
  /** By date, those without one last; of one day in the workspace's order. Made one by one, anew each time they are gone through. */
  readonly events: Iterable<Event>;
}

/** The event list of statements that were gathered for one.
 * @throws {RangeError} where they weren't */
export function eventsOf(statements: Statements): EventList {
  const { settings, counts, claims, claim } = statements;
  const { events } = claims;
  if (!events) throw new RangeError('These statements were gathered for a network.');
  const rows = function* (): Iterator<Event> {
    for (let at = 0; at < claim.length; at++) {
      const number = claim[at] ?? 0;
      if (at > 0 && claim[at - 1] === number) continue;
      yield { id: claims.ids[number] ?? '', ...events.at(number) };
    }
  };
  return { settings, variables: events.variables, counts, events: { [Symbol.iterator]: rows } };
}
