import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { DetailsForm } from '../harness/detailsForm';
import { until } from '../harness/until';
import { uiTest } from '../harness/windows';
import type { Workbench } from '../harness/workbench';

const ARTICLE = 'karsk-raises-the-strait-levy.txt';
const SIDECAR = `articles/${ARTICLE}.annotations.json`;

interface Claim {
  readonly type: string;
  readonly target: readonly { readonly exact: string }[];
  readonly topic?: string;
  readonly stance?: string;
  readonly summary?: string;
  readonly date?: string;
  readonly note?: string;
  readonly links?: readonly { readonly role: string; readonly actor?: string }[];
}

function claimOf(sidecar: string): Claim | undefined {
  const { annotations } = JSON.parse(sidecar) as { readonly annotations: readonly Claim[] };
  return annotations.find(({ type, target }) => type === 'claim' && target[0]?.exact.startsWith('Dravno calls'));
}

/** Waits until the claim on disk is as it should be. */
function stored(workbench: Workbench, fits: (claim: Claim) => boolean): Promise<string> {
  return workbench.fileText(SIDECAR, (text) => {
    const claim = claimOf(text);
    return claim !== undefined && fits(claim);
  });
}

/** Puts the cursor into the claim, and goes to its form. */
async function openForm(workbench: Workbench): Promise<DetailsForm> {
  await workbench.openFile(ARTICLE);
  await workbench.text.find('calls the payment', 0, ({ behind }) => behind.length > 0);
  await workbench.text.putCursor('calls the payment', { offset: 2 });
  await workbench.press('Alt+D');
  const form = new DetailsForm(workbench.page);
  await form.focused('combobox', 'Topic');
  return form;
}

describe('The Details view', () => {
  uiTest('takes a whole claim by keyboard alone, and takes it all back', { folder: 'samples' }, async (workbench) => {
    const violations: string[] = [];
    workbench.page.on('console', (message) => {
      if (message.text().includes('violates the following Content Security Policy')) violations.push(message.text());
    });
    const form = await openForm(workbench);
    const before = readFileSync(path.join(workbench.folder, SIDECAR), 'utf8');

    await form.choose('lawful', 'The levy is lawful');
    await stored(workbench, ({ topic }) => topic === 'the-levy-is-lawful');
    await workbench.press('Tab');
    await form.focused('combobox', 'Stance');
    await form.choose('opp', 'Oppose');
    await form.tabTo('textbox', 'Date');
    await workbench.type('soon');
    await workbench.press('Tab');
    assert.match(await form.error(), /A date is like 2023-12-18/);
    await workbench.press('Shift+Tab', 'Escape');
    await until('the date as it was', async () => (await form.field('textbox', 'Date').inputValue()) === '');
    await workbench.type('2024-03');
    await form.tabTo('combobox', 'Add: Holder');
    await form.choose('aasg', 'Helene Aasgard');
    await form.tabTo('textbox', 'Note');
    await workbench.type('By a minister?');
    await workbench.press('Tab');
    const after = claimOf(await stored(workbench, ({ note }) => note === 'By a minister?'));
    assert.deepEqual([after?.stance, after?.date], ['oppose', '2024-03']);
    assert.deepEqual(after?.links?.at(-1), { role: 'holder', actor: 'helene-aasgard' });

    for (let steps = 0; steps < 5; steps++) await workbench.press('ControlOrMeta+Z');
    await until('all as it was', async () => {
      return readFileSync(path.join(workbench.folder, SIDECAR), 'utf8') === before;
    });
    await until('the topic', async () => {
      return (await form.field('combobox', 'Topic').inputValue()) === 'The levy covers only costs';
    });
    await workbench.press('Escape');
    await workbench.page.locator('.editor-instance .monaco-editor.focused').waitFor();
    assert.deepEqual(violations, []);
  });

  uiTest(
    'shows what changes outside, and leaves what is being typed (web worker)',
    { folder: 'samples', webHost: true },
    async (workbench) => {
      const form = await openForm(workbench);
      await form.tabTo('textbox', 'Note');
      await workbench.type('Mine');
      const file = path.join(workbench.folder, SIDECAR);
      const text = readFileSync(file, 'utf8');
      const at = text.indexOf('"stance"', text.indexOf('"exact": "Dravno calls'));
      writeFileSync(file, `${text.slice(0, at)}"summary": "From outside",\n      ${text.slice(at)}`);
      await until('the summary', async () => {
        return (await form.field('textbox', 'Summary').inputValue()) === 'From outside';
      });
      await form.focused('textbox', 'Note');
      await workbench.type(', and so on');
      await workbench.press('Tab');
      const claim = claimOf(await stored(workbench, ({ note }) => note !== undefined));
      assert.deepEqual([claim?.note, claim?.summary], ['Mine, and so on', 'From outside']);
    },
  );
});
