import assert from 'node:assert/strict';
import type { Given } from '../../../../src/analysis/settings';
import { article, claim, codebook, coded, edgeLines, network } from './coded';

/** Of A, B and C on x, y and z: what A and B have on x differs, on y they agree. */
const claims = coded(`
  A x support
  A x support
  A x oppose
  A y support
  B x oppose
  B x oppose
  B y support
  C z support
  C x neutral`);

function edges(given: Given): readonly string[] {
  return edgeLines(network(given, claims));
}

describe('a one-mode network, worked by hand', () => {
  it('ignore: products of how often both speak of a topic', () => {
    // A and B: x 3 * 2, y 1 * 1. A and C: x 3 * 1. B and C: x 2 * 1.
    assert.deepEqual(edges({}), ['A B 7', 'A C 3', 'B C 2']);
  });

  it('congruence: the nearer the stances, the more', () => {
    // R = 2. A and B: on x 2 * 2 * (1 - 2/2) + 1 * 2 * 1, on y 1. A and C: 2 * 1 * (1 - 1/2) + 1 * 1 * (1 - 1/2). B and C: 2 * 1/2.
    assert.deepEqual(edges({ aggregation: 'congruence' }), ['A B 3', 'A C 1.5', 'B C 1']);
  });

  it('conflict: the farther, the more', () => {
    assert.deepEqual(edges({ aggregation: 'conflict' }), ['A B 4', 'A C 1.5', 'B C 1']);
  });

  it('subtract: congruence less conflict, and no edge where that is 0', () => {
    assert.deepEqual(edges({ aggregation: 'subtract' }), ['A B -1']);
  });

  it('normalisations', () => {
    // a: A 4, B 3, C 2. By (topic, stance): A x+ 2, x- 1, y+ 1; B x- 2, y+ 1; C z+ 1, x0 1.
    const congruence = { aggregation: 'congruence' };
    assert.deepEqual(edges({ ...congruence, normalisation: 'average' }), ['A B 0.857143', 'A C 0.5', 'B C 0.4']);
    assert.deepEqual(edges({ ...congruence, normalisation: 'cosine' }), ['A B 0.25', 'A C 0.1875', 'B C 0.166667']);
    // A and B: A alone x+ 2, B alone none, both 1 * 2 + 1 * 1: 5. A and C share none: 6. B and C: 5.
    assert.deepEqual(edges({ ...congruence, normalisation: 'jaccard' }), ['A B 0.6', 'A C 0.25', 'B C 0.2']);
    // |A| = sqrt 6, |B| = sqrt 5, |C| = sqrt 2.
    assert.deepEqual(edges({ ...congruence, normalisation: 'vector-cosine' }), [
      'A B 0.547723',
      'A C 0.433013',
      'B C 0.316228',
    ]);
    // By topic alone: A x 3, y 1; B x 2, y 1; C z 1, x 1.
    assert.deepEqual(edges({ normalisation: 'vector-cosine' }), ['A B 0.989949', 'A C 0.67082', 'B C 0.632456']);
    // Jaccard's divisor is by level, whatever the aggregation.
    assert.deepEqual(edges({ normalisation: 'jaccard' }), ['A B 1.4', 'A C 0.5', 'B C 0.4']);
  });

  it('a text qualifier: what both have, and what only one has', () => {
    const of = (speaker: string, act: string): Parameters<typeof claim>[1] => ({
      speakers: [speaker],
      topic: 'x',
      attributes: { act },
    });
    const acts = [of('A', 'demand'), of('A', 'demand'), of('A', 'praise'), of('B', 'demand'), of('C', 'accuse')];
    const told = article(
      'a.txt',
      acts.map((one, at) => claim(String(at), one)),
    );
    const by = (aggregation: string, normalisation = 'no'): readonly string[] =>
      edgeLines(network({ qualifier: 'attribute:act', aggregation, normalisation }, told));
    assert.deepEqual(by('congruence'), ['A B 2']);
    // A and B: A's praise. A and C: all that both have. B and C: likewise.
    assert.deepEqual(by('conflict'), ['A B 1', 'A C 4', 'B C 2']);
    assert.deepEqual(by('subtract'), ['A B 1', 'A C -4', 'B C -2']);
    assert.deepEqual(by('conflict', 'average'), ['A B 0.5', 'A C 2', 'B C 2']);
    assert.deepEqual(by('conflict', 'jaccard'), ['A B 0.333333', 'A C 1', 'B C 1']);
  });

  it('all agree where the qualifier has one level', () => {
    const stances = codebook({ stances: [{ id: 'support', name: 'Support', value: 1 }] });
    const same = { ...coded('A x support\nB x support'), codebook: stances };
    assert.deepEqual(edgeLines(network({ aggregation: 'congruence' }, same)), ['A B 1']);
    assert.deepEqual(edgeLines(network({ aggregation: 'conflict' }, same)), []);
  });

  it('measures distances by the codebook, and an integer by its bounds', () => {
    const own = codebook({
      stances: [-2, 0, 2].map((value) => ({ id: String(value), name: String(value), value })),
      attributes: [{ id: 'force', name: 'Force', type: 'integer', min: 0, max: 10, appliesTo: ['claim'] }],
    });
    const told = article(
      'a.txt',
      [
        claim('1', { speakers: ['A'], topic: 'x', stance: '2', attributes: { force: 4 } }),
        claim('2', { speakers: ['B'], topic: 'x', stance: '0', attributes: { force: 7 } }),
      ],
      { codebook: own },
    );
    assert.deepEqual(edgeLines(network({ aggregation: 'congruence' }, told)), ['A B 0.5']);
    const byForce = { qualifier: 'attribute:force', aggregation: 'congruence' };
    assert.deepEqual(edgeLines(network(byForce, told)), ['A B 0.7']);
  });
});

