import assert from 'node:assert/strict';
import { until } from '../harness/until';
import { inOneWindow } from '../harness/windows';
import type { View, Workbench } from '../harness/workbench';

const CODEBOOK = 'policy-codebook.json';
const KARSK = 'articles/karsk-raises-the-strait-levy.txt.annotations.json';

interface Item {
  readonly id: string;
  readonly parent?: string;
  readonly formerIds?: readonly string[];
  readonly aliases?: readonly string[];
}

/** An item of the codebook's file, as soon as it is as wanted. */
async function item(
  workbench: Workbench,
  list: 'actors' | 'topics',
  id: string,
  fits: (item: Item | undefined) => boolean,
): Promise<Item | undefined> {
  const find = (text: string): Item | undefined => {
    const items = (JSON.parse(text) as Readonly<Record<typeof list, readonly Item[]>>)[list];
    return items.find((other) => other.id === id);
  };
  return find(await workbench.fileText(CODEBOOK, (text) => text.endsWith('}\n') && fits(find(text))));
}

/** Opens one view of the side bar, and folds the one that was open before. */
async function show(workbench: Workbench, title: string, before?: string): Promise<View> {
  if (before !== undefined) await workbench.fold(before);
  await workbench.fold(title);
  const view = workbench.view(title);
  const rows = await view.find(`rows in ${title}`, (all) => all.length > 0);
  for (const { aria, label } of rows) assert.ok(aria.length > 1, `${label} is spoken`);
  return view;
}

const says = (view: View, label: string, figures: string): Promise<unknown> =>
  view.find(`“${label} ${figures}”`, (rows) =>
    rows.some((row) => row.label === label && row.description.includes(figures)),
  );

