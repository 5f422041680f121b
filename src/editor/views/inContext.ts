import { shortened } from '../../model/shortened';
import { showUnseen } from '../../model/unseen';
import type { Range } from '../../model/range';

/** How much of a line is shown beside a range, in UTF-16 code units. */
const BEFORE = 24;
const AFTER = 60;
/** The most that is shown of the range itself, in code points. */
const MOST = 120;

/** A range in its words: what stands before it on its line, it, what stands behind it; each on one line. */
export interface InContext {
  readonly lead: string;
  readonly exact: string;
  readonly after: string;
}

/**
 * As the references view shows a reference; of what stands before at most `most` code units, cut at words, a cut shown by
 * an ellipsis.
 */
export function inContext(text: string, { start, end }: Range, most = BEFORE): InContext {
  const exact = text.slice(start, Math.min(end, start + 2 * MOST + 2));
  return {
    lead: oneLine(before(text, start, most)),
    exact: shortened(oneLine(exact), MOST),
    after: oneLine(firstLine(text.slice(end, end + AFTER))),
  };
}

function oneLine(text: string): string {
  return showUnseen(text).replace(/\s/gu, ' ');
}

function firstLine(text: string): string {
  const end = text.indexOf('\n');
  return end < 0 ? text : text.slice(0, end);
}

/** The last words of the line before an offset. */
function before(text: string, offset: number, most: number): string {
  const from = Math.max(0, offset - most);
  const taken = text.slice(from, offset);
  const line = taken.slice(taken.lastIndexOf('\n') + 1).trimStart();
  const isWhole = from === 0 || taken.includes('\n') || text[from - 1] === '\n';
  return isWhole ? line : `…${line.replace(/^\S*\s/, '')}`;
}
