import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Annotation } from '../../src/model/annotation';
import type { Sidecar } from '../../src/model/article';
import { sha256 } from '../../src/sidecar/hash';
import { printSidecar } from '../../src/sidecar/print';
import { inOneWindow } from '../harness/windows';
import { until } from '../harness/until';
import type { Workbench } from '../harness/workbench';

const article = 'velmar-and-allies-condemn-levy.txt';
const codebook = 'policy-codebook.json';
/** A mention of Karsk in the first paragraph. */
const mention = 'Karsk thirty days';

async function onMention(workbench: Workbench): Promise<void> {
  await workbench.openFile(article);
  // Its annotations are there.
  await workbench.text.find('Karsk', 0, ({ behind }) => behind.some(({ border }) => /^2px solid/.test(border)));
  await workbench.text.putCursor(mention, { offset: 2 });
}

/** Whether the codebook is in front with something selected in it. */
async function inCodebook(workbench: Workbench, selected: string): Promise<void> {
  await workbench.editorShown(codebook);
  await workbench.text.find(selected);
  await workbench.page.keyboard.press('End');
}

const unsaid = 'articles/unsaid.txt';
const text = 'The Levy\n\nKarsk met Velmar. The levy is lawful, and Nobody is here.\n';

function marked(id: string, exact: string, fields: Partial<Annotation>): Annotation {
  const start = text.indexOf(exact);
  return {
    id,
    type: 'actor',
    target: [{ start, end: start + exact.length, exact, prefix: '', suffix: '' }],
    ...fields,
  };
}

/** An article with a claim that nobody makes, and a mention of an actor that the codebook doesn't have. */
async function prepare(folder: string): Promise<void> {
  const annotations = [
    marked('karsk', 'Karsk', { actor: 'karsk' }),
    marked('claim', 'The levy is lawful', { type: 'claim' }),
    marked('nobody', 'Nobody', { actor: 'no-one' }),
  ];
  const info = { file: path.basename(unsaid), sha256: await sha256(text), length: text.length };
  const sidecar = printSidecar({ format: 'policy-annotations', version: 1, article: info, annotations });
  writeFileSync(path.join(folder, unsaid), text);
  writeFileSync(path.join(folder, `${unsaid}.annotations.json`), sidecar);
}

async function annotationOf(workbench: Workbench, id: string, fits: (one: Annotation) => boolean): Promise<Annotation> {
  return until(`${id} in the sidecar`, async () => {
    const content = JSON.parse(await workbench.fileText(`${unsaid}.annotations.json`)) as Sidecar;
    return content.annotations.find((one) => one.id === id && fits(one));
  });
}

/** Presses Ctrl+. until a fix is offered, and takes it. */
async function fix(workbench: Workbench, title: string): Promise<void> {
  const row = workbench.page.locator('.action-widget').getByText(title).first();
  await workbench.pressUntil('ControlOrMeta+.', title, () => row.waitFor({ timeout: 3000 }));
  await row.click();
}

