import type { Form } from '../model/annotation';
import { groupNouns, ordinaryWords, pronouns } from './words';

const LONGEST_ALIAS = 100;
/** Lower-case words that names hold within. */
const WITHIN = /^(?:of|the|and|for|in|on|de|del|della|di|da|dos|du|des|la|le|von|van|der|den|bin|ibn|al|el|y|e|&)$/u;

/** What `surface` is as a mention: a name ("Kim Jong Un", "the US"), a pronoun ("it", "who"), or nominal ("both countries",
 * "the two nations", "North Korea’s leadership"). Words in scripts without capitals count as names unless they are pronouns. */
export function guessForm(surface: string): Form {
  const bare = surface.trim().replace(/['’]s?$/u, '');
  if (pronouns.has(bare.toLowerCase()) && !isAcronym(bare)) return 'pronoun';
  const words = bare.replace(/^(?:the|a|an)\s+/iu, '').split(/\s+/u);
  if (words.every((word) => !/\p{Lu}|\p{Ll}/u.test(word))) return /[\p{L}]/u.test(bare) ? 'name' : 'nominal';
  const [first = '', last = ''] = [words[0], words.at(-1)];
  if (!isNameWord(first) || !isNameWord(last)) return 'nominal';
  if (!words.every((word) => isNameWord(word) || WITHIN.test(word))) return 'nominal';
  if (!isAcronym(first) && ordinaryWords.has(first.toLowerCase())) return 'nominal';
  return words.length === 1 && groupNouns.has(first.toLowerCase()) ? 'nominal' : 'name';
}

/** Whether a mention's words may become an alias of its actor: proper names only. */
export function mayBecomeAlias(surface: string): boolean {
  const bare = surface.trim();
  return bare.length > 0 && bare.length <= LONGEST_ALIAS && !/\n\s*\n/u.test(bare) && guessForm(bare) === 'name';
}

/** "US" and "WHO" are no pronouns. */
function isAcronym(word: string): boolean {
  return word.length > 1 && /^\p{Lu}+$/u.test(word);
}

function isNameWord(word: string): boolean {
  return /[\p{Lu}\p{Lt}\p{Lo}\p{Nd}]/u.test(word);
}
