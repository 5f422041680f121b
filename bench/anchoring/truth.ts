// Where a target is after a change: what any finder's answer is held against.
import type { Range } from '../../src/model/range';
import { hull, type Changed } from './characterMap';

/**
 * What became of a target. Its letters and digits say whether it survives: a blank or a comma left between two replaced
 * words doesn't make a passage. The truth is the hull of the surviving characters without white space at its ends. Where
 * the target's first or last characters were replaced, it is a matter of taste whether what replaced them belongs to it,
 * so there are two truths for that end, {@link inner} without and {@link outer} with the new characters, and either, and
 * what lies between them, is right.
 */
export interface Truth {
  readonly inner: Range;
  readonly outer: Range;
  /** The share of the target's letters and digits that survive, above 0. */
  readonly survived: number;
}

const letter = /[\p{L}\p{N}]/u;
const blank = /\s/;

/** @returns undefined where no letter or digit of the target survives: it was deleted */
export function truthOf(oldText: string, changed: Changed, { start, end }: Range): Truth | undefined {
  let letters = 0;
  let surviving = 0;
  for (let at = start; at < end; at += 1) {
    if (!letter.test(oldText.charAt(at))) continue;
    letters += 1;
    if ((changed.starts[at] ?? -1) >= 0) surviving += 1;
  }
  const whole = hull(changed, start, end);
  if (surviving === 0 || !whole) return undefined;
  const inner = { ...whole };
  while (blank.test(changed.text.charAt(inner.start))) inner.start += 1;
  while (blank.test(changed.text.charAt(inner.end - 1))) inner.end -= 1;
  const outer = { ...whole };
  for (let most = replacing(changed, start, 1); most > 0 && changed.origins[outer.start - 1] === -1; most -= 1)
    outer.start -= 1;
  for (let most = replacing(changed, end - 1, -1); most > 0 && changed.origins[outer.end] === -1; most -= 1)
    outer.end += 1;
  return { inner, outer, survived: surviving / letters };
}

/** How many new units may be what replaced the characters from an end of a target on, inwards; none where that end stands. */
function replacing({ starts }: Changed, end: number, step: 1 | -1): number {
  let lost = 0;
  while (starts[end + lost * step] === -1) lost += 1;
  return lost === 0 ? 0 : lost + 16;
}
