import assert from 'node:assert/strict';
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Sidecar } from '../../src/model/article';
import { sha256 } from '../../src/sidecar/hash';
import { printSidecar } from '../../src/sidecar/print';
import { until } from '../harness/until';
import { uiTest } from '../harness/windows';
import type { Workbench } from '../harness/workbench';

const ARTICLE = 'articles/first.txt';
const SIDECAR = `${ARTICLE}.annotations.json`;

/** Puts a sidecar with one mention beside an article. */
async function annotate(folder: string, article = ARTICLE): Promise<void> {
  const file = path.join(folder, article);
  const text = readFileSync(file, 'utf8');
  const exact = text.slice(0, text.indexOf(' '));
  const end = exact.length;
  const sidecar: Sidecar = {
    format: 'policy-annotations',
    version: 1,
    article: { file: path.basename(article), sha256: await sha256(text), length: text.length },
    annotations: [
      {
        id: 'a1',
        type: 'actor',
        target: [{ start: 0, end, exact, prefix: '', suffix: text.slice(end, end + 32) }],
        actor: 'north-korea',
      },
    ],
  };
  writeFileSync(`${file}.annotations.json`, printSidecar(sidecar));
}

/** Waits until these files are there, and those not. */
async function areThere(
  { folder }: Workbench,
  there: readonly string[],
  gone: readonly string[] = [],
  seconds = 10,
): Promise<void> {
  const isThere = (name: string): boolean => existsSync(path.join(folder, name));
  const fits = (): boolean => there.every(isThere) && !gone.some(isThere);
  await until(`${there.join(', ')} without ${gone.join(', ')}`, () => Promise.resolve(fits()), seconds);
}

/** Selects a file in the explorer. */
async function select({ page }: Workbench, name: string): Promise<void> {
  const rows = page.locator('.explorer-folders-view .monaco-list-row');
  await rows.filter({ has: page.getByText(name, { exact: true }) }).click();
}

async function answer({ page }: Workbench, button: string): Promise<void> {
  await page.locator('.monaco-dialog-box .monaco-button', { hasText: button }).click();
}

describe('Files that move', () => {
  uiTest(
    'renamed in the explorer, undone there: its annotations go along',
    { prepare: annotate },
    async (workbench) => {
      await workbench.openFile('first.txt');
      await workbench.statusBarItem('1 actor').waitFor();
      await select(workbench, 'first.txt');
      await workbench.press('F2');
      await workbench.page.locator('.explorer-item-edited input').fill('renamed.txt');
      await workbench.press('Enter');
      await answer(workbench, 'OK');
      const renamed = ['articles/renamed.txt', 'articles/renamed.txt.annotations.json'];
      await areThere(workbench, renamed, [ARTICLE, SIDECAR]);
      await workbench.editorShown('renamed.txt');
      await workbench.statusBarItem('1 actor').waitFor();
      await select(workbench, 'renamed.txt');
      await workbench.press('ControlOrMeta+Z');
      await areThere(workbench, [ARTICLE, SIDECAR], renamed);
    },
  );

  uiTest(
    'deleted in the explorer, undone there: its annotations come back',
    { prepare: annotate },
    async (workbench) => {
      const before = await workbench.fileText(SIDECAR);
      await workbench.openFile('first.txt');
      await workbench.statusBarItem('1 actor').waitFor();
      await select(workbench, 'first.txt');
      await workbench.press('Delete');
      await answer(workbench, 'Delete');
      await answer(workbench, 'OK');
      await areThere(workbench, [], [ARTICLE, SIDECAR]);
      await select(workbench, 'second.txt');
      const areBack = (): Promise<void> => areThere(workbench, [ARTICLE, SIDECAR], [], 3);
      await workbench.pressUntil('ControlOrMeta+Z', 'both files', areBack);
      assert.equal(await workbench.fileText(SIDECAR), before);
    },
  );

  uiTest('copied in the explorer: the copy is offered the annotations', { prepare: annotate }, async (workbench) => {
    await workbench.openFile('first.txt');
    await workbench.statusBarItem('1 actor').waitFor();
    await select(workbench, 'first.txt');
    await workbench.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await workbench.press('ControlOrMeta+C');
    // The clipboard has the file a little later than the key, and a key that comes too early does nothing.
    await until('the copy', async () => {
      await workbench.press('ControlOrMeta+V');
      return areThere(workbench, ['articles/first copy.txt'], [], 2).then(() => true);
    });
    const message = await workbench.notification('has the same text as');
    assert.match(message, /first copy\.txt has the same text as articles\/first\.txt\. Copy its annotations \(1\)\?/);
    await workbench.pressButton('Copy Annotations');
    await areThere(workbench, ['articles/first copy.txt.annotations.json', SIDECAR]);
  });

  uiTest('moved outside VS Code: noticed, offered, and taken back', { prepare: annotate }, async (workbench) => {
    await workbench.openFile('second.txt');
    await workbench.command('View: Show Explorer');
    const moved = 'articles/moved.txt';
    renameSync(path.join(workbench.folder, ARTICLE), path.join(workbench.folder, moved));
    const message = await until('the offer', () => workbench.notification('is gone'), 30);
    assert.match(message, /articles\/first\.txt is gone, and articles\/moved\.txt has the same text/);
    await workbench.pressButton('Move Annotations');
    await areThere(workbench, [`${moved}.annotations.json`], [SIDECAR]);
    await workbench.notification('belong to articles/moved.txt now');
    await workbench.pressButton('Undo');
    await areThere(workbench, [SIDECAR], [`${moved}.annotations.json`]);
  });

  uiTest('renamed without its annotations: these are offered', { prepare: annotate }, async (workbench) => {
    await workbench.openFile('first.txt');
    await workbench.statusBarItem('1 actor').waitFor();
    await select(workbench, 'first.txt');
    await workbench.press('F2');
    await workbench.page.locator('.explorer-item-edited input').fill('renamed.txt');
    await workbench.press('Enter');
    await answer(workbench, 'Skip Changes');
    await workbench.notification('articles/first.txt is gone, and articles/renamed.txt has the same text');
    await areThere(workbench, ['articles/renamed.txt', SIDECAR]);
    await workbench.pressButton('Move Annotations');
    await areThere(workbench, ['articles/renamed.txt.annotations.json'], [SIDECAR]);
    await workbench.statusBarItem('1 actor').waitFor();
  });

  uiTest(
    'annotations without an article: listed, and given another by the keyboard',
    {
      prepare: async (folder) => {
        await annotate(folder);
        rmSync(path.join(folder, ARTICLE));
      },
    },
    async (workbench) => {
      await workbench.openFile('second.txt');
      await workbench.command('Policy Annotator: Show Annotations without an Article…');
      await workbench.quickInput.opened('Annotations without an article');
      await workbench.quickInput.offers('first.txt');
      await workbench.quickInput.accept();
      await workbench.quickInput.opened('first.txt');
      await workbench.quickInput.offers('Choose Its Article');
      await workbench.command('View: Show Policy Annotator');
      const view = workbench.view('Article');
      await view.find('the group', (rows) => rows.some(({ label }) => label === 'Annotations without an article'));
      await view.toggle('Annotations without an article');
      await view.pressButton('first.txt', 'Choose Its Article');
      await workbench.quickInput.opened('The article of first.txt');
      await workbench.quickInput.offers('second.txt');
      await workbench.type('second');
      await workbench.quickInput.accept();
      await areThere(workbench, ['articles/second.txt.annotations.json'], [SIDECAR]);
    },
  );
});
