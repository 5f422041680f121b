import { contextSize } from '../../anchoring/quoting';
import { worstStanding, type PlacedAnnotation, type PlacedTarget } from '../../model/annotation';
import { splitsSurrogatePair, type Range } from '../../model/range';
import type { Entry } from './step';

/** An entry as other rooms and the API see it: its fields with the current positions. */
export function placedAnnotation({ fields, spot }: Entry, text: string): PlacedAnnotation {
  const target = spot.place.ranges.map((range, index): PlacedTarget => {
    const { start, end, standing } = range;
    const seen = spot.seen.target[index];
    if (standing !== 'anchored' && seen) return { ...seen, standing };
    const exact = text.slice(start, end);
    if (seen && seen.start === start && seen.exact === exact) return { ...seen, standing };
    return { ...seen, start, end, exact, ...contextOf(text, range), standing };
  });
  return { ...fields, target, standing: worstStanding(target.map((range) => range.standing)) };
}

/** What stands around a range now, without the search for a context that is unique; cuts no character. */
function contextOf(text: string, { start, end }: Range): { prefix: string; suffix: string } {
  const from = Math.max(0, start - contextSize);
  const to = end + contextSize;
  return {
    prefix: text.slice(splitsSurrogatePair(text, from) ? from + 1 : from, start),
    suffix: text.slice(end, splitsSurrogatePair(text, to) ? to - 1 : to),
  };
}
