import assert from 'node:assert/strict';
import type { ClaimCounts } from '../../../src/analysis/network/network';
import type { Annotation } from '../../../src/model/annotation';
import type { ArticleInfo } from '../../../src/model/article';
import { printCodebook, printSidecar } from '../../../src/sidecar/print';
import { codebook } from '../sidecar/examples';
import { CliFolder, type Run } from './cli';
import { sidecarOf, words } from './corpus';

const book = printCodebook(
  codebook({
    actors: [
      { id: 'a', name: 'Ana, "the First"', kind: 'person', color: '#c0392b' },
      { id: 'b', name: 'Bank', kind: 'organization' },
      { id: 'c', name: 'Coast', kind: 'organization' },
    ],
    topics: [
      { id: 'tax', name: 'Tax' },
      { id: 'road', name: 'Road' },
    ],
  }),
);

const text = 'Ana agrees. Bank agrees. Coast disagrees. Ana shrugs.\n';
const said = (id: string, exact: string, actor: string, fields: Partial<Annotation>): Annotation => ({
  ...{ id, type: 'claim', target: [words(text, exact)], topic: 'tax', creator: 'lee' },
  links: [{ role: 'speaker', actor }],
  ...fields,
});
const claims = [
  said('one', 'Ana agrees', 'a', { stance: 'support' }),
  said('two', 'Bank agrees', 'b', { stance: 'support' }),
  said('three', 'Coast disagrees', 'c', { stance: 'oppose', date: '2022-03-05' }),
  said('four', 'Ana shrugs', 'a', { topic: 'road', attribution: 'imputed' }),
];

