import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Annotation } from '../../src/model/annotation';
import type { Sidecar } from '../../src/model/article';
import type { Actor, Codebook } from '../../src/model/codebook';
import { until } from '../harness/until';
import { inOneWindow, uiTest, type WindowOptions } from '../harness/windows';
import type { Workbench } from '../harness/workbench';

const codebook: Codebook = {
  format: 'policy-codebook',
  version: 1,
  actors: [
    { id: 'dprk-army', name: 'DPRK Army', kind: 'organization' },
    { id: 'north-korea', name: 'North Korea', kind: 'state', aliases: ['DPRK', 'Pyongyang'] },
    { id: 'odd', name: 'Odd $(flame) name' },
    { id: 'russia', name: 'Russia', kind: 'state', aliases: ['Moscow'] },
    { id: 'united-states', name: 'United States', kind: 'state', aliases: ['U.S.', 'Washington'] },
  ],
  topics: [
    { id: 'naval-drills', name: 'Naval drills are defensive' },
    { id: 'sanctions', name: 'Sanctions should be lifted' },
  ],
  sources: [{ id: 'unscr-1718', name: 'Resolution 1718', kind: 'document' }],
};

/** Copies of the article, so that each test of a window has one of its own. */
const copies = [1, 2, 3, 4, 5, 6].map((number) => `copy-${number}.txt`);

const options: WindowOptions = {
  prepare: (folder) => {
    writeFileSync(path.join(folder, 'policy-codebook.json'), `${JSON.stringify(codebook, null, 2)}\n`);
    const text = readFileSync(path.join(folder, 'articles/first.txt'), 'utf8');
    for (const copy of copies) writeFileSync(path.join(folder, 'articles', copy), text);
  },
};

/** An article in the active editor, with the extension loaded. */
class Opened {
  private constructor(
    private readonly workbench: Workbench,
    private readonly article: string,
  ) {}

  /** Opens the next copy of the article in a window that nothing was annotated in before. */
  static async next(workbench: Workbench): Promise<Opened> {
    const tabs = await workbench.page.locator('.tab[data-resource-name^="copy-"]').count();
    const name = copies[tabs];
    assert.ok(name !== undefined, 'more tests in a window than copies');
    await workbench.openFile(name);
    if (tabs === 0) {
      // Keys do nothing before the extension has loaded.
      await workbench.command('Policy Annotator: Tag Actor…');
      await workbench.quickInput.opened('Tag');
      await workbench.quickInput.cancel();
    }
    return new Opened(workbench, `articles/${name}`);
  }

  /** Waits until the article has so many annotations. */
  async annotations(count: number): Promise<readonly Annotation[]> {
    const read = (text: string): readonly Annotation[] => (JSON.parse(text) as Sidecar).annotations;
    const file = `${this.article}.annotations.json`;
    return read(await this.workbench.fileText(file, (text) => read(text).length === count));
  }
}

async function actors(workbench: Workbench, isThere: (actors: readonly Actor[]) => boolean): Promise<readonly Actor[]> {
  const read = (text: string): readonly Actor[] => (JSON.parse(text) as Codebook).actors ?? [];
  return read(await workbench.fileText('policy-codebook.json', (text) => isThere(read(text))));
}

function labels(workbench: Workbench): Promise<string[]> {
  return workbench.quickInput.items().then((items) => items.map(({ label }) => label));
}

/** Waits until the title fits, and gives it. */
function title(workbench: Workbench, fits: (title: string) => boolean): Promise<string> {
  let last = '';
  return until('the title', async () => {
    last = await workbench.quickInput.title();
    if (!fits(last)) throw new Error(last);
    return last;
  });
}

