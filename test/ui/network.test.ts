import assert from 'node:assert/strict';
import path from 'node:path';
import { PicturePage } from '../harness/picturePage';
import { until } from '../harness/until';
import { uiTest } from '../harness/windows';

describe('The network', () => {
  uiTest('is a picture from which one comes to the claims', { folder: 'samples' }, async (workbench) => {
    const violations: string[] = [];
    workbench.page.on('console', (message) => {
      if (message.text().includes('violates the following Content Security Policy')) violations.push(message.text());
      if (process.env['SHOTS']) console.log(message.text());
    });
    await workbench.command('Policy Annotator: Show Network');
    const page = new PicturePage(workbench.page);
    await page.frame.locator('.node').first().waitFor();
    await until('names', async () => (await page.frame.locator('.names text').count()) > 3);
    await new Promise((r) => setTimeout(r, 4000));
    await workbench.screenshot(path.join(process.env['SHOTS'] ?? '/tmp', 'network1.png'));
    assert.deepEqual(violations, []);
  });
});
