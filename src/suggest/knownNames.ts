import type { Actor } from '../model/codebook';
import { contains, type Range } from '../model/range';
import { isBesideDate, isDateline } from './dateWords';
import { isShortAcronym } from './nameEntries';
import { kindOfName, titles } from './nameKinds';
import type { NameHit } from './nameScan';
import { isAcronym, tokensOf, type Token } from './nameTokens';
import type { Passage } from './passages';
import { RangeIndex } from './rangeIndex';

/** A mention of a known actor, by name. */
export interface NamedActor {
  readonly range: Range;
  readonly actor: Actor;
  /** Others whom the name may mean, too. */
  readonly others: readonly Actor[];
}

/** The mentions, and the names that are none though nobody else's: places, months, words. */
export interface NameReading {
  readonly named: readonly NamedActor[];
  readonly passedOver: readonly Range[];
}

const LOCAL = /(?:^|[^\p{L}])(?:in|near|outside|around|at|across|inside|throughout)\s$/iu;
/** "The government in Tessen" is the government. */
const RULERS = /(?<!\p{L})(?:government|leadership|regime|administration|authorities|rulers|cabinet|elite)s?\sin\s$/iu;

/**
 * Which of the names that were found are mentions, and whose. Left out is a month ("in May"), a capital as a place ("in
 * Beijing", unless it rules there), a part of a longer name ("Port Sena"), and a word that only its sentence's beginning or
 * a title capitalises. A short form that several share ("the Council") is theirs of whom the text gives the full name.
 * @param tagged ids of actors that the text mentions for certain
 */
export function namedActors(
  text: string,
  passages: readonly Passage[],
  hits: readonly NameHit[],
  tagged: ReadonlySet<string>,
): NameReading {
  const owners = new NameOwners(text, hits, tagged);
  const index = new RangeIndex(hits, ({ range }) => range);
  const places = new RangeIndex(passages, ({ body }) => body);
  const found = hits.flatMap((hit) => {
    const passage = places.overlapping(hit.range).find(({ body }) => contains(body, hit.range));
    return passage ? [{ ...hit, surface: text.slice(hit.range.start, hit.range.end), passage }] : [];
  });
  const parts = new Set(found.filter((hit) => isWord(hit.surface) && isPartOfOther(text, hit, index, hit.passage)));
  const ofOthers = new Set([...parts].map(({ surface }) => surface));
  const certain = new Set(found.flatMap((hit) => (isDoubtful(hit.passage, hit.range) ? [] : [hit.surface])));
  const named: NamedActor[] = [];
  const passedOver: Range[] = [];
  for (const hit of found) {
    const { range, actors, surface, passage } = hit;
    const [actor, ...others] = owners.ranked(actors, range.start);
    if (!actor) continue;
    const isOpen = owners.isOpen(surface, actor);
    const isChance =
      isWord(surface) && isDoubtful(passage, range) && !certain.has(surface) && hasLowerCase(text, surface);
    if (isChance || isBesideDate(text, range) || isPlace(text, range, surface, actor, passage)) passedOver.push(range);
    else if (isOpen && others.length > 0) passedOver.push(range);
    // "Stone" is Emma Stone's where the text names her, and nobody else of that name.
    else if (!parts.has(hit) && !(isOpen && ofOthers.has(surface))) named.push({ range, actor, others });
  }
  return { named, passedOver };
}

/** A single word that is no acronym. */
function isWord(surface: string): boolean {
  return !/\s/u.test(surface) && !isAcronym(surface) && !isShortAcronym(surface);
}

/** Tells whose a shared name is, by the full names that the text gives. */
class NameOwners {
  /** Where each actor is named by more than a part of its name; empty where it is tagged only. */
  readonly #full = new Map<Actor, number[]>();
  readonly #ids: ReadonlySet<string>;
  readonly #parents: ReadonlySet<string | undefined>;

