import type { Folded } from './folding';
import { unlinkUnconfirmed } from './frames';
import { linkGaps } from './gaps';
import { lastFrom } from '../lastFrom';
import { Links } from './links';
import { linkShingles } from './shingles';
import { slideBorders } from './slides';
import type { Work } from '../slices';
import { linkedUnits } from './units';
import { Vocabulary } from './words';

/** Lengths of shingles, and what is asked of one that isn't where its neighbours are. */
const rounds = [
  { size: 12, words: 20, units: 40 },
  { size: 6, words: 8, units: 40 },
  { size: 4, words: 8, units: 40 },
  { size: 3, words: 8, units: 40 },
];
const fragmentRounds = [
  { size: 12, words: 20, units: 40 },
  { size: 6, words: 8, units: 24 },
  { size: 4, words: 4, units: 16 },
  { size: 3, words: 4, units: 16 },
];

/** For each unit of an old folded text, which unit of the new one it is; -1 where it is gone. */
export function* aligned(old: Folded, now: Folded): Work<Int32Array> {
  const vocabulary = new Vocabulary();
  const oldWords = yield* vocabulary.words(old);
  const nowWords = yield* vocabulary.words(now);
  const links = new Links(oldWords, nowWords);
  links.linkEnds();
  for (const { size, ...moving } of rounds) yield* linkShingles(links, size, moving);
  yield* linkGaps(links);
  yield* slideBorders(links);
  return yield* linkedUnits(links);
}

/**
 * The same where only pieces of the old text are known, with holes between.
 * @param starts where the pieces begin in the old text as it is given, ascending
 * @param shifts how far from there each piece is in the whole old text; NaN where that isn't known
 */
export function* alignedPieces(
  old: Folded,
  now: Folded,
  starts: readonly number[],
  shifts: readonly number[],
): Work<Int32Array> {
  const vocabulary = new Vocabulary();
  const oldWords = yield* vocabulary.words(old, true);
  const nowWords = yield* vocabulary.words(now);
  const links = new Links(oldWords, nowWords);
  for (const { size, ...moving } of fragmentRounds) yield* linkShingles(links, size, moving);
  yield* unlinkUnconfirmed(links, {
    old: (word) => {
      const at = old.starts[oldWords.starts[word] ?? 0] ?? 0;
      return at + (shifts[lastFrom(starts, at, (start) => start)] ?? 0);
    },
    now: (word) => now.starts[nowWords.starts[word] ?? 0] ?? 0,
  });
  yield* linkGaps(links);
  yield* slideBorders(links);
  return yield* linkedUnits(links);
}
