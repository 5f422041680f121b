import type { Actor, CodebookSource } from '../model/codebook';
import { compareRanges, isInside, overlaps, type Range } from '../model/range';
import { claimsIn, type FoundClaim } from './claimOffers';
import type { Mention } from './clues';
import { namedActors } from './knownNames';
import { namedIn, type Named } from './nameOffers';
import { isCollective, NameScan } from './nameScan';
import type { NewActor, Offer } from './offer';
import { offerKeys } from './offerKeys';
import { passagesOf } from './passages';
import { RangeIndex } from './rangeIndex';
import { sourcesIn, type FoundSource } from './sourceOffers';

/** An annotation that the article has already. */
export interface Tagged {
  readonly type: string;
  readonly ranges: readonly Range[];
  /** Of a mention. */
  readonly actor?: string;
}

export interface OffersContext {
  /** The codebook's. */
  readonly actors: readonly Actor[];
  readonly sources?: readonly CodebookSource[];
  /** Of `actors`, where one is at hand: it is built once a codebook. */
  readonly names?: NameScan;
  readonly excluded?: readonly Range[];
  readonly tagged?: readonly Tagged[];
  /** Keys of offers that a person has rejected. */
  readonly rejected?: ReadonlySet<string>;
  /** Who speaks in the article's own voice: an actor's id, or one that the codebook doesn't have. */
  readonly author?: string | NewActor;
}

type Draft = Omit<Offer, 'key'>;

/** Begins the key of a mention whose actor the codebook doesn't have. */
const NEW = '\u0000';
/** A claim of which a tagged one covers as much isn't offered. */
const COVERED = 0.5;

/**
 * What a person may want to mark in a text, in its order: mentions by name, of known actors and of new ones; claims; references.
 * Nothing that touches an excluded range, is tagged already, or was rejected. Names are found in all scripts, new ones where
 * there are capitals; the rules for claims know English. Nothing is kept from one call to the next.
 */
export function offersOf(text: string, context: OffersContext): readonly Offer[] {
  const { actors, sources = [], excluded = [], tagged = [], rejected } = context;
  const newAuthor = typeof context.author === 'object' ? context.author : undefined;
  const author = typeof context.author === 'object' ? NEW + context.author.name : context.author;
  const names = context.names ?? new NameScan(actors);
  const marked = tagged.flatMap(({ type, ranges, actor }) =>
    type === 'actor' && actor !== undefined ? ranges.map((range): Mention => ({ range, actor })) : [],
  );
  const passages = passagesOf(text, excluded);
  const ids = new Set(marked.map(({ actor }) => actor));
  const known = namedActors(text, passages, names.all(text, { excluded }), ids);
  const named = namedIn(
    text,
    passages,
    known,
    marked.map(({ range }) => range),
  );
  const byId = new Map(actors.map((actor) => [actor.id, actor]));
  const newKinds = new Map(
    [...named.flatMap(({ newName }) => newName ?? []), ...(newAuthor ? [newAuthor] : [])].map(
      ({ name, kind }) => [NEW + name, kind] as const,
    ),
  );
  // A name of two words that nothing tells of is most often a person's.
  const kindOf = (key: string): string | undefined =>
    byId.get(key)?.kind ?? newKinds.get(key) ?? (/\s/u.test(byId.get(key)?.name ?? key) ? 'person' : undefined);
  const drafts: Draft[] = [
    ...named.filter((one) => isUntagged(one, marked, byId)).map(mentionDraft(named)),
    ...claimsIn(text, passages, mentionsOf(named, marked), kindOf, author)
      .filter(({ range }) => !isCovered(range, rangesOf(tagged, 'claim')))
      .map((claim) => claimDraft(claim, newKinds)),
    ...sourcesIn(text, passages, sources)
      .filter(({ range }) => !rangesOf(tagged, 'source').some((one) => overlaps(one, range)))
      .map(sourceDraft),
  ]
    .filter(({ ranges }) => !ranges.some((range) => excluded.some((one) => overlaps(one, range))))
    .sort((a, b) => compareRanges(a.ranges[0] ?? NOWHERE, b.ranges[0] ?? NOWHERE));
  const keys = offerKeys(
    text,
    drafts.map(({ type, ranges, actor, name }) => ({ type, ranges, of: actor ?? name })),
  );
  return drafts.flatMap((draft, index) => {
    const key = keys[index] ?? '';
    return rejected?.has(key) ? [] : [{ key, ...draft }];
  });
}