  constructor(text: string, hits: readonly NameHit[], tagged: ReadonlySet<string>) {
    for (const { range, actors } of hits)
      for (const actor of actors) {
        if (isShortForm(text.slice(range.start, range.end), actor)) continue;
        const starts = this.#full.get(actor);
        if (starts) starts.push(range.start);
        else this.#full.set(actor, [range.start]);
      }
    this.#ids = new Set([...tagged, ...[...this.#full.keys()].map(({ id }) => id)]);
    this.#parents = new Set([...this.#full.keys()].map(({ parent }) => parent));
  }

  /** First whose full name stands last before, then those who are named at all, their relations, and the others. */
  ranked(actors: readonly Actor[], start: number): Actor[] {
    const distance = (actor: Actor): number => {
      const before = this.#full.get(actor)?.findLast((one) => one <= start);
      if (before !== undefined) return start - before;
      if (this.#ids.has(actor.id)) return 1e9;
      return this.#isRelated(actor) ? 2e9 : 3e9;
    };
    return actors.length < 2 ? [...actors] : [...actors].sort((a, b) => distance(a) - distance(b));
  }

  /** Whether nothing tells whose a short form is. */
  isOpen(surface: string, actor: Actor): boolean {
    return isShortForm(surface, actor) && !this.#ids.has(actor.id) && !this.#isRelated(actor);
  }

  #isRelated({ id, parent }: Actor): boolean {
    return this.#parents.has(id) || (parent !== undefined && this.#ids.has(parent));
  }
}

/** A single word of a longer name: a surname, "Council". */
function isShortForm(surface: string, { name }: Actor): boolean {
  const words = name.split(/\s+/u);
  return words.length > 1 && !/\s/u.test(surface) && !isAcronym(surface) && words.includes(surface);
}

/** Whether a capital may come from the beginning of a sentence, or from a title. */
function isDoubtful({ isTitle, sentences }: Passage, { start }: Range): boolean {
  return isTitle || sentences.some((sentence) => sentence.start === start);
}

function hasLowerCase(text: string, surface: string): boolean {
  const lower = surface.toLowerCase();
  const escaped = lower.replace(/[^\p{L}\p{N}]/gu, '\\$&');
  return lower !== surface && new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`, 'u').test(text);
}

/** A capital or seat as a place: "in Beijing", a dateline. The actor's own name is one wherever it stands. */
function isPlace(text: string, range: Range, surface: string, actor: Actor, { body }: Passage): boolean {
  if (actor.name === surface) return false;
  if (isDateline(text, range, body)) return true;
  if (/\s/u.test(surface) || isAcronym(surface) || actor.name.includes(surface)) return false;
  const before = text.slice(Math.max(0, range.start - 40), range.start).replace(/\s+/gu, ' ');
  return (LOCAL.test(before) && !RULERS.test(before)) || text.startsWith('-based', range.end);
}

/** Whether a single word is part of a name that isn't known: "Port Sena", "Emma Stone", "Karsk Foreign Ministry". */
function isPartOfOther(
  text: string,
  { range, actors }: NameHit,
  hits: RangeIndex<NameHit>,
  { names, sentences }: Passage,
): boolean {
  const stretch = names.find(({ start, end }) => start <= range.start && range.end <= end);
  if (!stretch) return false;
  const tokens = tokensOf(text, stretch);
  const first = tokens.findIndex(({ start }) => start === range.start);
  const last = tokens.findIndex(({ end }) => end === range.end);
  const isOther = (token: Token | undefined): boolean =>
    token !== undefined && /^\p{Lu}/u.test(token.word) && !titles.has(token.word.toLowerCase()) && !hits.touches(token);
  const isOfBody = kindOfName(tokens.slice(first).map(({ word }) => word)) === 'organization';
  if (isOfBody && last < tokens.length - 1) return true;
  const [before, behind] = [tokens[first - 1], tokens[last + 1]];
  // A word that begins the sentence is part of a person's name, but maybe not of a body's.
  const isFirst =
    sentences.some(({ start }) => start === before?.start) && actors.some(({ kind }) => kind !== 'person');
  return isOther(behind) || (isOther(before) && !isFirst);
}
