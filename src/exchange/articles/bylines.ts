import { oneLine } from '../../model/oneLine';
import { datesIn, type DateWords } from './dates';

/** What stands before the names, in the languages of most pages. */
const label = /(?:^|[\s\d])(?:author|autor(?:in|en)?|auteure?|autore|автор|作者|text|by|von|par)\s*[:：]\s*/iu;
const english = /(?:^|[\s\d])(?:[Bb]y|BY)\s+(?=[^\p{Ll}\s])/u;
/** With "von" and its like a name may begin, so these stand first, or behind what was done. */
const lead =
  /^(?:(?:(?:[Gg]e|[Ee]r|[Vv]er|[Pp]ubl)\p{Ll}+\s+|Beitrag\s*|Artikel\s+|Text\s+)?(?:[Vv]on|VON)|[Bb]y|[Pp]ar|PAR|[Pp]or|POR|[Dd]oor|di|da|af|av)\s+(?=[^\p{Ll}]|[^\s]+$)/u;
/** Where the names end: a handle, a number, another field, a note of when. */
const end =
  /\s*(?:[|•·→»@]|\p{Extended_Pictographic}|(?<=\s\p{L}*)\d|(?<=\p{Ll})\s+in\s(?=\p{Lu})|\b(?:[Ll]ast )?[Uu]pdated\b).*$/u;
/** Small words that led to what was cut off. */
const dangling = /(?:[\s,;:(.–—-]+|\s(?:am|on|at|le|el|il|op|den|vom|in))+$/iu;
const MAX_LENGTH = 100;

/** The names in a line that names who wrote: "By Jane Doe, 4 May 2023" gives "Jane Doe". Undefined where there are none, and where it
 * is too long for names. */
export function bylineName(byline: string, words: DateWords): string | undefined {
  const whole = oneLine(byline);
  if (whole.length > MAX_LENGTH * 2) return undefined;
  const labelled = label.exec(whole) ?? english.exec(whole);
  const line = labelled ? whole.slice(labelled.index + labelled[0].length) : whole.replace(/^[^\p{L}\p{N}]+/u, '');
  const unled = line.replace(lead, '');
  const [date] = datesIn(unled, words);
  const names = unled.slice(0, date?.index).replace(end, '');
  const name = names === unled ? names : names.replace(dangling, '');
  return /\p{L}/u.test(name) && name.length <= MAX_LENGTH ? name.trim() : undefined;
}

/** The names in a line that says by itself that it names who wrote, as "Von Anna Berg" does. */
export function signedName(line: string, words: DateWords): string | undefined {
  if (line.length > MAX_LENGTH || ![label, english, lead].some((start) => start.test(line))) return undefined;
  const name = bylineName(line, words);
  return name !== undefined && isNames(name) ? name : undefined;
}

/** Whether a text is names of persons by its form: two to four words each, of which the first and the last begin with a capital. */
function isNames(text: string): boolean {
  return text
    .split(/\s*[,;/&]\s*|\s+(?:and|und|et|y|e|en|og|och)\s+/u)
    .every((name) => /^\p{Lu}[\p{L}\p{M}.’'-]*(?: [\p{L}\p{M}.’'-]+){0,2} \p{Lu}[\p{L}\p{M}.’'-]+$/u.test(name));
}
