import assert from 'node:assert/strict';
import { strToU8, zipSync } from 'fflate';
import initSqlJs from 'sql.js/dist/sql-wasm-browser.js';
import * as vscode from 'vscode';
import { showArticles } from '../../src/editor/articles/articlesReport';
import { nearDuplicatesOf, type Compared } from '../../src/editor/articles/nearDuplicatesOf';
import { applyImport } from '../../src/editor/exchange/applyingImport';
import type { Parts } from '../../src/editor/parts';
import { catalogue } from '../../src/exchange/catalogue';
import type { ImportPlan, PlannedArticle } from '../../src/exchange/importing/planning';
import type { ImportReport } from '../../src/exchange/importing/report';
import type { Annotation } from '../../src/model/annotation';
import type { Sidecar } from '../../src/model/article';
import { archiveOf, docxParts, paragraph } from '../unit/exchange/articles/packages';
import { pdfOf } from '../unit/exchange/articles/pdfWriter';
import { beginning, projectOf } from '../unit/exchange/formats/dna/dnaTables';
import {
  api,
  article,
  messagesOf,
  rangeOf,
  read,
  root,
  run,
  sidecarOf,
  storedSidecar,
  toldWhile,
  until,
  write,
} from './support';

const text = 'North Korea condemned the tests.\nNATO objected, 😀 said Russia.\n';

/** A folder of its own with a codebook, where nothing is annotated. */
async function emptyFolder(): Promise<vscode.Uri> {
  const uri = await article('Another text altogether.\n', 'other.txt');
  return vscode.Uri.joinPath(uri, '..');
}

/** What brat made of the text: an actor, a claim with its speaker, and one that stands elsewhere than it says. */
const annotated = [
  'T1\tactor 33 37\tNATO',
  'T2\tclaim 38 46\tobjected',
  'R1\tspeaker Arg1:T2 Arg2:T1',
  'T3\tactor 2 8\tRussia',
].join('\n');

/** An archive, for a folder's texts would be articles of the workspace. */
async function bratArchive(annotations = `${annotated}\n`): Promise<vscode.Uri> {
  const uri = vscode.Uri.joinPath(await emptyFolder(), 'brat.zip');
  await vscode.workspace.fs.writeFile(uri, zipSync({ 'doc.txt': strToU8(text), 'doc.ann': strToU8(annotations) }));
  return uri;
}

