import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { until } from '../harness/until';
import { inOneWindow } from '../harness/windows';
import type { Workbench } from '../harness/workbench';

const ARTICLE = 'karsk-raises-the-strait-levy.txt';
const SIDECAR = `articles/${ARTICLE}.annotations.json`;

interface Stored {
  readonly article: Readonly<Record<string, unknown>>;
  readonly coding?: readonly { readonly status: string }[];
  readonly annotations: readonly {
    readonly type: string;
    readonly target: readonly { readonly exact: string }[];
    readonly stance?: string;
    readonly note?: string;
    readonly links?: readonly { readonly role: string; readonly actor?: string; readonly for?: string }[];
  }[];
}

/** Waits until a sidecar is as it should be. */
async function stored(workbench: Workbench, file: string, fits: (sidecar: Stored) => boolean): Promise<Stored> {
  return JSON.parse(await workbench.fileText(file, (text) => fits(JSON.parse(text) as Stored))) as Stored;
}

function claimOf({ annotations }: Stored, words: string): Stored['annotations'][number] | undefined {
  return annotations.find(({ type, target }) => type === 'claim' && target[0]?.exact.startsWith(words));
}

function bytesOf(workbench: Workbench, file: string): string {
  return readFileSync(path.join(workbench.folder, file), 'utf8');
}

/** Where the cursor is, as the status bar says, and how far the text is scrolled, as far as `text` tells. */
async function place(workbench: Workbench, text: string): Promise<string> {
  const cursor = await workbench.statusBarItem('Ln ').innerText();
  return `${cursor.trim()} ${Math.round((await workbench.text.find(text)).boxes[0]?.top ?? -1)}`;
}

async function isPlace(workbench: Workbench, text: string, wanted: string): Promise<void> {
  await until(`the place ${wanted}`, async () => {
    const now = await place(workbench, text);
    if (now !== wanted) throw new Error(now);
    return true;
  });
}

/** Whether a text is marked as the list's present place. */
async function isShown(workbench: Workbench, text: string, nth = 0): Promise<true> {
  await workbench.text.find(text, nth, ({ behind }) => behind.some(({ outline }) => outline.startsWith('1px solid')));
  return true;
}

async function offersFirst(workbench: Workbench, label: string): Promise<void> {
  await until(`"${label}" first`, async () => (await workbench.quickInput.items())[0]?.label.includes(label));
}

