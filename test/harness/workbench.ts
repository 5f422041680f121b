import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { EditorText } from './editorText';
import { rowsOf, type Row } from './in-page.mjs';
import { QuickInput } from './quickInput';
import { until } from './until';

/** A window of VS Code, used as a person uses it: by keys, mouse and what is to be seen. */
export class Workbench {
  /** The text of the active editor. */
  readonly text: EditorText;
  /** The picker or input box at the top. */
  readonly quickInput: QuickInput;

  /**
   * @param page Playwright's page, for what has no word here
   * @param folder the absolute path of the folder that is open: a copy, free to be changed
   */
  constructor(
    readonly page: Page,
    readonly folder: string,
  ) {
    this.text = new EditorText(page);
    this.quickInput = new QuickInput(page);
  }

  /** Waits until the window can be worked with. */
  async ready(): Promise<void> {
    await this.page.locator('.monaco-workbench .part.statusbar .statusbar-item').first().waitFor({ timeout: 60_000 });
    await this.page.locator('.explorer-folders-view .monaco-list-row').first().waitFor({ timeout: 60_000 });
  }

  async reload(): Promise<void> {
    await this.page.reload();
    await this.ready();
  }

  /** As a person reloads it: what VS Code keeps of open editors is kept first. */
  async reloadByCommand(): Promise<void> {
    const gone = this.page.waitForEvent('load');
    await this.command('Developer: Reload Window');
    await gone;
    await this.ready();
  }

  /** Opens a file of the folder by Go to File, and waits until it is the active editor. */
  async openFile(name: string): Promise<void> {
    await this.page.keyboard.press('ControlOrMeta+P');
    await this.quickInput.opened();
    await this.quickInput.fill(name);
    const base = path.posix.basename(name);
    await until(`"${name}" among the files`, async () => (await this.quickInput.items())[0]?.label === base, 30);
    await this.quickInput.accept();
    await this.editorShown(base);
  }

  /** Waits until the editor of a file is the active one and has text. */
  async editorShown(name: string): Promise<void> {
    const group = this.page.locator('.editor-group-container.active');
    await group.locator(`.tab.active[data-resource-name="${name}"]`).waitFor();
    await group.locator('.editor-instance .view-line').first().waitFor();
  }

  /**
   * Runs a command from the palette by its whole label there, as "View: Toggle Word Wrap".
   * Waits until it is there: commands of an extension come a little after the window.
   */
  async command(label: string): Promise<void> {
    await until(
      `the command "${label}"`,
      async () => {
        await this.page.keyboard.press('F1');
        await this.quickInput.opened();
        await this.quickInput.fill(`>${label}`);
        try {
          await until('it', async () => (await this.quickInput.items()).some((item) => item.label === label), 3);
          return true;
        } catch {
          await this.quickInput.cancel();
          return false;
        }
      },
      30,
    );
    const row = this.page.locator('.quick-input-list .monaco-list-row', {
      has: this.page.getByText(label, { exact: true }),
    });
    await row.first().click();
    await until('the palette to close', async () => {
      return !(await this.quickInput.isOpen()) || !(await this.quickInput.value()).startsWith('>');
    });
  }

