import type { Target } from '../../model/annotation';
import { hole } from '../aligning/words';

/** What quotations and their contexts tell of a text that isn't there: pieces of it, in its order, with holes between. */
export interface Fragments {
  /** The pieces, each behind a {@link hole}; one at the end too. */
  readonly text: string;
  /** For each target, where in `text` its prefix begins. */
  readonly places: Int32Array;
  /** Where each piece begins in `text`, ascending; and how far from there the offset in the whole text is, if it is known. */
  readonly starts: readonly number[];
  readonly shifts: readonly number[];
}

interface Piece {
  readonly index: number;
  /** Where it says that it is; NaN where that can't be. */
  readonly start: number;
  readonly text: string;
}

/** Puts together what overlaps or touches, where it agrees. Linear in the targets' texts but for sorting them. */
export function fragments(targets: readonly Target[]): Fragments {
  const gap = String.fromCharCode(hole);
  const parts: string[] = [gap];
  const places = new Int32Array(targets.length);
  const starts: number[] = [];
  const shifts: number[] = [];
  let length = 1;
  let last: Piece | undefined;
  for (const piece of targets.map(pieceOf).sort(inOrder)) {
    const overlap = last ? last.start + last.text.length - piece.start : Number.NaN;
    if (last && overlap >= 0 && agree(last.text, piece.text, overlap)) {
      places[piece.index] = length - overlap;
      if (piece.text.length <= overlap) continue;
      parts.push(piece.text.slice(overlap));
      length += piece.text.length - overlap;
    } else {
      if (last) {
        parts.push(gap);
        length += 1;
      }
      places[piece.index] = length;
      starts.push(length);
      shifts.push(piece.start - length);
      parts.push(piece.text);
      length += piece.text.length;
    }
    last = piece;
  }
  parts.push(gap);
  return { text: parts.join(''), places, starts, shifts };
}

function pieceOf({ start, end, exact, prefix, suffix }: Target, index: number): Piece {
  const fits = Number.isSafeInteger(start) && start >= prefix.length && end - start === exact.length;
  return { index, start: fits ? start - prefix.length : Number.NaN, text: prefix + exact + suffix };
}

function inOrder(a: Piece, b: Piece): number {
  if (Number.isNaN(a.start) || Number.isNaN(b.start))
    return Number(Number.isNaN(a.start)) - Number(Number.isNaN(b.start)) || a.index - b.index;
  return a.start - b.start || a.index - b.index;
}

/** Whether the end of one text and the beginning of another are the same, so far as both reach. */
function agree(text: string, next: string, overlap: number): boolean {
  const from = text.length - overlap;
  return overlap <= next.length ? next.startsWith(text.slice(from)) : text.startsWith(next, from);
}
