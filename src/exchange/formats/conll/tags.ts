import type { Range } from '../../../model/range';
import { overlaps } from '../../../model/range';
import type { Losses } from '../../losses';
import type { TokenizedSentence } from '../../../anchoring/tokens';

/** What becomes a label in a column. */
export interface Labelled {
  readonly label: string;
  /** Ascending. */
  readonly ranges: readonly Range[];
}

/** Those that one column can hold: the longest first, and what overlaps one that is held is counted. In the order of the text. */
export function longest(all: readonly Labelled[], losses: Losses): Labelled[] {
  const byLength = [...all].sort((a, b) => lengthOf(b) - lengthOf(a));
  const taken = new TakenRanges();
  const kept = new Set(byLength.filter(({ ranges }) => taken.take(ranges)));
  losses.add('annotations that overlap a longer one', all.length - kept.size);
  return all.filter((one) => kept.has(one));
}

function lengthOf({ ranges }: Labelled): number {
  return ranges.reduce((sum, { start, end }) => sum + end - start, 0);
}

/** Ranges that don't overlap, in blocks, so that few are looked at. */
class TakenRanges {
  static readonly #BLOCK = 512;
  readonly #blocks = new Map<number, Range[]>();

  /** Whether the ranges are apart from all taken ones; then they are taken too. */
  take(ranges: readonly Range[]): boolean {
    for (const range of ranges) {
      for (const block of this.#blocksOf(range)) {
        if (this.#blocks.get(block)?.some((other) => overlaps(other, range)) === true) return false;
      }
    }
    for (const range of ranges) {
      for (const block of this.#blocksOf(range)) {
        const known = this.#blocks.get(block);
        if (known) known.push(range);
        else this.#blocks.set(block, [range]);
      }
    }
    return true;
  }

  *#blocksOf({ start, end }: Range): Generator<number> {
    const last = Math.floor((end - 1) / TakenRanges.#BLOCK);
    for (let block = Math.floor(start / TakenRanges.#BLOCK); block <= last; block++) yield block;
  }
}

/** The IOB2 tag of each token of the sentences, in order. Sentences part a label. */
export function tagsOf(
  labelled: readonly Labelled[],
  sentences: readonly TokenizedSentence[],
  losses: Losses,
): string[] {
  const tags: string[] = [];
  const pieces = labelled
    .flatMap((one) => one.ranges.map(({ start, end }) => ({ start, end, one })))
    .sort((a, b) => a.start - b.start);
  const begun = new Map<Labelled, number>();
  let next = 0;
  for (const { tokens } of sentences) {
    let before: (typeof pieces)[number] | undefined;
    for (const { start, end } of tokens) {
      while ((pieces[next]?.end ?? Infinity) <= start) next += 1;
      const piece = pieces[next];
      const isIn = piece !== undefined && piece.start < end;
      if (!isIn) tags.push('O');
      else if (piece === before) tags.push(`I-${piece.one.label}`);
      else {
        tags.push(`B-${piece.one.label}`);
        begun.set(piece.one, (begun.get(piece.one) ?? 0) + 1);
      }
      before = isIn ? piece : undefined;
    }
  }
  const split = [...begun.values()].filter((count) => count > 1).length;
  losses.add('targets of several ranges or sentences (written as several labels)', split);
  losses.add('annotations of no token', labelled.length - begun.size);
  return tags;
}
