import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import type { Annotation } from '../../../src/model/annotation';
import { printSidecar } from '../../../src/sidecar/print';
import { mention } from '../sidecar/examples';
import { CliFolder, type Run } from './cli';
import { book, corpusFiles, mentions, missiles, sidecarOf, talks, words } from './corpus';

describe('policy-annotator export', () => {
  let folder: CliFolder;
  before(() => (folder = new CliFolder()));
  beforeEach(async () => {
    folder.clear();
    folder.write(await corpusFiles());
  });
  after(() => folder.remove());

  const lines = (run: Run): readonly Record<string, unknown>[] => {
    assert.equal(run.code, 0, run.err);
    return run.out
      .split('\n')
      .slice(0, -1)
      .map((line) => JSON.parse(line) as Record<string, unknown>);
  };
  const brief = (run: Run): readonly string[] =>
    lines(run).map(({ article, id }) => `${String(article)} ${String(id)}`);

  /** That nothing was written, and that the one line said has these words. */
  function assertFails(run: Run, words: RegExp): void {
    assert.deepEqual([run.code, run.out], [2, ''], run.err);
    assert.match(run.err, words);
    assert.ok(!/\n\s+at /.test(run.err), run.err);
  }

  it('prints the articles of a folder in their order, and says what has no place', () => {
    const run = folder.run('export', '--format', 'jsonl', 'corpus');
    assert.deepEqual(brief(run), ['in/missiles.txt a', 'in/missiles.txt b', 'talks.txt c']);
    assert.match(JSON.stringify(lines(run)[0]), /North Korea/);
    assert.match(run.err, /^Not in the file: ([^,]+ \(\d+\), )*codebook entries of actors \(2\)/);
    const json = folder.run('export', '--format', 'jsonl', '--json', 'corpus');
    assert.equal(json.out, run.out);
    const report = JSON.parse(json.err) as Record<string, unknown>;
    assert.deepEqual(
      { ...report, losses: undefined },
      { format: 'jsonl', files: 1, articles: 2, annotations: 3, losses: undefined },
    );
    assert.ok((report['losses'] as readonly object[]).some((loss) => JSON.stringify(loss).includes('actors')));
  });

  it('knows one article by its name, several by their paths; one that was never annotated too, and by its sidecar', () => {
    folder.write({ 'corpus/in/plain.txt': 'Nothing yet.\n' });
    const run = (...places: string[]): readonly string[] =>
      brief(folder.run('export', '--format', 'jsonl', ...places.map((place) => path.join('corpus', place))));
    assert.deepEqual(run('in/missiles.txt'), ['missiles.txt a', 'missiles.txt b']);
    assert.deepEqual(run('talks.txt.annotations.json', 'in/missiles.txt', 'in', 'talks.txt'), [
      'in/missiles.txt a',
      'in/missiles.txt b',
      'talks.txt c',
    ]);
    const { articles } = JSON.parse(folder.run('export', '--format', 'json', 'corpus/in/plain.txt').out) as {
      articles: readonly { path: string; annotations: readonly object[] }[];
    };
    assert.deepEqual(
      articles.map(({ path: one, annotations }) => [one, annotations.length]),
      [['plain.txt', 0]],
    );
  });

  it('takes the whole workspace around a place, and the codebook that counts there', () => {
    folder.write({ 'corpus/.git/HEAD': '', 'other.txt': 'x' });
    const { out } = folder.run('export', '--format', 'json', '--scope', 'workspace', 'corpus/in/missiles.txt');
    const { articles, codebooks } = JSON.parse(out) as {
      articles: readonly { path: string; codebook: number }[];
      codebooks: readonly object[];
    };
    assert.deepEqual(
      articles.map(({ path: one, codebook }) => [one, codebook]),
      [
        ['in/missiles.txt', 0],
        ['talks.txt', 0],
      ],
    );
    assert.deepEqual(codebooks, [JSON.parse(book)]);
    assertFails(folder.run('export', '--format', 'json', '--scope', 'all', 'corpus'), /article, workspace/);
  });

  it('finds annotations again in a text that was changed, and leaves in doubt what is', async () => {
    const gone: Annotation = mention('d', { target: [words(missiles, 'for many days')], actor: 'russia' });
    const kept = { ...gone, id: 'e', orphaned: true };
    const sidecar = await sidecarOf('missiles.txt', missiles, [...mentions, gone, kept]);
    const now = `A new line.\n${missiles.replace('for many days', 'and left it there')}`;
    folder.write({ 'a/missiles.txt': now, 'a/missiles.txt.annotations.json': printSidecar(sidecar) });
    const run = folder.run('export', '--format', 'json', 'a');
    assert.equal(run.code, 0, run.err);
    const { articles } = JSON.parse(run.out) as {
      articles: readonly { annotations: readonly { id: string; standing?: string; target: { start: number }[] }[] }[];
    };
    const annotations = articles[0]?.annotations ?? [];
    const start = (id: string): number | undefined => annotations.find((one) => one.id === id)?.target[0]?.start;
    assert.equal(start('a'), now.indexOf('North Korea'));
    assert.equal(start('b'), now.indexOf('Russia'));
    assert.ok(['uncertain', 'orphaned'].includes(annotations.find(({ id }) => id === 'd')?.standing ?? ''));
    assert.equal(annotations.find(({ id }) => id === 'e')?.standing, 'orphaned');
    assert.equal(start('d'), missiles.indexOf('for many'));
  });

  it('writes a file whole, and replaces none unless told to, and never an article or annotations', () => {
    const to = (out: string, ...more: string[]): Run =>
      folder.run('export', '--format', 'csv', '--out', out, ...more, 'corpus', 'corpus/talks.txt');
    const made = to('out.csv', '--json');
    assert.deepEqual([made.code, made.err], [0, '']);
    assert.equal((JSON.parse(made.out) as Record<string, unknown>)['annotations'], 3);
    const content = folder.read('out.csv');
    assert.match(content, /in\/missiles\.txt.*North Korea/);

    folder.write({ 'out.csv': 'older' });
    assertFails(to('out.csv'), /out\.csv is there already; --force replaces it\./);
    assert.equal(folder.read('out.csv'), 'older');
    assert.match(to('out.csv', '--force').err, /^out\.csv: 2 articles with 3 annotations\.\nNot in the file: /);
    assert.equal(folder.read('out.csv'), content);

    const talksFile = path.join('corpus', 'talks.txt');
    if (process.platform !== 'win32') symlinkSync(talksFile, path.join(folder.path, 'link.txt'));
    const ours = [talksFile, 'corpus/talks.txt.annotations.json', 'corpus/policy-codebook.json'];
    for (const file of [...ours, 'new.annotations.json', ...(folder.has('link.txt') ? ['link.txt'] : [])]) {
      assertFails(to(file, '--force'), /is an article, or is called like a file with annotations/);
    }
    assertFails(to('corpus', '--force'), /is a folder/);
    assertFails(to('none/out.csv'), /none.out\.csv can't be written: there is no such folder\./);
    assertFails(to('out.csv/x.csv'), /can't be written/);
    assert.equal(folder.read('corpus/talks.txt'), talks);
    assert.deepEqual(
      readdirSync(folder.path).filter((name) => name.includes('tmp')),
      [],
    );
  });

  it('writes several files as a folder, or as a zip', () => {
    const to = (out: string, ...more: string[]): Run =>
      folder.run('export', '--format', 'uima-json', '--out', out, ...more, 'corpus');
    assert.equal(to('cas').code, 0);
    const files = readdirSync(path.join(folder.path, 'cas'), { recursive: true, withFileTypes: true }).filter((one) =>
      one.isFile(),
    );
    assert.equal(files.length, 2);
    assert.equal(to('cas.zip').code, 0);
    const archives = [folder.bytes('export', '--format', 'uima-json', 'corpus'), folder.readBytes('cas.zip')];
    for (const archive of archives) {
      for (const [name, bytes] of Object.entries(unzipSync(archive))) {
        assert.equal(strFromU8(bytes), folder.read(path.join('cas', name)));
      }
    }

    assertFails(to('cas'), /cas isn't empty; --force writes into it/);
    folder.write({ 'cas/other.txt': 'stays' });
    assert.equal(to('cas', '--force').code, 0);
    assert.equal(folder.read('cas/other.txt'), 'stays');
    mkdirSync(path.join(folder.path, 'empty'));
    assert.equal(to('empty').code, 0);
    assertFails(to('corpus/talks.txt'), /is a file: name a folder/);
    assert.deepEqual(
      readdirSync(folder.path).filter((name) => name.includes('tmp')),
      [],
    );
  });

  it('writes nothing where anything can’t be read, and says file and line', async () => {
    folder.write({ 'out.csv': 'older' });
    const sidecar = folder.read('corpus/talks.txt.annotations.json');
    const breaks: readonly (readonly [Readonly<Record<string, string>>, RegExp])[] = [
      [{ 'corpus/talks.txt.annotations.json': sidecar.slice(0, -8) }, /talks\.txt\.annotations\.json, line \d+: /],
      [{ 'corpus/talks.txt.annotations.json': '' }, /talks\.txt\.annotations\.json, line 1: The file is empty\./],
      [
        { 'corpus/talks.txt.annotations.json': sidecar, 'corpus/policy-codebook.json': '{\n"x' },
        /policy-codebook\.json, line 2: /,
      ],
      [
        { 'corpus/policy-codebook.json': book, 'corpus/gone.txt.annotations.json': sidecar },
        /gone\.txt has annotations, but the article itself isn't there\./,
      ],
    ];
    for (const [files, words] of breaks) {
      folder.write(files);
      for (const out of [[], ['--out', 'out.csv', '--force']]) {
        assertFails(folder.run('export', '--format', 'csv', ...out, 'corpus'), words);
      }
      assert.equal(folder.read('out.csv'), 'older');
    }
  });

  it('reads no link out of a folder, and passes over what is other tools’', () => {
    folder.write({
      'corpus/x.annotations.json': '{"images": []}',
      'corpus/y.annotations.json': 'not json',
      'secret.txt': missiles,
    });
    assert.equal(lines(folder.run('export', '--format', 'jsonl', 'corpus')).length, 3);
    assertFails(folder.run('export', '--format', 'jsonl', 'corpus/x.annotations.json'), /format/);
    if (process.platform === 'win32') return; // links to files need a right of their own there
    symlinkSync(path.join(folder.path, 'secret.txt'), path.join(folder.path, 'corpus', 'z.txt'));
    folder.write({ 'corpus/z.txt.annotations.json': folder.read('corpus/in/missiles.txt.annotations.json') });
    assertFails(folder.run('export', '--format', 'jsonl', 'corpus'), /z\.txt is a link out of the folder/);
  });

  it('fails where there is nothing, or the format or an option isn’t known', () => {
    folder.write({ 'empty/x.annotations.json': '{}' });
    mkdirSync(path.join(folder.path, 'bare'));
    const csv = ['export', '--format', 'csv'];
    assertFails(folder.run(...csv, 'none'), /^There is no file or folder none\.\n$/);
    assertFails(folder.run(...csv, 'bare'), /^There is no annotated article in bare\.\n$/);
    assertFails(folder.run(...csv, '--out', 'x', 'empty'), /^There is no annotated article of ours\.\n$/);
    assert.ok(!folder.has('x'));
    assertFails(folder.run(...csv, 'corpus/policy-codebook.json'), /is a codebook/);
    assertFails(folder.run('export', 'corpus'), /^--format is missing\. These can be exported to: csv, /);
    assertFails(
      folder.run('export', '--format', 'dna', 'corpus'),
      /^dna can be imported only\. These can be exported to: csv, /,
    );
    assertFails(
      folder.run('export', '--format', 'cvs', 'corpus'),
      /^There is no format "cvs"; did you mean csv\? These /,
    );
    assertFails(folder.run(...csv, '--option', 'x=1', 'corpus'), /^csv has no option "x"; it has none\./);
    const qdpx = ['export', '--format', 'qdpx', 'corpus', '--option'];
    assertFails(folder.run(...qdpx, 'profile=word'), /^profile can't be "word"; it can be: spec, nvivo, /);
    assertFails(folder.run(...qdpx, 'profile'), /it is given as profile=VALUE/);
    assertFails(folder.run(...csv, '--frce', 'corpus'), /^There is no option --frce; did you mean --force\? /);
    assertFails(folder.run(...csv, '--out', '', 'corpus'), /^The value of --out is empty\. /);
  });

  it('ends quietly where whoever reads has enough, and not where the disk is full', async function () {
    if (process.platform === 'win32') this.skip();
    const many = Array.from({ length: 5000 }, (_, n) => mention(`m${n}`, { target: [words(missiles, 'Seoul')] }));
    const sidecar = await sidecarOf('missiles.txt', missiles, many);
    folder.write({ 'corpus/in/missiles.txt.annotations.json': printSidecar(sidecar) });
    const run = folder.shell('policy-annotator export --format jsonl corpus 2> said | head -n 1; cat said');
    assert.equal(run.out.split('\n').length, 2, run.out);
    if (process.platform !== 'linux') return; // which alone has such a disk at hand
    const full = folder.shell('policy-annotator export --format jsonl corpus > /dev/full');
    assert.equal(full.code, 2);
    assert.match(full.err, /can't be written: /);
  });

  it('reads the article in its encoding, with CRLF', async () => {
    const own = 'Élysée\r\nsaid\r\n';
    const lf = own.replaceAll('\r\n', '\n');
    const sidecar = await sidecarOf('e.txt', lf, [mention('a', { target: [words(lf, 'said')] })], {
      encoding: 'windows-1252',
    });
    folder.write({ 'e/e.txt': Buffer.from(own, 'latin1'), 'e/e.txt.annotations.json': printSidecar(sidecar) });
    const [line] = lines(folder.run('export', '--format', 'jsonl', 'e'));
    assert.match(JSON.stringify(line), /"start":7,"end":11/);
    folder.write({
      'e/e.txt.annotations.json': printSidecar({ ...sidecar, article: { ...sidecar.article, encoding: 'x' } }),
    });
    assertFails(folder.run('export', '--format', 'jsonl', 'e'), /e\.txt: the encoding "x" isn't known\./);
  });
});