describe('An import', function () {
  // It looks through the texts of all articles, and other tests leave many.
  this.timeout(240_000);

  it('makes articles with annotations, and a codebook; twice changes nothing; one undo takes it back', async () => {
    const source = await bratArchive();
    const target = await emptyFolder();
    const args = { format: 'brat', source, target };
    const messages = await toldWhile('showWarningMessage', undefined, async () => {
      const [uri, ...others] = await run<vscode.Uri[]>('import', args);
      assert.deepEqual([uri?.toString(), others], [vscode.Uri.joinPath(target, 'doc.txt').toString(), []]);
    });
    assert.match(messages.join('\n'), /new articles: 1.*Not sure where in the text: 1/s);
    const uri = vscode.Uri.joinPath(target, 'doc.txt');
    assert.equal(await read(uri), text);
    const { annotations } = await storedSidecar(uri);
    const of = (type: string, exact: string): Annotation => {
      const found = annotations.find((one) => one.type === type && one.target[0]?.exact === exact);
      assert.ok(found, `no ${type} ${exact}`);
      return found;
    };
    assert.deepEqual(of('claim', 'objected').links, [{ role: 'speaker', annotation: of('actor', 'NATO').id }]);
    const placed = await (await api()).annotations(uri);
    assert.equal(placed.find(({ id }) => id === of('actor', 'Russia').id)?.standing, 'uncertain');

    const before = await read(sidecarOf(uri));
    assert.match(
      (await toldWhile('showWarningMessage', undefined, () => run('import', args))).join('\n'),
      /Nothing new/,
    );
    assert.equal(await read(sidecarOf(uri)), before);

    await vscode.window.showTextDocument(uri);
    assert.equal(await run('undo', { article: uri }), true);
    assert.deepEqual(await (await api()).annotations(uri), []);
  });

  it('meets an article that is here by its text, though it has other line breaks, and adds to what is annotated', async () => {
    const source = await bratArchive();
    const uri = await article(`\uFEFF${text.replaceAll('\n', '\r\n')}`, 'mine.txt');
    const own = await run<string>('tagActor', { article: uri, actor: 'NATO', range: rangeOf(text, 'NATO') });
    const target = vscode.Uri.joinPath(uri, '..');
    const uris = await run<vscode.Uri[]>('import', { format: 'brat', source, target });
    assert.deepEqual(uris.map(String), [uri.toString()]);
    const annotations = await (await api()).annotations(uri);
    const mentions = annotations.filter(({ target: [first] }) => first?.exact === 'NATO');
    assert.ok(mentions.some(({ id }) => id === own));
    assert.ok(annotations.some(({ type }) => type === 'claim'));
    assert.equal(
      await until('no text of its own', async () => (await read(vscode.Uri.joinPath(target, 'doc.txt'))) ?? 'none'),
      'none',
    );
  });

  it('is what its button takes back, though another step came after it', async () => {
    const source = await bratArchive('T1\tactor 33 37\tNATO\n');
    const uri = await article(text, 'mine.txt');
    let press = (_button: string): void => undefined;
    const pressed = new Promise<string>((resolve) => (press = resolve));
    const said = await toldWhile('showInformationMessage', pressed, async (told) => {
      await run('import', { format: 'brat', source, target: vscode.Uri.joinPath(uri, '..') });
      await until('the closing message', () => told.length > 0);
      await run('tagActor', { article: uri, actor: 'Russia', range: rangeOf(text, 'Russia') });
      press('Undo');
      await until('the import to be taken back', async () => {
        const exact = (await (await api()).annotations(uri)).map(({ target: [first] }) => first?.exact);
        return exact.length === 1 && exact[0] === 'Russia';
      });
    });
    assert.match(said.join('\n'), /new annotations: 1/);
  });

  it('of a file that is broken says where, and writes nothing', async () => {
    const source = await bratArchive('T1\tactor 33 3700\tNATO\nT2\tactor x y\tNATO\n');
    const target = await emptyFolder();
    const messages = await messagesOf(async () => {
      assert.equal(await run('import', { format: 'brat', source, target }), undefined);
    });
    assert.match(messages.join('\n'), /doc\.ann, line \d.*Nothing was imported/s);
    assert.equal(await read(vscode.Uri.joinPath(target, 'doc.txt')), undefined);
  });

  for (const [name, args, message] of [
    ['an unknown format', { format: 'pdf', source: 'x' }, /“pdf” is no format to import; there are: /],
    ['a format that only writes', { format: 'markdown', source: 'x' }, /“markdown” is no format to import/],
    ['no source', { format: 'brat' }, /source.*missing/],
    ['a source that isn’t there', { format: 'brat', source: 'no/such' }, /can’t be read/],
    ['an unknown option', { format: 'brat', source: '.', options: { colour: 'red' } }, /no option “colour”/],
    ['an unknown argument', { format: 'brat', sources: [] }, /Unknown argument “sources”/],
  ] as const) {
    it(`refuses ${name}, and asks nothing`, async () => {
      const messages = await messagesOf(async () => assert.equal(await run('import', args), undefined));
      assert.match(messages.join('\n'), message);
    });
  }

  it('of metadata takes them from the names of a folder’s files, by a pattern', async () => {
    const uri = await article('A text.\n', '2023-12-20 KCNA.txt');
    const source = vscode.Uri.joinPath(uri, '..');
    const args = { format: 'metadata-csv', source, target: source, options: { pattern: '{date} {publisher}.txt' } };
    assert.deepEqual((await run<vscode.Uri[]>('import', args)).map(String), [uri.toString()]);
    const { article: about } = await storedSidecar(uri);
    assert.deepEqual([about.date, about.publisher], ['2023-12-20', 'KCNA']);
  });

  it('of what was exported here changes nothing', async () => {
    const uri = await article(text);
    const speaker = await run<string>('tagActor', { article: uri, actor: 'Russia', range: rangeOf(text, 'Russia') });
    await run('tagClaim', {
      article: uri,
      topic: 'Tests',
      stance: 'oppose',
      speaker: 'Russia',
      range: rangeOf(text, 'objected'),
    });
    assert.ok(speaker);
    const before = await until('the whole sidecar', async () => {
      const stored = await read(sidecarOf(uri));
      return stored?.includes('"objected"') ? stored : undefined;
    });
    const source = vscode.Uri.joinPath(root(), `round${Math.random().toString(36).slice(2, 8)}`);
    for (const { id, files, extensions } of catalogue.filter(({ writes, reads }) => writes && reads)) {
      const file = vscode.Uri.joinPath(source, `${id}.${files === 'one' ? extensions[0] : 'zip'}`);
      await vscode.workspace.fs.writeFile(file, await (await api()).export(id, [uri]));
      await run('import', { format: id, source: file, target: vscode.Uri.joinPath(uri, '..') });
      assert.equal(await read(sidecarOf(uri)), before, id);
    }
  });
});