describe('The views of the workspace', () => {
  inOneWindow({ folder: 'samples', viewport: { width: 1440, height: 1100 } }, (test) => {
    test('count what is annotated, as one goes', async (workbench) => {
      await workbench.openFile('karsk-raises-the-strait-levy.txt');
      await workbench.command('Policy Annotator: Focus on Article View');
      await workbench.fold('Details');
      const actors = await show(workbench, 'Actors', 'Article');
      await says(actors, 'Sunhavn', '17 in 4 articles');
      await workbench.text.select('both countries');
      await workbench.press('Alt+A');
      await workbench.quickInput.opened();
      await workbench.quickInput.fill('Sunhavn');
      await workbench.quickInput.offers('Sunhavn');
      await workbench.quickInput.accept();
      await says(actors, 'Sunhavn', '18 in 4 articles');
      await actors.focus();
      await workbench.press('ControlOrMeta+Z');
      await says(actors, 'Sunhavn', '17 in 4 articles');
    });

    test('merge an actor that is dragged on another, after saying what that comes to', async (workbench) => {
      const actors = workbench.view('Actors');
      await actors.drag('Tarn Islands', actors.row('Sunhavn'));
      const said = await workbench.answer(/Merge “Tarn Islands” into “Sunhavn”/, 'Merge');
      assert.match(said, /6 mentions and 3 claims in 3 articles become Sunhavn’s/);
      await item(workbench, 'actors', 'sunhavn', (now) => now?.formerIds?.includes('tarn-islands') === true);
      await says(actors, 'Sunhavn', '23 in 4 articles');
      await actors.focus();
      await workbench.press('ControlOrMeta+Z');
      await item(workbench, 'actors', 'tarn-islands', (now) => now !== undefined);
      await says(actors, 'Tarn Islands', '6 in 3 articles');
    });

    test('give a mention to the actor that it is dragged on, also from the article’s view', async (workbench) => {
      const actors = workbench.view('Actors');
      await workbench.fold('Article');
      const article = workbench.view('Article');
      await article.find('the actors', (rows) => rows.some(({ label }) => label === 'Oskar Brandt'));
      await article.toggle('Oskar Brandt');
      await article.find('the mention', (rows) => rows.some(({ label }) => label.includes('A third, Oskar Brandt')));
      await article.drag('A third, Oskar Brandt', actors.row('Velmar'));
      await workbench.fileText(KARSK, (text) => text.endsWith('}\n') && !text.includes('"actor": "oskar-brandt"\n'));
      await actors.focus();
      await workbench.press('ControlOrMeta+Z');
      await article.find('the actor again', (rows) => rows.some(({ label }) => label === 'Oskar Brandt'));
      await workbench.fold('Article');
    });

    test('rename and delete by key, asking what becomes of the mentions', async (workbench) => {
      const actors = workbench.view('Actors');
      await actors.click('Tarn Islands');
      // Which one is meant is where the keys have gone to, whatever was chosen before.
      await workbench.press('ArrowUp', 'F2');
      await workbench.quickInput.opened('Rename “');
      assert.doesNotMatch(await workbench.quickInput.title(), /Tarn Islands/);
      await workbench.quickInput.cancel();
      await actors.click('Tarn Islands');
      await workbench.press('F2');
      await workbench.quickInput.opened('Rename “Tarn Islands”');
      await workbench.quickInput.fill('Tarn');
      await workbench.quickInput.accept();
      await says(actors, 'Tarn', '6 in 3 articles');
      await actors.click('Tarn');
      await workbench.press('Delete');
      await workbench.quickInput.opened();
      assert.ok((await workbench.quickInput.items()).length > 1);
      await workbench.quickInput.cancel();
      await actors.focus();
      await workbench.press('ControlOrMeta+Z');
      await says(actors, 'Tarn Islands', '6 in 3 articles');
    });

    test('put a topic under the one that it is dragged on, and at the top again', async (workbench) => {
      const topics = await show(workbench, 'Topics', 'Actors');
      await topics.drag('The levy pays for the army', topics.row('The levy is a means of pressure'));
      const moved = await item(workbench, 'topics', 'the-levy-pays-for-the-army', (now) => now?.parent !== undefined);
      assert.equal(moved?.parent, 'the-levy-is-a-means-of-pressure');
      await topics.focus();
      await workbench.press('ControlOrMeta+Z');
      await item(workbench, 'topics', 'the-levy-pays-for-the-army', (now) => now?.parent === undefined);
    });

    test('list a group’s claims in an editor, from which one goes to them and recodes several', async (workbench) => {
      const claims = await show(workbench, 'Claims', 'Topics');
      await claims.pressButton('The levy is lawful', 'List Claims');
      await workbench.text.find('13 claims · 4 articles');
      await workbench.text.select('Velmar and its allies');
      await workbench.press('Enter');
      await workbench.editorShown('karsk-raises-the-strait-levy.txt');
      await workbench.command('View: Open Previous Editor in Group');
      await workbench.text.find('13 claims · 4 articles');
      await workbench.press('ControlOrMeta+A', 'Alt+I');
      await workbench.quickInput.opened('13 annotations');
      await workbench.quickInput.pick('Attribution');
      await workbench.quickInput.pick('quoted');
      await workbench.quickInput.offers('Keep changes');
      await workbench.quickInput.accept();
      await workbench.quickInput.opened('Change these?');
      await workbench.quickInput.accept();
      await workbench.quickInput.closed();
      await until('all as quoted', async () => {
        return (await workbench.text.look('· quoted', 2)) !== undefined && !(await workbench.text.look('· reported'));
      });
      await workbench.press('ControlOrMeta+Z');
      await workbench.text.find('· reported');
    });

    test('group and filter claims, and give several to another group, which are shown first', async (workbench) => {
      const claims = workbench.view('Claims');
      await workbench.command('Policy Annotator: Group Claims…');
      await workbench.quickInput.pick('by speaker');
      await says(claims, 'Petra Holm', '2');
      await claims.toggle('Petra Holm');
      await claims.find('her claims', (rows) => rows.filter(({ level }) => level === 2).length === 2);
      const hers = claims.rowsAt(2);
      await hers.first().click();
      await hers.last().click({ modifiers: ['Shift'] });
      await hers.last().dragTo(claims.row('Oskar Brandt'));
      await workbench.quickInput.opened('Change these?');
      const shown = await workbench.quickInput.items();
      assert.deepEqual(
        shown.map(({ description }) => description.slice(0, 10)),
        ['Petra Holm', 'Petra Holm'],
      );
      await workbench.quickInput.accept();
      await says(claims, 'Oskar Brandt', '3');
      await claims.focus();
      await workbench.press('ControlOrMeta+Z');
      await says(claims, 'Petra Holm', '2');
      await workbench.command('Policy Annotator: Filter Claims…');
      await workbench.quickInput.opened('Filter claims');
      await workbench.quickInput.fill('speaker:aasgard topic:lawful');
      await claims.find('hers alone', (rows) => rows[0]?.label === 'Helene Aasgard');
      await workbench.quickInput.accept();
      await workbench.command('Policy Annotator: Filter Claims…');
      await workbench.quickInput.opened('Filter claims');
      await workbench.quickInput.fill('');
      await claims.find('all', (rows) => rows.length > 5);
      await workbench.quickInput.accept();
    });

    test('show what is left to do, and lead to the next article', async (workbench) => {
      const articles = await show(workbench, 'Articles', 'Claims');
      await says(articles, 'To do', '5');
      await workbench.command('Policy Annotator: Filter Articles…');
      await workbench.quickInput.opened('Filter articles');
      await workbench.quickInput.fill('text:ice-breaking author:maslow');
      await says(articles, 'To do', '1');
      await workbench.quickInput.cancel();
      await says(articles, 'To do', '5');
      await articles.pressButton('Karsk Is Testing How Far', 'Article Is Done');
      await says(articles, 'To do', '4');
      await workbench.page.locator('.activitybar .badge-content', { hasText: /^4$/ }).waitFor();
      await workbench.openFile('karsk-raises-the-strait-levy.txt');
      await workbench.command('Policy Annotator: Next Uncoded Article');
      await workbench.editorShown('sunhavn-breaks-ranks.md');
    });
  });
});
