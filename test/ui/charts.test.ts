import assert from 'node:assert/strict';
import path from 'node:path';
import { readFileSync } from 'node:fs';
import { PicturePage } from '../harness/picturePage';
import { until } from '../harness/until';
import { inOneWindow, uiTest } from '../harness/windows';
import type { Workbench } from '../harness/workbench';

/** Marks that lead to something. */
const MARK = '[data-key]';

/** Opens a picture, and waits until its own first mark is drawn. */
async function open(workbench: Workbench, kind: string, chart: string): Promise<PicturePage> {
  await workbench.command(`Policy Annotator: Show ${kind}`);
  const page = new PicturePage(workbench.page);
  await page.chart(chart, MARK).first().waitFor();
  return page;
}

function told(page: PicturePage, words: RegExp): Promise<boolean> {
  return until(`${words}`, async () => words.test(await page.caption()));
}

/** Waits for a list of what lies behind a mark, and closes it. */
async function listed(workbench: Workbench, head: string): Promise<void> {
  await workbench.text.find(head);
  await workbench.command('View: Close Editor');
}

/** What is saved where the dialog proposes it. */
async function saved(workbench: Workbench, page: PicturePage, format: string, name: string): Promise<string> {
  await page.control('As').selectOption(format);
  await page.button('Save…').click();
  await workbench.quickInput.opened();
  await workbench.quickInput.accept();
  const file = path.join(workbench.folder, name);
  return until(name, () => Promise.resolve(readFileSync(file, 'utf8')));
}

