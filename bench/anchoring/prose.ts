// Real prose for the bench: public speeches, cut into sentences, in two halves that share none.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { seedOf } from '../random';

/** *tuning*: what thresholds may be chosen by. *reporting*: what the printed table is measured on. */
export type Half = 'tuning' | 'reporting';

/** A speech: its sentences. */
export type Speech = readonly string[];

/**
 * The speeches of one half. A speech belongs to one half alone, by the hash of its name; a sentence of more than forty
 * units that a speech says again, or another one has said, is left out.
 * @param folder with text files, see getAddresses in test/harness/downloads.mjs
 */
export function readSpeeches(folder: string, half: Half): Speech[] {
  const byHash = readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .sort((a, b) => seedOf(a) - seedOf(b) || (a < b ? -1 : 1));
  const lengths = { tuning: 0, reporting: 0 };
  const said = new Set<string>();
  const speeches: Speech[] = [];
  for (const name of byHash) {
    const text = readFileSync(path.join(folder, name), 'utf8');
    const mine: Half = lengths.tuning <= lengths.reporting ? 'tuning' : 'reporting';
    lengths[mine] += text.length;
    const sentences = sentencesOf(typeset(text)).filter((sentence) => {
      const again = sentence.length > 40 && said.has(sentence);
      said.add(sentence);
      return !again && sentence.length > 15 && sentence.length < 600;
    });
    if (mine === half) speeches.push(sentences);
  }
  return speeches;
}

/** As a newspaper sets it: curly quotation marks, long dashes, single blanks. */
export function typeset(text: string): string {
  return text
    .replace(/[\s\u0002•]+/g, ' ')
    .replace(/(?<=[a-z][.!?])(?=[A-Z])/g, ' ')
    .trim()
    .replace(/(^|[\s(—-])"/g, '$1“')
    .replace(/"/g, '”')
    .replace(/(^|[\s(—“])'/g, '$1‘')
    .replace(/'/g, '’')
    .replace(/\s?--+\s?/g, ' — ')
    .replace(/\.{3,}/g, '…');
}

/** Abbreviations after which a sentence goes on. */
const abbreviation = /(?:^|[\s(“])(?:Mr|Mrs|Ms|Dr|St|No|Gen|Sen|Gov|Messrs|Hon|vs|U|S|[A-Z])\.$/;

/** Sentences as they stand in the text, without the blank between them. Trailing quotation marks belong to them. */
export function sentencesOf(text: string): string[] {
  const sentences: string[] = [];
  let from = 0;
  for (const { index, 0: end } of text.matchAll(/[.!?…][”’)]*(?=\s)/g)) {
    const to = index + end.length;
    const gap = /^\s+/.exec(text.slice(to, to + 8))?.[0].length ?? 0;
    const goesOn = !/^[“‘(]?[A-Z0-9]/.test(text.slice(to + gap, to + gap + 2));
    if (goesOn || abbreviation.test(text.slice(Math.max(from, index - 12), index + 1))) continue;
    sentences.push(text.slice(from, to));
    from = to + gap;
  }
  if (from < text.length) sentences.push(text.slice(from));
  return sentences;
}
