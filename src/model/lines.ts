/** The lines of a text by offset: lines end at LF only, as in every article's text; a final LF opens one more, empty
 * line. Built once in time linear in the text, asked in logarithmic time. Offsets in UTF-16 code units. */
export class LineIndex {
  readonly #text: string;
  readonly #starts: number[] = [0];

  constructor(text: string) {
    this.#text = text;
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) this.#starts.push(at + 1);
  }

  /** At least 1. */
  get count(): number {
    return this.#starts.length;
  }

  /** The line (from 0) that holds the unit at `offset`; a line's LF belongs to it. Offsets outside the text count as its
   * nearest end. */
  lineAt(offset: number): number {
    let low = 0;
    let high = this.#starts.length;
    while (high - low > 1) {
      const middle = (low + high) >>> 1;
      if ((this.#starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return low;
  }

  /** Where the unit at `offset` stands: its line, and how far into it (both from 0). Offsets outside the text count as its
   * nearest end. */
  positionAt(offset: number): { readonly line: number; readonly character: number } {
    const line = this.lineAt(offset);
    const at = Math.min(Math.max(0, offset), this.#text.length);
    return { line, character: at - (this.#starts[line] ?? 0) };
  }

  /** Line `line` (from 0) without its LF; empty where there is no such line. */
  lineText(line: number): string {
    const start = this.#starts[line];
    if (start === undefined) return '';
    const next = this.#starts[line + 1];
    return this.#text.slice(start, next === undefined ? undefined : next - 1);
  }
}
