import type { Actor } from '../model/codebook';
import { compareRanges, contains, isInside, type Range } from '../model/range';
import { isBesideDate, isDateline } from './dateWords';
import type { NamedActor, NameReading } from './knownNames';
import { isCollective, NameScan } from './nameScan';
import { isAbbreviated, isShortFor, newNames, type NewName } from './newNames';
import type { Passage } from './passages';
import { RangeIndex } from './rangeIndex';

/** A mention of somebody by name: of a known actor, or of one that the codebook doesn't have. */
export interface Named {
  readonly range: Range;
  readonly actor?: Actor;
  readonly others?: readonly Actor[];
  readonly newName?: NewName;
}

/** Places that the text names but once are passed over. */
const FEWEST_OF_PLACE = 2;

/** Known mentions, those of known actors by an unlisted part of their name, and those of new names, in no order. */
export function namedIn(
  text: string,
  passages: readonly Passage[],
  { named: known, passedOver }: NameReading,
  taken: readonly Range[],
): Named[] {
  const ranges = [...known.map(({ range }) => range), ...passedOver, ...taken];
  const [index, places] = [new RangeIndex(ranges, (range) => range), new RangeIndex(passages, ({ body }) => body)];
  const names = newNames(text, passages, ranges);
  const groups = known.filter(({ actor }) => isCollective(actor)).map(({ range }) => range);
  const isGroup = (one: Range): boolean => groups.some((group) => compareRanges(group, one) === 0);
  const byId = new Map(names.map((name, index) => [String(index), name]));
  const scan = new NameScan(
    names.map(({ name, aliases, kind }, index) => ({ id: String(index), name, aliases, ...(kind ? { kind } : {}) })),
  );
  const hits = scan.all(text).filter(({ range, actors: [first] }) => {
    const passage = places.overlapping(range).find(({ body }) => contains(body, range));
    if (!passage || isBesideDate(text, range) || isDateline(text, range, passage.body)) return false;
    return index
      .overlapping(range)
      .every((one) => (first?.kind === 'group' && contains(range, one)) || (isInside(one, range) && isGroup(one)));
  });
  const counts = new Map<string, number>();
  for (const { actors } of hits) for (const { id } of actors.slice(0, 1)) counts.set(id, (counts.get(id) ?? 0) + 1);
  const present = [...new Set(known.map(({ actor }) => actor))];
  return [
    ...known,
    ...hits.flatMap(({ range, actors }): Named[] => {
      const id = actors[0]?.id ?? '';
      const newName = byId.get(id);
      if (!newName) return [];
      const owner = ownerOf(newName, present) ?? explained(text, range, newName, known);
      if (owner) return [{ range, actor: owner }];
      if (newName.kind === 'place' && (counts.get(id) ?? 0) < FEWEST_OF_PLACE) return [];
      return [{ range, newName }];
    }),
  ];
}

/** The actor whose acronym stands in brackets behind its name: "People’s Republic of X (PRX)". */
function explained(text: string, { end }: Range, { name }: NewName, known: readonly NamedActor[]): Actor | undefined {
  const short = known.find(({ range }) => range.start === end + 2 && text.slice(end, range.start) === ' (');
  return short && isAbbreviated(text.slice(short.range.start, short.range.end), name) ? short.actor : undefined;
}

/** The actor, named in the text by its full name, of whose name this is a part that the codebook doesn't list. */
function ownerOf({ name }: NewName, present: readonly Actor[]): Actor | undefined {
  if (/\s/u.test(name)) return undefined;
  return present.find((actor) => {
    const words = actor.name.split(/\s+/u);
    return words.length > 1 && isShortFor(name, words, actor.kind);
  });
}
