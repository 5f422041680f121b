import type { Actor } from '../model/codebook';
import { fold } from './nameFolding';

/** A name or alias of an actor. */
export interface NameEntry {
  readonly actor: Actor;
  /** As the codebook has it, or, of a short acronym, with or without its full stops. */
  readonly surface: string;
  readonly caseSensitive: boolean;
}

const SHORT = 4;

/** The names and aliases of actors by their folded form, those that have it as their name first. */
export function nameEntries(actors: readonly Actor[]): ReadonlyMap<string, readonly NameEntry[]> {
  const entries = new Map<string, NameEntry[]>();
  const add = (actor: Actor, surface: string): void => {
    const key = fold(surface.trim()).text;
    if (key === '') return;
    const entry = { actor, surface: surface.trim(), caseSensitive: isShortAcronym(surface) };
    const known = entries.get(key);
    if (known) known.push(entry);
    else entries.set(key, [entry]);
  };
  for (const actor of actors) add(actor, actor.name);
  for (const actor of actors) for (const alias of actor.aliases ?? []) add(actor, alias);
  const listed = new Set(entries.keys());
  for (const actor of actors)
    for (const surface of [actor.name, ...(actor.aliases ?? [])]) {
      const other = otherSpelling(surface.trim());
      if (other !== undefined && !listed.has(fold(other).text)) add(actor, other);
    }
  return entries;
}

/** "US", "U.S.", "WHO": at most four letters, all capitals; "us" is something else. */
export function isShortAcronym(surface: string): boolean {
  const letters = surface.replace(/[.\s]/gu, '');
  return letters.length > 0 && letters.length <= SHORT && /^[\p{Lu}\p{Nd}]+$/u.test(letters) && /\p{Lu}/u.test(letters);
}

/**
 * Whether a text that reads like the entry but for case is written like it: a short acronym just so; else at least half of
 * the words that have a capital in the name have one ("the Hague", "NORTH KOREA"; "reform" is not the party Reform).
 */
export function isWrittenLike(surface: string, entry: NameEntry): boolean {
  if (entry.caseSensitive) return plain(surface) === plain(entry.surface);
  const [here, there] = [wordsOf(surface), wordsOf(entry.surface)];
  const capitals = there.flatMap((word, index) => (isCapital(word) ? [here[index] ?? ''] : []));
  return capitals.filter(isCapital).length * 2 >= capitals.length;
}

/** Apostrophes and white space as they count where case does. */
function plain(surface: string): string {
  return surface
    .replace(/['’ʼ‘]/gu, "'")
    .replace(/\s+/gu, ' ')
    .normalize('NFC');
}

function wordsOf(surface: string): string[] {
  return surface.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu) ?? [];
}

function isCapital(word: string): boolean {
  return /^[\p{Lu}\p{Lt}]/u.test(word);
}

/** "US" gives "U.S.", and the other way round; undefined for what is no short acronym of letters. */
function otherSpelling(surface: string): string | undefined {
  if (!isShortAcronym(surface) || !/^[\p{Lu}.]{2,}$/u.test(surface)) return undefined;
  const letters = surface.replaceAll('.', '');
  if (letters.length < 2) return undefined;
  return surface === letters ? letters.replace(/./gu, '$&.') : letters;
}
