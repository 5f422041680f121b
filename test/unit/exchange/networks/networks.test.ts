import assert from 'node:assert/strict';
import fc from 'fast-check';
import Papa from 'papaparse';
import type { Network } from '../../../../src/analysis/network/network';
import { daysOf } from '../../../../src/analysis/dates';
import { Losses } from '../../../../src/exchange/losses';
import { networkCsv } from '../../../../src/exchange/networks/csv';
import { networkDl } from '../../../../src/exchange/networks/dl';
import { networkGexf, networkGraphml } from '../../../../src/exchange/networks/graph';
import { networkJson } from '../../../../src/exchange/networks/json';
import type { NetworkFile } from '../../../../src/exchange/networks/networkFile';
import { unguard } from '../../../../src/exchange/writing/csv';
import { anyEdges, edges, network } from '../../analysis/network/edges';
import { graphmlSchema } from '../schemas/published';
import { problemsOf } from '../schemas/validity';

const text = (pieces: Iterable<string>): string => [...pieces].join('');
const one = network(['A, B', 'C "D"', '=E\nF'], undefined, edges([0, 1, 2], [1, 2, -1 / 3]));
const two = network(['A', 'B'], ['A', 'T1', 'T2'], edges([0, 0, 1], [0, 2, 2.5], [1, 1, -1]));

/** With days of all edges but the first. */
const period = { first: 19_000, last: 19_030 };
const dated: NetworkFile = { whole: two, periods: [undefined, period, period] };

const window = (first: string, last: string, own: Network['edges'], rows = ['A', 'B', 'C']): Network => ({
  ...network(rows, undefined, own, { window: 'months' }),
  window: { first: daysOf(first)?.first ?? 0, last: daysOf(last)?.first ?? 0 },
});
const windows = [
  window('2022-01-01', '2022-01-31', edges([0, 1, 1])),
  window('2022-02-01', '2022-02-28', edges()),
  window('2022-03-01', '2022-03-31', edges([0, 1, 3], [1, 2, 0.5])),
];
const inTime: NetworkFile = {
  whole: network(['A', 'B', 'C'], undefined, edges([0, 1, 4], [1, 2, 0.5]), { window: 'months' }),
  windows,
};

describe('networks as csv', () => {
  it('are matrices with labels', () => {
    assert.equal(
      text(networkCsv({ whole: one })),
      ',"A, B","C ""D""","\'=E\nF"\n"A, B",0,2,0\n"C ""D""",2,0,-0.3333333333333333\n"\'=E\nF",0,-0.3333333333333333,0\n',
    );
    assert.equal(text(networkCsv({ whole: two })), ',A,T1,T2\nA,1,0,2.5\nB,0,-1,0\n');
    assert.equal(text(networkCsv({ whole: network([], undefined, edges()) })), '\n');
    assert.equal(text(networkCsv({ whole: network(['A'], [], edges()) })), '\nA\n');
  });

  it('of windows are one table', () => {
    assert.equal(
      text(networkCsv(inTime)),
      'window_start,window_end,source,target,weight\n2022-01-01,2022-01-31,A,B,1\n2022-03-01,2022-03-31,A,B,3\n2022-03-01,2022-03-31,B,C,0.5\n',
    );
  });

  it('hold every label and weight', () => {
    const labels = fc.uniqueArray(fc.string({ unit: 'grapheme', minLength: 1 }), { minLength: 6, maxLength: 6 });
    fc.assert(
      fc.property(labels, anyEdges(6), (rows, own) => {
        const whole = network(rows, undefined, own);
        const { data, errors } = Papa.parse<string[]>(text(networkCsv({ whole })), { newline: '\n' });
        assert.deepEqual(errors, []);
        assert.deepEqual(data[0]?.map(unguard), ['', ...rows]);
        assert.deepEqual(
          data.slice(1, -1).map(([label = '']) => unguard(label)),
          rows,
        );
        const found = edges();
        const cells = data.slice(1, -1).map(([, ...cell]) => cell.map(Number));
        assert.equal(found.weight.length, 0);
        for (let n = 0; n < own.weight.length; n++) {
          const [from = 0, to = 0] = [own.from[n], own.to[n]];
          assert.equal(cells[from]?.[to], own.weight[n]);
          assert.equal(cells[to]?.[from], own.weight[n]);
        }
        assert.equal(cells.flat().filter((cell) => cell !== 0).length, 2 * own.weight.length);
      }),
    );
  });
});

describe('networks as DL', () => {
  it('are full matrices with labels', () => {
    const losses = new Losses();
    assert.equal(
      text(networkDl({ whole: one }, losses)),
      'dl n = 3, format = fullmatrix\nlabels:\n"A, B"\n"C \'D\'"\n"=E F"\ndata:\n0 2 0\n2 0 -0.3333333333333333\n0 -0.3333333333333333 0\n',
    );
    assert.deepEqual(losses.all, [{ what: 'labels as they are', count: 2 }]);
    assert.equal(
      text(networkDl({ whole: two }, losses)),
      'dl nr = 2, nc = 3, format = fullmatrix\nrow labels:\n"A"\n"B"\ncol labels:\n"A"\n"T1"\n"T2"\ndata:\n1 0 2.5\n0 -1 0\n',
    );
  });

  it('keep labels apart', () => {
    const whole = network(['x "1"', "x '1'", "X '1'"], undefined, edges());
    assert.match(text(networkDl({ whole }, new Losses())), /^"x '1'"\n"x '1' \(2\)"\n"X '1' \(3\)"$/m);
  });

  it('have a matrix a window', () => {
    assert.equal(
      text(networkDl(inTime, new Losses())),
      'dl n = 3, nm = 3, format = fullmatrix\nlabels:\n"A"\n"B"\n"C"\nmatrix labels:\n"2022-01-01 to 2022-01-31"\n"2022-02-01 to 2022-02-28"\n' +
        '"2022-03-01 to 2022-03-31"\ndata:\n0 1 0\n1 0 0\n0 0 0\n0 0 0\n0 0 0\n0 0 0\n0 3 0\n3 0 0.5\n0 0.5 0\n',
    );
  });
});