describe('a two-mode network, worked by hand', () => {
  const two = (given: Given): readonly string[] => edges({ mode: 'two-mode', ...given });

  it('ignore, subtract and combine', () => {
    assert.deepEqual(two({}), ['A x 3', 'A y 1', 'B x 2', 'B y 1', 'C x 1', 'C z 1']);
    assert.deepEqual(two({ aggregation: 'subtract' }), ['A x 1', 'A y 1', 'B x -2', 'B y 1', 'C z 1']);
    // Of three levels, oppose is 4, neutral 2, support 1.
    assert.deepEqual(two({ aggregation: 'combine' }), ['A x 5', 'A y 1', 'B x 4', 'B y 1', 'C x 2', 'C z 1']);
  });

  it('activity and prominence', () => {
    const activity = { normalisation: 'activity' };
    assert.deepEqual(two(activity), ['A x 0.75', 'A y 0.25', 'B x 0.666667', 'B y 0.333333', 'C x 0.5', 'C z 0.5']);
    assert.deepEqual(two({ ...activity, aggregation: 'subtract' }), [
      ...['A x 0.25', 'A y 0.25', 'B x -0.666667', 'B y 0.333333', 'C z 0.5'],
    ]);
    const prominence = { normalisation: 'prominence' };
    assert.deepEqual(two(prominence), ['A x 0.5', 'A y 0.5', 'B x 0.333333', 'B y 0.5', 'C x 0.166667', 'C z 1']);
  });

  it('a boolean: for is 1, against 2, both 3; what is against counts as less', () => {
    const hedged = [
      ...[true, true, false].map((value) => ({ topic: 'x', value })),
      ...[false].map((value) => ({ topic: 'y', value })),
      ...[true].map((value) => ({ topic: 'z', value })),
    ];
    const told = article(
      'a.txt',
      hedged.map(({ topic, value }, at) =>
        claim(String(at), { speakers: ['A'], topic, attributes: { hedged: value } }),
      ),
    );
    const by = (aggregation: string): readonly string[] =>
      edgeLines(network({ mode: 'two-mode', qualifier: 'attribute:hedged', aggregation }, told));
    assert.deepEqual(by('subtract'), ['A x 1', 'A y -1', 'A z 1']);
    assert.deepEqual(by('combine'), ['A x 3', 'A y 2', 'A z 1']);
  });

  it('combines texts in the order of their labels', () => {
    const told = article(
      'a.txt',
      ['threaten', 'demand'].map((act) => claim(act, { speakers: ['A'], topic: 'x', attributes: { act } })),
    );
    const alone = { ...told, key: 'b.txt', annotations: [claim('p', { topic: 'x', attributes: { act: 'praise' } })] };
    const given = { mode: 'two-mode', qualifier: 'attribute:act', aggregation: 'combine' };
    // Demand, Praise (of no speaker) and Threaten: 4 + 1.
    assert.deepEqual(edgeLines(network(given, told, alone)), ['A x 5']);
  });
});

describe('the nodes of a network', () => {
  it('are named apart, and sorted by code units', () => {
    const actors = [
      { id: 'lee', name: 'Lee' },
      { id: 'lee-2', name: 'Lee' },
      { id: 'ada', name: 'ada' },
    ];
    const one = { ...coded('lee x\nlee-2 x\nada x'), codebook: codebook({ actors }) };
    const other = { ...coded('lee x'), key: 'b.txt', codebook: codebook({ actors: [{ id: 'lee', name: 'Leander' }] }) };
    const { rows, columns } = network({}, one, other);
    assert.deepEqual(
      rows.map(({ label, statements }) => `${label} ${statements}`),
      ['Leander 1', 'Lee (lee) 1', 'Lee (lee-2) 1', 'ada 1'],
    );
    assert.equal(columns, rows);
  });

  it('are what statements have that are left; as isolates, all that claims have', () => {
    const told = coded(`
      A x support 2022
      B y support 2023
      C z support`);
    const rows = (given: Given): string =>
      network(given, told)
        .rows.map(({ label }) => label)
        .join('');
    assert.equal(rows({ from: '2022', to: '2022' }), 'A');
    assert.equal(rows({ from: '2022', to: '2022', isolates: true }), 'ABC');
    assert.equal(rows({ exclude: ['position=B'], isolates: true }), 'AC');
    const { rows: nodes, columns } = network({ mode: 'two-mode', exclude: ['topic=x'], isolates: true }, told);
    assert.equal([...nodes, ...columns].map(({ label }) => label).join(''), 'ABCyz');
  });
});
