const word = /[\p{L}\p{M}\p{N}]+(?:['’-][\p{L}\p{M}\p{N}]+)*/gu;
const brokenEnd = /([\p{L}\p{M}\p{N}]+(?:-[\p{L}\p{M}\p{N}]+)*)([-\u2010\u00ad])$/u;
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef]/u;

/** Joins the lines of paragraphs, and mends words that are broken at a line's end. */
export class LineJoiner {
  readonly #words = new Set<string>();
  #mended = 0;

  /** @param lines all of the document, whose unbroken words tell how a broken one is written */
  constructor(lines: Iterable<string>) {
    for (const line of lines) {
      for (const [found] of line.replace(brokenEnd, '').matchAll(word)) this.#words.add(found.toLowerCase());
    }
  }

  /** Words that were put together. */
  get mended(): number {
    return this.#mended;
  }

  /**
   * Two lines become one: gives the first as it stays, and the second with what stands before it. That is a space, but none in Chinese and
   * Japanese. After a hyphen at the end there is none either, and
   * - a soft hyphen goes;
   * - a hyphen before a capital letter or a number stays ("Anglo-", "American");
   * - one before a small letter goes where the word without it stands elsewhere in the document; it stays where the word with it does, or where
   *   the first part has a hyphen already ("state-of-the-", "art") or ends with a number; else it goes.
   */
  joined(first: string, second: string): readonly [string, string] {
    const [, before = '', hyphen] = brokenEnd.exec(first) ?? [];
    const [after = ''] = /^[\p{L}\p{M}\p{N}]+/u.exec(second) ?? [];
    if (hyphen === undefined || after === '') {
      const isClose = unspaced.test(first.at(-1) ?? '') && unspaced.test(second[0] ?? '');
      return [first, isClose ? second : ` ${second}`];
    }
    if (hyphen !== '\u00ad' && this.#keepsHyphen(before, after)) return [first, second];
    this.#mended += 1;
    return [first.slice(0, -1), second];
  }

  #keepsHyphen(before: string, after: string): boolean {
    if (!/^\p{Ll}/u.test(after)) return true;
    if (this.#words.has((before + after).toLowerCase())) return false;
    return before.includes('-') || /\p{N}$/u.test(before) || this.#words.has(`${before}-${after}`.toLowerCase());
  }
}