describe('Pickers in one window', () => {
  inOneWindow(options, (test) => {
    describe('The actor picker', () => {
      test('tags a known alias by the key and Enter', async (workbench) => {
        const opened = await Opened.next(workbench);
        await workbench.text.putCursor('Pyongyang', { nth: 0, offset: 3 });
        await workbench.press('Alt+A');
        const picker = await workbench.quickInput.opened('Tag “Pyongyang” as…');
        const [first] = await picker.offers('North Korea');
        assert.equal(first?.label, 'North Korea');
        assert.match(first?.description ?? '', /^state · DPRK, Pyongyang$/);
        await workbench.press('Enter');
        await picker.closed();
        const [mention] = await opened.annotations(1);
        assert.deepEqual([mention?.actor, mention?.target[0]?.exact], ['north-korea', 'Pyongyang']);
      });

      test('finds by alias before by label, and shows names from files as they are', async (workbench) => {
        const opened = await Opened.next(workbench);
        await workbench.text.select('rehearsal for war');
        await workbench.press('Alt+A');
        const picker = await workbench.quickInput.opened('rehearsal for war');
        await picker.type('dprk');
        await until('North Korea first', async () => (await labels(workbench)).join() === 'North Korea,DPRK Army');
        await picker.fill('flame');
        const [odd] = await picker.offers('Odd');
        assert.equal(odd?.label.replace('\u200b', ''), 'Odd $(flame) name');
        await picker.fill('mosc');
        await workbench.press('Enter');
        await picker.closed();
        const [mention] = await opened.annotations(1);
        assert.deepEqual([mention?.actor, mention?.form], ['russia', 'nominal']);
      });

      test('makes a new actor of a new name, with a kind or without', async (workbench) => {
        const opened = await Opened.next(workbench);
        await workbench.text.putCursor('South Korea', { offset: 2 });
        await workbench.press('Alt+A');
        const picker = await workbench.quickInput.opened('Tag “South Korea” as…');
        assert.match((await picker.offers('New actor “South Korea”'))[0]?.label ?? '', /New actor/);
        await workbench.press('Enter');
        await picker.opened('What kind of actor is “South Korea”?');
        await picker.type('sta');
        await until('the kind', async () => (await labels(workbench))[0] === 'state');
        await workbench.press('Enter');
        await picker.closed();
        await opened.annotations(1);

        await workbench.text.select('analysts');
        await workbench.press('Alt+A');
        await picker.opened('analysts');
        await picker.type('Western analysts');
        await picker.offers('New actor “Western analysts”');
        await workbench.press('Enter');
        await picker.opened('What kind');
        await workbench.press('Escape');
        await picker.closed();
        const made = await actors(workbench, (all) => all.length === 7);
        assert.deepEqual(
          made.find(({ id }) => id === 'south-korea'),
          {
            id: 'south-korea',
            name: 'South Korea',
            kind: 'state',
          },
        );
        assert.deepEqual(
          made.find(({ id }) => id === 'western-analysts'),
          {
            id: 'western-analysts',
            name: 'Western analysts',
          },
        );
      });
    });

    describe('Several cursors', () => {
      test('share what one picker is told', async (workbench) => {
        const opened = await Opened.next(workbench);
        await workbench.text.select('Pyongyang');
        await workbench.press('ControlOrMeta+D', 'Alt+A');
        const picker = await workbench.quickInput.opened('Tag 2 places as…');
        await workbench.press('Enter');
        await picker.closed();
        const mentions = await opened.annotations(2);
        assert.deepEqual(new Set(mentions.map(({ actor }) => actor)), new Set(['north-korea']));

        await workbench.press('Alt+Q');
        await picker.opened('topic…');
        await workbench.type('sanc');
        await title(workbench, (text) => text.includes('Sanctions should be lifted'));
        await workbench.press('Enter');
        await picker.closed();
        const claims = (await opened.annotations(4)).filter(({ type }) => type === 'claim');
        assert.deepEqual(
          claims.map(({ topic, target }) => [topic, target[0]?.exact]),
          [
            ['sanctions', 'Pyongyang'],
            ['sanctions', 'Pyongyang'],
          ],
        );
      });
    });

    describe('The topic picker', () => {
      test('takes a topic of the codebook, or none', async (workbench) => {
        const opened = await Opened.next(workbench);
        await workbench.text.putCursor('blamed the U.S.');
        await workbench.command('Policy Annotator: Mark Passage…');
        const picker = await workbench.quickInput.opened('passage');
        await workbench.press('Enter');
        await picker.closed();
        assert.equal((await opened.annotations(1))[0]?.topic, undefined);
        await workbench.command('Policy Annotator: Mark Passage…');
        await picker.opened('passage');
        await workbench.type('drills');
        await picker.offers('Naval drills are defensive');
        await workbench.press('Enter');
        await picker.closed();
        assert.ok((await opened.annotations(2)).some(({ topic }) => topic === 'naval-drills'));
      });
    });

    describe('The source picker', () => {
      test('takes the guessed kind by Enter, a known source, or a reference', async (workbench) => {
        const opened = await Opened.next(workbench);
        await workbench.text.select('a statement carried by state media');
        await workbench.press('Alt+X');
        const picker = await workbench.quickInput.opened('as source');
        assert.match((await picker.offers('New source'))[0]?.label ?? '', /New source: Statement/);
        await workbench.press('Enter');
        await picker.closed();
        assert.equal((await opened.annotations(1))[0]?.kind, 'statement');

        await workbench.text.putCursor('[1]', { offset: 1 });
        await workbench.press('Alt+X');
        await picker.opened('Mark “[1]” as source');
        await until('no kind by guess', async () => (await labels(workbench))[0] === 'New source');
        await workbench.type('KCNA, 4 Mar 2024');
        await picker.offers('Reference: KCNA, 4 Mar 2024');
        await workbench.press('Enter');
        await picker.closed();
        const marked = (await opened.annotations(2)).find(({ target }) => target[0]?.exact === '[1]');
        assert.equal(marked?.reference, 'KCNA, 4 Mar 2024');

        await workbench.text.select('a spokesman');
        await workbench.press('Alt+X');
        await picker.opened('a spokesman');
        await workbench.type('1718');
        await picker.offers('Resolution 1718');
        await workbench.press('Enter');
        await picker.closed();
        assert.ok((await opened.annotations(3)).some(({ source }) => source === 'unscr-1718'));
      });
    });
  });
});

