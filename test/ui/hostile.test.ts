import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Annotation } from '../../src/model/annotation';
import type { Codebook } from '../../src/model/codebook';
import { sha256 } from '../../src/sidecar/hash';
import { printCodebook, printSidecar } from '../../src/sidecar/print';
import { until } from '../harness/until';
import { uiTest } from '../harness/windows';
import type { Workbench } from '../harness/workbench';

/** What would become a link, a command, an image, an icon, or a name that reads otherwise. */
const bad = [
  '[click](command:workbench.action.reloadWindow)',
  '<img src=x onerror=alert(1)>',
  '$(rocket)',
  '<command:workbench.action.reloadWindow>',
  '![i](https://evil.example/i.png)',
  '<https://evil.example/a>',
  'http://evil.example/b',
  '\u202egnp.exe',
].join(' ');
const words = 'The envoy of North Korea spoke.';
const text = `${words}\n\n${bad}\n`;

/** Of the same marks, but what a file's name can't hold. */
const fileName = 'odd [x](command:a) $(rocket) <img src=x>.txt';

const fields = { creator: bad, note: bad, url: 'command:workbench.action.reloadWindow', date: bad, kind: bad };
const links = ['speaker', 'holder', 'addressee', bad].map((role) => ({ role, actor: bad, for: bad }));
function marked(id: string, type: string, exact: string, more: Partial<Annotation> = {}): Annotation {
  const start = text.indexOf(exact);
  const end = start + exact.length;
  const around = { prefix: text.slice(0, start), suffix: text.slice(end, end + 40) };
  return { id, type, target: [{ start, end, exact, ...around }], ...fields, ...more };
}

const annotations: readonly Annotation[] = [
  marked('__proto__', 'actor', 'North Korea', { actor: bad, form: bad }),
  marked('a2', 'actor', bad, { actor: 'constructor' }),
  marked('c', 'claim', words, {
    ...{ topic: bad, stance: bad, attribution: bad, summary: bad, links },
    attributes: { [bad]: bad, constructor: bad },
  }),
  marked('p', bad, 'envoy', { topic: bad }),
  marked('s', 'source', 'spoke', { source: bad, reference: bad }),
].sort((a, b) => (a.id < b.id ? -1 : 1));
const codebook: Codebook = {
  format: 'policy-codebook',
  version: 1,
  actors: [{ id: bad, name: bad, kind: bad, aliases: [bad], color: 'url(https://evil.example/c)' }],
  topics: [{ id: bad, name: bad, description: bad }],
  sources: [{ id: bad, name: bad, kind: bad, date: bad, url: bad }],
  stances: [{ id: bad, name: bad, value: 1 }],
  roles: [
    { id: 'speaker', name: bad, appliesTo: ['claim'], takes: ['actor'] },
    { id: bad, name: bad, appliesTo: ['claim'], takes: [bad, 'actor'] },
  ],
  attributes: [
    { id: 'constructor', name: bad, type: 'text', appliesTo: ['claim'] },
    { id: bad, name: bad, type: 'choice', options: [{ id: bad, name: bad }], appliesTo: ['claim'] },
  ],
};

async function prepare(folder: string): Promise<void> {
  const write = (name: string, value: string): void => writeFileSync(path.join(folder, name), value);
  const article = { sha256: await sha256(text), length: text.length, title: bad, author: bad, publisher: bad };
  const sidecar = (file: string, list = annotations): string =>
    printSidecar({ format: 'policy-annotations', version: 1, article: { file, ...article }, annotations: list });
  write('policy-codebook.json', printCodebook(codebook));
  write('articles/hostile.txt', text);
  write('articles/hostile.txt.annotations.json', sidecar('../../../../etc/passwd'));
  write(`articles/${fileName}`, text);
  write(`articles/${fileName}.annotations.json`, sidecar('x', [marked(bad, 'a', 'spoke'), marked(bad, 'a', 'envoy')]));
  write(`articles/gone ${fileName}.annotations.json`, sidecar('command:a'));
}

const surfaces =
  '.part.sidebar, .quick-input-widget, .monaco-hover, .notifications-toasts, .part.statusbar, .context-view';