describe('Applying an import', () => {
  it('tells how far it is, and takes away what it wrote where the person cancels', async () => {
    const target = await emptyFolder();
    const planned = (path: string): PlannedArticle => {
      const about = { file: path, sha256: '', length: text.length, title: 'A title' };
      const sidecar: Sidecar = { format: 'policy-annotations', version: 1, article: about, annotations: [] };
      return { held: undefined, path, text, sidecar };
    };
    const plan = { articles: [planned('a.txt'), planned('b.txt')], codebooks: [], same: [] };
    const names = async (): Promise<string[]> =>
      (await vscode.workspace.fs.readDirectory(target)).map(([name]) => name).sort();
    const before = await names();
    const told: string[] = [];
    const progress = (message: string): void => {
      told.push(message);
      if (message.startsWith('filling in')) throw new Error('cancelled');
    };
    const unused = {} as Parts;
    const applying = applyImport(unused, { label: 'articles', target }, plan as unknown as ImportPlan, progress);
    await assert.rejects(applying, /cancelled/);
    assert.deepEqual(told, ['writing 1 of 2: a.txt', 'writing 2 of 2: b.txt', 'filling in 1 of 2: a.txt']);
    assert.deepEqual(await names(), before);
  });
});

describe('Importing articles', () => {
  const page = `<html lang="en"><head><title>Talks end | Northwire</title>
<meta property="og:title" content="Talks end"><meta name="author" content="Tomas Reyk">
<meta property="article:published_time" content="2023-12-20T08:00:00Z"></head><body><nav>Home</nav><article><h1>Talks end</h1>
<p>${'The ministry said that the talks had ended without a result. '.repeat(8)}</p>
<p>${'Velmar objected to the levy, and its minister left on Tuesday evening. '.repeat(8)}</p></article></body></html>`;

  it('makes texts of pages with what they say of themselves, in a folder’s order, and says what can’t be read', async () => {
    const source = vscode.Uri.joinPath(await emptyFolder(), 'pages');
    await write(vscode.Uri.joinPath(source, 'a', 'talks.html'), page);
    await write(vscode.Uri.joinPath(source, 'broken.docx'), 'PK\u0003\u0004 no more');
    await write(vscode.Uri.joinPath(source, 'note.png'), 'not looked at');
    const target = await emptyFolder();
    const told = await toldWhile('showWarningMessage', undefined, async () => {
      const uris = await run<vscode.Uri[]>('importArticles', { sources: [source], target });
      const expected = vscode.Uri.joinPath(target, 'a', '2023-12-20 Talks end.txt');
      assert.deepEqual(uris.map(String), [expected.toString()]);
      assert.match((await read(expected)) ?? '', /^Talks end\n\nThe ministry said/);
      const { article: about } = await storedSidecar(expected);
      assert.deepEqual(
        [about.title, about.author, about.date, about.language],
        ['Talks end', 'Tomas Reyk', '2023-12-20', 'en'],
      );
    });
    assert.match(told.join('\n'), /New articles: 1\. Not read: 1\. broken\.docx: /);
    const again = await run<vscode.Uri[]>('importArticles', { sources: source, target });
    assert.equal(again.length, 1);
    assert.equal(
      (await vscode.workspace.fs.readDirectory(vscode.Uri.joinPath(target, 'a'))).filter(([name]) =>
        name.endsWith('.txt'),
      ).length,
      1,
    );
  });

  it('reads Word, PDF and old encodings in this host too', async () => {
    const source = vscode.Uri.joinPath(await emptyFolder(), 'documents');
    const line = { x: 72, y: 700, text: 'The levy was raised by decree on Monday.' };
    const files: readonly (readonly [string, Uint8Array])[] = [
      ['a.docx', archiveOf(docxParts(paragraph('Karsk objected to the plan.')))],
      ['b.pdf', pdfOf([[line]], { info: { Title: 'Decree' } })],
      [
        'c.txt',
        new Uint8Array([
          ...strToU8('Le d'),
          0xe9,
          ...strToU8('cret a '),
          0xe9,
          ...strToU8('t'),
          0xe9,
          ...strToU8(' publi'),
          0xe9,
          ...strToU8(' lundi.'),
        ]),
      ],
    ];
    for (const [name, bytes] of files) await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(source, name), bytes);
    const target = await emptyFolder();
    const uris = await run<vscode.Uri[]>('importArticles', { sources: [source], target });
    const texts = await Promise.all(uris.map(read));
    assert.deepEqual(
      texts.sort(),
      [
        'Karsk objected to the plan.',
        'Le décret a été publié lundi.',
        'The levy was raised by decree on Monday.',
      ].sort(),
    );
  });

  it('finds copies of one report, which are listed', async () => {
    const words = Array.from({ length: 120 }, (_, n) => `word${n}`).join(' ');
    const uri = await article(`Wire: ${words} and no more.\n`, 'one.txt');
    const other = vscode.Uri.joinPath(uri, '..', 'other.txt');
    await write(other, `Our correspondent.\n${words}\n`);
    const pairs = await run<{ first: string; second: string; containment: number }[]>('findNearDuplicates', {});
    const pair = pairs.find(({ first, second }) => [first, second].includes(uri.toString()));
    assert.deepEqual([pair?.first, pair?.second].sort(), [uri.toString(), other.toString()].sort());
    assert.ok((pair?.containment ?? 0) > 0.9);
  });

  it('compares what comes with what is in the workspace folder already', async () => {
    const words = Array.from({ length: 120 }, (_, n) => `dispatch${n}`).join(' ');
    const uri = await article(`Wire: ${words}\n`, 'here.txt');
    await write(vscode.Uri.joinPath(uri, '..', 'copy.txt'), `Older copy: ${words}\n`);
    const source = vscode.Uri.joinPath(await emptyFolder(), 'later.html');
    await write(source, `<html><body><p>Our correspondent.</p><p>${words}</p></body></html>`);
    const target = await emptyFolder();
    const told = await toldWhile('showInformationMessage', undefined, () =>
      run('importArticles', { sources: [source], target }),
    );
    // Not the pair that was there before.
    assert.match(told.join('\n'), /New articles: 1\. Near-duplicates: 2\.$/);
  });

  it('says how they are compared later, where the person cancelled that', async () => {
    const extension = vscode.extensions.getExtension('policy-annotator.policy-annotator');
    const commands: readonly { command: string; title: string }[] = extension?.packageJSON.contributes.commands;
    const title = commands.find(({ command }) => command === 'policyAnnotator.findNearDuplicates')?.title;
    const report = { newArticles: 7, changedArticles: 0, sameArticles: 0 } as ImportReport;
    const told = await toldWhile('showInformationMessage', undefined, async () =>
      showArticles({} as Parts, [], report, [], undefined),
    );
    assert.deepEqual(told, [`New articles: 7. Near-duplicates weren’t looked for: the command “${title}” does that.`]);
  });

  it('are compared in slices that say how far that is, and can be cancelled in each', async () => {
    const uri = vscode.Uri.joinPath(root(), 'many.txt');
    const texts = Array.from({ length: 1000 }, (_, n) => {
      const words = Array.from({ length: 1000 }, (_, word) => `w${word}x${n >> 1}`);
      return { uri: uri.with({ path: `${uri.path}${n}` }), text: words.join(' ') };
    });
    const compare = async (cancelAt?: RegExp): Promise<readonly [Compared | undefined, string[]]> => {
      const told: string[] = [];
      const source = new vscode.CancellationTokenSource();
      const report = (message: string): void => {
        told.push(message);
        if (cancelAt?.test(message)) source.cancel();
      };
      return [await nearDuplicatesOf([], { token: source.token, report }, texts), told];
    };
    const [compared, told] = await compare();
    assert.equal(compared?.pairs.length, 500);
    assert.match(told.join('\n'), /^\d+ of 1000: many\.txt\d+\n(?:.*\n)*\d+ %$/);
    for (const cancelAt of [/ of /, /%/]) {
      const [nothing, before] = await compare(cancelAt);
      assert.equal(nothing, undefined);
      assert.equal(before.filter((message) => cancelAt.test(message)).length, 1);
    }
  });

  it('refuses what isn’t there, and asks nothing', async () => {
    const told = await messagesOf(async () => {
      assert.equal(await run('importArticles', { sources: ['no/such.html'] }), undefined);
      assert.equal(await run('importArticles', { source: 'x' }), undefined);
      assert.equal(await run('importArticles', {}), undefined);
    });
    assert.match(told.join('\n'), /can’t be read.*Unknown argument “source”.*“sources” is missing/s);
  });
});

