import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Locator } from 'playwright-core';
import type { Annotation } from '../../src/model/annotation';
import type { Sidecar } from '../../src/model/article';
import type { FoundText } from '../harness/in-page.mjs';
import { until } from '../harness/until';
import { inOneWindow } from '../harness/windows';
import type { Workbench } from '../harness/workbench';

const text = `The Levy Again

Karsk met Velmar in Lysa. Velmar said that the levy was unlawful [1]. It was late.

Karsk rejected the ultimatum. The strait is quiet. Sunhavn and Karsk want peace.

[1] Lysa Weekly, 2 April 2024.
`;
const article = 'a-quarrel.txt';
const other = 'b-quarrel.txt';
const settings = { 'policyAnnotator.creator': 'lee' };

function prepare(folder: string): void {
  for (const name of [article, other]) writeFileSync(path.join(folder, 'articles', name), text);
}

async function sidecar(workbench: Workbench, name: string, fits: (content: Sidecar) => boolean): Promise<Sidecar> {
  const read = (content: string): Sidecar => JSON.parse(content) as Sidecar;
  return read(await workbench.fileText(`articles/${name}.annotations.json`, (content) => fits(read(content))));
}

/** Waits until so many annotations are in the sidecar, and gives them in the text's order, mentions before what they begin. */
async function marked(workbench: Workbench, name: string, count: number): Promise<readonly Annotation[]> {
  const { annotations } = await sidecar(workbench, name, ({ annotations: all }) => all.length === count);
  const start = ({ target: [first] }: Annotation): number => first?.start ?? 0;
  return [...annotations].sort((a, b) => start(a) - start(b) || (a.type < b.type ? -1 : 1));
}

/** An annotation in a line: type, words, and what it says. */
function shown({ type, target, actor, topic, stance, attribution, links = [], note }: Annotation): string {
  const to = links.map((link) => `${link.role} ${link.actor ?? (link.annotation === undefined ? '?' : 'marked')}`);
  const says = [actor, topic, stance, attribution, ...to, note].filter((part) => part !== undefined);
  return `${type} “${target[0]?.exact}” ${says.join(', ')}`;
}

/** Is there while the active editor is read-only. */
function readOnly({ page }: Workbench): Locator {
  return page.locator('.tab.active .monaco-decoration-badge');
}

async function begin(workbench: Workbench, name: string, mentions: string): Promise<void> {
  await workbench.openFile(name);
  await workbench.statusBarItem(mentions).waitFor();
  await workbench.press('Alt+B');
  await workbench.statusBarItem('Annotate mode').waitFor();
  await readOnly(workbench).waitFor();
}

/** Waits until the offer of this number is the one that is selected. */
function offer(workbench: Workbench, says: string): Promise<void> {
  return workbench.statusBarItem(says).waitFor();
}

/** Puts the cursor into a line by keys, so many words from its begin. */
async function goTo(workbench: Workbench, line: number, words: number): Promise<void> {
  await workbench.press('ControlOrMeta+Home');
  for (let down = 1; down < line; down++) await workbench.press('ArrowDown');
  for (let right = 0; right < words; right++) await workbench.press('ControlOrMeta+ArrowRight');
  await workbench.statusBarItem(`Ln ${line}, `).waitFor();
}

async function choose(workbench: Workbench, title: string, typed: string, first: string): Promise<void> {
  const picker = await workbench.quickInput.opened(title);
  if (typed !== '') await picker.type(typed);
  await until(`“${first}” to be first`, async () => (await picker.focused()).includes(first));
  await workbench.press('Enter');
}

