import type { Workbench } from './workbench';

/** A person whose every action is counted: a key, with those held down for it; a click; each character that is typed. */
export class Person {
  /** So far. */
  actions = 0;

  constructor(private readonly workbench: Workbench) {}

  async press(key: string): Promise<void> {
    this.actions += 1;
    await this.workbench.press(key);
  }

  /** Clicks into a text of the active editor. */
  async click(words: string, nth = 0): Promise<void> {
    this.actions += 1;
    const { boxes } = await this.workbench.text.find(words, nth);
    const [box] = boxes;
    if (!box) throw new Error(`"${words}" has no box`);
    await this.workbench.page.mouse.click(box.left + 2, (box.top + box.bottom) / 2);
  }

  async type(text: string): Promise<void> {
    for (const character of text) await this.press(character);
  }
}
