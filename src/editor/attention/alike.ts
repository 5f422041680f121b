import type { Candidate } from '../../model/annotation';
import type { Range } from '../../model/range';

/** A range that is uncertain, and its best candidate. */
export interface Wish {
  readonly id: string;
  readonly rangeIndex: number;
  /** sha256 of the text in which it stood at `was`. */
  readonly text: string;
  readonly was: Range;
  readonly best: Candidate;
}

/**
 * Which of some doubts of one kind can be settled together, each at its own best candidate, such that nothing is guessed
 * beyond that: ranges that stood at different places of a text get different ones, which don't overlap and come in the same
 * order; ranges that stood at one place (two people marked it) may get one. A place that several want goes to the
 * one that is surest of it, and to none where that isn't clear. Of those that are out of order the fewest are left out.
 */
export function together(wishes: readonly Wish[]): readonly Wish[] {
  const texts = new Map<string, Group[]>();
  for (const group of undisputed(wishes)) {
    const { text } = group.first;
    const groups = texts.get(text);
    if (groups) groups.push(group);
    else texts.set(text, [group]);
  }
  return [...texts.values()].flatMap((groups) => inOrder(groups).flatMap(({ all }) => all));
}

/** Ranges that stood at one place and want one. */
interface Group {
  readonly first: Wish;
  readonly all: Wish[];
}

/** Of each place that is wanted those who get it. */
function undisputed(wishes: readonly Wish[]): readonly Group[] {
  const byPlace = new Map<string, Map<string, Group>>();
  for (const wish of wishes) {
    const place = `${wish.best.start} ${wish.best.end}`;
    const was = `${wish.was.start} ${wish.was.end} ${wish.text}`;
    const rivals = byPlace.get(place) ?? new Map<string, Group>();
    byPlace.set(place, rivals);
    const group = rivals.get(was);
    if (group) group.all.push(wish);
    else rivals.set(was, { first: wish, all: [wish] });
  }
  return [...byPlace.values()].flatMap((rivals) => {
    const [surest, next] = [...rivals.values()].sort((a, b) => sureness(b) - sureness(a));
    return surest && (!next || sureness(surest) > sureness(next)) ? [surest] : [];
  });
}

function sureness({ all }: Group): number {
  return all.reduce((most, { best }) => Math.max(most, best.confidence), 0);
}

/** The most that follow each other in both texts without overlapping: the longest increasing subsequence, by patience
 * sorting (M. Fredman, 1975). */
function inOrder(groups: readonly Group[]): readonly Group[] {
  // Of two that stood at one place only one can follow the other: the later place first.
  const sorted = [...groups].sort((a, b) => byOldPlace(a.first, b.first) || b.first.best.start - a.first.best.start);
  const before: number[] = [];
  /** The index of the group that ends first of those that end a row of so many. */
  const rows: number[] = [];
  const endOf = (index: number): number => sorted[index]?.first.best.end ?? 0;
  sorted.forEach(({ first: { best } }, index) => {
    let low = 0;
    let high = rows.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (endOf(rows[middle] ?? 0) <= best.start) low = middle + 1;
      else high = middle;
    }
    before[index] = rows[low - 1] ?? -1;
    const last = rows[low];
    if (last === undefined || endOf(last) > best.end) rows[low] = index;
  });
  const kept: Group[] = [];
  for (let index = rows.at(-1) ?? -1; index >= 0; index = before[index] ?? -1) {
    const group = sorted[index];
    if (group) kept.push(group);
  }
  return kept.reverse();
}

function byOldPlace(a: Wish, b: Wish): number {
  return a.was.start - b.was.start || a.was.end - b.was.end;
}