describe('Annotate mode', () => {
  inOneWindow({ folder: 'samples', prepare, settings }, (test) => {
    test('marks a whole article by single keys, and goes on to the next', async (workbench) => {
      const picker = workbench.quickInput;
      const isMarked = (count: number): Promise<readonly Annotation[]> => marked(workbench, article, count);
      await begin(workbench, article, '0 mentions');

      // What isn't one of its keys does nothing: the article is read-only.
      await workbench.type('zZ');
      await workbench.press('ControlOrMeta+Home', 'n');
      await offer(workbench, 'Offer 1 of 12 · Actor: Karsk');
      await workbench.press('y');
      await isMarked(1);
      await offer(workbench, 'Offer 1 of 11 · Actor: Velmar');
      await workbench.press('a');
      await isMarked(2);

      // On what is tagged, all known names: one is struck, the others are tagged.
      await workbench.press('a');
      await picker.opened('Tag these 4 mentions?');
      assert.deepEqual(
        (await picker.items()).map(({ label }) => label),
        ['Velmar', 'Karsk', 'Sunhavn', 'Karsk'],
      );
      await workbench.press('ArrowDown', 'ArrowDown', 'ArrowDown', 'Space', 'Enter');
      await isMarked(5);

      await workbench.press('n');
      await offer(workbench, 'Claim: Velmar');
      await workbench.press('-');
      await isMarked(6);
      await offer(workbench, 'Source: Lysa Weekly');
      await workbench.press('Shift+N');
      await offer(workbench, 'Actor: Lysa Weekly');
      await workbench.press('x');
      await offer(workbench, 'Source: Lysa Weekly');
      await goTo(workbench, 3, 2);
      await workbench.press('s');
      await isMarked(7);

      await goTo(workbench, 5, 2);
      await workbench.press('c');
      await picker.opened('topic…');
      await picker.type('The levy is lawful !reported @Karsk >Velmar +');
      await until('the whole claim', async () => /lawful.*\+.*Reported/i.test(await picker.title()));
      await workbench.press('Enter');
      await isMarked(8);
      await goTo(workbench, 3, 17);
      await workbench.press('d');
      await until('the last speaker', async () => (await picker.value()) === '@Karsk >Velmar ');
      await picker.type('-');
      await until('the stance', async () => (await picker.title()).includes('−'));
      assert.equal(await picker.value(), '@Karsk >Velmar -');
      await workbench.press('Enter');
      await isMarked(9);
      await goTo(workbench, 5, 7);
      await workbench.press('p');
      await choose(workbench, 'What is this passage about?', 'free pass', 'Free passage');
      await isMarked(10);

      await workbench.press('m');
      await picker.opened('Note on');
      await picker.type('For now');
      await workbench.press('Enter');
      await sidecar(workbench, article, ({ annotations }) => annotations.some(({ note }) => note === 'For now'));
      await goTo(workbench, 3, 17);
      await workbench.press('g');
      await choose(workbench, 'as what?', 'said in', 'Said in');
      await choose(workbench, '› Said in', 'Lysa', 'Lysa Weekly');
      await picker.closed();
      await sidecar(workbench, article, ({ annotations }) =>
        annotations.some(({ links = [] }) => links.some(({ role }) => role === 'source')),
      );

      // A digit is pinned at its first press, and tags from then on.
      await workbench.press('2');
      await choose(workbench, 'Pin to 2', 'actor', 'Actor');
      await choose(workbench, 'Pin to 2: which actor?', 'Sunhavn', 'Sunhavn');
      await picker.closed();
      await goTo(workbench, 5, 11);
      await workbench.press('2');
      await isMarked(11);
      await workbench.press('u');
      await isMarked(10);

      await workbench.press('h');
      await picker.opened('Keys of annotate mode');
      const keys = (await picker.items()).map(({ label, description }) => `${label} ${description}`.trim());
      assert.ok(keys.some((line) => line.endsWith('a Tag Actor at Cursor')));
      await picker.type('pinned');
      await until('the pinned actor', async () =>
        (await picker.items()).some(({ description }) => description === 'Tag What Is Pinned: Sunhavn'),
      );
      await picker.cancel();

      await workbench.press('f');
      await workbench.editorShown(other);
      const { coding } = await sidecar(workbench, article, (content) => content.coding !== undefined);
      assert.deepEqual(
        coding?.map(({ creator, status }) => [creator, status]),
        [['lee', 'done']],
      );
      assert.deepEqual((await isMarked(10)).map(shown), [
        'actor “Karsk” karsk',
        'actor “Velmar” velmar',
        'actor “Velmar” velmar',
        'claim “Velmar said that the levy was unlawful [1].” oppose, reported, speaker velmar',
        'source “[1]” ',
        'claim “It was late.” oppose, reported, speaker karsk, addressee velmar, source marked',
        'actor “Karsk” karsk',
        'claim “Karsk rejected the ultimatum.” the-levy-is-lawful, support, reported, speaker karsk, addressee velmar',
        'passage “The strait is quiet.” free-passage-through-the-merrow-strait, For now',
        'actor “Karsk” karsk',
      ]);
      assert.equal(await workbench.fileText(`articles/${article}`), text);

      // The next one is read-only too, until the mode is left.
      await readOnly(workbench).waitFor();
      await workbench.press('i');
      await readOnly(workbench).waitFor({ state: 'detached' });
      await workbench.press('ControlOrMeta+Home');
      await workbench.type('am');
      await workbench.text.find('amThe Levy Again');
      await workbench.press('ControlOrMeta+Z');
      await workbench.text.find('The Levy Again');
    });

    test('accepts one offer, or all alike, and keeps in mind what was rejected', async (workbench) => {
      await begin(workbench, other, '0 mentions');
      await workbench.press('ControlOrMeta+Home', 'n');
      await offer(workbench, 'Offer 1 of 12 · Actor: Karsk');
      await workbench.press('Shift+Y');
      const karsk = await marked(workbench, other, 3);
      assert.deepEqual(karsk.map(shown), Array(3).fill('actor “Karsk” karsk'));
      await offer(workbench, 'Offer 1 of 9 · Actor: Velmar');
      await workbench.press('x');
      await offer(workbench, 'Offer 1 of 8 · Claim: Velmar');
      await workbench.press('n');
      await offer(workbench, 'Offer 2 of 8 · Actor: Velmar');
      await workbench.press('y');
      await marked(workbench, other, 4);

      await workbench.reload();
      await begin(workbench, other, '4 mentions');
      await workbench.press('ControlOrMeta+Home', 'n');
      await offer(workbench, 'Offer 1 of 7 · Claim: Velmar');
      const isOffered = ({ spans }: FoundText): boolean => spans.some((span) => /dotted/.test(span.textDecoration));
      await workbench.text.find('said that', 0, isOffered);
      assert.equal(isOffered(await workbench.text.find('Velmar', 0)), false);
      await workbench.press('i');
      await workbench.statusBarItem('Offer 1 of 7').waitFor({ state: 'detached' });
    });
  });
});
