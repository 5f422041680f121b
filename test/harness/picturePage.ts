import type { FrameLocator, Locator, Page } from 'playwright-core';

/** The page of a picture, by the roles and names that a screen reader says. */
export class PicturePage {
  readonly #frame: FrameLocator;

  constructor(page: Page) {
    this.#frame = page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
  }

  control(name: string): Locator {
    return this.#frame.getByLabel(name, { exact: true });
  }

  button(name: string | RegExp): Locator {
    return this.#frame.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name });
  }

  /** The settings in words, and what was counted. */
  caption(): Promise<string> {
    return this.#frame.locator('figcaption').innerText();
  }

  /** What is said to be wrong at a setting. */
  error(): Promise<string> {
    return this.#frame.getByRole('alert').innerText();
  }

  /** The elements of the picture that a selector finds. */
  drawn(selector: string): Locator {
    return this.#frame.locator(`figure svg ${selector}`);
  }

  /** The network's drawing. */
  stage(): Locator {
    return this.#frame.locator('svg.stage');
  }

  /** Unfolds what is under a summary. */
  async unfold(summary: string): Promise<void> {
    await this.#frame.locator('summary', { hasText: summary }).click();
  }

  row(name: string): Locator {
    return this.#frame.getByRole('row', { name });
  }

  /** The elements of a chart that a selector finds, once it is the chart that is shown. */
  chart(kind: string, selector: string): Locator {
    return this.#frame.locator(`figure svg[data-picture="${kind}"] ${selector}`);
  }

  /** The lines of a concordance. */
  lines(): Locator {
    return this.#frame.locator('.lines > .line');
  }

  text(text: string | RegExp): Locator {
    return this.#frame.getByText(text);
  }
}
