import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { PicturePage } from '../harness/picturePage';
import { until } from '../harness/until';
import { uiTest } from '../harness/windows';
import type { Workbench } from '../harness/workbench';

async function openNetwork(workbench: Workbench): Promise<PicturePage> {
  await workbench.command('Policy Annotator: Show Network');
  const page = new PicturePage(workbench.page);
  await page.drawn('.node').first().waitFor();
  return page;
}

/** Waits until the settings in words say something. */
function told(page: PicturePage, words: RegExp): Promise<boolean> {
  return until(`${words}`, async () => words.test(await page.caption()));
}

describe('The network', () => {
  uiTest('is a picture from which one comes to the claims', { folder: 'samples' }, async (workbench) => {
    const violations: string[] = [];
    workbench.page.on('console', (message) => {
      if (message.text().includes('violates the following Content Security Policy')) violations.push(message.text());
    });
    const page = await openNetwork(workbench);
    await told(page, /Aggregation: subtract.*claims are in it/s);
    assert.ok((await page.drawn('.edge.agree').count()) > 0);
    const dashes = await page.drawn('.edge.conflict').first().getAttribute('stroke-dasharray');
    assert.ok(dashes, 'conflict is told by more than its colour');

    const count = await page.drawn('.node[aria-label]').count();
    assert.equal(await page.drawn('.node').count(), count);
    await page.control(`Network of ${count} nodes`).waitFor();

    // By keys: one stop of Tab for the picture, arrows within, Enter to the claims.
    await page.button('Lay out again').focus();
    await workbench.press('Tab');
    await page.drawn('.node:focus').waitFor();
    const first = await page.drawn('.node:focus').getAttribute('aria-label');
    await workbench.press('Shift+ArrowRight');
    await until('a tie', async () => (await page.drawn('.edge:focus').getAttribute('aria-label'))?.includes(' – '));
    await workbench.press('Escape');
    await workbench.press('Enter');
    const name = first?.split(',')[0] ?? '';
    await workbench.page.locator('.tab', { hasText: name }).waitFor();
    await workbench.text.find(`${name} · `);
    await workbench.command('View: Close Editor');

    // What was found is where Tab goes, and where one is stays in view.
    await page.control('Find a node').fill('officials in');
    await page.control('Find a node').press('Enter');
    await page.drawn('.node[tabindex="0"][aria-label^="Officials in Orlav"]').focus();
    await workbench.press('0', '+', '+', '+', '+', '+', '+');
    const [mark, stage] = [await page.drawn('.node:focus').boundingBox(), await page.stage().boundingBox()];
    assert.ok(mark && stage && mark.x >= stage.x && mark.x + mark.width <= stage.x + stage.width, 'it is in view');

    assert.deepEqual(violations, []);
  });

  uiTest('takes settings, says what is wrong with them, and keeps them', { folder: 'samples' }, async (workbench) => {
    const page = await openNetwork(workbench);
    const scale = async () => page.stage().locator('> g').first().getAttribute('transform');
    await page.button('Larger').click();
    const scaled = await scale();
    await page.control('Normalisation').selectOption('activity');
    await until('what is wrong', async () => (await page.error()).includes('two-mode'));
    await page.control('Kind of network').selectOption('two-mode');
    await told(page, /two-mode.*activity/s);
    await page.unfold('The same as a table');
    await page.row('The levy is lawful').first().waitFor();
    assert.equal(await scale(), scaled, 'it stays as it was scaled');

    await workbench.reloadByCommand();
    await told(page, /two-mode.*activity/s);
    await page.row('The levy is lawful').first().waitFor();

    await page.control('As').selectOption('csv');
    await page.button('Save…').click();
    await workbench.quickInput.opened();
    await workbench.quickInput.accept();
    const file = path.join(workbench.folder, 'network.csv');
    await until('the file', () => Promise.resolve(readFileSync(file, 'utf8').includes('The levy is lawful')));

    await page.unfold('All settings');
    await page.control('Windows of time').selectOption('months');
    await page.control('Which window').fill('2');
    await page.control('Which window').press('Enter');
    await page.text('No claim is in this window of time').waitFor();
  });
});
