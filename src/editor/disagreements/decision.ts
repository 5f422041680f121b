import { NOTHING } from '../../analysis/agreement/codedArticle';
import { united } from '../../analysis/agreement/ranges';
import type { Link } from '../../model/annotation';
import { linkKey } from '../../model/links';
import type { Range } from '../../model/range';
import type { Fields } from '../store/step';

/** What an adjudicator can take of the annotations of one place: one of them, each of them, one made of them all, or none. */
export const takes = ['first', 'second', 'both', 'merged', 'none'] as const;
export type Take = (typeof takes)[number];

/** An annotation that is decided about; its ranges in UTF-16 code units of the text, ascending. */
export interface Side {
  readonly fields: Fields;
  readonly ranges: readonly Range[];
}

/** An annotation that a decision makes, but for its id, creator and time. */
export interface Decided {
  readonly fields: Omit<Fields, 'id' | 'creator' | 'created'>;
  readonly ranges: readonly Range[];
}

/** What annotations of several sides become as one: `by` is the one whose fields count where others say something else. */
export interface Merging {
  readonly by: Side;
  readonly target: 'union' | 'intersection';
  /** The same text for links of different sides that lead to the same. */
  readonly keyOf: (link: Link) => string;
}

/** One of the sides, deciding between all. */
export function taken(side: Side, sides: readonly Side[]): Decided {
  return { fields: { ...said(side), supersedes: idsOf(sides) }, ranges: side.ranges };
}

/** Each of the sides stands: a decision for each, which supersedes that one alone. */
export function eachTaken(sides: readonly Side[]): readonly Decided[] {
  return sides.map((side) => taken(side, [side]));
}

/** One of all sides: the fields of the side that counts, with what only others say, and the links and attributes of all; over what
 * the targets hold together, or share (no ranges where they share nothing). */
export function merged(sides: readonly Side[], { by, target, keyOf }: Merging): Decided {
  let fields = said(by);
  for (const side of sides) {
    if (side === by) continue;
    const other = said(side);
    const attributes = { ...other.attributes, ...fields.attributes };
    const links = unitedLinks(fields.links ?? [], other.links ?? [], keyOf);
    fields = {
      ...other,
      ...fields,
      ...(links.length > 0 ? { links } : {}),
      ...(Object.keys(attributes).length > 0 ? { attributes } : {}),
    };
  }
  const targets = sides.map(({ ranges }) => united(ranges));
  const ranges = target === 'union' ? united(targets.flat()) : targets.reduce(shared);
  return { fields: { ...fields, supersedes: idsOf(sides) }, ranges };
}

/** Nothing is to be marked where the sides stand. */
export function nothing(sides: readonly Side[]): Decided {
  return {
    fields: { type: NOTHING, supersedes: idsOf(sides) },
    ranges: united(sides.flatMap(({ ranges }) => ranges)),
  };
}

/** What an annotation says, without whose it is and since when. */
function said({ fields }: Side): Omit<Fields, 'id' | 'creator' | 'created'> {
  const { id: _id, creator: _creator, created: _created, modified: _modified, orphaned: _orphaned, ...rest } = fields;
  return rest;
}

function idsOf(sides: readonly Side[]): readonly string[] {
  return sides.map(({ fields }) => fields.id);
}

function unitedLinks(links: readonly Link[], others: readonly Link[], keyOf: Merging['keyOf']): readonly Link[] {
  const known = new Set(links.map(linkKey));
  const there = new Set(links.map(keyOf));
  return [...links, ...others.filter((link) => !known.has(linkKey(link)) && !there.has(keyOf(link)))];
}

/** What is in both; ranges of each ascending and apart. */
function shared(a: readonly Range[], b: readonly Range[]): readonly Range[] {
  return a.flatMap((one) =>
    b.flatMap((other) => {
      const range = { start: Math.max(one.start, other.start), end: Math.min(one.end, other.end) };
      return range.start < range.end ? [range] : [];
    }),
  );
}