describe('Editing what is marked, and going to an actor', () => {
  inOneWindow({ folder: 'samples' }, (test) => {
    test('changes several fields as one step, and gives all up by Escape', async (workbench) => {
      await workbench.openFile(ARTICLE);
      await workbench.text.find('calls the payment', 0, ({ behind }) => behind.length > 0);
      const before = bytesOf(workbench, SIDECAR);
      const quick = workbench.quickInput;

      await workbench.text.putCursor('Dravno calls', { offset: 2 });
      await workbench.command('Policy Annotator: Edit Annotation…');
      await quick.opened('Edit which annotation?');
      const [mention, claim] = await quick.offers('The levy covers only costs');
      assert.match(mention?.label ?? '', /Karsk/);
      assert.match(claim?.description ?? '', /Claim · line 7/);
      await isShown(workbench, 'Dravno');
      await workbench.press('ArrowDown');
      await isShown(workbench, 'calls the payment a service');
      await workbench.press('Enter');

      await quick.opened('Claim “Dravno calls');
      await quick.type('stance');
      await offersFirst(workbench, 'Stance');
      await workbench.press('Enter');
      await quick.opened('› Stance');
      await quick.pick('Oppose');
      await quick.opened('Claim “Dravno calls');
      const changed = await quick.offers('Keep changes');
      assert.match(changed[0]?.label ?? '', /Keep changes/);
      assert.equal(changed[0]?.description, '1 change');
      assert.equal(changed.find(({ label }) => label.includes('Stance'))?.description, 'Oppose');
      await workbench.press('Escape');
      await quick.closed();
      assert.equal(bytesOf(workbench, SIDECAR), before);

      await workbench.text.putCursor('calls the payment', { offset: 2 });
      await workbench.press('Alt+I');
      await quick.opened('Claim “Dravno calls');
      await quick.pick('Stance');
      await quick.opened('› Stance');
      await quick.pick('No value');
      await quick.opened('Claim “Dravno calls');
      await quick.offers('Keep changes');
      await quick.pick('Date');
      await quick.opened('› Date');
      await quick.fill('last year');
      await until('a word on dates', async () => (await quick.message()).includes('2023-12'));
      await workbench.press('Escape');
      await quick.opened('Claim “Dravno calls');
      await quick.pick('Note');
      await quick.opened('› Note');
      await quick.fill('Says $(alert) the ministry');
      await workbench.press('Enter');
      await quick.opened('Claim “Dravno calls');
      await quick.offers('Keep changes');
      await workbench.press('Enter');
      const after = await stored(workbench, SIDECAR, (one) => claimOf(one, 'Dravno calls')?.note !== undefined);
      assert.equal(claimOf(after, 'Dravno calls')?.note, 'Says $(alert) the ministry');
      assert.equal(claimOf(after, 'Dravno calls')?.stance, undefined);

      await workbench.text.putCursor('calls the payment', { offset: 2 });
      const isBack = (): Promise<boolean> => Promise.resolve(bytesOf(workbench, SIDECAR) === before);
      await workbench.pressUntil('ControlOrMeta+Z', 'the file as before', async () => {
        await until('it', isBack, 6);
      });
    });

    test('links a claim to whom it is said, and takes the link away', async (workbench) => {
      await workbench.openFile(ARTICLE);
      await workbench.text.find('calls the payment', 0, ({ behind }) => behind.length > 0);
      const before = bytesOf(workbench, SIDECAR);
      const quick = workbench.quickInput;
      const addressee = (one: Stored) => claimOf(one, 'Dravno calls')?.links?.find(({ role }) => role === 'addressee');

      await workbench.text.putCursor('calls the payment', { offset: 2 });
      await workbench.command('Policy Annotator: Link Annotation…');
      await quick.opened('as what?');
      await quick.pick('Addressee');
      await quick.opened('› Addressee');
      const offered = await quick.offers('Velmar and its allies');
      assert.ok(offered.some(({ label }) => label.includes('Karsk')));
      await workbench.press('Escape');
      await quick.closed();
      assert.equal(bytesOf(workbench, SIDECAR), before);

      await workbench.command('Policy Annotator: Link Annotation…');
      await quick.opened('as what?');
      await quick.pick('Addressee');
      await quick.opened('› Addressee');
      await quick.type('sunhavn');
      await offersFirst(workbench, 'Sunhavn');
      await workbench.press('Enter');
      await quick.opened('On whose behalf');
      await quick.offers('For nobody else');
      await workbench.press('Enter');
      const linked = await stored(workbench, SIDECAR, (one) => addressee(one) !== undefined);
      assert.deepEqual(addressee(linked), { role: 'addressee', actor: 'sunhavn' });

      await workbench.command('Policy Annotator: Remove Link…');
      await quick.opened('Remove which link?');
      await quick.pick('Addressee: Sunhavn');
      await stored(workbench, SIDECAR, (one) => addressee(one) === undefined);
    });

    test('exports one article, or the folder, to where one says', async (workbench) => {
      const quick = workbench.quickInput;
      await workbench.openFile(ARTICLE);
      await workbench.text.find('calls the payment', 0, ({ behind }) => behind.length > 0);
      await workbench.command('Policy Annotator: Export…');
      await quick.opened('Export annotations as what?');
      await quick.pick('Claims (CSV)');
      await quick.opened('Export what?');
      const scopes = await quick.offers('samples');
      assert.deepEqual(
        scopes.map(({ description }) => description),
        ['58 annotations', '4 annotated articles'],
      );
      await quick.pick('samples');
      await quick.opened('Claims (CSV)');
      await until('a name', async () => (await quick.value()).endsWith('/samples/annotations.csv'));
      await workbench.press('Enter');
      const csv = await workbench.fileText('annotations.csv');
      assert.match(csv, /articles\/sunhavn-breaks-ranks\.md/);
    });

    test('shows each mention, and puts all back by Escape', async (workbench) => {
      const quick = workbench.quickInput;
      await workbench.openFile(ARTICLE);
      await workbench.text.find('calls the payment', 0, ({ behind }) => behind.length > 0);
      await workbench.goToLine(13);
      await workbench.text.putCursor('Two former judges', { offset: 4 });
      await until('the cursor', async () => (await workbench.statusBarItem('Ln ').innerText()).includes('Col 31'));
      const before = await place(workbench, 'Legal opinion');

      await workbench.press('Alt+K');
      await quick.opened('Go to actor');
      const [first] = await quick.offers('Tarn Islands');
      assert.equal(first?.label.trim(), 'Karsk');
      assert.match(first?.description ?? '', /^13 here, 44 in all · state/);
      await quick.type('velmar');
      await quick.offers('guardian of the law');
      await workbench.press('ArrowDown', 'ArrowDown', 'ArrowDown');
      await isShown(workbench, 'Velmar, for its part');
      await workbench.press('Escape');
      await quick.closed();
      await isPlace(workbench, 'Legal opinion', before);

      await workbench.press('Alt+K');
      await quick.opened('Go to actor');
      await quick.type('tarn');
      await quick.offers('alone with the plan');
      await workbench.press('ArrowDown');
      await workbench.editorShown('sunhavn-breaks-ranks.md');
      await isShown(workbench, 'Tarn Islands');
      await workbench.press('Escape');
      await quick.closed();
      await workbench.editorShown(ARTICLE);
      await isPlace(workbench, 'Legal opinion', before);
      await until('the lent tab to go', async () => {
        return (await workbench.page.locator('.tab[data-resource-name="sunhavn-breaks-ranks.md"]').count()) === 0;
      });

      await workbench.press('Alt+K');
      await quick.opened('Go to actor');
      await quick.type('tarn');
      await quick.offers('alone with the plan');
      await workbench.press('Enter');
      await workbench.editorShown('sunhavn-breaks-ranks.md');
      await until('the mention selected', async () =>
        (await workbench.statusBarItem('Ln ').innerText()).includes('12 selected'),
      );
    });

    test('proposes what the head says of an article, and keeps its status', async (workbench) => {
      const quick = workbench.quickInput;
      const sidecar = 'articles/the-levy-and-the-price-of-bread.txt.annotations.json';
      await workbench.openFile('the-levy-and-the-price-of-bread.txt');
      const files = () => readdirSync(path.join(workbench.folder, 'articles'));
      const before = files();
      await workbench.command('Policy Annotator: Edit Article Metadata…');
      await quick.opened('About the-levy');
      const items = await quick.offers('Keep changes');
      assert.equal(items[1]?.description, 'The Levy and the Price of Bread (guess)');
      assert.ok(
        items.some(({ label, description }) => label.includes('Author') && description.startsWith('Nadia Ferro')),
      );
      await workbench.press('Escape');
      await quick.closed();
      assert.deepEqual(files(), before);

      await workbench.command('Policy Annotator: Edit Article Metadata…');
      await quick.opened('About the-levy');
      await quick.pick('Author');
      await quick.opened('› Author');
      await quick.fill('N. Ferro');
      await workbench.press('Enter');
      await quick.opened('About the-levy');
      await quick.offers('Keep changes');
      await workbench.press('Enter');
      await until('the sidecar', async () => files().length > before.length);
      const { article } = await stored(workbench, sidecar, (one) => one.article['author'] !== undefined);
      assert.equal(article['author'], 'N. Ferro');
      assert.equal(article['title'], 'The Levy and the Price of Bread');
      assert.equal(article['date'], '2024-04-02');

      await workbench.command('Policy Annotator: Set Coding Status…');
      await quick.opened('Coding status of the-levy');
      await quick.pick('Done');
      const { coding } = await stored(workbench, sidecar, (one) => one.coding !== undefined);
      assert.equal(coding?.[0]?.status, 'done');
      await workbench.command('Policy Annotator: Set Coding Status…');
      await quick.opened('Coding status of the-levy');
      const statuses = await quick.offers('Done');
      assert.match(statuses.find(({ focused }) => focused)?.label ?? '', /Done/);
      await quick.cancel();
    });

    test('proposes what looks like boilerplate, all of it ticked, and takes it back', async (workbench) => {
      const quick = workbench.quickInput;
      const sidecar = 'articles/the-levy-and-the-price-of-bread.txt.annotations.json';
      const excluded = (one: Stored) => one.article['excluded'] as readonly { readonly exact: string }[] | undefined;
      await workbench.openFile('the-levy-and-the-price-of-bread.txt');
      await workbench.goToLine(1);
      await workbench.command('Policy Annotator: Exclude as Boilerplate');
      await quick.opened('Exclude what looks like boilerplate');
      const offered = await quick.offers('Latest News');
      assert.equal(offered.length, 2);
      const ticks = workbench.page.locator('.quick-input-list .monaco-list-row[aria-checked="true"]');
      await until('both ticked', async () => (await ticks.count()) === 2);
      await workbench.press('Enter');
      const kept = await stored(workbench, sidecar, (one) => excluded(one) !== undefined);
      assert.deepEqual(
        excluded(kept)?.map(({ exact }) => exact.split('\n')[0]),
        ['Share', 'Latest News'],
      );

      await workbench.command('Policy Annotator: Undo Annotation Step');
      await until('nothing excluded', () => {
        // An article of which nothing else is known keeps no sidecar.
        const isKept = existsSync(path.join(workbench.folder, sidecar));
        return Promise.resolve(!isKept || excluded(JSON.parse(bytesOf(workbench, sidecar)) as Stored) === undefined);
      });
    });
  });
});
