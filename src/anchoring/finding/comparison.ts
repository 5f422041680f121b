import type { Target } from '../../model/annotation';
import { aligned } from '../aligning/alignment';
import { folding, type Folded } from '../aligning/folding';
import type { Placement } from './placement';
import { settled } from './settling';
import type { Work } from '../slices';
import { foldedRange, survival, unfolded } from './surviving';

/** Targets that are placed between two pauses, and units that are looked back for what stood before one. */
const share = 1000;
const farthest = 2000;

/** Where ranges of an old text stand in a new one: where most of their units are. */
export function* fromOldText(
  oldText: string,
  text: string,
  now: Folded,
  targets: readonly Target[],
): Work<Placement[]> {
  const old = yield* folding(oldText);
  const map = yield* aligned(old, now);
  const found: Placement[] = [];
  for (const [index, target] of targets.entries()) {
    if (index % share === 0) yield index / targets.length;
    const range = foldedRange(old, target);
    let before = range.start - 1;
    while (before >= 0 && before > range.start - farthest && (map[before] ?? -1) < 0) before -= 1;
    const last = map[before] ?? -1;
    const expected = last < 0 ? target.start : unfolded(now, { start: last, end: last + 1 }).end;
    found.push(settled(text, now, survival(map, old, range), target.exact, expected));
  }
  return found;
}
