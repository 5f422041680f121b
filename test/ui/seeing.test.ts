import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Annotation, Target } from '../../src/model/annotation';
import type { Sidecar } from '../../src/model/article';
import type { Codebook } from '../../src/model/codebook';
import { sha256 } from '../../src/sidecar/hash';
import { printCodebook, printSidecar } from '../../src/sidecar/print';
import type { FoundText } from '../harness/in-page.mjs';
import { until } from '../harness/until';
import { uiTest } from '../harness/windows';
import type { View, Workbench } from '../harness/workbench';

const file = 'articles/seen.txt';
const text = `The Drill and Its Critics

North Korea said on Monday that the drill was a rehearsal for war. The DPRK repeated that on Tuesday.

What Others Say
Russia blamed the exercise while its war lasts. Moscow is not sure.

[1] KCNA, March 4, 2024.
Share this article
`;

function target(exact: string): Target {
  const start = text.indexOf(exact);
  assert.ok(start >= 0, exact);
  const end = start + exact.length;
  return { start, end, exact, prefix: text.slice(Math.max(0, start - 32), start), suffix: text.slice(end, end + 32) };
}

function marked(id: string, type: string, exact: string, fields: Partial<Annotation> = {}): Annotation {
  return { id, type, target: [target(exact)], ...fields };
}

const said = 'North Korea said on Monday that the drill was a rehearsal for war.';
const annotations: readonly Annotation[] = [
  marked('a1', 'actor', 'North Korea', { actor: 'north-korea', form: 'name' }),
  marked('a2', 'actor', 'DPRK', { actor: 'north-korea', form: 'name' }),
  marked('a3', 'actor', 'Russia', { actor: 'russia' }),
  marked('c1', 'claim', said, {
    topic: 'rehearsal',
    stance: 'support',
    attribution: 'reported',
    summary: 'The drill prepares a war.',
    links: [
      { role: 'speaker', actor: 'north-korea', annotation: 'a1' },
      { role: 'holder', actor: 'russia' },
      { role: 'source', annotation: 's1' },
    ],
    attributes: { act: 'accuse', hedged: false },
    note: 'Look again.',
    creator: 'lee',
    created: '2026-11-22T05:00:00Z',
  }),
  marked('c2', 'claim', 'Russia blamed the exercise', { topic: 'rehearsal', stance: 'oppose' }),
  marked('p1', 'passage', 'North Korea said on Monday that the drill was a rehearsal for war. The DPRK'),
  marked('s1', 'source', '[1] KCNA, March 4, 2024.', { reference: 'KCNA, 4 March 2024' }),
  {
    ...marked('u1', 'actor', 'Moscow', { actor: 'russia' }),
    target: [
      { start: 0, end: 6, exact: 'Moscow', prefix: 'a text that is no more, where ', suffix: ' stood elsewhere' },
    ],
    text: '0'.repeat(64),
  },
  marked('x1', 'theory', 'while its war lasts'),
];
const codebook: Codebook = {
  format: 'policy-codebook',
  version: 1,
  actors: [
    { id: 'north-korea', name: 'North Korea', kind: 'state', aliases: ['DPRK', 'Pyongyang'] },
    { id: 'russia', name: 'Russia', kind: 'state' },
  ],
  topics: [{ id: 'rehearsal', name: 'Drills rehearse war' }],
};

interface Content {
  readonly annotations?: readonly Annotation[];
  readonly codebook?: Codebook;
  readonly ending?: string;
}

/** Puts the article with its files into the folder; gives its name. */
async function put(workbench: Workbench, content: Content = {}): Promise<string> {
  const name = content.ending === undefined ? file : file.replace(/txt$/, content.ending);
  const write = (relative: string, value: string): void => writeFileSync(path.join(workbench.folder, relative), value);
  const sidecar: Sidecar = {
    format: 'policy-annotations',
    version: 1,
    article: {
      file: path.basename(name),
      sha256: await sha256(text),
      length: text.length,
      excluded: [target('Share this article')],
    },
    annotations: content.annotations ?? annotations,
  };
  write('policy-codebook.json', printCodebook(content.codebook ?? codebook));
  write(`${name}.annotations.json`, printSidecar(sidecar));
  write(name, text);
  return path.basename(name);
}

