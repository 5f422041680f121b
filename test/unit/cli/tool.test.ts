import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { commands } from '../../../src/cli/commands';
import { catalogue } from '../../../src/exchange/catalogue';
import { printSidecar } from '../../../src/sidecar/print';
import { mention } from '../sidecar/examples';
import { CliFolder } from './cli';
import { claim, corpusFiles, mentions, missiles, sidecarOf, talks, words } from './corpus';

describe('policy-annotator', () => {
  let folder: CliFolder;
  before(() => (folder = new CliFolder()));
  beforeEach(() => folder.clear());
  after(() => folder.remove());

  it('lists its commands, and says its version', () => {
    const { code, out } = folder.run('--help');
    assert.equal(code, 0);
    for (const { name, about } of commands) assert.match(out, new RegExp(`^  ${name} +${about}$`, 'm'));
    assert.equal(folder.run('help').out, out);
    assert.equal(
      folder.run('--version').out,
      `${(JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }).version}\n`,
    );
    const none = folder.run();
    assert.deepEqual([none.code, none.out, none.err], [2, '', out]);
    const unknown = folder.run('toString');
    assert.deepEqual([unknown.code, unknown.err.split('\n').length], [2, 2]);
  });

  it('says of each command how it is called, all its options, and examples', async () => {
    for (const { name, usage, load } of commands) {
      const { help } = await load();
      for (const option of usage.match(/--[a-z-]+/g) ?? []) {
        assert.match(help, new RegExp(`^${option} `, 'm'), `${name} ${option}`);
      }
      const [, examples = ''] = help.split('\nExamples:\n');
      assert.match(examples, new RegExp(`^  policy-annotator ${name}\\b`, 'm'), name);
      const lines = help.split('\n').filter((line) => line.length > 132);
      assert.deepEqual(lines, []);
    }
    const run = folder.run('export', '--help');
    assert.match(run.out, /^Usage: policy-annotator export --format ID /);
    assert.equal(folder.run('help', 'export').out, run.out);
  });

  it('says what is wrong with a call in one line, and where to read more', () => {
    const wrongs: readonly (readonly [readonly string[], RegExp])[] = [
      [['exprot'], /^There is no command "exprot"; did you mean export\? policy-annotator --help lists them\.$/],
      [['reanchor'], /^NEW is missing\. policy-annotator help reanchor says more\.$/],
      [['merge', 'a', 'b'], /^THEIRS is missing\. /],
      [['formats', 'x'], /^"x" is one argument too many\. /],
      [['stats', ''], /^An argument is empty\. /],
      [['stats', '--json=x'], /^--json takes no value\. /],
      [['stats', '--top'], /^--top has no value; /],
      [['stats', '--top', '--json'], /^--top has no value; one that begins with a hyphen is given as --top=VALUE\. /],
      [['stats', '-j'], /^There is no option -j\. /],
      [['check', '--\u001b[2J'], /^There is no option --⟨U\+001B⟩\[2J\. /],
      [['import', '--format', 'CSV', 'x', '--into', 'y'], /^There is no format "CSV"; did you mean csv\? /],
      [['import', '--fromat', 'csv', 'x', '--into', 'y'], /^There is no option --fromat; did you mean --format\? /],
      [['import', '--format', 'zzz', 'x', '--into', 'y'], /^There is no format "zzz"\. These can be imported: csv, /],
    ];
    for (const [args, words] of wrongs) {
      const { code, out, err } = folder.run(...args);
      assert.deepEqual([code, out], [2, ''], err);
      assert.match(err, /^[^\n]*\n$/);
      assert.match(err.trimEnd(), words);
    }
  });

  it('lists the formats with their options', () => {
    const { out } = folder.run('formats');
    for (const { id, label, options } of catalogue) {
      assert.ok(out.includes(label), label);
      assert.match(out, new RegExp(`^${id} `, 'm'));
      for (const option of options) assert.ok(out.includes(`--option ${option.id}=`), option.id);
    }
    assert.deepEqual(JSON.parse(folder.run('formats', '--json').out), JSON.parse(JSON.stringify(catalogue)));
    assert.equal(folder.run('formats', 'x').code, 2);
  });

  it('counts what is annotated', async () => {
    const second = { ...claim, id: 'd', supersedes: ['c'], stance: 'support', creator: 'lee' };
    const boilerplate = mention('e', { target: [words(talks, 'Geneva')], actor: 'geneva' });
    const sidecar = await sidecarOf('talks.txt', talks, [claim, second, boilerplate], {
      excluded: [words(talks, 'Talks began in Geneva.')],
    });
    const coding = [{ creator: 'lee', status: 'done' }];
    folder.write({
      ...(await corpusFiles()),
      'corpus/talks.txt.annotations.json': printSidecar({ ...sidecar, coding }),
    });
    const { code, out, err } = folder.run('stats', '--json', 'corpus');
    assert.deepEqual([code, err], [0, '']);
    assert.deepEqual(JSON.parse(out), {
      ...{ articles: 2, annotations: 5, superseded: 1, excluded: 1, claims: 1, mentions: 2 },
      coding: [{ name: 'done', count: 1 }],
      types: [
        { name: 'actor', count: 3 },
        { name: 'claim', count: 2 },
      ],
      standings: [{ name: 'anchored', count: 5 }],
      creators: [
        { name: 'lee', count: 3 },
        { name: '(none)', count: 2 },
      ],
      stances: [{ id: 'support', name: 'Support', count: 1 }],
      topics: [
        {
          ...{ id: 'tests', name: 'Missile tests are legitimate', count: 1 },
          stances: [{ id: 'support', name: 'Support', count: 1 }],
        },
      ],
      actors: [
        { id: 'north-korea', name: 'North Korea', count: 1 },
        { id: 'russia', name: 'Russia', count: 1 },
      ],
    });
    const short = folder.run('stats', '--top', '1', 'corpus').out;
    assert.match(short, /^2 articles, 5 annotations \(1 superseded, 1 in excluded ranges\), 1 claim, 2 mentions$/m);
    assert.match(short, /^Mentions by actor\n  1  North Korea\n  … and 1 more$/m);
    assert.equal(folder.run('stats', '--top', 'x', 'corpus').code, 2);
    assert.equal(folder.run('stats').code, 0);
  });

  it('gives what check finds as JSON', async () => {
    const printed = printSidecar(await sidecarOf('missiles.txt', missiles, mentions));
    folder.write({
      'missiles.txt': missiles,
      'missiles.txt.annotations.json': printed.replace('"russia"', '"nobody"'),
    });
    folder.write({ 'policy-codebook.json': (await corpusFiles())['corpus/policy-codebook.json'] ?? '' });
    const { code, out, err } = folder.run('check', '--json');
    assert.deepEqual([code, err], [1, '']);
    const { findings, ...counts } = JSON.parse(out) as { findings: readonly { line: number }[] };
    assert.deepEqual(counts, { sidecars: 1, codebooks: 1, errors: 1, warnings: 0, notes: 0 });
    const [{ line } = { line: 0 }] = findings;
    assert.deepEqual(findings, [
      {
        ...{ file: 'missiles.txt.annotations.json', line, column: 16, severity: 'error' },
        message: 'The codebook has no actor "nobody"',
      },
    ]);
    assert.match(printed.split('\n')[line - 1] ?? '', /"actor": "russia"/);
  });

  it('gives the conflicts of a merge as JSON', async () => {
    const [first] = mentions;
    assert.ok(first);
    const side = async (note: string): Promise<string> =>
      printSidecar(await sidecarOf('missiles.txt', missiles, [{ ...first, note }]));
    folder.write({ base: await side('base'), ours: await side('ours'), theirs: await side('theirs') });
    const { code, out, err } = folder.run('merge', '--json', 'base', 'ours', 'theirs');
    assert.deepEqual([code, err], [1, '']);
    const { file, conflicts } = JSON.parse(out) as { file: string; conflicts: readonly Record<string, unknown>[] };
    assert.equal(file, 'ours');
    assert.deepEqual(
      conflicts.map(({ code: kind, ours, theirs }) => [kind, ours, theirs]),
      [['both-changed', 'ours', 'theirs']],
    );
  });

  it('writes the sidecar for a text that was changed, and drops nothing', async () => {
    const gone = mention('d', { target: [words(missiles, 'for many days')], note: 'kept' });
    const before = await sidecarOf('missiles.txt', missiles, [...mentions, gone], {
      excluded: [words(missiles, 'Seoul')],
    });
    const now = `A new line.\n${missiles.replace('for many days', 'and left it there')}`;
    folder.write({ 'missiles.txt': now, 'missiles.txt.annotations.json': printSidecar(before), 'old.txt': missiles });
    const run = folder.run('reanchor', '--write', '--json', '--old', 'old.txt', 'missiles.txt');
    assert.deepEqual([run.code, run.err], [0, '']);
    const { attention, ...counts } = JSON.parse(run.out) as { attention: readonly Record<string, unknown>[] };
    assert.deepEqual(
      { ...counts, attention: attention.map(({ id, type, exact }) => [id, type, exact]) },
      {
        ...{ article: 'missiles.txt', anchored: 2, uncertain: 0, orphaned: 1, gone: [] },
        attention: [['d', 'actor', ['for many days']]],
      },
    );
    const written = folder.read('missiles.txt.annotations.json');
    assert.doesNotMatch(written, /standing|confidence|candidates/);
    const { article, annotations } = JSON.parse(written) as typeof before;
    assert.deepEqual(annotations.at(-1), { ...gone, text: before.article.sha256 });
    assert.deepEqual(article.excluded, [words(now, 'Seoul')]);
    for (const { target } of annotations.slice(0, 2)) {
      for (const { start, end, exact } of target) assert.equal(now.slice(start, end), exact);
    }
    assert.equal(folder.run('check', '--strict').code, 1, 'ids that no codebook knows');

    folder.write({ 'missiles.txt.annotations.json': JSON.stringify(JSON.parse(written)) });
    assert.equal(folder.run('reanchor', '--write', 'missiles.txt').code, 0);
    assert.equal(folder.read('missiles.txt.annotations.json'), JSON.stringify(JSON.parse(written)));

    // Of another article's name: beside it, if there is none yet.
    folder.write({ 'copy.txt': now });
    const copy = ['reanchor', '--write', '--sidecar', 'missiles.txt.annotations.json', 'copy.txt'];
    assert.equal(folder.run(...copy).code, 0);
    assert.match(folder.read('copy.txt.annotations.json'), /"file": "copy\.txt"/);
    const twice = folder.run(...copy);
    assert.deepEqual([twice.code, twice.out], [2, '']);
    assert.match(twice.err, /copy\.txt\.annotations\.json can't be written: it is there already\./);
  });
});