describe('The claim picker', () => {
  inOneWindow(options, (test) => {
    test('keeps its guesses by the key and Enter, and never guesses a topic', async (workbench) => {
      const opened = await Opened.next(workbench);
      await workbench.text.putCursor('blamed the U.S.');
      await workbench.press('Alt+Q');
      const picker = await workbench.quickInput.opened('Russia? → United States?');
      assert.equal(await picker.title(), 'Russia? → United States? | topic… | −? | reported? | accuse? | no source');
      await workbench.press('Enter');
      await picker.closed();
      const [claim] = await opened.annotations(1);
      assert.equal(claim?.target[0]?.exact, 'Russia, for its part, blamed the U.S. for the tension.');
      assert.deepEqual(
        [claim?.topic, claim?.stance, claim?.attribution, claim?.attributes],
        [undefined, 'oppose', 'reported', { act: 'accuse' }],
      );
      assert.deepEqual(claim?.links, [
        { role: 'speaker', actor: 'russia' },
        { role: 'addressee', actor: 'united-states' },
      ]);
    });

    test('fills a field while one moves through the list, and keeps that while one types on', async (workbench) => {
      await Opened.next(workbench);
      await workbench.text.putCursor('blamed the U.S.');
      await workbench.press('Alt+Q');
      const picker = await workbench.quickInput.opened('topic…');
      await picker.offers('Sanctions should be lifted');
      await workbench.press('ArrowDown', 'ArrowDown');
      await title(workbench, (text) => text.includes('| Sanctions should be lifted |'));
      await workbench.press('ArrowUp');
      await title(workbench, (text) => text.includes('| Naval drills are defensive |'));
      await workbench.type('0');
      await title(workbench, (text) => text.includes('| Naval drills are defensive | 0 |'));
      await workbench.type(' @');
      await picker.offers('Mara Lindqvist');
      const first = await picker.focused();
      await workbench.press('ArrowDown');
      const chosen = await until('the next row to be in the title', async () => {
        const focused = await picker.focused();
        return focused !== first && (await picker.title()).startsWith(`${focused} `) && focused;
      });
      await workbench.type(' !quo');
      await title(
        workbench,
        (text) => text.startsWith(chosen) && text.includes('| Naval drills are defensive | 0 | quoted |'),
      );
      await workbench.press('Escape');
      await picker.closed();
    });

    test('lets the author speak, and makes an actor of them', async (workbench) => {
      const opened = await Opened.next(workbench);
      await workbench.text.putCursor('blamed the U.S.');
      await workbench.press('Alt+Q');
      const picker = await workbench.quickInput.opened('topic…');
      await workbench.type('@mara');
      await title(workbench, (text) => text.startsWith('Mara Lindqvist (new)'));
      await workbench.press('Enter');
      await picker.closed();
      const made = await actors(workbench, (all) => all.some(({ id }) => id === 'mara-lindqvist'));
      assert.equal(made.find(({ id }) => id === 'mara-lindqvist')?.kind, 'person');
      const [claim] = await opened.annotations(1);
      assert.equal(claim?.links?.[0]?.actor, 'mara-lindqvist');
    });

    test('shrinks and grows the range by brackets, and makes nothing on Escape', async (workbench) => {
      const opened = await Opened.next(workbench);
      await workbench.text.putCursor('rejected the charge');
      await workbench.press('Alt+Q');
      const picker = await workbench.quickInput.opened('topic…');
      await workbench.type(']sa[nc]');
      await title(workbench, (text) => text.includes('Sanctions should be lifted'));
      await workbench.press('Enter');
      await picker.closed();
      const [claim] = await opened.annotations(1);
      assert.match(claim?.target[0]?.exact ?? '', /^Washington rejected the charge. “These .* Department said\.$/);

      await workbench.press('Alt+Q');
      await picker.opened('topic…');
      await workbench.type('new words');
      await title(workbench, (text) => text.includes('new words (new)'));
      await picker.cancel();
      await workbench.text.putCursor('Russia, for its part');
      await workbench.press('Alt+Q');
      await picker.opened('topic…');
      await workbench.press('Enter');
      await picker.closed();
      assert.equal(
        (await opened.annotations(2)).some(({ topic }) => topic === 'new-words'),
        false,
      );
    });

    test('stays while one looks elsewhere, and closes when the text changes under it', async (workbench) => {
      const opened = await Opened.next(workbench);
      await workbench.text.putCursor('blamed the U.S.');
      await workbench.press('Alt+Q');
      const picker = await workbench.quickInput.opened('topic…');
      await workbench.text.putCursor('Moscow wants');
      assert.equal(await picker.isOpen(), true);
      await workbench.type('Then ');
      await picker.closed();
      await workbench.text.find('Then Moscow wants');
      await workbench.press('Alt+Q');
      await picker.opened('topic…');
      await workbench.press('Enter');
      await picker.closed();
      const [claim] = await opened.annotations(1);
      assert.match(claim?.target[0]?.exact ?? '', /^Then Moscow wants/);
    });
  });

  uiTest(
    'takes a whole claim typed in one go, in the web worker host',
    { ...options, webHost: true },
    async (workbench) => {
      const opened = await Opened.next(workbench);
      await workbench.text.putCursor('exercises are routine');
      await workbench.press('Alt+Q');
      const picker = await workbench.quickInput.opened('topic…');
      await workbench.type('naval @was @south kor >dprk =mosc #1718 !quot !prom +');
      await title(workbench, (text) => text.includes('| + |'));
      assert.equal(
        await picker.title(),
        'United States, south kor (new) = Russia → North Korea | Naval drills are defensive | + | quoted | promise | Resolution 1718',
      );
      await workbench.press('Enter');
      await picker.closed();
      const [claim] = await opened.annotations(1);
      assert.deepEqual(
        [claim?.topic, claim?.stance, claim?.attribution, claim?.attributes],
        ['naval-drills', 'support', 'quoted', { act: 'promise' }],
      );
      assert.deepEqual(claim?.links, [
        { role: 'speaker', actor: 'united-states' },
        { role: 'speaker', actor: 'south-kor' },
        { role: 'holder', actor: 'russia' },
        { role: 'addressee', actor: 'north-korea' },
        { role: 'source', source: 'unscr-1718' },
      ]);
      await actors(workbench, (all) => all.some(({ id }) => id === 'south-kor'));
    },
  );
});

