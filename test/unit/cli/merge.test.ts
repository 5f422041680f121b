import assert from 'node:assert/strict';
import { chmodSync, lstatSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import type { Annotation } from '../../../src/model/annotation';
import type { Codebook } from '../../../src/model/codebook';
import type { Sidecar } from '../../../src/model/article';
import { sha256 } from '../../../src/sidecar/hash';
import { mergeCodebooks } from '../../../src/sidecar/mergeCodebooks';
import { mergeSidecars } from '../../../src/sidecar/mergeSidecars';
import { printCodebook, printSidecar } from '../../../src/sidecar/print';
import { codebook, mention, sidecar, target } from '../sidecar/examples';
import { hasGit, TemporaryRepository } from '../sidecar/gitMerge';
import { CliFolder, type Run } from './cli';

const at = (id: string, start: number, fields: Partial<Annotation> = {}): Annotation =>
  mention(id, { target: [target(start, start + 5, `words ${start}`)], ...fields });
const [a, b, d] = [at('a', 10), at('b', 20), at('d', 30)] as const;
const base = sidecar([a, b, d]);
const ours = sidecar([{ ...a, note: 'ours' }, at('c', 40), d]);
const theirs = sidecar([{ ...a, form: 'name' }, b, at('c1', 50)]);
const conflicting = sidecar([{ ...a, note: '\u202Etheirs\u001b[2J' }, { ...b, note: 'kept' }, d]);

const actors = (...names: readonly string[]): Codebook =>
  codebook({ actors: names.map((name) => ({ id: name.toLowerCase(), name })) });

describe('policy-annotator merge', () => {
  let folder: CliFolder;
  before(() => (folder = new CliFolder()));
  after(() => folder.remove());

  function merge(
    files: readonly [string, string, string],
    ...more: readonly string[]
  ): Run & { readonly ours: string } {
    const [base, ours, theirs] = files;
    folder.clear();
    folder.write({ base, ours, theirs });
    const run = folder.run('merge', 'base', 'ours', 'theirs', ...more);
    assert.equal(folder.read('theirs'), theirs);
    return { ...run, ours: folder.read('ours') };
  }
  const sides = [base, ours, theirs].map(printSidecar) as [string, string, string];

  it('writes what the merge of the sidecars is to OURS', () => {
    const { merged } = mergeSidecars(base, ours, theirs);
    assert.deepEqual(merge(sides), { code: 0, out: '', err: '', ours: printSidecar(merged) });
  });

  it('drops nothing where BASE is empty', () => {
    const { merged, conflicts } = mergeSidecars(undefined, ours, theirs);
    const run = merge(['', sides[1], sides[2]]);
    assert.deepEqual([run.code, run.ours, conflicts], [0, printSidecar(merged), []]);
    assert.equal(merged.annotations.length, 5);
  });

  it('says what it chose, with the value that lost, and exits with 1', () => {
    const run = merge([sides[0], sides[1], printSidecar(conflicting)], 'text/statement.txt.annotations.json');
    assert.equal(run.code, 1);
    const [first = '', second = '', ...others] = run.err.trimEnd().split('\n');
    assert.deepEqual(others, []);
    const file = 'text/statement.txt.annotations.json: annotations ›';
    assert.equal(first, `${file} a › note: kept ours, "ours"; theirs is "⟨U+202E⟩theirs\\u001b[2J"`);
    assert.ok(second.startsWith(`${file} b: ours removed it, theirs changed it; kept theirs, {"id":"b",`), second);
    assert.equal(run.ours, printSidecar(mergeSidecars(base, ours, conflicting).merged));
  });

  it('merges codebooks', () => {
    const files = [actors('A', 'B'), actors('A', 'B', 'policy-annotations'), actors('A', 'D')] as const;
    const run = merge(files.map(printCodebook) as [string, string, string]);
    assert.deepEqual([run.code, run.ours], [0, printCodebook(mergeCodebooks(...files).merged)]);
  });

  it('leaves OURS as it is where a side cannot be read, or not without loss', () => {
    const [before, mine, yours] = sides;
    const bad = [
      ['', mine.slice(0, -5), yours],
      [before, mine, yours.replace('"version": 1', '"version": 2')],
      [before, mine, yours.replace('"name"', '"name", "x": 1e400')],
      ['{', mine, yours],
      [before, mine, printCodebook(actors('A'))],
      ['', '{}', '{}'],
    ] as const;
    for (const files of bad) {
      const run = merge([...files]);
      assert.deepEqual([run.code, run.ours], [2, files[1]]);
      assert.match(run.err, /line \d+ of (base|ours|theirs): .+ Nothing was merged\./);
    }
    assert.equal(folder.run('merge', 'base', 'none', 'theirs').code, 2);
    assert.equal(folder.run('merge', 'base', 'ours').code, 2);
  });

  it('writes through a link, and leaves the file its permissions', function () {
    if (process.platform === 'win32') this.skip(); // links to files need a right of their own there
    const { merged } = mergeSidecars(base, ours, theirs);
    folder.clear();
    folder.write({ base: sides[0], 'in/ours': sides[1], theirs: sides[2] });
    chmodSync(path.join(folder.path, 'in/ours'), 0o666);
    symlinkSync(path.join('in', 'ours'), path.join(folder.path, 'ours'));
    assert.equal(folder.run('merge', 'base', 'ours', 'theirs').code, 0);
    assert.ok(lstatSync(path.join(folder.path, 'ours')).isSymbolicLink());
    assert.equal(folder.read('in/ours'), printSidecar(merged));
    assert.equal(statSync(path.join(folder.path, 'in/ours')).mode & 0o777, 0o666);
    assert.deepEqual(readdirSync(path.join(folder.path, 'in')), ['ours']);
  });

  it('takes hash and length of the text that is checked out', async () => {
    const of = async (text: string, ...annotations: Annotation[]): Promise<Sidecar> =>
      sidecar(annotations, { article: { file: 'a.txt', sha256: await sha256(text), length: text.length } });
    const [old, news] = ['x'.repeat(100), `${'x'.repeat(100)}y`];
    const [base, ours, theirs] = [await of(old, a), await of(old, a, b), await of(news, at('a', 11))] as const;
    const [file, printed] = ['a.txt.annotations.json', printSidecar(ours)];
    const merged = (texts: Readonly<Record<string, string>>, ...more: readonly string[]): unknown => {
      folder.clear();
      folder.write({ base: printSidecar(base), [file]: printed, theirs: printSidecar(theirs), ...texts });
      assert.equal(folder.run('merge', 'base', file, 'theirs', ...more).code, 0);
      return (JSON.parse(folder.read(file)) as Sidecar).article;
    };
    assert.deepEqual(merged({}), ours.article);
    assert.deepEqual(merged({ 'a.txt': old }), ours.article);
    assert.deepEqual(merged({ 'a.txt': news }), theirs.article);
    // As git calls it, before it writes the text of theirs.
    assert.deepEqual(merged({ 'a.txt': old }, file), theirs.article);
  });

  it('does not rewrite a file for its form alone', () => {
    const mine = JSON.stringify(ours);
    assert.equal(merge([sides[0], mine, sides[0]]).ours, mine);
    assert.equal(merge([sides[0], mine, sides[2]]).ours, printSidecar(mergeSidecars(base, ours, theirs).merged));
  });

  it('is a merge driver of git', function () {
    const driver = `"${process.execPath}" "${folder.tool}" merge %O %A %B %P`;
    if (!hasGit) {
      // What git would call: BASE, OURS, THEIRS and the path.
      assert.equal(merge(sides, 'statement.txt.annotations.json').code, 0);
      return;
    }
    const [attributes, config] = installing();
    const repository = new TemporaryRepository();
    try {
      repository.write({ '.gitattributes': attributes });
      for (const [name, value] of config) repository.git('config', name, name.endsWith('.driver') ? driver : value);
      const [file, book] = ['statement.txt.annotations.json', 'policy-codebook.json'];
      const books = [actors('A'), actors('A', 'B'), actors('A', 'C')] as const;
      const [one, two, three] = books.map(printCodebook) as [string, string, string];
      repository.diverge(
        { [file]: sides[0], [book]: one },
        { [file]: sides[1], [book]: two },
        { [file]: sides[2], [book]: three },
      );
      assert.deepEqual(repository.tryGit('merge', '--no-edit', 'other').code, 0);
      assert.equal(repository.read(file), printSidecar(mergeSidecars(base, ours, theirs).merged));
      assert.equal(repository.read(book), printCodebook(mergeCodebooks(...books).merged));

      repository.git('reset', '--quiet', '--hard', 'HEAD~1');
      repository.git('checkout', '--quiet', '-b', 'third', 'main~1');
      repository.commit({ [file]: printSidecar(conflicting) });
      repository.git('checkout', '--quiet', 'main');
      const { code, output } = repository.tryGit('merge', '--no-edit', 'third');
      assert.equal(code, 1);
      assert.match(output, /statement\.txt\.annotations\.json: annotations › a › note: kept ours, "ours"/);
      assert.equal(repository.read(file), printSidecar(mergeSidecars(base, ours, conflicting).merged));
      assert.equal(repository.git('diff', '--name-only', '--diff-filter=U').trim(), file);
    } finally {
      repository.remove();
    }
  });
});

/** The lines that README says to install the driver with: for .gitattributes, and what `git config` is given. */
function installing(): [string, [string, string][]] {
  const readme = readFileSync('README.md', 'utf8');
  const section = readme.split(/^##+ /m).find((part) => part.startsWith('Command line\n')) ?? '';
  const attributes = section.split('\n').filter((line) => line.endsWith(' merge=policy-annotator'));
  const config = [...section.matchAll(/^git config (\S+) "(.+)"$/gm)].map(([, name, value]): [string, string] => [
    name ?? '',
    value ?? '',
  ]);
  assert.equal(attributes.length, 2);
  assert.equal(config.length, 2);
  return [attributes.join('\n') + '\n', config];
}
