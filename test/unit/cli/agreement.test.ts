import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import type { Annotation } from '../../../src/model/annotation';
import { CliFolder } from './cli';

const text = 'Karsk rejects the levy. Velmar accepts it.\n';

function article(name: string, annotations: readonly Partial<Annotation>[], date?: string): Record<string, string> {
  const target = ([start, end]: readonly [number, number]) => ({
    start,
    end,
    exact: text.slice(start, end),
    prefix: '',
    suffix: '',
  });
  const sidecar = {
    ...{ format: 'policy-annotations', version: 1 },
    article: { file: name, sha256: createHash('sha256').update(text).digest('hex'), length: text.length, date },
    annotations: annotations.map(({ id, ...rest }, index) => ({
      ...{ id: id ?? `a${index}`, type: 'claim', target: [target(index % 2 === 0 ? [0, 23] : [0, 22])] },
      ...rest,
    })),
  };
  return { [name]: text, [`${name}.annotations.json`]: `${JSON.stringify(sidecar, null, 2)}\n` };
}

describe('agreement on the command line', () => {
  let folder: CliFolder;
  before(() => {
    folder = new CliFolder();
    folder.write({
      ...article(
        'one.txt',
        [
          { creator: 'ann', topic: 'levy', stance: 'oppose' },
          { creator: 'bob', topic: 'levy', stance: 'support' },
          { creator: 'cem', topic: 'levy', stance: 'oppose' },
        ],
        '2024-03',
      ),
      ...article('two.txt', [
        { creator: 'ann', topic: 'levy', stance: 'oppose' },
        { creator: 'bob', topic: '=levy', stance: 'oppose' },
      ]),
      ...article('alone.txt', [{ creator: 'ann', topic: 'levy' }]),
      'settings.json': JSON.stringify({ creators: 'bob; ann', by: 'type', measures: 'exact, overlap', samples: 0 }),
    });
  });
  after(() => folder.remove());

  it('prints a table to read, or every figure as CSV or JSON', () => {
    const table = folder.run('agreement', '--samples', '0', '--by', 'stance', '--format', 'text');
    assert.deepEqual([table.code, table.out.split('\n').length], [0, 6]);
    assert.match(table.out, /^ann – bob – cem +2 +stance +all +matched annotations +0\.000 +-0\.500$/m);
    assert.match(table.err, /^2 articles coded by at least two of ann, bob, cem\.\nLeft out: 1 article that fewer/);
    const csv = folder.run('agreement', '--settings', 'settings.json', '--out', '-').out.split('\n');
    assert.equal(csv[0], 'creators,articles,by,label,of,measure,value,low,high,reason,count');
    assert.deepEqual(
      csv.slice(1, 7).map((row) => row.split(',').slice(4, 7).join()),
      [
        ...['exact targets,precision,0', 'exact targets,recall,0', 'exact targets,f1,0'],
        ...['overlapping targets,precision,1', 'overlapping targets,recall,1', 'overlapping targets,f1,1'],
      ],
    );
    const json = JSON.parse(folder.run('agreement', '--format', 'json', '--by', 'topic', '--samples', '50').out) as {
      readonly rows: readonly { readonly value: number | null; readonly reason?: string; readonly low?: number }[];
    };
    assert.ok(json.rows.every(({ value, reason }) => (value === null) === (reason !== undefined)));
    assert.ok(json.rows.some(({ low }) => low !== undefined));
  });

  it('lists disagreements, the worst first', () => {
    const { out } = folder.run('agreement', '--disagreements', '--creators', 'ann,bob', '--format', 'text');
    // 1 - (1 - 0.8) (1 - 0.4 / 23), either way.
    assert.match(
      out,
      /^one\.txt:1 {2}stance, target {2}0\.803\n {2}ann: claim levy, Oppose \(a0\)\n {2}bob: claim levy, S/,
    );
    assert.match(out, /\ntwo\.txt:1 {2}topic, target {2}0\.803\n/);
    const csv = folder.run('agreement', '--disagreements', '--format', 'csv').out;
    assert.match(csv, /^article,line,start,end,severity,kinds,readings,text,settled_by\n/);
    const markdown = folder.run('agreement', '--disagreements', '--format', 'markdown').out;
    assert.match(markdown, /^\| Article \| Line \|.*\n\| --- \| --: \|/);
  });

  it('lists those of articles of the chosen dates alone', () => {
    const { out, err } = folder.run('agreement', '--disagreements', '--from', '2024', '--format', 'csv');
    assert.match(err, /^1 article coded .*\nLeft out: 2 articles without a date\.$/m);
    assert.deepEqual(
      out
        .trim()
        .split('\n')
        .slice(1)
        .map((row) => row.split(',')[0]),
      ['one.txt'],
    );
  });

  it('writes a file, but never over a sidecar', () => {
    assert.equal(folder.run('agreement', '--out', 'table.md', '--samples', '0').code, 0);
    assert.match(folder.read('table.md'), /^\| Creators \|/);
    assert.match(folder.run('agreement', '--out', 'table.md').err, /is there already; --force replaces it/);
    const refused = folder.run('agreement', '--out', 'one.txt.annotations.json', '--force');
    assert.deepEqual([refused.code, refused.out], [2, '']);
  });

  it('says in a sentence why there is nothing to compare', () => {
    const wrongs: readonly (readonly [readonly string[], RegExp])[] = [
      [['alone.txt'], /^Only ann has coded these articles; agreement needs two creators/],
      [['--creators', 'cem,bob', 'two.txt'], /^Nobody called "cem" annotated anything here\. There are: ann, bob\./],
      [['--measures', 'kappa'], /^measures can't have "kappa"; it can have: alpha, /],
      [['--by', ','], /^by names nothing; it can have: type, /],
      [['--samples', '1e9'], /^samples can't be "1e9"/],
      [['--unit', 'line'], /^unit can't be "line"; it is character or word\./],
      [['--format', 'xml'], /^--format can't be "xml"\. It is text, csv, json, markdown, md\./],
    ];
    for (const [args, words] of wrongs) {
      const { code, out, err } = folder.run('agreement', ...args);
      assert.deepEqual([code, out], [2, ''], err);
      assert.match(err, words);
    }
  });
});