describe('Pickers before a codebook that means no good', () => {
  const names = [
    '@home',
    '+1',
    '#metoo',
    '[draft]',
    `Long ${'name '.repeat(60)}end`,
    '**bold** [go](command:policyAnnotator.undo) <b>',
    'two\nlines',
    '\u202eturned',
    ...Array.from({ length: 2000 }, (_, number) => `Actor ${number}`),
  ];
  const hostile: WindowOptions = {
    prepare: (folder) => {
      const many: Codebook = {
        ...codebook,
        actors: names.map((name, number) => ({ id: `a${number}`, name })),
        topics: ['+1', '[draft]', '@home'].map((name, number) => ({ id: `t${number}`, name })),
      };
      writeFileSync(path.join(folder, 'policy-codebook.json'), JSON.stringify(many));
      const text = readFileSync(path.join(folder, 'articles/first.txt'), 'utf8');
      for (const copy of copies) writeFileSync(path.join(folder, 'articles', copy), text.replaceAll('\n', '\r\n'));
    },
  };

  inOneWindow(hostile, (test) => {
    test('lets every name be typed and chosen, in an article of CRLF lines', async (workbench) => {
      const opened = await Opened.next(workbench);
      const picker = workbench.quickInput;
      const asked = ['@home', '+1', '#metoo', '[draft]', 'long name', '**bold**', 'two lines', 'turned', 'Actor 1999'];
      for (const [index, name] of asked.entries()) {
        await workbench.text.select('analysts');
        await workbench.press('Alt+A');
        await picker.opened('analysts');
        await workbench.type(name);
        await until(`"${name}" first`, async () => {
          const [first] = await labels(workbench);
          // Without what is shown in an unseen character's place.
          const bare = (text: string): string => text.toLowerCase().replace(/⟨[^⟩]*⟩|[^\p{L}\p{N}]+/gu, '');
          return first !== undefined && bare(first).startsWith(bare(name));
        });
        await workbench.press('Enter');
        await picker.closed();
        await opened.annotations(index + 1);
      }
      const made = await opened.annotations(asked.length);
      assert.deepEqual(
        made.map(({ actor }) => Number(actor?.slice(1))).sort((a, b) => a - b),
        [0, 1, 2, 3, 4, 5, 6, 7, 2007],
      );
      assert.ok(made.every(({ target }) => target[0]?.exact === 'analysts'));
    });

    test('takes them in a claim by what stands behind their sigil', async (workbench) => {
      const opened = await Opened.next(workbench);
      await workbench.text.putCursor('blamed the U.S.');
      await workbench.press('Alt+Q');
      const picker = await workbench.quickInput.opened('topic…');
      await workbench.type('draft @@home >#metoo =+1 !hedged !-');
      const wanted = '@home = +1 → #metoo | [draft] | −? | reported? | hedged | no source';
      await title(workbench, (text) => text === wanted);
      await workbench.press('Enter');
      await picker.closed();
      const [claim] = await opened.annotations(1);
      assert.deepEqual([claim?.topic, claim?.attributes], ['t1', { hedged: true }]);
      assert.deepEqual(
        claim?.links?.map(({ role, actor }) => [role, actor]),
        [
          ['speaker', 'a0'],
          ['holder', 'a1'],
          ['addressee', 'a2'],
        ],
      );
    });
  });
});
