import assert from 'node:assert/strict';
import { cpSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { SaxesParser } from 'saxes';
import Papa from 'papaparse';
import { printCodebook, printSidecar } from '../../../src/sidecar/print';
import { codebook } from '../sidecar/examples';
import { CliFolder } from './cli';
import { claim, sidecarOf, talks, words } from './corpus';

function parseCsv(text: string): readonly (readonly string[])[] {
  return Papa.parse<string[]>(text.trimEnd()).data;
}

/** Throws where it is no well-formed XML. */
function assertSvg(text: string): void {
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(text).close();
  assert.match(text, /^<\?xml [^>]*>\n<svg /);
}

describe('figures of the tool', () => {
  let folder: CliFolder;
  before(() => (folder = new CliFolder()));
  beforeEach(() => folder.clear());
  after(() => folder.remove());

  it('are drawn, with their settings', function () {
    this.timeout(60_000); // each picture is a process of its own
    cpSync('samples', folder.path, { recursive: true });
    for (const kind of ['network', 'timeline', 'matrix', 'frequencies', 'cooccurrence', 'evidence']) {
      const { code, out, err } = folder.run('plot', kind, 'articles');
      assert.deepEqual([code, err], [0, ''], kind);
      assertSvg(out);
    }
    const file = folder.run('plot', 'timeline', '--unit=week', '--from=2024', '--title=A & B', '--out=t.svg');
    assert.deepEqual([file.code, file.out, file.err], [0, '', 't.svg: claims by date.\n']);
    assertSvg(folder.read('t.svg'));
    assert.match(folder.read('t.svg'), /A &amp; B[^]*unit: week · series: stance[^]*from: 2024/);
    assert.equal(folder.run('plot', 'timeline', '--out=t.svg').code, 2);
    writeFileSync(path.join(folder.path, 's.json'), '{"show": "contradictions", "include-imputed": true}');
    assert.match(
      folder.run('plot', 'evidence', '--settings', 's.json').out,
      /Karsk, The levy pays for the army: for, /,
    );
  });

  it('are listed as text, CSV and JSON', function () {
    this.timeout(60_000);
    cpSync('samples', folder.path, { recursive: true });
    const csv = folder.run('stats', '--what', 'timeline', '--unit', 'year');
    assert.deepEqual(parseCsv(csv.out).slice(0, 2), [
      ['period', 'from', 'to', 'series', 'claims'],
      ['2024', '2024-01-01', '2024-12-31', 'Support', '34'],
    ]);
    const json = JSON.parse(folder.run('stats', '--what', 'frequencies', '--json', '--only=position=Karsk').out) as {
      readonly rows: readonly { readonly actor: string; readonly mentions: number; readonly claims: number }[];
      readonly claims: { readonly used: number };
    };
    const karsk = json.rows.find(({ actor }) => actor === 'Karsk');
    const overview = parseCsv(folder.run('stats', '--format', 'csv').out);
    assert.deepEqual(overview.slice(0, 2), [
      ['what', 'id', 'name', 'stance', 'count'],
      ['total', '', 'articles', '', '4'],
    ]);
    const levy = ['topics', 'the-levy-is-lawful', 'The levy is lawful'];
    assert.deepEqual(
      overview.filter(([, id]) => id === levy[1]),
      [
        [...levy, '', '13'],
        [...levy, 'Oppose', '9'],
        [...levy, 'Support', '3'],
        [...levy, '(none)', '1'],
      ],
    );
    assert.deepEqual([karsk?.mentions, karsk?.claims, json.claims.used], [44, 12, 12]);
    const text = folder.run('stats', '--what', 'matrix', '--top', '1', '--format', 'text');
    assert.equal(text.out.split('\n').length, 4);
    assert.match(text.out, /^Row +Column +Claims +Support +Neutral +Oppose +Mean\n.*\n… and \d+ more\n$/);
    assert.match(
      text.err,
      /^71 of 89 claims\. Left out: 2 claims are superseded, 14 claims are imputed and 2 claims have no position\.\n$/,
    );
  });

  it('show keywords in context', function () {
    this.timeout(60_000);
    cpSync('samples', folder.path, { recursive: true });
    const run = folder.run(
      'concordance',
      '--search',
      'levy',
      '--context=12',
      '--sort=right',
      '--whole-words',
      '--format=text',
    );
    const lines = run.out.trimEnd().split('\n');
    assert.equal(run.err, `${lines.length} places in 4 articles.\n`);
    for (const line of lines) assert.match(line, /^articles\/\S+:\d+ .*\[[Ll]evy\]/);
    const found = parseCsv(folder.run('concordance', '--actor', 'dravno', '--format', 'csv').out);
    assert.equal(found.length, 45);
    const [, [file = '', , start, end, , keyword] = []] = found;
    assert.equal(folder.read(file).replaceAll('\r\n', '\n').slice(Number(start), Number(end)), keyword);
    const { lines: all } = JSON.parse(
      folder.run('concordance', '--actor', 'dravno', '--out', '-', '--format=json').out,
    ) as {
      readonly lines: readonly object[];
    };
    assert.equal(all.length, 44);
  });

  it('say in one sentence what is wrong, and what to do', async function () {
    this.timeout(60_000);
    const undated = await sidecarOf('talks.txt', talks, [claim]);
    folder.write({ 'talks.txt': talks, 'talks.txt.annotations.json': printSidecar(undated) });
    const wrongs: readonly (readonly [readonly string[], RegExp])[] = [
      [['plot'], /^KIND \(network, timeline, .*\) is missing\. /],
      [['plot', 'tmeline'], /^There is no picture "tmeline"; did you mean timeline\? /],
      [['plot', 'timeline'], /^None of the 1 claims has a date: give dates to articles or claims\./],
      [['plot', 'timeline', '--unit', 'weeks'], /^unit can't be "weeks"; it is day, week, .* Did you mean week\?/],
      [['plot', 'timeline', '--from', '2024-13'], /^from can't be "2024-13": there is no such date\./],
      [['plot', 'matrix', '--top', '0'], /^top can't be "0"; it is a whole number, 1 or more\./],
      [['plot', 'matrix', '--rows', 'topic'], /^rows and columns are both topic: /],
      [['plot', 'matrix', '--unit', 'week'], /^There is no option --unit/],
      [['plot', 'matrix', '--only', 'topic=nothing'], /nothing/],
      [['plot', 'matrix', '--out', 'x.png'], /^x\.png can't be written as png\. It is svg\./],
      [['plot', 'matrix', '--width', 'x'], /^--width can't be "x"; /],
      [['plot', 'cooccurrence', '--of', 'topics', '--within', 'claim'], /^A claim has one topic: /],
      [['plot', 'cooccurrence', '--of', 'sources'], /^There are no sources in these articles: /],
      [['plot', 'evidence', '--show', 'contradictions'], /^Nobody is both for and against one topic: /],
      [['stats', '--what', 'matrix', '--unit', 'week'], /^--unit is of other figures: choose --what timeline\. /],
      [['concordance'], /^Nothing is looked for: /],
      [['concordance', '--search', 'a', '--actor', 'b'], /^An actor and a text can't be looked for at once: /],
      [['concordance', '--search', '(a+', '--regex'], /^The regular expression can't be read: /],
      [['concordance', '--actor', 'zzz'], /^There is no actor "zzz": /],
      [['concordance', '--search', 'a', '--format', 'xml'], /^--format can't be "xml"/],
    ];
    for (const [args, message] of wrongs) {
      const { code, out, err } = folder.run(...args);
      assert.deepEqual([code, out], [2, ''], `${args.join(' ')}: ${err}`);
      assert.match(err, /^[^\n]*\n$/);
      assert.match(err, message);
    }
  });

  it('draw and list any names', async function () {
    this.timeout(60_000);
    const name = '=<b>&"\u202e\u0007\ud83d';
    const book = printCodebook(
      codebook({ actors: [{ id: 'north-korea', name }], topics: [{ id: 'tests', name: `${name}2` }] }),
    );
    const mention = { id: 'm', type: 'actor', target: [words(talks, 'North Korea')], actor: 'north-korea' };
    const sidecar = await sidecarOf('talks.txt', talks, [claim, mention], { date: '2024' });
    folder.write({
      'policy-codebook.json': book,
      'talks.txt': talks,
      'talks.txt.annotations.json': printSidecar(sidecar),
    });
    for (const kind of ['timeline --series position', 'matrix', 'frequencies', 'evidence']) {
      const { code, out, err } = folder.run('plot', ...kind.split(' '));
      assert.equal(code, 0, err);
      assertSvg(out);
      assert.ok(!/[\u0007\u202e]|<b>/u.test(out.replace(/ data-key="[^"]*"/g, '')), kind);
    }
    const [, row] = parseCsv(folder.run('stats', '--what', 'matrix', '--format', 'csv').out);
    assert.equal(row?.[0], `'${name.slice(0, -1)}\ufffd`);
    const listed = folder.run('stats', '--what', 'matrix', '--format', 'text').out;
    assert.ok(!/[\u0007\u202e]/u.test(listed) && listed.includes('⟨U+202E⟩'));
  });
});
