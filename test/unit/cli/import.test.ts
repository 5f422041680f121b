import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import type { ImportReport } from '../../../src/exchange/importing/report';
import type { Codebook } from '../../../src/model/codebook';
import type { Sidecar } from '../../../src/model/article';
import { sha256 } from '../../../src/sidecar/hash';
import { printSidecar } from '../../../src/sidecar/print';
import { dnaFile } from '../exchange/formats/dna/dnaFile';
import { beginning } from '../exchange/formats/dna/dnaTables';
import { CliFolder, type Run } from './cli';
import { claim, corpusFiles, mentions, missiles, sidecarOf, talks } from './corpus';

describe('policy-annotator import', () => {
  let folder: CliFolder;
  let project: Uint8Array;
  before(async () => {
    folder = new CliFolder();
    folder.write(await corpusFiles());
    project = folder.bytes('export', '--format', 'qdpx', 'corpus');
  });
  beforeEach(() => folder.clear());
  after(() => folder.remove());

  const report = (run: Run): ImportReport & { readonly written: readonly string[] } => {
    assert.equal(run.err, '');
    return JSON.parse(run.out) as ImportReport & { readonly written: readonly string[] };
  };
  const sidecar = (file: string): Sidecar => JSON.parse(folder.read(`${file}.annotations.json`)) as Sidecar;
  const files = (place: string): readonly string[] =>
    readdirSync(path.join(folder.path, place), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(path.join(folder.path, place), path.join(entry.parentPath, entry.name)))
      .sort();

  function assertFails(run: Run, words: RegExp): void {
    assert.deepEqual([run.code, run.out], [2, ''], run.err);
    assert.match(run.err, words);
    assert.ok(!/\n\s+at /.test(run.err), run.err);
  }

  it('makes articles, sidecars and the codebook of what was exported; once more, nothing changes', async () => {
    folder.write({ 'p.qdpx': project });
    const args = ['import', '--format', 'qdpx', '--into', 'new', '--json'];
    const planned = folder.run(...args, '--dry-run', 'p.qdpx');
    assert.deepEqual([planned.code, report(planned).added, report(planned).written], [0, 3, []]);
    assert.ok(!folder.has('new'));

    const run = folder.run(...args, 'p.qdpx');
    assert.equal(run.code, 0);
    assert.deepEqual(
      report(run).written,
      [
        'policy-codebook.json',
        ...['missiles.txt', 'missiles.txt.annotations.json'].map((file) => path.join('in', file)),
        ...['talks.txt', 'talks.txt.annotations.json'],
      ].map((file) => path.join('new', file)),
    );
    const original = await corpusFiles();
    for (const file of files('new')) assert.equal(folder.read(path.join('new', file)), original[`corpus/${file}`]);
    assert.equal(files('new').length, Object.keys(original).length);

    const again = folder.runWith(project, ...args, '-');
    assert.deepEqual(
      [again.code, report(again).written, report(again).same, report(again).sameArticles],
      [0, [], 3, 2],
    );
    const said = folder.run('import', '--format', 'qdpx', 'p.qdpx', '--into', 'new');
    assert.equal(
      said.out,
      '0 new articles, 0 changed, 2 as before; 0 new annotations, 0 changed, 3 as before; 0 new items of codebooks.\n',
    );
  });

  it('knows articles by their text, whatever they are called, and keeps what is here', async () => {
    const [first, second] = mentions;
    assert.ok(first && second);
    const here = printSidecar(await sidecarOf('a.txt', missiles, [{ ...first, actor: 'dprk', note: 'my note' }]));
    folder.write({
      'p.qdpx': project,
      'here/.git/HEAD': '',
      'here/policy-codebook.json':
        '{"format":"policy-codebook","version":1,"actors":[{"id":"dprk","name":"North Korea"}]}',
      'here/x/a.txt': missiles.replaceAll('\n', '\r\n'),
      'here/x/a.txt.annotations.json': here,
      'here/x/plain.md': talks,
    });
    const run = folder.run('import', '--format', 'qdpx', 'p.qdpx', '--into', 'here/x', '--json');
    const { newArticles, changedArticles, added, kept, written } = report(run);
    assert.deepEqual([run.code, newArticles, changedArticles, added], [0, 0, 2, 2]);
    assert.ok(kept > 0);
    assert.deepEqual(
      written,
      ['policy-codebook.json', 'x/a.txt.annotations.json', 'x/plain.md.annotations.json'].map((file) =>
        path.join('here', file),
      ),
    );
    assert.deepEqual(files('here/x'), ['a.txt', 'a.txt.annotations.json', 'plain.md', 'plain.md.annotations.json']);
    const kin = sidecar('here/x/a.txt').annotations.find(({ id }) => id === 'a');
    assert.equal(kin?.note, 'my note');
    assert.deepEqual(sidecar('here/x/plain.md').annotations[0]?.links, [{ role: 'speaker', actor: 'dprk' }]);
    const { actors = [] } = JSON.parse(folder.read('here/policy-codebook.json')) as Codebook;
    assert.deepEqual(
      actors.map(({ id }) => id),
      ['dprk', 'russia'],
    );
    const checked = folder.run('check', '--strict', 'here');
    assert.equal(checked.code, 0, checked.out);
  });

  it('brings what was exported of two copies of one text back to each', async () => {
    const text = 'Karsk says no.\n';
    for (const name of ['a.txt', 'sub/a.txt']) {
      const target = [{ start: 0, end: 5, exact: 'Karsk', prefix: '', suffix: ' says no.\n' }];
      const annotation = { id: `mention-${name.length}`, type: 'actor', target, actor: 'karsk' };
      const article = { file: 'a.txt', sha256: await sha256(text), length: text.length };
      const content: Sidecar = { format: 'policy-annotations', version: 1, article, annotations: [annotation] };
      folder.write({ [`in/${name}`]: text, [`in/${name}.annotations.json`]: printSidecar(content) });
    }
    for (const format of ['csv', 'json', 'brat', 'doccano', 'qdpx']) {
      folder.write({ copies: folder.bytes('export', '--format', format, 'in') });
      const run = folder.run('import', '--format', format, '--into', 'in', '--json', 'copies');
      assert.deepEqual([run.code, report(run).same, report(run).added], [0, 2, 0], format);
    }
  });

  it('tells of articles that a format has no texts of, finds others by path, name or address', async () => {
    const known = { sha256: await sha256(`${talks} `), url: 'https://example.org/t' };
    folder.write({
      'e/talks.txt': `${talks} `,
      'e/talks.txt.annotations.json': printSidecar({
        ...(await sidecarOf('talks.txt', `${talks} `, [claim])),
        article: { file: 'talks.txt', length: talks.length + 1, ...known },
      }),
      'e/in/missiles.txt': missiles,
      'e/in/missiles.txt.annotations.json': printSidecar(await sidecarOf('missiles.txt', missiles, mentions)),
    });
    const json = folder.run('export', '--format', 'json', 'e').out;
    folder.write({ 'all.json': json, 'here/renamed.txt': talks, 'there/talks.txt': talks });
    const run = folder.run('import', '--format', 'json', 'all.json', '--into', 'there');
    assert.equal(run.code, 1);
    assert.match(run.out, /^0 new articles, 1 changed, 0 as before; 1 new annotation, /);
    assert.match(
      run.err,
      /^There is no article in\/missiles\.txt, and the file doesn't hold its text: 2 annotations\.$/m,
    );
    assert.equal(sidecar('there/talks.txt').annotations.length, 1);
    folder.write({
      'here/renamed.txt.annotations.json': printSidecar(
        await sidecarOf('renamed.txt', talks, [], { url: 'https://example.org/t' }),
      ),
    });
    const byUrl = folder.run('import', '--format', 'json', 'all.json', '--into', 'here', '--json');
    assert.deepEqual([byUrl.code, report(byUrl).missing], [1, [{ path: 'in/missiles.txt', annotations: 2 }]]);
    assert.equal(sidecar('here/renamed.txt').annotations.length, 1);
  });

  it('reads several files of a folder or an archive', async () => {
    folder.write(await corpusFiles());
    const cas = folder.bytes('export', '--format', 'uima-json', 'corpus');
    folder.write({ 'cas.zip': cas });
    assert.equal(folder.run('export', '--format', 'uima-json', '--out', 'cas', 'corpus').code, 0);
    folder.write({ 'cas/.DS_Store': 'x' });
    const args = ['import', '--format', 'uima-json', '--json', '--into'];
    for (const [source, into] of [
      ['cas', 'one'],
      ['cas.zip', 'two'],
    ] as const) {
      const { newArticles, added } = report(folder.run(...args, into, source));
      assert.deepEqual([newArticles, added], [2, 3]);
    }
    assert.equal(report(folder.runWith(cas, ...args, 'two', '-')).same, 3);
    assertFails(folder.run('import', '--format', 'qdpx', 'cas', '--into', 'x'), /cas is a folder; qdpx is one file/);
  });

  it('reads a database with what lies beside the tool', async () => {
    const person = [1, 1, 'Kim Song', 0, 0, 0, null];
    const bytes = await dnaFile('3.0', {
      ...beginning,
      DOCUMENTS: [[1, 'A report', 'We object, said Kim.', 1, '', '', '', '', '', 1_703_030_400]],
      STATEMENTS: [[11, 1, 1, 0, 9, 2]],
      ENTITIES: [person],
      DATASHORTTEXT: [[1, 11, 1, 1]],
    });
    folder.write({ 'project.dna': bytes });
    const run = folder.run('import', '--format', 'dna', 'project.dna', '--into', 'new', '--json');
    const { newArticles, added } = report(run);
    assert.deepEqual([newArticles, added], [1, 1]);
    const [article = ''] = files('new').filter((file) => file.endsWith('.txt'));
    assert.equal(sidecar(path.join('new', article)).annotations[0]?.target[0]?.exact, 'We object');
    assert.match(folder.read('new/policy-codebook.json'), /Kim Song/);
  });

  it('writes nothing where anything can’t be read', async () => {
    const here = await corpusFiles();
    const other = printSidecar(await sidecarOf('o.txt', 'Other.\n', []));
    folder.write({ ...here, 'p.qdpx': project, 'broken.qdpx': project.slice(0, 200), 'not.json': '{"format": 1' });
    folder.write({
      'corpus/in/missiles.txt.annotations.json': printSidecar(await sidecarOf('missiles.txt', missiles, [])),
    });
    const into = ['--into', 'corpus'];
    const before = files('corpus').map((file) => folder.read(path.join('corpus', file)));
    assertFails(folder.run('import', '--format', 'qdpx', 'none', ...into), /^There is no file or folder none\.\n$/);
    assertFails(
      folder.run('import', '--format', 'qdpx', 'broken.qdpx', ...into),
      /broken\.qdpx.* Nothing was imported/,
    );
    assertFails(
      folder.run('import', '--format', 'json', 'not.json', ...into),
      /not\.json, line 1.* Nothing was imported/,
    );
    assertFails(folder.runWith('', 'import', '--format', 'json', '-', ...into), /standard input/);
    assertFails(folder.run('import', '--format', 'qdpx', 'p.qdpx'), /^--into FOLDER is missing/);
    assertFails(
      folder.run('import', '--format', 'html', 'p.qdpx', ...into),
      /^html can be exported to only\. These can be imported: csv/,
    );
    assertFails(folder.run('import', '--format', 'qdpx', 'p.qdpx', '--into', 'p.qdpx'), /p\.qdpx is no folder/);
    for (const [name, content, words] of [
      ['o.txt.annotations.json', other.slice(0, -6), /o\.txt\.annotations\.json, line \d+: /],
      ['talks.txt.annotations.json', other.replace('"version": 1', '"version": 2'), /line 3: .*version 2/],
      ['talks.txt.annotations.json', other.replace('"version": 1', '"version": 1, "x": 9007199254740993'), /line 3: /],
      ['policy-codebook.json', '{', /policy-codebook\.json, line 1: /],
    ] as const) {
      folder.write({ ...here, 'corpus/o.txt': 'Other.\n', [`corpus/${name}`]: content });
      assertFails(folder.run('import', '--format', 'qdpx', 'p.qdpx', ...into), words);
      assert.equal(folder.read(`corpus/${name}`), content);
      folder.write({ 'corpus/o.txt.annotations.json': other, ...here });
    }
    for (const [i, file] of files('corpus')
      .filter((one) => !one.startsWith('o.txt'))
      .entries()) {
      if (!file.includes('missiles.txt.')) assert.equal(folder.read(path.join('corpus', file)), before[i]);
    }
  });

  it('follows no link out of the folder, and replaces no file', async function () {
    if (process.platform === 'win32') this.skip(); // links need a right of their own there
    folder.write({ 'p.qdpx': project, 'away/x.txt': 'x', 'into/talks.txt': 'Another text.\n' });
    symlinkSync(path.join(folder.path, 'away'), path.join(folder.path, 'into', 'in'));
    assertFails(folder.run('import', '--format', 'qdpx', 'p.qdpx', '--into', 'into'), /in is a link out of the folder/);
    assert.deepEqual(files('away'), ['x.txt']);

    mkdirSync(path.join(folder.path, 'free'));
    folder.write({ 'free/talks.txt': 'Another text.\n', 'free/missiles.txt': missiles, 'away/s.json': 'secret' });
    const aside = path.join(folder.path, 'free', 'missiles.txt.annotations.json');
    symlinkSync(path.join(folder.path, 'away', 's.json'), aside);
    assertFails(folder.run('import', '--format', 'qdpx', 'p.qdpx', '--into', 'free'), /s\.json|is a link out/);
    assert.equal(folder.read('away/s.json'), 'secret');
    symlinkSync('nowhere', path.join(folder.path, 'free', 'talks 2.txt'));
    folder.write({ 'free/missiles.txt': 'Something else.\n' });
    const run = folder.run('import', '--format', 'qdpx', 'p.qdpx', '--into', 'free', '--json');
    assert.equal(run.code, 0, run.err);
    assert.equal(folder.read('free/talks.txt'), 'Another text.\n');
    assert.equal(folder.read('free/talks 3.txt'), talks);
    assert.equal(folder.read('away/s.json'), 'secret');
  });

  it('changes nothing where one of the files can’t be written, and takes long names', () => {
    const lines = (...paths: readonly string[]): string =>
      paths.map((one, n) => JSON.stringify({ path: one, text: `Text ${n}.`, label: [[0, 4, 'claim']] })).join('\n');
    folder.write({ 'into/a.txt': 'Text 0.', 'd.jsonl': lines('a.txt', 'b/c.txt', `${'deep/'.repeat(9_000)}d.txt`) });
    assertFails(
      folder.run('import', '--format', 'doccano', 'd.jsonl', '--into', 'into'),
      /can't be (read|made|written): /,
    );
    assert.deepEqual(files('into'), ['a.txt']);
    assertFails(
      folder.run('import', '--format', 'doccano', 'd.jsonl', '--into', 'new'),
      /can't be (read|made|written): /,
    );
    assert.ok(!folder.has('new'));
    const run = folder.runWith(
      lines('a.txt', `${'朝鮮'.repeat(200)}.txt`),
      ...['import', '--format', 'doccano', '-', '--into', 'into'],
    );
    assert.equal(run.code, 0, run.err);
    assert.equal(files('into').length, 4);
  });

  it('takes what is known of articles from the names of a folder’s files, by a pattern', () => {
    folder.write({ 'in/2023-12-20_KCNA_Talks.txt': 'A text.', 'in/notes.txt': 'Another one.' });
    const option = 'pattern={date}_{publisher}_{title}.txt';
    const run = folder.run('import', '--format', 'metadata-csv', 'in', '--into', 'in', '--option', option);
    assert.match(run.err + run.out, /files whose names don’t fit the pattern.*notes\.txt/);
    const { date, publisher, title } = sidecar('in/2023-12-20_KCNA_Talks.txt').article;
    assert.deepEqual([date, publisher, title], ['2023-12-20', 'KCNA', 'Talks']);
    assert.equal(files('in').includes('notes.txt.annotations.json'), false);
  });

  it('keeps the paths of what it reads in the folder', () => {
    const csv = 'path,title\n../../outside.txt,T\n';
    folder.write({ 'm.csv': csv, 'outside.txt': 'x', 'into/deep/a.txt': 'x' });
    const run = folder.run('import', '--format', 'metadata-csv', 'm.csv', '--into', 'into/deep');
    assert.notEqual(run.code, 0);
    assert.ok(!folder.has('outside.txt.annotations.json'));
  });
});
