import type { Range } from '../model/range';
import { blockAt } from './lines';

/** A stretch in quotation marks. */
export interface Quotation {
  /** With its marks. */
  readonly outer: Range;
  /** Without. */
  readonly inner: Range;
}

const PAIRS: readonly (readonly [string, string])[] = [
  ['“', '”'],
  ['„', '“'],
  ['«', '»'],
  ['「', '」'],
  ['『', '』'],
  ['‘', '’'],
];
const MARK = /["“”„«»「」『』‘’]/gu;
const REACH = 2_000;
/** Marks that wait for their partner; older ones have none. */
const DEPTH = 8;

/** The innermost quotation of the paragraph that holds `offset`, on its marks too. */
export function quotationAt(text: string, offset: number): Quotation | undefined {
  const { body } = blockAt(text, offset);
  const within = { start: Math.max(body.start, offset - REACH), end: Math.min(body.end, offset + REACH) };
  const around = quotations(text, within).filter(({ outer }) => outer.start <= offset && offset <= outer.end);
  return around.sort((a, b) => a.outer.end - a.outer.start - (b.outer.end - b.outer.start))[0];
}

/** The quotations of a range (a paragraph, or less), in order, nested ones behind those that hold them. A closing ’ counts
 * only where it is no apostrophe; straight marks pair off in order. */
export function quotations(text: string, within: Range): Quotation[] {
  const found: Quotation[] = [];
  const open: { start: number; close: string }[] = [];
  for (const { 0: mark, index } of text.slice(within.start, within.end).matchAll(MARK)) {
    const at = within.start + index;
    const closes = open.findLastIndex(({ close }) => close === mark);
    if (closes >= 0 && !isApostrophe(text, at)) {
      const [{ start } = { start: at }] = open.splice(closes);
      if (at > start + 1) found.push({ outer: { start, end: at + 1 }, inner: { start: start + 1, end: at } });
      continue;
    }
    const close = mark === '"' ? '"' : PAIRS.find(([opening]) => opening === mark)?.[1];
    if (close && !isApostrophe(text, at)) {
      open.push({ start: at, close });
      if (open.length > DEPTH) open.shift();
    }
  }
  return found.sort((a, b) => a.outer.start - b.outer.start || b.outer.end - a.outer.end);
}

function isApostrophe(text: string, at: number): boolean {
  const mark = text.charAt(at);
  return (
    (mark === '’' || mark === '‘') &&
    /[\p{L}\p{N}]/u.test(text.charAt(at + 1)) &&
    /[\p{L}\p{N}]/u.test(text.charAt(at - 1))
  );
}