describe('networks as JSON', () => {
  const parse = (file: NetworkFile): Record<string, unknown> =>
    JSON.parse(text(networkJson(file, { mode: 'one-mode' }, { measured: [1] }))) as Record<string, unknown>;

  it('have settings, counts, nodes and edges', () => {
    const { counts, ...rest } = parse({ whole: two });
    assert.deepEqual(rest, {
      settings: { mode: 'one-mode' },
      measured: [1],
      nodes: [
        { id: 'A', label: 'A', type: 'position', mode: 'row', statements: 1 },
        { id: 'B', label: 'B', type: 'position', mode: 'row', statements: 2 },
        { id: 'A [column]', label: 'A', type: 'topic', mode: 'column', statements: 1 },
        { id: 'T1', label: 'T1', type: 'topic', mode: 'column', statements: 2 },
        { id: 'T2', label: 'T2', type: 'topic', mode: 'column', statements: 3 },
      ],
      edges: [
        { source: 'A', target: 'A [column]', weight: 1 },
        { source: 'A', target: 'T2', weight: 2.5 },
        { source: 'B', target: 'T1', weight: -1 },
      ],
    });
    const { claims, used, leftOut } = counts as { claims: number; used: number; leftOut: Record<string, number> };
    assert.deepEqual([claims, used, leftOut['imputed']], [9, 7, 2]);
    assert.deepEqual(parse({ whole: network([], undefined, edges()) })['nodes'], []);
  });

  it('have windows with their edges', () => {
    const { windows: all, edges: none } = parse(inTime);
    assert.equal(none, undefined);
    assert.deepEqual((all as readonly object[])[2], {
      ...{ start: '2022-03-01', end: '2022-03-31', used: 7 },
      edges: [
        { source: 'A', target: 'B', weight: 3 },
        { source: 'B', target: 'C', weight: 0.5 },
      ],
    });
  });
});

describe('networks as GraphML and GEXF', () => {
  const color = { columns: [{ name: 'color', type: 'string' as const }], of: () => new Map([['color', '#c0392b']]) };

  it('are what the schemas say, whatever the labels are', async () => {
    const labels = fc.uniqueArray(fc.string({ unit: 'binary', minLength: 1 }), { minLength: 5, maxLength: 5 });
    const samples = fc.sample(fc.tuple(labels, anyEdges(5)), { numRuns: 10, seed: 3 });
    const files = [
      { whole: one, details: color },
      { whole: two },
      dated,
      inTime,
      ...samples.map(([rows, own]): NetworkFile => ({ whole: network(rows, undefined, own) })),
    ];
    const documents = (write: typeof networkGexf): string[] => files.map((file) => text(write(file, new Losses())));
    assert.deepEqual(await problemsOf(await graphmlSchema(), documents(networkGraphml)), []);
    assert.deepEqual(await problemsOf('gexf.rng', documents(networkGexf)), []);
  });

  it('have the days of what has some in GEXF', () => {
    const gexf = text(networkGexf(dated, new Losses()));
    assert.match(gexf, /<graph mode="dynamic" timeformat="date" defaultedgetype="undirected">/);
    assert.equal(gexf.split('start="2022-01-08" end="2022-02-07"').length, 3);
    assert.match(gexf, /<edge id="e0" source="n0" target="n2" weight="1"><.*\n<edge id="e1" .* weight="2.5" start/);
    const undated = { whole: two, periods: [undefined, undefined, undefined] };
    assert.equal(text(networkGexf(undated, new Losses())), text(networkGexf({ whole: two }, new Losses())));
  });

  it('have weights that change, each up to the next', () => {
    const gexf = text(networkGexf(inTime, new Losses()));
    assert.match(gexf, /<graph mode="dynamic" timeformat="date" defaultedgetype="undirected">/);
    assert.match(
      gexf,
      /<attributes class="edge" mode="dynamic">\n<attribute id="weight" title="weight" type="double"\/>/,
    );
    const [first = '', second = ''] = gexf.match(/<edge [^]*?<\/edge>/g) ?? [];
    assert.equal(
      first,
      '<edge id="e0" source="n0" target="n1"><attvalues><attvalue for="weight" value="1" start="2022-01-16" end="2022-02-13"/>' +
        '<attvalue for="weight" value="3" start="2022-03-16" end="2022-04-14"/></attvalues>' +
        '<spells><spell start="2022-01-16" end="2022-02-13"/><spell start="2022-03-16" end="2022-04-14"/></spells></edge>',
    );
    assert.match(second, /source="n1" target="n2".*value="0.5" start="2022-03-16"/);
  });

  it('have an edge a window in GraphML', () => {
    const graphml = text(networkGraphml(inTime, new Losses()));
    assert.equal(graphml.match(/<edge /g)?.length, 3);
    assert.match(graphml, /<data key="edge_start">2022-03-01<\/data><data key="edge_end">2022-03-31<\/data>/);
  });
});