describe('A DNA project', () => {
  it('is read in this host too: its statements become claims', async () => {
    const extension = vscode.extensions.getExtension('policy-annotator.policy-annotator');
    assert.ok(extension, 'the extension was not loaded');
    const wasm = vscode.Uri.joinPath(extension.extensionUri, 'dist', 'resources', 'sql-wasm.wasm');
    const wasmBinary = (await vscode.workspace.fs.readFile(wasm)).slice().buffer;
    const said = 'Kim objected to the tests.';
    const bytes = projectOf(await initSqlJs({ wasmBinary }), '3.0', {
      ...beginning,
      DOCUMENTS: [[1, 'A report', said, 2, 'Lee', 'The Times', 'World', '', 'News', 1_703_030_400]],
      STATEMENTS: [[11, 1, 1, 4, 12, 2]],
      ENTITIES: [
        [1, 1, 'Kim Song', 0, 0, 0, null],
        [2, 2, 'DPRK', 0, 0, 0, null],
        [3, 3, 'Tests are legitimate', 0, 0, 0, null],
      ],
      DATASHORTTEXT: [
        [1, 11, 1, 1],
        [2, 11, 2, 2],
        [3, 11, 3, 3],
      ],
      DATABOOLEAN: [[1, 11, 4, 0]],
    });
    const source = vscode.Uri.joinPath(await emptyFolder(), 'project.dna');
    await vscode.workspace.fs.writeFile(source, bytes);
    const [uri] = await run<vscode.Uri[]>('import', { format: 'dna', source, target: await emptyFolder() });
    assert.ok(uri);
    const { article: about, annotations } = await storedSidecar(uri);
    assert.deepEqual([about.author, about.publisher, about.date], ['Lee', 'The Times', '2023-12-20']);
    const [claim] = annotations;
    assert.deepEqual(
      [claim?.type, claim?.target[0]?.exact, claim?.topic, claim?.stance, claim?.creator, claim?.links],
      [
        'claim',
        'objected',
        'tests-are-legitimate',
        'oppose',
        'Ana María',
        [{ role: 'speaker', actor: 'kim-song', for: 'dprk' }],
      ],
    );
  });
});

describe('An export of several files', () => {
  it('into a folder replaces what it wrote before, and no other text', async () => {
    const uri = await article(text, 'doc.md');
    await run('tagActor', { article: uri, actor: 'Russia', range: rangeOf(text, 'Russia') });
    const target = vscode.Uri.joinPath(uri, '..', 'out');
    const once = { article: uri, format: 'brat', target };
    assert.deepEqual(await messagesOf(() => run('export', once)), []);
    await run('tagActor', { article: uri, actor: 'NATO', range: rangeOf(text, 'NATO') });
    assert.deepEqual(await messagesOf(() => run('export', once)), []);
    assert.match((await read(vscode.Uri.joinPath(target, 'doc.ann'))) ?? '', /NATO/);

    const other = vscode.Uri.joinPath(uri, '..', 'doc.txt');
    await write(other, 'Another text that nobody annotated.');
    const into = { ...once, target: vscode.Uri.joinPath(uri, '..') };
    assert.match((await messagesOf(() => run('export', into))).join('\n'), /doc\.txt is another text/);
    assert.equal(await read(other), 'Another text that nobody annotated.');
    assert.equal(await read(vscode.Uri.joinPath(uri, '..', 'doc.ann')), undefined);
  });
});