describe('policy-annotator network', () => {
  let folder: CliFolder;
  before(() => (folder = new CliFolder()));
  after(() => folder.remove());
  const info: Partial<ArticleInfo> = { date: '2022-01-31', title: 'Taxes', author: 'Kim' };
  beforeEach(async () => {
    folder.clear();
    folder.write({
      'policy-codebook.json': book,
      'a.txt': text,
      'a.txt.annotations.json': printSidecar(await sidecarOf('a.txt', text, claims, info)),
    });
  });

  const run = (...args: readonly string[]): Run => folder.run('network', ...args);
  const printed = (...args: readonly string[]): string => {
    const { code, out, err } = run(...args);
    assert.equal(code, 0, err);
    return out;
  };
  const json = (...args: readonly string[]): Record<string, unknown> =>
    JSON.parse(printed('--format', 'json', ...args)) as Record<string, unknown>;

  it('prints a matrix, and says what was left out', () => {
    const { out, err } = run('--aggregation', 'congruence');
    const ana = '"Ana, ""the First"""';
    assert.equal(out, `,${ana},Bank,Coast\n${ana},0,1,0\nBank,1,0,0\nCoast,0,0,0\n`);
    assert.equal(err, '3 nodes, 1 edge, from 3 of 4 claims.\nLeft out: 1 claim is imputed.\n');
    assert.equal(printed('--mode', 'two-mode', '--include-imputed'), `,Road,Tax\n${ana},1,1\nBank,0,1\nCoast,0,1\n`);
    assert.equal(printed('--normalization', 'cosine'), printed('--normalisation=cosine', '.', 'a.txt'));
  });

  it('writes all formats, by the name of the file too', () => {
    assert.equal(
      run('--aggregation', 'conflict', '--out', 'x.graphml').err,
      'x.graphml: 3 nodes, 2 edges, from 3 of 4 claims.\nLeft out: 1 claim is imputed.\n',
    );
    const graphml = folder.read('x.graphml');
    assert.match(graphml, /<data key="node_label">Ana, "the First"<\/data><data key="node_type">position<\/data>/);
    assert.match(graphml, /<data key="node_kind">person<\/data><data key="node_color">#c0392b<\/data>/);
    const gexf = printed('--format', 'gexf');
    assert.match(gexf, /<graph mode="dynamic" timeformat="date" /);
    assert.match(gexf, /<edge id="e0" source="n0" target="n1" weight="1" start="2022-01-31" end="2022-01-31">/);
    assert.match(gexf, /<edge id="e1" source="n0" target="n2" weight="1" start="2022-01-31" end="2022-03-05">/);
    assert.match(run('--format', 'dl').err, /Not in the file: labels as they are \(1\)\./);
    assert.match(printed('--format', 'dl'), /^dl n = 3, format = fullmatrix\nlabels:\n"Ana, 'the First'"\n/);
    const again = run('--out', 'x.graphml');
    assert.deepEqual([again.code, again.err], [2, 'x.graphml is there already; --force replaces it.\n']);
    assert.equal(run('--out', 'x.graphml', '--force', '--format', 'csv').code, 0);
    assert.match(folder.read('x.graphml'), /^,/);
    assert.match(run('--out', 'a.txt', '--force').err, /is an article/);
  });

  it('has counts, settings, nodes and edges in JSON, whose settings make it again', () => {
    const first = json('--aggregation', 'subtract', '--measures', '--clusters', 'actor.kind');
    const { settings, counts, nodes, edges, polarization } = first;
    assert.deepEqual([(settings as { mode: string }).mode, (counts as { used: number }).used], ['one-mode', 3]);
    assert.deepEqual((nodes as readonly object[])[0], {
      ...{ id: 'Ana, "the First"', label: 'Ana, "the First"', type: 'position', statements: 1 },
      ...{ kind: 'person', color: '#c0392b', degree: 2, weighted_degree: 0, betweenness: 0, community: 1 },
      cluster: 'person',
    });
    assert.deepEqual(edges, [
      { source: 'Ana, "the First"', target: 'Bank', weight: 1 },
      { source: 'Ana, "the First"', target: 'Coast', weight: -1 },
      { source: 'Bank', target: 'Coast', weight: -1 },
    ]);
    // Ana agrees with Bank and differs from Coast, across the clusters; Bank and Coast differ within one.
    assert.equal((polarization as { index: number }).index, 1 / 3);
    folder.write({ 's.json': JSON.stringify(settings) });
    assert.deepEqual(json('--settings', 's.json'), first);
    assert.equal((json('--settings', 's.json', '--aggregation=conflict')['edges'] as readonly object[]).length, 2);
    folder.write({ 's.json': '{"agregation": "ignore"}' });
    assert.match(run('--settings', 's.json').err, /no setting "agregation"; did you mean aggregation\?/);
  });

  it('lists events, with the article that each is in', () => {
    const list = ['--mode', 'event-list', '--include-imputed'];
    const [header = '', ...rows] = printed(...list).split('\n');
    const names = header.split(',');
    const cells = (row = ''): Record<string, string> =>
      Object.fromEntries(row.split(',').map((cell, n) => [names[n] ?? '', cell]));
    assert.equal(rows.length, 5);
    const { id, date, position, topic, stance, start, end, text: quote, ...rest } = cells(rows[1]);
    assert.deepEqual([id, date, position, topic, stance], ['two', '2022-01-31', 'Bank', 'Tax', 'Support']);
    assert.equal(text.slice(Number(start), Number(end)), quote);
    assert.deepEqual(
      [rest['creator'], rest['article.path'], rest['article.title'], rest['article.author']],
      ['lee', 'a.txt', 'Taxes', 'Kim'],
    );
    const events = json(...list)['events'] as readonly Record<string, unknown>[];
    assert.deepEqual(
      events.map((one) => [one['id'], one['position'], one['stance']]),
      [
        ['one', ['Ana, "the First"'], ['Support']],
        ['two', ['Bank'], ['Support']],
        ['four', ['Ana, "the First"'], []],
        ['three', ['Coast'], ['Oppose']],
      ],
    );
  });

  it('has windows of time', () => {
    const windows = ['--window', 'months', '--window-size', '2', '--from', '2022-01', '--to', '2022-03'];
    assert.equal(
      printed(...windows),
      'window_start,window_end,source,target,weight\n2022-01-01,2022-02-28,"Ana, ""the First""",Bank,1\n',
    );
    const all = json(...windows)['windows'] as readonly { start: string; used: number; edges: readonly object[] }[];
    assert.deepEqual(
      all.map(({ start, used, edges }) => [start, used, edges.length]),
      [
        ['2022-01-01', 2, 1],
        ['2022-02-01', 1, 0],
      ],
    );
    assert.match(printed(...windows, '--format', 'gexf'), /mode="dynamic" timeformat="date"/);
  });

  it('counts claims that are in no window of time as left out', () => {
    const { out, err } = run('--window', 'months', '--format', 'json', '--include-imputed', '--to', '2022-03-20');
    const { counts, windows } = JSON.parse(out) as { counts: ClaimCounts; windows: readonly { used: number }[] };
    assert.deepEqual([counts.used, counts.leftOut.outside], [3, 1]);
    assert.deepEqual(
      windows.map(({ used }) => used),
      [3],
    );
    assert.equal(
      err,
      '2 nodes, 1 edge, from 3 of 4 claims; 1 window of time.\nLeft out: 1 claim is not in a window up to 2022-03-20.\n',
    );
  });

  it('may have windows of time without an edge, and says why', () => {
    const { code, out, err } = run('--window=months', '--from=2022-02-15', '--to=2022-03-20');
    assert.deepEqual([code, out], [0, 'window_start,window_end,source,target,weight\n']);
    assert.match(err, /^Left out: 1 claim is imputed and 2 claims are not in a window from 2022-02-15 /m);
    assert.match(err, /^1 claim has one position only \(Coast\)/m);
    const empty = run('--window=months', '--from=2022-02', '--to=2022-02');
    assert.deepEqual([empty.code, empty.out], [2, '']);
    assert.match(empty.err, /3 claims are not in a window .* Choose other dates, or a smaller window\.$/m);
  });

  it('has a matrix of isolates where one actor alone says something', () => {
    const { code, out, err } = run('--isolates', '--from', '2022-03');
    const matrix = ',"Ana, ""the First""",Bank,Coast\n"Ana, ""the First""",0,0,0\nBank,0,0,0\nCoast,0,0,0\n';
    assert.deepEqual([code, out], [0, matrix]);
    assert.match(err, /^1 claim has one position only \(Coast\)/m);
  });

  it('finds backbones', () => {
    const nested = printed('--backbone', 'nested', '--include-imputed');
    assert.equal(nested, 'step,column,loss,redundant_loss,statements\n1,Road,0,1,3\n2,Tax,1,0,0\n');
    const fixed = run('--backbone', 'fixed', '--include-imputed', '--format', 'json');
    assert.equal(fixed.err, '3 nodes, 3 edges, from 3 of 4 claims; the backbone is Tax, and loses 0.\n');
    const { backbone } = JSON.parse(fixed.out) as Record<string, unknown>;
    assert.deepEqual(backbone, { columns: ['Tax'], redundant: ['Road'], loss: 0, redundant_loss: 1 });
  });

  it('ends with 2 and a line that says what to do, where it can’t be', () => {
    const fails = (words: RegExp, ...args: readonly string[]): void => {
      const { code, out, err } = run(...args);
      assert.deepEqual([code, out, err.match(/\n/g)?.length], [2, '', 1], err);
      assert.match(err, words);
    };
    fails(/^--format can't be "cvs"; did you mean csv\?/, '--format', 'cvs');
    fails(/^x\.png can't be written as png\. It is csv, dl, graphml, gexf, json\./, '--out=x.png');
    fails(/^dl has no place for an event list: choose format csv or json\./, '--mode=event-list', '--format=dl');
    fails(/^csv has no place for measures: choose format graphml, gexf or json\./, '--measures');
    fails(/^gexf has no place for windows of events/, '--window=events', '--format=gexf');
    fails(/^graphml has no place for a nested backbone/, '--backbone=nested', '--out=x.graphml');
    fails(/3 claims are not from 2030 .*\. Choose other dates\.$/m, '--from', '2030');
    fails(/^only: no claim has the position "Nobody"/, '--only', 'position=Nobody');
    fails(/a one-mode network needs two/, '--only', 'position=Bank');
    fails(/^Polarization needs two clusters/, '--clusters=actor.parent', '--aggregation=conflict', '--format=json');
  });

  it('says what to do where nobody claims anything', async () => {
    folder.write({ 'a.txt.annotations.json': printSidecar(await sidecarOf('a.txt', text, [])) });
    const { code, err } = run();
    assert.equal(code, 2);
    assert.match(err, /^There are no claims: mark some in the articles, or choose others\.\n$/);
  });
});