const NOWHERE: Range = { start: 0, end: 0 };

/** What is marked goes before what is found; of names within names the outer ones. */
function mentionsOf(named: readonly Named[], marked: readonly Mention[]): Mention[] {
  const index = new RangeIndex(marked, ({ range }) => range);
  const found = named
    .filter(({ range }) => !index.touches(range))
    .map(({ range, actor, newName }) => ({ range, actor: actor?.id ?? NEW + (newName?.name ?? '') }));
  let end = 0;
  return [...marked, ...found]
    .sort((a, b) => compareRanges(a.range, b.range))
    .filter(({ range }) => {
      const isOuter = range.end > end;
      end = Math.max(end, range.end);
      return isOuter;
    });
}

/** Whether no tagged mention overlaps, but for a collective's around one within it, or the other way round. */
function isUntagged(
  { range, actor, newName }: Named,
  marked: readonly Mention[],
  actors: ReadonlyMap<string, Actor>,
): boolean {
  const isGroup = actor ? isCollective(actor) : newName?.kind === 'group';
  return !marked.some((one) => {
    if (!overlaps(one.range, range)) return false;
    const collective = actors.get(one.actor);
    const isWithin = collective !== undefined && isCollective(collective) && isInside(one.range, range);
    return !isWithin && !(isGroup && isInside(range, one.range));
  });
}

function rangesOf(tagged: readonly Tagged[], wanted: string): Range[] {
  return tagged.flatMap(({ type, ranges }) => (type === wanted ? ranges : []));
}

function isCovered({ start, end }: Range, ranges: readonly Range[]): boolean {
  return ranges.some((one) => Math.min(one.end, end) - Math.max(one.start, start) >= COVERED * (end - start));
}

function mentionDraft(named: readonly Named[]): (one: Named) => Draft {
  const counts = new Map<string, number>();
  for (const { newName } of named) if (newName) counts.set(newName.name, (counts.get(newName.name) ?? 0) + 1);
  return ({ range, actor, others = [], newName }) => {
    const ranges = [range];
    if (!newName) {
      const other = others.map(({ id }) => id);
      return {
        type: 'actor',
        ranges,
        why: 'name',
        ...(actor ? { actor: actor.id } : {}),
        ...(other.length > 0 ? { others: other } : {}),
      };
    }
    const { name, kind } = newName;
    return { type: 'actor', ranges, why: 'new-name', name, count: counts.get(name) ?? 1, ...(kind ? { kind } : {}) };
  };
}

function claimDraft(
  { range, speakers, holders, addressees, stance, attribution, act, why }: FoundClaim,
  newKinds: ReadonlyMap<string, string | undefined>,
): Draft {
  const known = (keys: readonly string[]): string[] => keys.filter((key) => !key.startsWith(NEW));
  const fresh = speakers
    .filter((key) => key.startsWith(NEW))
    .map((key): NewActor => {
      const kind = newKinds.get(key);
      return { name: key.slice(NEW.length), ...(kind ? { kind } : {}) };
    });
  return {
    type: 'claim',
    ranges: [range],
    why,
    speakers: known(speakers),
    ...(fresh.length > 0 ? { newSpeakers: fresh } : {}),
    holders: known(holders),
    addressees: known(addressees),
    ...(stance ? { stance } : {}),
    attribution,
    act,
  };
}

function sourceDraft({ range, ...fields }: FoundSource): Draft {
  return { type: 'source', ranges: [range], why: 'reference', ...fields };
}
