import type { Target } from '../../model/annotation';
import { folding } from '../aligning/folding';
import { fromOldText } from './comparison';
import type { Placement, StoredTarget } from './placement';
import { maxContextSize, quoteAll } from '../quoting';
import { fromSelectors } from './recovery';
import type { Work } from '../slices';

/** What is to be placed, and in what. */
export interface Placing {
  readonly text: string;
  /** Of `text`. */
  readonly sha256: string;
  readonly targets: readonly StoredTarget[];
  /** Older texts that could be had, by their sha256. */
  readonly oldTexts?: ReadonlyMap<string, string>;
}

/** A range that is to be found. */
interface Wanted {
  readonly target: Target;
  readonly row: number;
  readonly column: number;
}

/** Targets that are sorted between two pauses. */
const share = 4096;

/**
 * Where the ranges of stored targets stand in `text`; see docs/anchoring.md. A current one stands at its offsets, if its
 * quotation does. Those whose old text is there, and holds the quotation at their offsets, are found by comparing it with
 * `text`; all others by their quotations and contexts alone, those of one old text together. `anchored` is what is surely
 * there, with how much of it in its confidence; `orphaned` what is surely gone, as an empty range where it was; all else is
 * `uncertain`, at the likeliest place. No anchored range is empty, and none cuts an astral character. Nothing is thrown,
 * whatever the targets hold. Time is near linear in the texts and targets; yields the share that is done.
 */
export function* placements({ text, sha256, targets, oldTexts }: Placing): Work<Placement[][]> {
  const placed: (Placement | undefined)[][] = [];
  const compared = new Map<string, Wanted[]>();
  const recovered = new Map<string, Wanted[]>();
  for (const [row, stored] of targets.entries()) {
    if (row % share === 0) yield 0;
    const old = oldTexts?.get(stored.sha256);
    placed.push(
      stored.target.map((target, column) => {
        if (stored.sha256 === sha256 && holds(text, target)) return current(target);
        const groups = old !== undefined && holds(old, target) ? compared : recovered;
        const group = groups.get(stored.sha256) ?? [];
        groups.set(stored.sha256, group);
        group.push({ target, row, column });
        return undefined;
      }),
    );
  }
  if (compared.size + recovered.size > 0) {
    const now = yield* folding(text);
    const take = (wanted: readonly Wanted[], found: readonly Placement[]): void => {
      for (const [index, { row, column }] of wanted.entries()) {
        const line = placed[row];
        if (line) line[column] = found[index];
      }
    };
    for (const [sha, wanted] of compared)
      take(wanted, yield* fromOldText(oldTexts?.get(sha) ?? '', text, now, targetsOf(wanted)));
    for (const wanted of recovered.values())
      take(
        wanted,
        holdWithContext(text, targetsOf(wanted))
          ? wanted.map(({ target }) => current(target))
          : yield* fromSelectors(text, now, targetsOf(wanted)),
      );
  }
  return placed.map((line) => line.filter((range) => range !== undefined));
}

function targetsOf(wanted: readonly Wanted[]): Target[] {
  return wanted.map(({ target }) => target);
}

/** Whether a target's quotation stands at its offsets. */
function holds(text: string, { start, end, exact }: Target): boolean {
  return exact !== '' && end - start === exact.length && text.startsWith(exact, start);
}

/** Whether each quotation stands at its offsets in its context, and nowhere else: the text changed nowhere near. */
function holdWithContext(text: string, targets: readonly Target[]): boolean {
  const stands = (target: Target): boolean => {
    const { start, exact, prefix, suffix } = target;
    const from = start - prefix.length;
    return from >= 0 && holds(text, target) && text.startsWith(prefix + exact + suffix, from);
  };
  // The context that is needed here may be longer than the stored one; the longest may still not be unique.
  return (
    targets.every(stands) &&
    quoteAll(text, targets).every(({ prefix, suffix }, index) => {
      const stored = targets[index];
      return (
        Math.max(prefix.length, suffix.length) < maxContextSize &&
        prefix.length <= (stored?.prefix.length ?? 0) &&
        suffix.length <= (stored?.suffix.length ?? 0)
      );
    })
  );
}

function current({ start, end }: Target): Placement {
  return { start, end, standing: 'anchored', confidence: 1, candidates: [] };
}