  /** Types at the place that has the focus, key by key. */
  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
  }

  /** Presses keys, as "ControlOrMeta+S"; several one after the other for a chord. */
  async press(...keys: string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  /** Presses a key until it has its effect, which `effect` waits for: a busy window may not have the focus there yet. */
  async pressUntil(key: string, what: string, effect: () => Promise<void>): Promise<void> {
    await until(what, async () => {
      await this.press(key);
      await effect();
      return true;
    });
  }

  async goToLine(line: number): Promise<void> {
    await this.page.keyboard.press('Control+G');
    await this.quickInput.opened();
    await this.quickInput.fill(`:${line}`);
    await this.quickInput.accept();
    await this.quickInput.closed();
  }

  /** The texts of the messages at the lower right. */
  async notifications(): Promise<string[]> {
    return this.page.locator('.notifications-toasts .notification-list-item-message').allInnerTexts();
  }

  /** Waits for a message that contains a text (or fits), and gives the whole of it. */
  notification(text: string | RegExp): Promise<string> {
    return until(`a message "${text}"`, async () =>
      (await this.notifications()).find((one) => (typeof text === 'string' ? one.includes(text) : text.test(one))),
    );
  }

  /** Presses a button of a message. */
  async pressButton(label: string): Promise<void> {
    await this.page.locator('.notifications-toasts .monaco-button', { hasText: label }).first().click();
  }

  /** A view by the title of its pane, as "Outline"; its rows are found only when it is open. */
  view(title: string): View {
    return new View(this.page, title);
  }

  /** Folds a view, or shows its rows. */
  async fold(title: string): Promise<void> {
    await this.page
      .locator('.pane-header', { has: this.page.locator('.title', { hasText: new RegExp(`^${title}$`, 'u') }) })
      .click();
  }

  /** Presses a button of the dialog that is open, once its words fit, and gives these. */
  async answer(words: RegExp, button: string): Promise<string> {
    const dialog = this.page.locator('.monaco-dialog-box', { hasText: words });
    await dialog.waitFor();
    const said = await dialog.innerText();
    await dialog.locator('.monaco-button', { hasText: button }).click();
    await dialog.waitFor({ state: 'hidden' });
    return said;
  }

  /** Shows the outline of the active editor, and gives it. */
  async outline(): Promise<View> {
    await this.command('Explorer: Focus on Outline View');
    return this.view('Outline');
  }

  /** The item of the status bar whose text or name contains a text. */
  statusBarItem(text: string): Locator {
    return this.page
      .locator('.statusbar-item', { hasText: text })
      .or(this.page.locator(`.statusbar-item[aria-label*="${text}"]`))
      .first();
  }

  /** Waits for a file of the folder to hold what `fits`, and gives its text. */
  fileText(name: string, fits: (text: string) => boolean = () => true): Promise<string> {
    return until(`the file ${name}`, () => {
      const text = readFileSync(path.join(this.folder, name), 'utf8');
      return Promise.resolve(fits(text) && text);
    });
  }

  /** Saves a picture of the window. */
  async screenshot(file: string): Promise<void> {
    await this.page.screenshot({ path: file, animations: 'disabled' });
  }
}

/** A view in the side bar or panel: a pane with a tree. */
export class View {
  readonly #page: Page;
  readonly #pane: Locator;

  constructor(page: Page, title: string) {
    this.#page = page;
    this.#pane = page.locator('.pane', { has: page.locator('.pane-header .title', { hasText: title }) });
  }

  /** The rows, as far as they are drawn. */
  async rows(): Promise<Row[]> {
    const list = this.#pane.locator('.monaco-list').first();
    return (await list.count()) === 0 ? [] : list.evaluate(rowsOf);
  }

  /** Waits until the rows are as they should be, and gives them. */
  async find(what: string, fits: (rows: Row[]) => boolean): Promise<Row[]> {
    return until(what, async () => {
      const rows = await this.rows();
      return fits(rows) && rows;
    });
  }

  /** The row whose text contains a text, to click it or its inline buttons. */
  row(text: string): Locator {
    return this.#pane.locator('.monaco-list-row', { hasText: text }).first();
  }

  async click(text: string): Promise<void> {
    await this.row(text).click();
  }

  /** Drags a row on another one, of this view or of another. */
  async drag(text: string, to: Locator): Promise<void> {
    await this.row(text).dragTo(to);
  }

  /** The rows at a level, from 1. */
  rowsAt(level: number): Locator {
    return this.#pane.locator(`.monaco-list-row[aria-level="${level}"]`);
  }

  /** Opens or closes a row that has others under it. */
  async toggle(text: string): Promise<void> {
    await this.row(text).locator('.monaco-tl-twistie').click();
  }

  /** Presses the inline button of a row by its name. */
  async pressButton(text: string, label: string): Promise<void> {
    await this.row(text).hover();
    await this.row(text)
      .locator(`.action-label[aria-label*="${label}"], .action-label[title*="${label}"]`)
      .first()
      .click();
  }

  /** The words that stand in the view where it has no rows. */
  welcome(): Promise<string> {
    return this.#pane.locator('.welcome-view-content').innerText();
  }

  /** Gives the view's tree the focus, for keys. */
  async focus(): Promise<void> {
    await this.#pane.locator('.monaco-list').first().focus();
    await this.#page.keyboard.press('Home');
  }
}