describe('An actor is a symbol', () => {
  inOneWindow({ folder: 'samples', prepare }, (test) => {
    test('F12 on a mention goes to its entry in the codebook', async (workbench) => {
      await onMention(workbench);
      await workbench.pressUntil('F12', 'the codebook', () =>
        workbench.page.locator(`.tab.active[data-resource-name="${codebook}"]`).waitFor({ timeout: 5000 }),
      );
      await inCodebook(workbench, '"name": "Karsk"');
      await workbench.press('Control+Alt+-');
    });

    test('Shift+F12 peeks at its mentions in all articles, with their lines', async (workbench) => {
      await onMention(workbench);
      const peek = workbench.page.locator('.peekview-widget');
      await workbench.pressUntil('Shift+F12', 'the peek', () => peek.waitFor({ timeout: 5000 }));
      const shown = await until('the mentions', async () => {
        const labels = await peek.locator('.ref-tree .monaco-list-row').allInnerTexts();
        return labels.some((label) => label.includes('demanded that Dravno')) && labels;
      });
      assert.ok(shown.some((label) => label.startsWith('karsk-raises-the-strait-levy.txt')));
      await workbench.press('Escape');
      await peek.waitFor({ state: 'detached' });
    });

    test('Ctrl+T finds it by letters of an alias', async (workbench) => {
      await onMention(workbench);
      await workbench.press('ControlOrMeta+T');
      await workbench.quickInput.opened();
      await workbench.quickInput.fill('#krskfed');
      const items = await workbench.quickInput.offers('Karsk Federation');
      assert.ok(
        items.some(({ label, description }) => label.includes('Karsk Federation') && /Karsk/.test(description)),
      );
      await workbench.quickInput.accept();
      await inCodebook(workbench, '"name": "Karsk"');
    });

    test('F2 renames it in the codebook, and Ctrl+Z in the article takes it back', async (workbench) => {
      await onMention(workbench);
      const before = await workbench.fileText(`articles/${article}`);
      const input = workbench.page.locator('.rename-box .rename-input');
      await workbench.pressUntil('F2', 'the rename box', () => input.waitFor({ timeout: 5000 }));
      assert.equal(await input.inputValue(), 'Karsk');
      await input.fill('Republic of Karsk');
      await workbench.press('Enter');
      const renamed = await workbench.fileText(codebook, (text) => text.includes('"name": "Republic of Karsk"'));
      assert.match(renamed, /"id": "karsk",\s+"name": "Republic of Karsk",[^}]*"Karsk"\s+\]/);
      assert.equal(await workbench.fileText(`articles/${article}`), before);
      await input.waitFor({ state: 'hidden' });
      const isBack = async (): Promise<boolean> => (await workbench.fileText(codebook)).includes('"name": "Karsk"');
      await workbench.pressUntil('ControlOrMeta+Z', 'the old name', async () => {
        await until('it', isBack, 3);
      });
      assert.equal(await workbench.fileText(`articles/${article}`), before);
    });

    test('a claim without a speaker gets one by Ctrl+., an unknown actor becomes a known one', async (workbench) => {
      await workbench.openFile(path.basename(unsaid));
      await workbench.text.putCursor('The levy is', { offset: 2 });
      await fix(workbench, 'Link speaker…');
      await workbench.quickInput.opened('› Speaker');
      assert.match(
        (await workbench.quickInput.items())[0]?.label ?? '',
        /Karsk/,
        'who is mentioned nearby comes first',
      );
      await workbench.press('Enter');
      await workbench.quickInput.opened('On whose behalf');
      await workbench.press('Enter');
      const { links } = await annotationOf(workbench, 'claim', (one) => one.links !== undefined);
      assert.deepEqual(links, [{ role: 'speaker', actor: 'karsk', annotation: 'karsk' }]);

      await workbench.text.putCursor('Nobody', { offset: 2 });
      await fix(workbench, 'Choose another actor for “no-one” in this article…');
      await workbench.quickInput.opened('What is “no-one”?');
      await workbench.quickInput.fill('velmar');
      await workbench.press('Enter');
      await annotationOf(workbench, 'nobody', ({ actor }) => actor === 'velmar');
    });

    test('“Rename Actor…” asks whom, the one at the cursor first, and what to call it', async (workbench) => {
      await workbench.openFile(path.basename(unsaid));
      await workbench.text.putCursor('Karsk met', { offset: 2 });
      await workbench.command('Policy Annotator: Rename Actor…');
      await workbench.quickInput.opened('Rename which actor?');
      assert.match((await workbench.quickInput.items())[0]?.label ?? '', /Karsk/);
      await workbench.press('Enter');
      await workbench.quickInput.opened('Rename “Karsk”');
      assert.equal(await workbench.quickInput.value(), 'Karsk');
      await workbench.quickInput.fill('Velmar');
      await until('the refusal', async () =>
        (await workbench.quickInput.message()).includes('called “Velmar” already'),
      );
      await workbench.quickInput.fill('Land of Karsk');
      await until('no refusal', async () => !(await workbench.quickInput.message()).includes('already'));
      await workbench.press('Enter');
      await workbench.fileText(codebook, (content) => content.includes('"name": "Land of Karsk"'));
    });
  });
});
