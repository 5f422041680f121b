import type { Locator, Page } from 'playwright-core';
import { rowsOf, type Row } from './in-page.mjs';
import { until } from './until';

/** The picker or input box that is open at the top of the window. */
export class QuickInput {
  readonly #page: Page;
  readonly #widget: Locator;

  constructor(page: Page) {
    this.#page = page;
    this.#widget = page.locator('.quick-input-widget');
  }

  /** Waits until one is open (and, with `title`, until its title contains that). */
  async opened(title = ''): Promise<this> {
    await until(
      `a quick input titled "${title}"`,
      async () => (await this.isOpen()) && (await this.title()).includes(title),
    );
    return this;
  }

  isOpen(): Promise<boolean> {
    return this.#widget.isVisible();
  }

  async title(): Promise<string> {
    const title = this.#widget.locator('.quick-input-title');
    return (await title.isVisible()) ? (await title.innerText()).trim() : '';
  }

  placeholder(): Promise<string> {
    return this.#input()
      .getAttribute('placeholder')
      .then((text) => text ?? '');
  }

  value(): Promise<string> {
    return this.#input().inputValue();
  }

  /** The message under the input, as of a validation. */
  async message(): Promise<string> {
    const message = this.#widget.locator('.quick-input-message');
    return (await message.isVisible()) ? (await message.innerText()).trim() : '';
  }

  /** What is offered, as far as it is drawn. */
  items(): Promise<Row[]> {
    return this.#widget.locator('.quick-input-list').evaluate(rowsOf);
  }

  /** The label of the item that Enter would take. */
  async focused(): Promise<string> {
    return this.#page.locator('.quick-input-list .monaco-list-row.focused .label-name').first().innerText();
  }

  /** Waits until an item's label contains a text, and gives the items. */
  offers(label: string): Promise<Row[]> {
    return until(`an item "${label}"`, async () => {
      const items = await this.items();
      return items.some((item) => item.label.includes(label)) && items;
    });
  }

  /** Replaces what is in the input. It needs no focus: an editor that takes that back would get the text. */
  async fill(text: string): Promise<void> {
    await this.#input().evaluate((input: { value: string; dispatchEvent(event: Event): void }, value) => {
      input.value = value;
      input.dispatchEvent(new Event('input', { bubbles: true }));
    }, text);
  }

  /** Types at the cursor, key by key. */
  async type(text: string): Promise<void> {
    await this.#input().pressSequentially(text);
  }

  /** Takes the first item whose label contains a text, by the mouse. */
  async pick(label: string): Promise<void> {
    await this.offers(label);
    await this.#widget.locator('.monaco-list-row', { hasText: label }).first().click();
  }

  async accept(): Promise<void> {
    await this.#page.keyboard.press('Enter');
  }

  async cancel(): Promise<void> {
    await this.#page.keyboard.press('Escape');
    await this.closed();
  }

  async closed(): Promise<void> {
    await until('the quick input to close', async () => !(await this.isOpen()));
  }

  #input(): Locator {
    return this.#widget.locator('.quick-input-box input, .quick-input-box textarea').first();
  }
}
