import type { Range } from '../../../model/range';

const BYTE_ORDER_MARK = '\uFEFF';

/** A document's text as a database has it, and as an article has it. */
export class StoredText {
  /** LF, without a byte order mark. */
  readonly text: string;
  readonly #hasMark: boolean;
  /** Where the carriage returns stand that the article hasn't, in units of the stored text. */
  readonly #dropped: number[] = [];

  constructor(stored: string) {
    this.#hasMark = stored.startsWith(BYTE_ORDER_MARK);
    const unmarked = this.#hasMark ? stored.slice(1) : stored;
    for (const { index } of stored.includes('\r') ? stored.matchAll(/\r(?=\n)/g) : []) this.#dropped.push(index);
    this.text = stored.includes('\r') ? unmarked.replace(/\r\n?/g, '\n') : unmarked;
  }

  /** Whether the ways to count line breaks differ for it. */
  get hasDoubleBreaks(): boolean {
    return this.#dropped.length > 0;
  }

  /** A range of the article's text.
   * @param range in UTF-16 code units of the stored text
   * @param breaksCount what CRLF counts in the range's offsets */
  range({ start, end }: Range, breaksCount: 1 | 2): Range {
    return { start: this.#offset(start, breaksCount), end: this.#offset(end, breaksCount) };
  }

  #offset(offset: number, breaksCount: 1 | 2): number {
    const unmarked = this.#hasMark && offset > 0 ? offset - 1 : offset;
    return breaksCount === 1 ? unmarked : unmarked - this.#droppedBefore(offset);
  }

  #droppedBefore(offset: number): number {
    let low = 0;
    let high = this.#dropped.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#dropped[middle] ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/**
 * What CRLF counts in the offsets of a project: 2 as Java's strings have it, as scripts do it; 1 in what people marked in DNA,
 * whose text pane turns CRLF into LF while the database keeps it. Nothing in a file says so: the way in which more marked
 * stretches begin and end at bounds of words is taken, the first where both are alike.
 */
export function breaksCount(stretches: Iterable<{ readonly document: StoredText; readonly range: Range }>): 1 | 2 {
  let [one, two] = [0, 0];
  for (const { document, range } of stretches) {
    if (!document.hasDoubleBreaks) continue;
    one += fit(document.text, document.range(range, 1));
    two += fit(document.text, document.range(range, 2));
  }
  return one > two ? 1 : 2;
}

/** How many of a range's ends, 0 to 2, are such as a person would set them. */
function fit(text: string, { start, end }: Range): number {
  if (start < 0 || end > text.length || start >= end) return 0;
  const begins = /^\S/u.test(text[start] ?? '') && !isInWord(text, start);
  const ends = /^\S/u.test(text[end - 1] ?? '') && !isInWord(text, end);
  return Number(begins) + Number(ends);
}

function isInWord(text: string, offset: number): boolean {
  const letter = /^[\p{L}\p{N}\p{M}\p{Cs}]/u;
  return offset > 0 && letter.test(text[offset - 1] ?? '') && letter.test(text[offset] ?? '');
}
