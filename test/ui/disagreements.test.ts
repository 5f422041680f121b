import assert from 'node:assert/strict';
import type { Annotation } from '../../src/model/annotation';
import type { Sidecar } from '../../src/model/article';
import { inOneWindow } from '../harness/windows';
import { ARMY, codedByLee, SIDECAR } from './coded';

describe('Two annotators', () => {
  const settings = { 'policyAnnotator.creator': 'wren' };
  const viewport = { width: 1440, height: 1000 };
  inOneWindow({ folder: 'samples', viewport, settings, prepare: codedByLee }, (test) => {
    test('are adjudicated by key, each disagreement side by side in the text', async (workbench) => {
      const decisions = async (count: number): Promise<readonly Annotation[]> => {
        const of = (text: string): readonly Annotation[] =>
          (JSON.parse(text) as Sidecar).annotations.filter(({ creator }) => creator === 'wren');
        return of(await workbench.fileText(SIDECAR, (text) => text.endsWith('}\n') && of(text).length === count));
      };
      await workbench.openFile('what-karsk-wants.txt');
      await workbench.command('Policy Annotator: Focus on Disagreements View');
      for (const other of ['Article', 'Details']) await workbench.fold(other);
      const view = workbench.view('Disagreements');
      const rows = await view.find('all of them', (all) => all.filter(({ level }) => level === 1).length === 3);
      assert.match(rows[0]?.label ?? '', /surplus pays for the army/u);
      assert.match(rows[0]?.description ?? '', /stance/u);
      const said = rows.slice(1, 3).map(({ label, description }) => `${label} ${description}`);
      assert.match(said[0] ?? '', /lee.*Oppose/u);
      assert.match(said[1] ?? '', /moreno.*Support/u);

      // Going down the list shows each in the text; a digit takes one side, and the next one comes.
      await view.focus();
      await workbench.press('Enter');
      await workbench.statusBarItem('① lee: Oppose ② moreno: Support').waitFor();
      for (const line of ['solid', 'dashed'])
        await workbench.text.find('the surplus pays', 0, ({ behind }) =>
          behind.some(({ outline }) => outline.includes(`2px ${line}`)),
        );
      await workbench.press('2');
      await workbench.text.find('the surplus pays', 0, ({ behind }) =>
        behind.some(({ border }) => border.includes('dotted')),
      );
      const [first] = await decisions(1);
      assert.deepEqual([first?.stance, first?.supersedes], ['support', [`z${ARMY}`, ARMY]]);
      await view.find('two left', (all) => all.filter(({ level }) => level === 1).length === 2);
      await workbench.press('x');
      const nothing = (await decisions(2)).find(({ type }) => type === 'none');
      assert.equal(nothing?.supersedes?.length, 1);
      await view.find('one left', (all) => all.filter(({ level }) => level === 1).length === 1);
      await workbench.press('ControlOrMeta+Z');
      await view.find('two again', (all) => all.filter(({ level }) => level === 1).length === 2);
      await decisions(1);
      await workbench.press('ControlOrMeta+Z');
      await view.find('all again', (all) => all.filter(({ level }) => level === 1).length === 3);
    });

    test('are adjudicated where keys went in the list, whatever was chosen there before', async (workbench) => {
      const view = workbench.view('Disagreements');
      await view.focus();
      await workbench.press('Enter');
      await workbench.statusBarItem('① lee: Oppose ② moreno: Support').waitFor();
      await workbench.press('ArrowDown', 'ArrowDown', 'ArrowDown', '2');
      const left = await view.find('two left', (all) => all.filter(({ level }) => level === 1).length === 2);
      assert.match(left[0]?.label ?? '', /surplus pays for the army/u);
      await workbench.text.find('Karsk Telegraph Agency', 0, ({ behind }) =>
        behind.some(({ border }) => border.includes('dotted')),
      );
      await workbench.statusBarItem('① lee: quoted').waitFor();
      await workbench.press('ControlOrMeta+Z');
      await view.find('all again', (all) => all.filter(({ level }) => level === 1).length === 3);
    });

    test('are adjudicated from the text too', async (workbench) => {
      await workbench.text.putCursor('Karsk');
      await workbench.press('Alt+Y');
      await workbench.statusBarItem('① lee:').waitFor();
      await workbench.press('Alt+U', '1');
      await workbench
        .view('Disagreements')
        .find('two left', (all) => all.filter(({ level }) => level === 1).length === 2);
      await workbench.press('ControlOrMeta+Z');
    });

    test('see nothing of a disagreement any more, once they want their own annotations alone', async (workbench) => {
      const surplus = (isBoxed: boolean): Promise<unknown> =>
        workbench.text.find(
          'the surplus pays',
          0,
          ({ behind }) => behind.some(({ outline }) => /2px (solid|dashed)/.test(outline)) === isBoxed,
        );
      await workbench.command('Policy Annotator: Focus on Disagreements View');
      const view = workbench.view('Disagreements');
      await view.find('all of them', (all) => all.filter(({ level }) => level === 1).length === 3);
      await view.focus();
      await workbench.press('Home', 'Enter'); // the worst
      await surplus(true);
      await workbench.command('View: Show Explorer'); // where nobody looks at the list, it isn't made anew
      await workbench.command('Policy Annotator: Show Only My Annotations, or All Again');
      await workbench.statusBarItem('Only my annotations').waitFor();
      await surplus(false);
      await workbench.statusBarItem('① lee:').waitFor({ state: 'detached' });
      await workbench.command('Policy Annotator: Show Only My Annotations, or All Again');
      await workbench.statusBarItem('Only my annotations').waitFor({ state: 'detached' });
      await workbench.command('Policy Annotator: Focus on Disagreements View');
    });

    test('see only their own annotations when they want that', async (workbench) => {
      await workbench.fold('Disagreements');
      await workbench.fold('Article');
      const view = workbench.view('Article');
      await view.find('annotations', (rows) => rows.length > 3);
      await workbench.command('Policy Annotator: Show Only My Annotations, or All Again');
      await view.find('nothing', (rows) => rows.length === 0);
      await workbench.statusBarItem('Only my annotations').waitFor();
      await workbench.text.find('Karsk', 0, ({ behind }) => behind.length === 0);
      const { quickInput } = workbench;
      await workbench.command('Policy Annotator: Export…');
      await quickInput.opened('Export annotations as what?');
      await quickInput.pick('brat');
      await quickInput.opened('Export what?');
      const [article] = await quickInput.offers('what-karsk-wants.txt');
      assert.doesNotMatch(article?.description ?? '', /\d/u); // all are exported, but how many that are isn't told
      await quickInput.cancel();
      await workbench.statusBarItem('Only my annotations').click();
      await workbench.quickInput.offers('Everybody’s');
      await workbench.quickInput.accept();
      await view.find('annotations again', (rows) => rows.length > 3);
    });
  });
});
