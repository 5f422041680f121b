import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Annotation } from '../../src/model/annotation';
import type { Sidecar } from '../../src/model/article';
import type { Codebook } from '../../src/model/codebook';
import { sha256 } from '../../src/sidecar/hash';
import { printCodebook, printSidecar } from '../../src/sidecar/print';
import { until } from '../harness/until';
import { uiTest } from '../harness/windows';
import type { Workbench } from '../harness/workbench';

const file = 'articles/doubtful.txt';
const name = 'North Korea';
const text = [
  'Pyongyang Warns of an Answer',
  '',
  'North Korea said on Monday that the drill was a rehearsal for war.',
  'Washington rejected the charge. North Korea did not answer.',
  'Observers say that North Korea may launch a satellite.',
  '',
].join('\n');

function marked(id: string, start: number, exact: string, fields: Partial<Annotation>): Annotation {
  const [prefix, suffix] = [`words of old, of ${id}, and these: `, ` were said once by ${id}, and then`];
  const target = [{ start, end: start + exact.length, exact, prefix, suffix }];
  return { id, type: 'actor', target, text: '0'.repeat(64), ...fields };
}

const long =
  'a statement of many words that nobody has ever seen in this text, as it was said to be withdrawn soon after';

/** An article whose annotations are of a text that is lost. */
async function put(folder: string, more: readonly Annotation[] = []): Promise<void> {
  const write = (relative: string, content: string): void => writeFileSync(path.join(folder, relative), content);
  const codebook: Codebook = {
    ...{ format: 'policy-codebook', version: 1 },
    actors: [{ id: 'north-korea', name }],
    topics: [{ id: 'rehearsal', name: 'Drills rehearse war' }],
  };
  const sidecar: Sidecar = {
    ...{ format: 'policy-annotations', version: 1 },
    article: { file: path.basename(file), sha256: await sha256(text), length: text.length },
    annotations: [
      marked('one', 100, name, { actor: 'north-korea' }),
      marked('two', 400, name, { actor: 'north-korea' }),
      marked('vow', 700, long, { type: 'claim', topic: 'rehearsal' }),
      marked('was', 900, 'an older name', { actor: 'north-korea', orphaned: true }),
      ...more,
    ],
  };
  write('policy-codebook.json', printCodebook(codebook));
  write(`${file}.annotations.json`, printSidecar(sidecar));
  write(file, text);
}

async function annotationOf(workbench: Workbench, id: string, fits: (one: Annotation) => boolean): Promise<Annotation> {
  return until(`${id} in the sidecar`, async () => {
    const content = JSON.parse(await workbench.fileText(`${file}.annotations.json`)) as Sidecar;
    return content.annotations.find((one) => one.id === id && fits(one));
  });
}

describe('What needs attention', () => {
  uiTest('is listed first with its likely places, and decided by keys', { prepare: put }, async (workbench) => {
    await workbench.openFile(path.basename(file));
    await workbench.command('Policy Annotator: Focus on Article View');
    const view = workbench.view('Article');
    const rows = await view.find('the doubts', (found) => found.some(({ label }) => label === 'Orphans kept'));
    const [group, first] = rows;
    assert.deepEqual([group?.label, group?.description], ['Needs attention', '3']);
    assert.equal(first?.label, `“${name}”`);
    assert.match(first.description, /^3 likely places, best \d+ % · Actor$/);
    assert.match(first.aria, /“North Korea”, 3 likely places/);
    await workbench.statusBarItem('place is not sure: 3').waitFor();

    await view.focus();
    await workbench.press('ArrowDown');
    const isThere = (label: string): boolean => label.includes('the charge. North Korea');
    await workbench.pressUntil('ArrowRight', 'its likely places', async () => {
      await until('them', async () => (await view.rows()).some(({ label }) => isThere(label)), 3);
    });
    await workbench.press('ArrowDown', 'ArrowDown', 'Enter');
    await workbench.statusBarItem('Ln 4, Col 44 (11 selected)').waitFor();
    const fix = workbench.page.locator('.action-widget').getByText('Accept this place').first();
    await workbench.pressUntil('ControlOrMeta+.', 'the quick fixes', () => fix.waitFor({ timeout: 3000 }));
    await workbench.press('Enter');
    const accepted = await annotationOf(workbench, 'one', ({ text: seen }) => seen === undefined);
    assert.equal(accepted.target[0]?.start, text.indexOf(name, text.indexOf('charge')));
    await workbench.statusBarItem('place is not sure: 2').waitFor();
  });

  uiTest('is reviewed one after the other, and a decision taken back', { prepare: put }, async (workbench) => {
    await workbench.openFile(path.basename(file));
    await workbench.statusBarItem('place is not sure: 3').waitFor();
    await workbench.command('Policy Annotator: Review Annotations That Need Attention…');
    const { quickInput } = workbench;
    await quickInput.opened(`Where is “${name}” now?`);
    await quickInput.offers('North Korea may launch');
    await workbench.press('ArrowDown');
    const mark = workbench.text.find(name, 1, ({ behind }) => behind.some(({ outline }) => outline.includes('solid')));
    await mark;
    await workbench.press('Enter');
    const accepted = await annotationOf(workbench, 'one', ({ text: seen }) => seen === undefined);
    assert.equal(accepted.target[0]?.start, text.indexOf(name, text.indexOf('charge')));
    await until('the next one', async () => (await quickInput.title()).includes('2/3'));
    await quickInput.pick('Keep as orphan');
    await annotationOf(workbench, 'two', ({ orphaned }) => orphaned === true);
    await quickInput.opened('Where is “a statement of many words');
    await workbench.page.locator('.quick-input-widget .codicon-discard').click();
    await annotationOf(workbench, 'two', ({ orphaned }) => orphaned === undefined);
    await quickInput.opened(`Where is “${name}” now?`);
    await quickInput.cancel();
    await workbench.statusBarItem('place is not sure: 2').waitFor();
  });
});
