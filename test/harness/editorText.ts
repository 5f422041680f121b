import type { Page } from 'playwright-core';
import { findInEditor, type FoundText } from './in-page.mjs';
import { until } from './until';

/** The text of the active editor, as a person sees and touches it. What is scrolled out of sight isn't found. */
export class EditorText {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  /** Where a text stands and how it is painted; undefined where it isn't in sight. */
  async look(text: string, nth = 0): Promise<FoundText | undefined> {
    return (await this.#page.evaluate(findInEditor, { text, nth })) ?? undefined;
  }

  /** As {@link look}, waiting until the text is in sight and, with `is`, until it is painted so. */
  find(text: string, nth = 0, is: (found: FoundText) => boolean = () => true): Promise<FoundText> {
    return until(`"${text}" in the editor`, async () => {
      const found = await this.look(text, nth);
      return found !== undefined && is(found) && found;
    });
  }

  /** Puts the cursor before a text, or `offset` characters into it. */
  async putCursor(text: string, { nth = 0, offset = 0 }: { nth?: number; offset?: number } = {}): Promise<void> {
    const { boxes } = await this.find(text, nth);
    const box = boxes[0];
    if (box === undefined) throw new Error(`"${text}" has no box`);
    await this.#page.mouse.click(box.left + 0.5, (box.top + box.bottom) / 2);
    for (let steps = 0; steps < offset; steps++) await this.#page.keyboard.press('ArrowRight');
  }

  /** Selects a text by a click before it and a click with Shift behind it. */
  async select(text: string, nth = 0): Promise<void> {
    const { boxes } = await this.find(text, nth);
    const first = boxes[0];
    const last = boxes.at(-1);
    if (first === undefined || last === undefined) throw new Error(`"${text}" has no box`);
    await this.#page.mouse.click(first.left + 0.5, (first.top + first.bottom) / 2);
    await this.#page.keyboard.down('Shift');
    await this.#page.mouse.click(last.right - 0.5, (last.top + last.bottom) / 2);
    await this.#page.keyboard.up('Shift');
  }

  /**
   * Rests the mouse on a text, and gives the text of the hover that comes up.
   * @param saying what the hover says when it is complete: VS Code shows what problems say first, and the rest when it comes
   */
  async hover(text: string, saying: string): Promise<string> {
    const { boxes } = await this.find(text);
    const box = boxes[0];
    if (box === undefined) throw new Error(`"${text}" has no box`);
    const [x, y] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
    const hover = this.#page.locator('.monaco-hover:not(.hidden) .hover-contents');
    let moved = 0;
    return until(`a hover on "${text}" that says "${saying}"`, async () => {
      // VS Code notices movement only, and waits for rest: a nudge now and then, in case the first one came too early.
      if (Date.now() - moved > 3000) {
        await this.#page.mouse.move(x - 3, y);
        await this.#page.mouse.move(x, y);
        moved = Date.now();
      }
      const shown = (await hover.allInnerTexts()).map((part) => part.trim()).join('\n');
      if (!shown.includes(saying)) throw new Error(shown);
      return shown;
    });
  }
}