/** Nothing in the window was made of what a file says, but text. */
async function assertHarmless({ page }: Workbench, where: string): Promise<void> {
  const made = page.locator(
    [
      'img[src="x"], [src*="evil"], [onerror], [style*="evil"]',
      '.codicon-rocket',
      // Links of ours may have what a file says in their argument.
      ':is([href*="evil"], [data-href*="evil"], [href*="reloadWindow"], [data-href*="reloadWindow"])' +
        ':not([data-href^="command:policyAnnotator."])',
    ].join(', '),
  );
  const found = await made.evaluateAll((elements) => elements.map(({ outerHTML }) => outerHTML));
  assert.deepEqual(found, [], where);
  const links = page.locator('.monaco-hover a, .notifications-toasts a, .quick-input-widget a');
  const targets = await links.evaluateAll((elements) =>
    elements.map((element) => element.getAttribute('data-href') ?? element.getAttribute('href') ?? ''),
  );
  for (const target of targets) assert.match(target, /^command:policyAnnotator\.|^$|^#$/, where);
  const shown = (await page.locator(surfaces).allInnerTexts()).join('\n');
  assert.doesNotMatch(shown, /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/u, where);
}

/** Looks at the window, and keeps a picture of it where the environment names a folder for that. */
function checking(workbench: Workbench): (where: string) => Promise<void> {
  const folder = process.env['POLICY_ANNOTATOR_PICTURES'];
  return async (where) => {
    await assertHarmless(workbench, where);
    if (folder) await workbench.screenshot(path.join(folder, `hostile-${where.replace(/\W+/g, '-')}.png`));
  };
}

describe('Hostile files', () => {
  uiTest('show what they say in hovers, views and messages, and do nothing', { prepare }, async (workbench) => {
    const { page, quickInput } = workbench;
    const check = checking(workbench);
    await workbench.openFile('hostile.txt');
    await workbench.statusBarItem('2 actors').waitFor();

    const hover = await workbench.text.hover('North Korea', 'Actor · ');
    assert.match(hover, /\[click\]\(command:workbench\.action\.reloadWindow\)/);
    assert.match(hover, /⟨U\+202E⟩gnp\.exe/);
    await check('hover');
    await workbench.text.hover('spoke', 'Source');
    await check('hover of a source');
    await page.mouse.move(5, 5);

    await workbench.command('Policy Annotator: Focus on Article View');
    const view = workbench.view('Article');
    await view.find('all groups', (rows) => rows.length > 8);
    await check('view');
    for (const label of ['The envoy of', '[click]']) {
      await view.row(label).hover();
      await page.locator('.monaco-hover:not(.hidden)').first().waitFor();
      await check(`tooltip of ${label}`);
      await page.mouse.move(5, 5);
      await page.locator('.monaco-hover:not(.hidden)').first().waitFor({ state: 'hidden' });
    }
    await workbench.outline();
    await workbench.view('Outline').find('a claim', (rows) => rows.length > 0);
    await check('outline');

    await workbench.command('View: Show Explorer');
    await page.locator('.explorer-folders-view').getByText(fileName, { exact: true }).click();
    await workbench.editorShown(fileName);
    await workbench.command('Policy Annotator: Tag Actor…');
    assert.match(await workbench.notification('taken'), /\[click\]/);
    await check('message');
    await workbench.command('Policy Annotator: Focus on Article View');
    await check('view of what can’t be read');
    await workbench.command('Policy Annotator: What Can Be Done Here…');
    await quickInput.opened();
    await check('menu of what can’t be read');
  });

  uiTest('show what they say in pickers and on the status bar, and do nothing', { prepare }, async (workbench) => {
    const { quickInput } = workbench;
    const check = checking(workbench);
    await workbench.openFile('hostile.txt');
    await workbench.statusBarItem('2 actors').waitFor();
    for (const [command, typed, then] of [
      ['Go to Actor…', 'click', undefined],
      ['Tag Actor…', 'click', undefined],
      ['Mark Claim…', '@click', undefined],
      ['Mark Source…', 'click', undefined],
      ['Link Annotation…', '', 'accept'],
      ['Edit Annotation…', '', 'accept'],
      ['Set Coding Status…', '', undefined],
      ['Show Annotations without an Article…', '', 'accept'],
    ] as const) {
      await workbench.text.select('North Korea');
      await workbench.command(`Policy Annotator: ${command}`);
      await quickInput.opened();
      await until('items', async () => (await quickInput.items()).length > 0);
      await check(command);
      if (typed !== '') {
        await quickInput.type(typed);
        await until('items for what was typed', async () => (await quickInput.items()).length > 0);
        await check(`${command} ${typed}`);
      }
      if (then) {
        await quickInput.accept();
        await check(`${command} then`);
      }
      if (await quickInput.isOpen()) await quickInput.cancel();
      if (await quickInput.isOpen()) await quickInput.cancel();
    }
    await workbench.text.select('envoy');
    await workbench.command('Policy Annotator: Tag Actor…');
    await quickInput.opened();
    await quickInput.type('click');
    await quickInput.offers('[click]');
    await quickInput.accept();
    await quickInput.closed();
    await workbench.statusBarItem('3 mentions').waitFor();
    await workbench.command('Policy Annotator: Undo Annotation Step');
    await workbench.statusBarItem('Undone').waitFor();
    await check('status bar');
    await workbench.statusBarItem('2 mentions').waitFor();

    await workbench.statusBarItem('2 actors').click();
    await quickInput.opened();
    await check('menu');
    await quickInput.cancel();
  });
});
