// The same words, set otherwise.
import { Draft, type Changed } from '../characterMap';
import type { Change } from './change';

/** Lines wrapped at 72 columns, two blanks behind sentences. */
export const reflow: Change = ({ text, blocks }) => {
  const draft = new Draft(text);
  let from = 0;
  for (const { kind, start, end } of blocks) {
    if (kind === 'furniture') continue;
    let column = 0;
    for (let at = start; at < end; at += 1) {
      column += 1;
      if (text[at] !== ' ') continue;
      const next = text.indexOf(' ', at + 1);
      const wrapped = column + (next < 0 || next > end ? end : next) - at > 72;
      const after = /[.!?”]/.test(text.charAt(at - 1));
      if (!wrapped && !after) continue;
      draft.keep(from, at);
      draft.respell(at, at + 1, wrapped ? '\n' : '  ');
      from = at + 1;
      if (wrapped) column = 0;
    }
  }
  draft.keep(from, text.length);
  return draft.finished();
};

/** Lines end with CR LF. */
export const crlf: Change = ({ text }) => respelt(text, /\n/g, () => '\r\n');

/** Everything as it was. */
export const unchanged: Change = ({ text }) => respelt(text, /$^/g, (found) => found);

/**
 * Curly quotation marks straight, long dashes double hyphens, the ellipsis three dots, letters with accents decomposed;
 * ligatures in three of ten words that can have them; one blank in twenty is one that doesn't break.
 */
export const typography: Change = ({ text }, random) =>
  respelt(text, /[“”‘’—…]|ffi|ffl|ff|fi|fl|[\u00c0-\u024f]|(?<=\S) (?=\S)/g, (found) => {
    switch (found) {
      case '“':
      case '”':
        return '"';
      case '‘':
      case '’':
        return "'";
      case '—':
        return '--';
      case '…':
        return '...';
      case ' ':
        return random() < 0.05 ? '\u00a0' : found;
      default:
        return found.normalize('NFD') !== found
          ? found.normalize('NFD')
          : random() < 0.3
            ? ligatures.get(found)
            : found;
    }
  });

const ligatures = new Map([
  ['ff', '\ufb00'],
  ['fi', '\ufb01'],
  ['fl', '\ufb02'],
  ['ffi', '\ufb03'],
  ['ffl', '\ufb04'],
]);

/** Rewrites what a pattern finds; the new spelling stands for the old one. */
export function respelt(text: string, pattern: RegExp, spell: (found: string) => string | undefined): Changed {
  const draft = new Draft(text);
  let from = 0;
  for (const { index, 0: found } of text.matchAll(pattern)) {
    const spelt = spell(found) ?? found;
    if (spelt === found) continue;
    draft.keep(from, index);
    draft.respell(index, index + found.length, spelt);
    from = index + found.length;
  }
  draft.keep(from, text.length);
  return draft.finished();
}