describe('Charts', () => {
  inOneWindow({ folder: 'samples' }, (test) => {
    test('the timeline leads to claims, and its days filter the others', async (workbench) => {
      const page = await open(workbench, 'Timeline', 'timeline');
      await page.control('From').fill('2024-03');
      await page.control('From').press('Enter');
      await page.control('Period').selectOption('day');
      await told(page, /Period: day.*From: 2024-03/s);
      const bar = page.drawn(`${MARK}[aria-label^="2024-03-09"]`).first();
      const name = (await bar.getAttribute('aria-label')) ?? '';
      const [, stance = '', count = ''] = /^2024-03-09, (\w+): (\d+)$/.exec(name) ?? [];
      await bar.click();
      await listed(workbench, `${stance}, 2024-03-09 · ${count} claims`);

      const from = await page.drawn(`${MARK}[aria-label^="2024-03-08"]`).first().boundingBox();
      const to = await page.drawn(`${MARK}[aria-label^="2024-03-09"]`).first().boundingBox();
      assert.ok(from && to);
      await workbench.page.mouse.move(from.x + 1, from.y - 30);
      await workbench.page.mouse.down();
      await workbench.page.mouse.move(to.x + 2, from.y - 30, { steps: 3 });
      await workbench.page.mouse.up();
      await page.text('The other pictures show 2024-03-08 – 2024-03-09.').waitFor();

      const matrix = await open(workbench, 'Matrix', 'matrix');
      await told(matrix, /From: 2024-03-08 · To: 2024-03-09.*outside the period/s);
      await matrix.button('All days').click();
      await until('all days', async () => !/outside the period/.test(await matrix.caption()));
      assert.match(await saved(workbench, matrix, 'csv', 'matrix.csv'), /^row,column,claims,Support/);
    });

    test('the matrix is gone through by keys', async (workbench) => {
      const page = await open(workbench, 'Matrix', 'matrix');
      await page.control('Order').selectOption('name');
      await told(page, /Order: by name/);
      const cell = page.drawn(`${MARK}[aria-label^="Karsk, The levy is lawful"]`);
      await cell.focus();
      await workbench.press('ArrowRight');
      const next = (await page.drawn(`${MARK}:focus`).getAttribute('aria-label')) ?? '';
      assert.match(next, /^Karsk, /);
      await workbench.press('ArrowLeft', 'Enter');
      await listed(workbench, 'Karsk – The levy is lawful · 2 claims');
    });

    test('frequencies lead to mentions, co-occurrence reads the texts', async (workbench) => {
      const page = await open(workbench, 'Frequencies', 'frequencies');
      await page.drawn(`${MARK}[aria-label^="Karsk, Mentions"]`).click();
      await listed(workbench, 'Karsk: Mentions · ');
      await page.control('Of what').selectOption('sources');
      await told(page, /Of what: sources/);
      const pairs = await open(workbench, 'Co-occurrence', 'cooccurrence');
      await told(pairs, /Paragraphs with any of them: \d\d/);
      await pairs.button('Copy as Command').click();
      await pairs.text(/^Copied: policy-annotator plot cooccurrence /).waitFor();
      const svg = await saved(workbench, pairs, 'svg', 'cooccurrence.svg');
      assert.match(svg, /^<\?xml [^]*<svg [^]*Within one: paragraph[^]*<\/svg>\n$/);
    });

    test('evidence leads from its table to the claim itself', async (workbench) => {
      const page = await open(workbench, 'Evidence', 'evidence');
      await page.unfold('The same as a table');
      await page.row('The Karsk Telegraph Agency reported on Monday').first().waitFor();
      await page.row('Karsk transport ministry').first().getByRole('button').click();
      await workbench.page.locator('.tab.active[data-resource-name$=".txt"]').waitFor();
    });
  });

  uiTest(
    'stay as they are over a reload, without anything that a page may not load',
    { folder: 'samples' },
    async (workbench) => {
      const violations: string[] = [];
      workbench.page.on('console', (message) => {
        if (message.text().includes('violates the following Content Security Policy')) violations.push(message.text());
      });
      const page = await open(workbench, 'Frequencies', 'frequencies');
      await page.control('Of what').selectOption('topics');
      await told(page, /Of what: topics/);
      const timeline = await open(workbench, 'Timeline', 'timeline');
      await timeline.control('Other pictures from').fill('2024-03-08');
      await timeline.control('Other pictures from').press('Enter');
      await timeline.text('The other pictures show 2024-03-08 – 2024-03-31.').waitFor();
      await workbench.reloadByCommand();
      await timeline.text('The other pictures show 2024-03-08 – 2024-03-31.').waitFor();
      // Its tab is there, and nothing in it yet.
      await workbench.command('Policy Annotator: Show Frequencies');
      await told(page, /Of what: topics.*From: 2024-03-08/s);
      assert.equal(await workbench.page.locator('.tab', { hasText: 'Frequencies' }).count(), 1);
      assert.deepEqual(violations, []);
    },
  );
});

describe('The concordance', () => {
  uiTest(
    'shows an actor’s mentions in context, sorted as wanted, and goes to each',
    { folder: 'samples' },
    async (workbench) => {
      await workbench.command('Policy Annotator: Show Concordance');
      const page = new PicturePage(workbench.page);
      await page.text(/^Choose an actor, or give a text/).waitFor();
      await page.control('Mentions of an actor').fill('Karsk');
      await page.control('Mentions of an actor').press('Enter');
      const first = page.lines().first();
      await until('the first', async () => /^\s*Karsk\s*Is Testing How Far/.test(await first.innerText()));

      await page.button('Right context').click();
      await until('another first', async () => !/Is Testing How Far/.test(await first.innerText()));
      await first.getByRole('button').focus();
      await workbench.press('a');
      await until('the article’s order', async () => /Is Testing How Far/.test(await first.innerText()));
      await first.getByRole('button').focus();
      await workbench.press('ArrowDown', 'Enter');
      await workbench.editorShown('karsk-raises-the-strait-levy.txt');
      await workbench.statusBarItem(`(${'Karsk Federation'.length} selected)`).waitFor();

      await page.control('Or a text').fill('levy');
      await page.control('Or a text').press('Enter');
      await told(page, /Or a text: levy/);
      assert.equal(await page.control('Mentions of an actor').inputValue(), '');
    },
  );
});
