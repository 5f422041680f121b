import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Sidecar } from '../../src/model/article';
import { sha256 } from '../../src/sidecar/hash';
import { printSidecar } from '../../src/sidecar/print';
import { uiTest } from '../harness/windows';
import type { Workbench } from '../harness/workbench';

const text = 'The envoy met Russia on Monday, it was said.\n\nThen the talks in Seoul ended.\n';
const SIDECAR = 'articles/dragged.txt.annotations.json';

async function prepare(folder: string): Promise<void> {
  const start = text.indexOf('Russia');
  const end = start + 'Russia'.length;
  const around = { prefix: text.slice(0, start), suffix: text.slice(end, end + 32) };
  const target = [{ start, end, exact: 'Russia', ...around }];
  const sidecar = printSidecar({
    format: 'policy-annotations',
    version: 1,
    article: { file: 'dragged.txt', sha256: await sha256(text), length: text.length },
    annotations: [{ id: 'a1', type: 'actor', target, actor: 'russia' }],
  });
  writeFileSync(path.join(folder, 'articles/dragged.txt'), text);
  writeFileSync(path.join(folder, SIDECAR), sidecar);
}

/** What the stored target says once the article was saved with this text. */
async function stored(workbench: Workbench, saved: string): Promise<Sidecar['annotations']> {
  await workbench.press('ControlOrMeta+S');
  await workbench.fileText('articles/dragged.txt', (now) => now === saved);
  const hash = await sha256(saved);
  return (JSON.parse(await workbench.fileText(SIDECAR, (now) => now.includes(hash))) as Sidecar).annotations;
}

describe('Text that is moved by the mouse and the clipboard', () => {
  uiTest(
    'takes its annotations along when it is dragged, and brings them back by undo',
    { prepare },
    async (workbench) => {
      const { page } = workbench;
      await workbench.openFile('dragged.txt');
      await workbench.statusBarItem('1 actor').waitFor();
      const before = readFileSync(path.join(workbench.folder, SIDECAR), 'utf8');
      await workbench.text.select('met Russia ');
      const from = (await workbench.text.find('Russia')).boxes[0];
      const to = (await workbench.text.find('ended')).boxes[0];
      assert.ok(from && to);
      await page.mouse.move((from.left + from.right) / 2, (from.top + from.bottom) / 2);
      await page.mouse.down();
      await page.mouse.move(to.left - 40, (to.top + to.bottom) / 2, { steps: 8 });
      await page.mouse.move(to.left + 0.5, (to.top + to.bottom) / 2, { steps: 4 });
      await page.mouse.up();
      const dragged = text.replace('met Russia ', '').replace('ended', 'met Russia ended');
      const [moved] = await stored(workbench, dragged);
      assert.equal(moved?.target[0]?.start, dragged.indexOf('Russia'));
      assert.equal(moved.text, undefined);
      await workbench.press('ControlOrMeta+Z');
      await stored(workbench, text);
      assert.equal(readFileSync(path.join(workbench.folder, SIDECAR), 'utf8'), before);
    },
  );

  uiTest('takes them along when it is cut and pasted', { prepare }, async (workbench) => {
    await workbench.openFile('dragged.txt');
    await workbench.statusBarItem('1 actor').waitFor();
    await workbench.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await workbench.text.select('met Russia ');
    await workbench.press('ControlOrMeta+X');
    await workbench.statusBarItem('not sure').waitFor();
    await workbench.text.putCursor('ended');
    await workbench.press('ControlOrMeta+V');
    const pasted = text.replace('met Russia ', '').replace('ended', 'met Russia ended');
    const [moved] = await stored(workbench, pasted);
    assert.equal(moved?.target[0]?.start, pasted.indexOf('Russia'));
    // The same once more is a copy, which is nobody's.
    await workbench.press('ControlOrMeta+V');
    const twice = pasted.replace('met Russia ', 'met Russia met Russia ');
    assert.equal((await stored(workbench, twice)).length, 1);
  });
});
