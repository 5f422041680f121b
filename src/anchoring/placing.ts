import type { Candidate, Target } from '../model/annotation';
import { aligned } from './alignment';
import type { PlacedRange } from './followed';
import { folding, type Folded } from './folding';
import { fromSelectors } from './recovery';
import { settled } from './settling';
import type { Work } from './slices';
import { foldedRange, survival, unfolded } from './surviving';

/** A target as a sidecar holds it. */
export interface StoredTarget {
  readonly target: readonly Target[];
  /** Of the text that the target refers to: its `text`, or else the article's. */
  readonly sha256: string;
}

/** What is to be placed, and in what. */
export interface Placing {
  readonly text: string;
  /** Of `text`. */
  readonly sha256: string;
  readonly targets: readonly StoredTarget[];
  /** Older texts that could be had, by their sha256. */
  readonly oldTexts?: ReadonlyMap<string, string>;
}

/** Where a range stands in a text, and how sure that is. */
export interface Placement extends PlacedRange {
  /** 0 to 1; 1 where the range was never in doubt. */
  readonly confidence: number;
  /** Where it is uncertain: at most five likely places, best first; else empty. */
  readonly candidates: readonly Candidate[];
}

/** A range that is to be found. */
interface Wanted {
  readonly target: Target;
  readonly row: number;
  readonly column: number;
}

export function* placements({ text, sha256, targets, oldTexts }: Placing): Work<Placement[][]> {
  yield 0;
  const placed: (Placement | undefined)[][] = [];
  const withText = new Map<string, Wanted[]>();
  const without = new Map<string, Wanted[]>();
  targets.forEach((stored, row) => {
    placed.push(
      stored.target.map((target, column) => {
        const { start, end, exact } = target;
        if (stored.sha256 === sha256 && exact !== '' && text.slice(start, end) === exact)
          return { start, end, standing: 'anchored', confidence: 1, candidates: [] };
        const old = oldTexts?.get(stored.sha256);
        const group = old !== undefined && exact !== '' && old.slice(start, end) === exact ? withText : without;
        const others = group.get(stored.sha256);
        if (others) others.push({ target, row, column });
        else group.set(stored.sha256, [{ target, row, column }]);
        return undefined;
      }),
    );
  });
  if (withText.size + without.size > 0) {
    const now = yield* folding(text);
    const take = (wanted: readonly Wanted[], found: readonly Placement[]): void => {
      wanted.forEach(({ row, column }, index) => {
        const line = placed[row];
        if (line) line[column] = found[index];
      });
    };
    for (const [sha, wanted] of withText) take(wanted, yield* fromOldText(oldTexts?.get(sha) ?? '', text, now, wanted));
    for (const wanted of without.values())
      take(
        wanted,
        yield* fromSelectors(
          text,
          now,
          wanted.map(({ target }) => target),
        ),
      );
  }
  return placed.map((line) =>
    line.map((range) => range ?? { start: 0, end: 0, standing: 'uncertain', confidence: 0, candidates: [] }),
  );
}

function* fromOldText(oldText: string, text: string, now: Folded, wanted: readonly Wanted[]): Work<Placement[]> {
  const old = yield* folding(oldText);
  const map = yield* aligned(old, now);
  const found: Placement[] = [];
  for (const { target } of wanted) {
    const range = foldedRange(old, target);
    let before = range.start - 1;
    while (before >= 0 && before > range.start - 2000 && (map[before] ?? -1) < 0) before -= 1;
    const at = map[before] ?? -1;
    const expected = at < 0 ? target.start : unfolded(now, { start: at, end: at + 1 }).end;
    found.push(settled(text, now, survival(map, old, range), target.exact, expected));
  }
  return found;
}
