import type { FrameLocator, Locator, Page } from 'playwright-core';

/** The page of a picture that is the active editor, by the roles and names that a screen reader says. */
export class PicturePage {
  readonly frame: FrameLocator;

  constructor(page: Page) {
    // A page that is hidden goes; the Details view may have one beside it, which has a form but no figure.
    this.frame = page
      .locator('iframe.webview.ready[name]')
      .last()
      .contentFrame()
      .frameLocator('#active-frame');
  }

  control(name: string): Locator {
    return this.frame.getByLabel(name, { exact: true });
  }

  button(name: string | RegExp): Locator {
    return this.frame.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name });
  }

  /** The settings in words, and what was counted. */
  async caption(): Promise<string> {
    return this.frame.locator('figcaption').innerText();
  }
}
