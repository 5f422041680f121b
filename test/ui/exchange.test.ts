import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { strToU8, zipSync } from 'fflate';
import type { Sidecar } from '../../src/model/article';
import { sha256 } from '../../src/sidecar/hash';
import { printSidecar } from '../../src/sidecar/print';
import { until } from '../harness/until';
import { inOneWindow, uiTest } from '../harness/windows';
import type { Workbench } from '../harness/workbench';

const ARTICLE = 'articles/sunhavn-breaks-ranks.md';

/** Types a path into VS Code's file dialog, and takes it. */
async function choose(workbench: Workbench, file: string): Promise<void> {
  const quick = workbench.quickInput;
  await until('the file dialog', async () => (await quick.value()).startsWith('/'));
  // It looks into the folder first, and a path that comes while it looks into another one is passed over.
  await until(`${file} among the files`, async () => {
    if ((await quick.items()).some(({ label }) => label === path.basename(file))) return true;
    await quick.fill(file);
    return false;
  });
  await workbench.press('Enter');
}

describe('Exports and imports', () => {
  inOneWindow({ folder: 'samples' }, (test) => {
    test('several files go into a zip that is chosen; Escape at any question writes nothing', async (workbench) => {
      const quick = workbench.quickInput;
      await workbench.openFile(ARTICLE);
      const before = readdirSync(workbench.folder, { recursive: true }).sort();
      for (const questions of [['Export what?'], ['Export what?', 'several files']]) {
        await workbench.command('Policy Annotator: Export…');
        await quick.opened('Export annotations as what?');
        await quick.pick('brat');
        for (const [n, title] of questions.entries()) {
          await quick.opened(title);
          if (n < questions.length - 1) await quick.pick('samples');
        }
        await quick.cancel();
      }
      assert.deepEqual(readdirSync(workbench.folder, { recursive: true }).sort(), before);

      await workbench.command('Policy Annotator: Export…');
      await quick.opened('Export annotations as what?');
      await quick.pick('brat');
      await quick.opened('Export what?');
      await quick.pick('samples');
      await quick.opened('several files');
      await quick.pick('One zip file');
      await until('a name', async () => (await quick.value()).endsWith('/samples/annotations.zip'));
      await workbench.press('Enter');
      assert.match(await workbench.notification('Exported to annotations.zip'), /brat can’t hold: [^(]+ \(\d+\)/);
    });

    test('an import is chosen by picker, says what came, and is undone by its button', async (workbench) => {
      const quick = workbench.quickInput;
      const text = 'Karsk objected to the plan.\n';
      const files = {
        'wire.txt': strToU8(text),
        'wire.ann': strToU8('T1\tactor 0 5\tKarsk\nT2\tclaim 6 14\tobjected\n'),
      };
      writeFileSync(path.join(workbench.folder, '..', 'brat.zip'), zipSync(files));
      await workbench.command('Policy Annotator: Import Annotations…');
      await quick.opened('Import annotations from what?');
      await quick.pick('brat');
      await choose(workbench, path.join(workbench.folder, '..', 'brat.zip'));
      assert.match(await workbench.notification('Imported:'), /new articles: 1, new annotations: 2/);
      const sidecar = JSON.parse(
        await workbench.fileText('wire.txt.annotations.json', (content) => content.includes('objected')),
      ) as Sidecar;
      assert.deepEqual(sidecar.annotations.map(({ type, target, actor }) => [type, target[0]?.exact, actor]).sort(), [
        ['actor', 'Karsk', 'karsk'],
        ['claim', 'objected', undefined],
      ]);
      await workbench.pressButton('Undo');
      await workbench.fileText('wire.txt.annotations.json', (content) => !content.includes('objected'));
    });

    test('the web page opens in a browser: a mark shows its card, filters hide marks', async (workbench) => {
      const quick = workbench.quickInput;
      await workbench.openFile(ARTICLE);
      await workbench.command('Policy Annotator: Export…');
      await quick.opened('Export annotations as what?');
      await quick.pick('Web page');
      await quick.opened('Export what?');
      await quick.pick('sunhavn-breaks-ranks.md');
      await until('a name', async () => (await quick.value()).endsWith('.md.html'));
      await workbench.press('Enter');
      await workbench.fileText(`${ARTICLE}.html`, (content) => content.includes('</html>'));

      const page = await workbench.page.context().browser()?.newPage();
      assert.ok(page);
      const problems: string[] = [];
      page.on('console', (message) => void (message.type() === 'error' && problems.push(message.text())));
      page.on('pageerror', (error) => void problems.push(String(error)));
      await page.goto(pathToFileURL(path.join(workbench.folder, `${ARTICLE}.html`)).href);
      const mark = page.locator('.m', { hasText: 'Sunhavn' }).first();
      await mark.click();
      const card = page.locator('#peek');
      await card.waitFor();
      assert.match(await card.innerText(), /Sunhavn/);
      await page.keyboard.press('Escape');
      await card.waitFor({ state: 'hidden' });

      const shown = page.locator('#shown');
      await page.locator('input[type="checkbox"][value="claim"]').uncheck();
      await until('fewer shown', async () => /\d+ of \d+/.test(await shown.innerText()));
      assert.deepEqual(problems, []);
      await page.close();
    });
  });

  uiTest(
    'a page that is dropped on the view of articles becomes one',
    { folder: 'samples', prepare: page },
    async (workbench) => {
      await workbench.openFile('talks.html');
      await workbench.command('Policy Annotator: Focus on Article View');
      for (const view of ['Details', 'Article', 'Articles']) await workbench.fold(view);
      const articles = workbench.view('Articles');
      await articles.find('the articles', (rows) => rows.length > 0);
      const tab = workbench.page.locator('.tab[data-resource-name="talks.html"]');
      await tab.dragTo(articles.rowsAt(1).first());
      assert.match(await workbench.notification('New articles'), /New articles: 1\./);
      assert.match(await workbench.fileText('The talks.txt'), /^The talks\n\nThe ministry said/);
    },
  );

  uiTest('a long export is cancelled by its button, and nothing is written', { prepare: many }, async (workbench) => {
    const quick = workbench.quickInput;
    await workbench.command('Policy Annotator: Export…');
    await quick.opened('Export annotations as what?');
    await quick.pick('JSON Lines');
    await until('the file dialog', async () => (await quick.value()).endsWith('/annotations.jsonl'));
    await workbench.press('Enter');
    await workbench.notification('Exporting JSON Lines');
    await workbench.pressButton('Cancel');
    await until('no message', async () => !(await workbench.notifications()).some((one) => one.includes('Exporting')));
    assert.ok(!existsSync(path.join(workbench.folder, 'annotations.jsonl')));
  });
});

function page(folder: string): void {
  const words = 'The ministry said that the talks had ended without a result. '.repeat(10);
  const html = `<html lang="en"><head><title>The talks</title></head><body><article><h1>The talks</h1><p>${words}</p></article></body></html>`;
  writeFileSync(path.join(folder, 'talks.html'), html);
}

/** So many annotated articles that exporting them takes a while. */
async function many(folder: string): Promise<void> {
  const text = `${'North Korea said so. '.repeat(200)}\n`;
  const hash = await sha256(text);
  mkdirSync(path.join(folder, 'many'));
  const annotations = Array.from({ length: 100 }, (_, n) => ({
    ...{ id: `a${n}`, type: 'actor' },
    target: [{ start: n * 21, end: n * 21 + 11, exact: 'North Korea', prefix: '', suffix: ' said so.' }],
  }));
  for (let n = 0; n < 4000; n++) {
    const file = `${n}.txt`;
    const article = { file, sha256: hash, length: text.length };
    writeFileSync(path.join(folder, 'many', file), text);
    const sidecar: Sidecar = { format: 'policy-annotations', version: 1, article, annotations };
    writeFileSync(path.join(folder, 'many', `${file}.annotations.json`), printSidecar(sidecar));
  }
}
