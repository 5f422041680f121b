import assert from 'node:assert/strict';
import { existsSync, lstatSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { sha256 } from '../../src/sidecar/hash';
import { printSidecar } from '../../src/sidecar/print';
import { until } from '../harness/until';
import { uiTest } from '../harness/windows';
import type { Workbench } from '../harness/workbench';

const text = 'North Korea objected, and Russia agreed.\n';

async function sidecar(file: string): Promise<string> {
  const end = 'North Korea'.length;
  const target = [{ start: 0, end, exact: 'North Korea', prefix: '', suffix: text.slice(end, end + 32) }];
  return printSidecar({
    format: 'policy-annotations',
    version: 1,
    article: { file, sha256: await sha256(text), length: text.length },
    annotations: [{ id: 'a1', type: 'actor', target, actor: 'north-korea' }],
  });
}

/** Beside the workspace folder. */
const outside = (folder: string): string => path.join(folder, '..', 'outside');

/** A sidecar that is a link, a folder that is one, and a link that stays inside. */
async function prepare(folder: string): Promise<void> {
  for (const name of ['outside', 'fixture/store']) mkdirSync(path.join(folder, '..', name));
  writeFileSync(path.join(outside(folder), 'secret.json'), await sidecar('linked.txt'));
  writeFileSync(path.join(outside(folder), 'there.txt'), text);
  writeFileSync(path.join(folder, 'articles', 'linked.txt'), text);
  symlinkSync('../../outside/secret.json', path.join(folder, 'articles', 'linked.txt.annotations.json'));
  symlinkSync('../outside', path.join(folder, 'elsewhere'));
  writeFileSync(path.join(folder, 'store', 'inside.json'), await sidecar('inside.txt'));
  writeFileSync(path.join(folder, 'articles', 'inside.txt'), text);
  symlinkSync('../store/inside.json', path.join(folder, 'articles', 'inside.txt.annotations.json'));
}

async function open({ page, text: shown }: Workbench, folder: string, name: string): Promise<void> {
  const row = (label: string) => page.locator('.explorer-folders-view').getByText(label, { exact: true });
  if (!(await row(name).isVisible())) await row(folder).click();
  await row(name).click();
  await page.locator(`.tab.active[data-resource-name="${name}"]`).waitFor();
  await shown.find('Russia');
}

/** What is wrong, as the status bar's menu says it. (In the web worker host's windows no message comes up.) */
async function wrong(workbench: Workbench): Promise<string> {
  await workbench.statusBarItem('A file can’t be read').waitFor();
  await workbench.command('Policy Annotator: What Can Be Done Here…');
  await workbench.quickInput.offers('Open the file that can’t be read');
  const row = workbench.page.locator('.quick-input-list .monaco-list-row', {
    hasText: 'Open the file that can’t be read',
  });
  const said = (await row.first().getAttribute('aria-label')) ?? '';
  await workbench.quickInput.cancel();
  return said;
}

describe('Symbolic links', () => {
  for (const webHost of [false, true]) {
    const host = webHost ? 'web worker' : 'Node';
    uiTest(
      `out of the workspace are read, and not written through (${host})`,
      { prepare, webHost },
      async (workbench) => {
        const { folder } = workbench;
        const secret = path.join(outside(folder), 'secret.json');
        const before = readFileSync(secret, 'utf8');
        await open(workbench, 'articles', 'linked.txt');
        await workbench.statusBarItem('1 actor').waitFor();
        const to = webHost
          ? /may lead out of the workspace/
          : /leads out of the workspace, to \/.*outside\/secret\.json/;
        assert.match(await wrong(workbench), to);
        await workbench.text.select('Russia');
        await workbench.command('Policy Annotator: Tag Actor…');
        if (!webHost) assert.match(await workbench.notification('symbolic link'), /linked\.txt\.annotations\.json/);

        await open(workbench, 'elsewhere', 'there.txt');
        assert.match(
          await wrong(workbench),
          webHost ? /elsewhere is a symbolic link/ : /leads out of the workspace, to \//,
        );
        await workbench.text.select('Russia');
        await workbench.command('Policy Annotator: Tag Actor…');
        // The menu opens after the command before it, which was refused, and no picker came in between.
        assert.match(await wrong(workbench), /symbolic link/);
        assert.equal(readFileSync(secret, 'utf8'), before);
        assert.ok(!existsSync(path.join(outside(folder), 'there.txt.annotations.json')));
        assert.ok(lstatSync(path.join(folder, 'articles', 'linked.txt.annotations.json')).isSymbolicLink());
      },
    );
  }

  uiTest('within the workspace are followed, and stay links', { prepare }, async (workbench) => {
    await open(workbench, 'articles', 'inside.txt');
    await workbench.statusBarItem('1 actor').waitFor();
    await workbench.text.select('Russia');
    await workbench.command('Policy Annotator: Tag Actor…');
    await workbench.quickInput.opened('Tag “Russia” as');
    await workbench.quickInput.offers('New actor “Russia”');
    await workbench.quickInput.accept();
    await workbench.quickInput.opened('What kind');
    await workbench.quickInput.cancel();
    const file = path.join(workbench.folder, 'store', 'inside.json');
    await until('the new mention', () => Promise.resolve(readFileSync(file, 'utf8').includes('"russia"')));
    assert.ok(lstatSync(path.join(workbench.folder, 'articles', 'inside.txt.annotations.json')).isSymbolicLink());
  });
});
