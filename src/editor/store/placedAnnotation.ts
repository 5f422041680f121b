import { worstStanding, type PlacedAnnotation, type PlacedTarget } from '../../model/annotation';
import type { Entry } from './step';

const CONTEXT = 32;

/** An entry as other rooms and the API see it: its fields with the current positions. */
export function placedAnnotation({ fields, spot }: Entry, text: string): PlacedAnnotation {
  const target = spot.place.ranges.map((range, index): PlacedTarget => {
    const { start, end, standing } = range;
    const seen = spot.seen.target[index];
    if (standing !== 'anchored' && seen) return { ...seen, standing };
    const exact = text.slice(start, end);
    if (seen && seen.start === start && seen.exact === exact) return { ...seen, standing };
    const prefix = text.slice(Math.max(0, start - CONTEXT), start);
    return { start, end, exact, prefix, suffix: text.slice(end, end + CONTEXT), standing };
  });
  return { ...fields, target, standing: worstStanding(target.map((range) => range.standing)) };
}
