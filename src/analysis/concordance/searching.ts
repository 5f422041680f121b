import type { Work } from '../../anchoring/slices';
import type { Range } from '../../model/range';
import { standsAlone } from '../../model/wordBounds';
import { SettingsError } from '../settings';
import { matches } from './matching';
import { compiled, type Instruction } from './program';
import type { ConcordanceSettings } from './settings';
import { SyntaxProblem } from './syntax';

/** Finds the places of what is looked for in a text, from left to right, none in another. */
export type Search = (text: string) => Work<readonly Range[]>;

type Sought = Pick<ConcordanceSettings, 'regex' | 'wholeWords' | 'matchCase'>;

/** Throws a {@link SettingsError} where a regular expression can't be read, or nothing is looked for. */
export function searchFor(search: string, { regex, wholeWords, matchCase }: Sought): Search {
  const find = regex ? byPattern(search, matchCase) : byWords(search, matchCase);
  if (!wholeWords) return find;
  return function* (text) {
    return (yield* find(text)).filter((range) => standsAlone(text, range));
  };
}

function byPattern(source: string, matchCase: boolean): Search {
  let program: readonly Instruction[];
  try {
    program = compiled(source, matchCase);
  } catch (error) {
    if (!(error instanceof SyntaxProblem)) throw error;
    throw new SettingsError('search', `The regular expression ${error.message}.`);
  }
  return (text) => matches(program, text);
}

/** A text as it stands: composed or decomposed, with any white space, and either apostrophe. */
function byWords(search: string, matchCase: boolean): Search {
  const words = search.trim();
  if (words === '') throw new SettingsError('search', 'The text to look for is empty: give some words.');
  const forms = [...new Set([words, words.normalize('NFC'), words.normalize('NFD')])];
  const source = forms
    .map((form) =>
      form
        .split(/\s+/u)
        .map(literally)
        .join(String.raw`\s+`),
    )
    .join('|');
  return function* (text) {
    yield 0;
    const found = text.matchAll(new RegExp(source, matchCase ? 'gu' : 'giu'));
    return Array.from(found, ({ index, 0: { length } }) => ({ start: index, end: index + length }));
  };
}

function literally(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/gu, String.raw`\$&`).replace(/['’ʼ]/gu, "['’ʼ]");
}
