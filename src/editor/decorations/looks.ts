import { annotationTypes, type Standing } from '../../model/annotation';
import type { Range } from '../../model/range';

/** How a stretch of an article can look: what is marked there, and whether its place is sure. */
export const looks = [
  'passage',
  'claim',
  'source',
  'actor',
  'other',
  'passage-uncertain',
  'claim-uncertain',
  'source-uncertain',
  'actor-uncertain',
  'other-uncertain',
  'excluded',
] as const;
export type Look = (typeof looks)[number];

/** A marked stretch where it stands now. */
export interface Marked extends Range {
  /** An annotation's type; unknown ones look alike, and so does what counts no more. */
  readonly type: string;
  readonly isSuperseded: boolean;
  readonly standing: Standing;
}

export type Lists = ReadonlyMap<Look, readonly Range[]>;

const known: ReadonlySet<string> = new Set(annotationTypes);

/** The look of a stretch; undefined where there is nothing to see: its text is gone. */
export function lookOf({ type, isSuperseded, standing, start, end }: Marked): Look | undefined {
  if (standing === 'orphaned' || start >= end) return undefined;
  const kind = known.has(type) && !isSuperseded ? type : 'other';
  return (standing === 'anchored' ? kind : `${kind}-uncertain`) as Look;
}

/**
 * One whole list for each look that occurs; with `within`, of what overlaps or touches that stretch only. Of what isn't sure, and
 * so is likely at one place often, each place once: each has a question mark behind it.
 */
export function paintLists(marked: Iterable<Marked>, excluded: Iterable<Range>, within?: Range): Lists {
  const lists = new Map<Look, Range[]>();
  const unsure = new Set<string>();
  const add = (look: Look, { start, end }: Range): void => {
    if (within && (end < within.start || start > within.end)) return;
    const list = lists.get(look);
    if (list) list.push({ start, end });
    else lists.set(look, [{ start, end }]);
  };
  for (const one of marked) {
    const look = lookOf(one);
    if (!look) continue;
    const size = unsure.size;
    if (one.standing === 'anchored' || unsure.add(`${look} ${one.start} ${one.end}`).size > size) add(look, one);
  }
  for (const range of excluded) if (range.start < range.end) add('excluded', range);
  return lists;
}
