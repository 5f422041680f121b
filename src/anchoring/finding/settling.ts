import { splitsSurrogatePair, type Range } from '../../model/range';
import type { Folded } from '../aligning/folding';
import type { Placement } from './placement';
import { unfolded, whole, type Survival } from './surviving';

/** The most likely places of a range that is uncertain. */
export const mostCandidates = 5;
/** Units that a quotation may have at its end more than its letters. */
const mostBlanks = 8;
/** What share of a range's letters must be left for it to be there still; or so many and a smaller share. */
const enough = 0.4;
const remnant = { share: 0.15, letters: 7 };
/** What share must be left for it to be there perhaps. */
const some = 0.08;
/** How much smaller the second of two places must be than the first. */
const clearly = 0.7;

/** Where a range stands of which this survives in the new text; `expected` is where it would be. */
export function settled(
  text: string,
  now: Folded,
  { size, places }: Survival,
  exact: string,
  expected: number,
): Placement {
  const [first, second] = places;
  if (!first || first.count < some * size) return gone(text, expected);
  const range = rangeOf(text, now, first, exact);
  const share = first.count / size;
  const isLeft = share >= enough || (share >= remnant.share && first.count >= remnant.letters);
  if (!isLeft || (second && second.count > clearly * first.count))
    return {
      ...range,
      standing: 'uncertain',
      confidence: share / 2,
      candidates: places
        .slice(0, mostCandidates)
        .map((place) => ({ ...rangeOf(text, now, place, exact), confidence: place.count / size / 2 })),
    };
  return { ...range, standing: 'anchored', confidence: 0.5 + share / 2, candidates: [] };
}

/** A range that holds nothing, where its text was; as near as the text allows. */
export function gone(text: string, expected: number): Placement {
  const inside = Number.isFinite(expected) ? Math.trunc(Math.min(Math.max(0, expected), text.length)) : 0;
  const start = splitsSurrogatePair(text, inside) ? inside - 1 : inside;
  return { start, end: start, standing: 'orphaned', confidence: 0, candidates: [] };
}

/** Units of the folded text as a range of the text; with the white space at its ends that the quotation has. */
export function rangeOf(text: string, now: Folded, place: Range, exact: string): Range {
  const range = whole(text, unfolded(now, place));
  const blanks = exact.length - exact.trimStart().length;
  for (const start of [range.start - blanks, range.start]) {
    const end = start + exact.length;
    if (Math.abs(end - range.end) <= mostBlanks && exact !== '' && start >= 0 && text.startsWith(exact, start))
      return whole(text, { start, end });
  }
  return range;
}
