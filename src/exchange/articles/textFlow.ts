/** Puts a plain text together of words and breaks, as a page or a document gives them: white space runs into one space, blocks stand apart
 * by one blank line, items of lists have a mark and their further lines are indented. */
export class TextFlow {
  readonly #pieces: string[] = [];
  /** Line breaks before what comes next. */
  #breaks = 0;
  #hasSpace = false;
  readonly #indents: string[] = [];
  #mark: string | undefined;

  /** Text whose white space has no meaning, no-break spaces included; soft hyphens and other invisible hints of breaks go. */
  words(raw: string): void {
    const text = raw.replace(/[\u00ad\u200b\ufeff]/g, '').replace(/[ \t\n\r\f\u00a0]+/g, ' ');
    const core = text.trim();
    if (text.startsWith(' ')) this.#hasSpace = true;
    if (core === '') return;
    this.#open();
    this.#pieces.push(core);
    this.#hasSpace = text.endsWith(' ');
  }

  /** Text whose white space counts. */
  verbatim(text: string): void {
    for (const [index, line] of text.split('\n').entries()) {
      if (index > 0) this.#breaks += 1;
      if (line.trim() === '') continue;
      this.#open();
      this.#pieces.push(line.trimEnd());
    }
  }

  /** What follows stands in a line of its own. */
  line(): void {
    this.#breaks = Math.max(this.#breaks, 1);
    this.#hasSpace = false;
  }

  /** What follows stands apart by a blank line. */
  block(): void {
    this.#breaks = Math.max(this.#breaks, 2);
    this.#hasSpace = false;
  }

  space(): void {
    this.#hasSpace = true;
  }

  /** An item of a list starts: the mark stands before its first words. */
  openItem(mark: string): void {
    this.line();
    this.#mark = this.#indents.join('') + mark;
    this.#indents.push(' '.repeat(mark.length));
  }

  closeItem(): void {
    this.#indents.pop();
    this.#mark = undefined;
    this.line();
  }

  /** All of it, without breaks at its ends. */
  get text(): string {
    return this.#pieces.join('');
  }

  #open(): void {
    const isStart = this.#pieces.length === 0;
    if (this.#breaks > 0 || isStart) {
      if (!isStart) this.#pieces.push('\n'.repeat(Math.min(this.#breaks, 2)));
      this.#pieces.push(this.#mark ?? this.#indents.join(''));
      this.#mark = undefined;
    } else if (this.#hasSpace) {
      this.#pieces.push(' ');
    }
    this.#breaks = 0;
    this.#hasSpace = false;
  }
}
