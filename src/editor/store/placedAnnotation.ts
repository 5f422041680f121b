import { contextSize } from '../../anchoring/quoting';
import {
  worstStanding,
  type PlacedAnnotation,
  type PlacedTarget,
  type Standing,
  type Target,
} from '../../model/annotation';
import { splitsSurrogatePair, type Range } from '../../model/range';
import type { Entry, Found } from './step';

/** An entry as other rooms and the API see it: its fields with the current positions. */
export function placedAnnotation({ fields, spot }: Entry, text: string): PlacedAnnotation {
  const target = spot.place.ranges.map((range, index): PlacedTarget => {
    const { start, end, standing } = range;
    const seen = spot.seen.target[index];
    const found = spot.found[index];
    if (standing !== 'anchored' && seen) return { ...seen, standing, ...doubt(found, standing) };
    const exact = text.slice(start, end);
    if (seen && seen.start === start && seen.exact === exact && standsAround(text, range, seen))
      return { ...seen, standing, ...sureness(found) };
    return { ...seen, start, end, exact, ...contextOf(text, range), standing, ...sureness(found) };
  });
  return { ...fields, target, standing: worstStanding(target.map((range) => range.standing)) };
}

/** Whether the context that a range had when it was last seen is still its context. */
function standsAround(text: string, { start, end }: Range, { prefix, suffix }: Target): boolean {
  return start >= prefix.length && text.startsWith(prefix, start - prefix.length) && text.startsWith(suffix, end);
}

/** Where an uncertain range may be: likely places whose text was deleted since are none, those that became one are one. */
function doubt(found: Found | undefined, standing: Standing): Pick<PlacedTarget, 'confidence' | 'candidates'> {
  if (!found || standing !== 'uncertain') return {};
  const candidates = found.candidates.flatMap(({ place, confidence }) =>
    place.ranges.flatMap(({ start, end }) => (start < end ? [{ start, end, confidence }] : [])),
  );
  const isFirst = ({ start, end }: Range, index: number): boolean =>
    candidates.findIndex((other) => other.start === start && other.end === end) === index;
  return { confidence: found.confidence, candidates: candidates.filter(isFirst) };
}

/** How sure an anchored range is; one that undo has brought back is beyond doubt. */
function sureness(found: Found | undefined): Pick<PlacedTarget, 'confidence'> {
  return found?.standing === 'anchored' ? { confidence: found.confidence } : {};
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