async function open(workbench: Workbench, content: Content = {}): Promise<void> {
  await workbench.openFile(await put(workbench, content));
}

async function openView(workbench: Workbench): Promise<View> {
  await workbench.command('Policy Annotator: Focus on Article View');
  return workbench.view('Article');
}

const labels = (rows: readonly { label: string }[]): string[] => rows.map(({ label }) => label);
const hasBorder =
  (style: RegExp) =>
  (found: FoundText): boolean =>
    found.behind.some(({ border }) => style.test(border));
const isActor = hasBorder(/^2px solid/);

describe('Seeing', () => {
  for (const theme of ['Dark Modern', 'Light Modern', 'Dark High Contrast'] as const) {
    uiTest(`paints each kind in its own way in ${theme}`, { theme }, async (workbench) => {
      await open(workbench);
      const actor = await workbench.text.find('North Korea', 0, isActor);
      // The claim around it is seen through the actor.
      assert.ok(actor.spans.every(({ textDecoration }) => textDecoration.includes('underline dashed')));
      const claim = await workbench.text.find('rehearsal for war');
      assert.ok(claim.spans.every(({ textDecoration }) => textDecoration.includes('underline dashed')));
      assert.ok(
        claim.spans.every(({ textDecoration, color }) => !textDecoration.includes(color)),
        'the line has the colour of claims, not of the text',
      );
      assert.ok(!isActor(claim));
      assert.ok(hasBorder(/^3px double/)(await workbench.text.find('KCNA, March')));
      assert.ok(hasBorder(/^1px dotted/)(await workbench.text.find('while its war lasts')));
      // Its place is looked for behind the rest.
      await workbench.text.find('Moscow', 0, ({ behind }) => behind.some(({ outline }) => outline.includes('dashed')));
      const excluded = await workbench.text.find('Share this article');
      assert.ok(excluded.spans.every(({ fontStyle }) => fontStyle === 'italic'));
      const plain = await workbench.text.find('repeated that');
      assert.ok(plain.spans.every(({ textDecoration }) => !textDecoration.includes('underline')));
      assert.ok(!plain.behind.some(({ className }) => className.includes('TextEditorDecorationType')));
    });
  }

  uiTest('paints what a step changes at once, and follows typing', { webHost: true }, async (workbench) => {
    await open(workbench);
    await workbench.text.find('DPRK', 0, isActor);
    await workbench.text.putCursor('The DPRK', { offset: 4 });
    await workbench.type('big ');
    await workbench.text.find('DPRK', 0, isActor);
    assert.ok(!isActor(await workbench.text.find('big ')));

    const view = await openView(workbench);
    await view.find('the actors', (rows) => labels(rows).includes('North Korea'));
    await view.toggle('North Korea');
    await view.find('the mention', (rows) => rows.some(({ label }) => label.includes('big DPRK repeated')));
    await view.pressButton('big DPRK repeated', 'Remove');
    await view.find('the mention to go', (rows) => !rows.some(({ label }) => label.includes('big DPRK repeated')));
    assert.equal((await view.rows()).find(({ label }) => label === 'North Korea')?.expanded, true);
    await workbench.text.find('DPRK', 0, (found) => !isActor(found));
  });

  uiTest('says in a hover what is known, the innermost first, with links to act', {}, async (workbench) => {
    await open(workbench);
    await workbench.text.find('North Korea', 0, isActor);
    const hover = await workbench.text.hover('North Korea', 'Actor · North Korea');
    let from = 0;
    for (const part of [
      'Actor · North Korea',
      'Kind: state',
      'Also called: DPRK, Pyongyang',
      'Next mention',
      'Claim · lee, 2026-11-22',
      'Speaker: North Korea',
      'Holder: Russia',
      'Topic: Drills rehearse war',
      'Stance: Support',
      'Attribution: reported',
      'Summary: The drill prepares a war.',
      'Said in: KCNA, 4 March 2024',
      'Speech act: Accuse',
      'Hedged: no',
      'Note: Look again.',
      'Passage',
    ]) {
      const at = hover.indexOf(part, from);
      assert.ok(at >= 0, `"${part}" from ${from} on in: ${hover}`);
      from = at;
    }
    await workbench.page.locator('.monaco-hover a', { hasText: 'Next mention' }).first().click();
    await workbench.statusBarItem(' selected)').waitFor();
  });

  uiTest('lets no text of a file act: no link, HTML, icon or Markdown of theirs', {}, async (workbench) => {
    const evil = [
      '[go](command:policyAnnotator.removeAnnotation)',
      '<command:policyAnnotator.removeAnnotation>',
      '$(trash) **bold** `code` &lt;b&gt;',
      '<a href="https://example.org">a</a><img src=x onerror=alert(1)>',
      'https://example.org www.example.org me@example.org',
    ].join(' ');
    const block = `# head\n\n- ${evil}\n\n| a |\n|---|\n\n    code\n\n[x]: command:policyAnnotator.undo\n`;
    await open(workbench, {
      annotations: [
        marked('e1', 'claim', said, {
          topic: evil,
          stance: evil,
          attribution: evil,
          summary: block,
          date: evil,
          links: [
            { role: evil, actor: 'north-korea', for: 'russia' },
            { role: 'source', source: evil },
          ],
          attributes: { [evil]: evil, list: [evil, { deep: evil }] },
          note: block,
          creator: evil,
          created: evil,
        }),
        marked('e2', 'actor', 'North Korea', { actor: 'north-korea', form: evil }),
        marked(`e3"]) ${evil}`, 'source', 'on Monday', { reference: evil, kind: evil, url: evil }),
        marked('e4', evil, 'was a'),
      ],
      codebook: {
        ...codebook,
        actors: [
          { id: 'north-korea', name: evil, kind: evil, aliases: [block, evil], members: [evil] },
          { id: 'russia', name: block },
        ],
      },
    });
    await workbench.text.find('North Korea', 0, isActor);
    for (const words of ['North Korea', 'on Monday', 'was a']) {
      const hover = await workbench.text.hover(words, 'Edit…');
      assert.ok(hover.includes(evil), hover);
      const shown = workbench.page.locator('.monaco-hover:not(.hidden) .hover-contents');
      const titles = await shown.locator('a').allInnerTexts();
      const ours = ['Edit…', 'Remove', 'Link…', 'Next mention', 'Go to another actor…'];
      assert.deepEqual(
        titles.filter((title) => !ours.includes(title)),
        [],
      );
      assert.equal(titles.filter((title) => title === 'Remove').length, 2);
      for (const element of ['img', 'code', 'h1', 'table', 'li', '.codicon-trash']) {
        assert.equal(await shown.locator(element).count(), 0, element);
      }
      await workbench.page.mouse.move(5, 5);
      await until('the hover to close', async () => !(await shown.first().isVisible()));
    }
    const view = await openView(workbench);
    await view.find('the rows', (rows) => rows.some(({ label }) => label.startsWith('[go](command:')));
    assert.equal(await workbench.page.locator('.pane .monaco-icon-label .label-name .codicon-trash').count(), 0);
  });

  uiTest('shows the article as a tree; its rows go, and are removed by key', {}, async (workbench) => {
    await open(workbench);
    const view = await openView(workbench);
    // Groups come first, and then what is in each.
    const rows = await view.find('all 14 rows', (found) => found.length === 14);
    assert.deepEqual(
      rows.map(({ label, description, level }) => [level, label, description.replace(/\d+ %/, '… %')]),
      [
        [1, 'Needs attention', '1'],
        [2, '“Moscow”', '1 likely place, … % · Actor Russia'],
        [1, 'Actors', '2'],
        [2, 'North Korea', '2 · state'],
        [2, 'Russia', '2 · state'],
        [1, 'Claims', '2'],
        [2, '+ Drills rehearse war', `North Korea · “${said}”`],
        [2, '− Drills rehearse war', '“Russia blamed the exercise”'],
        [1, 'Sources', '1'],
        [2, 'KCNA, 4 March 2024', '“[1] KCNA, March 4, 2024.”'],
        [1, 'Passages', '1'],
        [2, 'North Korea said on Monday that the drill was a rehearsal for war. The DPRK', ''],
        [1, 'Others', '1'],
        [2, 'while its war lasts', ''],
      ],
    );
    assert.ok(rows.every(({ aria }) => aria !== ''));

    await view.focus();
    await workbench.press('ArrowDown', 'Enter');
    await workbench.statusBarItem('(6 selected)').waitFor();
    await view.click('while its war lasts');
    await workbench.statusBarItem('(19 selected)').waitFor();
    await view.click('KCNA, 4 March 2024');
    await workbench.statusBarItem('(24 selected)').waitFor();
    await workbench.command('Policy Annotator: Focus on Article View');
    await workbench.press('Delete');
    const left = await view.find('the source to go', (found) => !labels(found).includes('Sources'));
    assert.ok(labels(left).includes('Claims'));
    await workbench.command('Policy Annotator: Undo Annotation Step');
    await view.find('the source to come back', (found) => labels(found).includes('KCNA, 4 March 2024'));

    // What is removed is where the keys have gone to, whatever was chosen before.
    await view.click('KCNA, 4 March 2024');
    await workbench.statusBarItem('(24 selected)').waitFor();
    await workbench.command('Policy Annotator: Focus on Article View');
    await workbench.press('ArrowUp', 'ArrowUp', 'Delete');
    const others = await view.find('a claim to go', (found) => !labels(found).includes('− Drills rehearse war'));
    assert.ok(labels(others).includes('KCNA, 4 March 2024'));
  });

  uiTest('says how to begin, counts as one goes, and opens a menu', {}, async (workbench) => {
    // Before the first search for files: what comes later may be missing from it.
    const seen = await put(workbench);
    await workbench.openFile('second.txt');
    const view = await openView(workbench);
    await until('the welcome', async () => (await view.welcome()).includes('Nothing is marked in this article yet'));
    await workbench.statusBarItem('0 actors, 0 mentions').waitFor();
    await workbench.openFile(seen);
    await view.find('the rows', (rows) => labels(rows).includes('Claims'));
    const item = workbench.statusBarItem('2 actors, 4 mentions · 2 claims · 1 source');
    await item.waitFor();
    await workbench.statusBarItem('place is not sure: 1').waitFor();
    await item.click();
    await workbench.quickInput.offers('Go to next annotation that needs attention');
    await workbench.quickInput.pick('Next annotation');
    await workbench.quickInput.closed();
    await workbench.statusBarItem(' selected)').waitFor();

    writeFileSync(path.join(workbench.folder, `${file}.annotations.json`), '{ "format": ');
    await workbench.statusBarItem('A file can’t be read').waitFor();
    await view.find('what was there to stay', (rows) => labels(rows).includes('Claims'));
    await workbench.page
      .locator('.tree-explorer-viewlet-tree-view .message', { hasText: 'seen.txt.annotations' })
      .waitFor();

    writeFileSync(path.join(workbench.folder, 'articles/first.txt.annotations.json'), 'nothing of ours');
    await workbench.openFile('first.txt');
    await until('the other welcome', async () => (await view.welcome()).includes('Show What Is Wrong'));
  });

  uiTest('puts claims under headings in the outline; in Markdown beside the headings', {}, async (workbench) => {
    const inMarkdown = await put(workbench, { ending: 'md' });
    await open(workbench);
    const outline = await workbench.outline();
    const rows = await outline.find('the claims', (found) => labels(found).some((label) => label.includes('| −')));
    assert.deepEqual(
      rows.map(({ level, label }) => [level, label]),
      [
        [1, 'The Drill and Its Critics'],
        [2, 'North Korea | Drills rehearse war | +'],
        [2, 'What Others Say'],
        [3, 'Drills rehearse war | −'],
      ],
    );
    await workbench.openFile(inMarkdown);
    await outline.find('only the claims of the Markdown file', (found) => {
      const shown = labels(found);
      return shown.some((label) => label.includes('| −')) && !shown.includes('What Others Say');
    });
  });
});
