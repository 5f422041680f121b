import type { FrameLocator, Locator, Page } from 'playwright-core';
import { until } from './until';

type Role = 'combobox' | 'textbox' | 'button';

/** Further than any form has fields. */
const MOST_TABS = 60;

/** The form of the Details view, by the roles and names that a screen reader says. */
export class DetailsForm {
  readonly #page: Page;
  readonly #frame: FrameLocator;

  constructor(page: Page) {
    this.#page = page;
    this.#frame = page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
  }

  field(role: Role, name: string): Locator {
    return this.#frame.getByRole(role, { name, exact: true });
  }

  /** What the open list offers. */
  options(): Locator {
    return this.#frame.getByRole('listbox').getByRole('option');
  }

  /** What is said to be wrong at a field. */
  error(): Promise<string> {
    return this.#frame.getByRole('alert').innerText();
  }

  /** Waits until a field has the focus. */
  focused(role: Role, name: string): Promise<boolean> {
    return until(`the focus in ${name}`, () => this.#hasFocus(role, name));
  }

  /** Goes on with Tab to a field. */
  async tabTo(role: Role, name: string): Promise<void> {
    for (let tabs = 0; tabs < MOST_TABS; tabs++) {
      if (await this.#hasFocus(role, name)) return;
      await this.#page.keyboard.press('Tab');
    }
    throw new Error(`Tab doesn't lead to "${name}"`);
  }

  /** Types into a combobox that has the focus, and takes the first that fits. */
  async choose(letters: string, name: string): Promise<void> {
    await this.#page.keyboard.type(letters);
    await until(`${name} first`, async () => (await this.options().first().innerText()).startsWith(name));
    await this.#page.keyboard.press('Enter');
  }

  async #hasFocus(role: Role, name: string): Promise<boolean> {
    const field = this.field(role, name);
    if ((await field.count()) !== 1) return false;
    return field.evaluate((element: { matches(selector: string): boolean }) => element.matches(':focus'));
  }
}
