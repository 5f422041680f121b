import { splitsSurrogatePair, type Range } from '../../model/range';
import type { Folded } from '../aligning/folding';

/** A stretch of a new text that holds units of a range of the old one. */
export interface Survivors extends Range {
  /** How many letters and digits. */
  readonly count: number;
}

export interface Survival {
  /** Its letters and digits; or else its units. */
  readonly size: number;
  /** Where they are, most units first. */
  readonly places: readonly Survivors[];
}

const blank = 0x20;
/** How far apart two parts of a range may come, in units, with so many times its size. */
const apart = { units: 1000, sizes: 2 };

/** The first folded unit that ends behind `offset` of the original. */
export function foldedAt({ starts, widths }: Folded, offset: number): number {
  let low = 0;
  let high = widths.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) + (widths[middle] ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The folded units of a range of the original. */
export function foldedRange(text: Folded, { start, end }: Range): Range {
  const from = foldedAt(text, start);
  let to = foldedAt(text, end);
  while (to < text.widths.length && (text.starts[to] ?? 0) < end) to += 1;
  return { start: from, end: Math.max(from, to) };
}

/** The range of the original that folded units stand for. */
export function unfolded({ starts, widths }: Folded, { start, end }: Range): Range {
  const last = Math.max(start, end - 1);
  return { start: starts[start] ?? 0, end: (starts[last] ?? 0) + (widths[last] ?? 0) };
}

/** Where the units of a range of the old folded text are in the new one, in stretches that keep their order. */
export function survival(
  map: Int32Array,
  { units }: Folded,
  { start, end }: Range,
  far = apart.units + apart.sizes * (end - start),
): Survival {
  let size = 0;
  for (let unit = start; unit < end; unit += 1) if (isLetter(units[unit])) size += 1;
  const counts = size > 0 ? isLetter : isNoBlank;
  const places: { start: number; end: number; count: number }[] = [];
  let place: { start: number; end: number; count: number } | undefined;
  for (let unit = start; unit < end; unit += 1) {
    const to = map[unit] ?? -1;
    if (to < 0 || units[unit] === blank) continue;
    if (!place || to < place.end || to > place.end + far) {
      place = places.find((other) => to >= other.end && to <= other.end + far);
      if (!place) places.push((place = { start: to, end: to, count: 0 }));
    }
    place.end = to + 1;
    if (counts(units[unit])) place.count += 1;
  }
  const found = places.filter(({ count }) => count > 0).sort((a, b) => b.count - a.count);
  return { size: size > 0 ? size : end - start, places: found };
}

/** Whether a unit is a letter or a digit: of those that aren't ASCII, any. */
function isLetter(unit = blank): boolean {
  return (
    unit >= 0x80 || (unit >= 0x30 && unit <= 0x39) || (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x61 && unit <= 0x7a)
  );
}

function isNoBlank(unit = blank): boolean {
  return unit !== blank;
}

/** The range, a little wider where it would cut an astral character. */
export function whole(text: string, { start, end }: Range): Range {
  return {
    start: splitsSurrogatePair(text, start) ? start - 1 : start,
    end: splitsSurrogatePair(text, end) ? end + 1 : end,
  };
}
