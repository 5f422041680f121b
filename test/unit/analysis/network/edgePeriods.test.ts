import assert from 'node:assert/strict';
import fc from 'fast-check';
import { completed } from '../../../../src/anchoring/slices';
import { dateOfDay } from '../../../../src/analysis/dates';
import { edgePeriods } from '../../../../src/analysis/network/edgePeriods';
import { claimsBehind, type Picked } from '../../../../src/analysis/network/behind';
import type { Period } from '../../../../src/analysis/network/network';
import { networkOf } from '../../../../src/analysis/network/networkOf';
import { UNDATED, type Statements } from '../../../../src/analysis/network/statements';
import { article, claim, coded, gathered } from './coded';

function inWords(period: Period | undefined): string {
  return period ? `${dateOfDay(period.first)} ${dateOfDay(period.last)}` : '';
}

/** From the first to the last of the claims behind an edge, as that is told one by one. */
function slow(statements: Statements, picked: Picked): string {
  const behind = new Set(claimsBehind(statements, picked).map(({ id }) => id));
  const days = [...statements.day].filter(
    (day, at) => day !== UNDATED && behind.has(statements.claims.ids[statements.claim[at] ?? -1] ?? ''),
  );
  return days.length === 0 ? '' : inWords({ first: Math.min(...days), last: Math.max(...days) });
}

describe('when edges are there', () => {
  it('is from the first to the last dated claim behind them', () => {
    const told = coded(`
      A x support 2022-03-05
      B x support 2022-04
      A x oppose 2021-01-01
      B y support 2023-01-01
      C x support
      D y support 2020-02-02`);
    const statements = gathered({ aggregation: 'congruence', isolates: true }, told);
    const network = completed(networkOf(statements));
    const periods = completed(edgePeriods(statements, network));
    // A and B agree on x by two of three claims, C by one without a date; B and D agree on y.
    assert.deepEqual(periods.map(inWords), [
      '2022-03-05 2022-04-01',
      '2022-03-05 2022-03-05',
      '2022-04-01 2022-04-01',
      '2020-02-02 2023-01-01',
    ]);
  });

  it('is what the claims behind each say, with any mode, aggregation and qualifier', () => {
    const claims = fc.array(
      fc.record(
        {
          speakers: fc.uniqueArray(fc.constantFrom('A', 'B', 'C', 'D'), { minLength: 1, maxLength: 2 }),
          topic: fc.constantFrom('x', 'y', 'z'),
          stance: fc.constantFrom('support', 'oppose', 'neutral'),
          act: fc.constantFrom('demand', 'praise'),
          date: fc.constantFrom('2022', '2022-01-02', '2022-01-03', '1969-12-27', '2023-01-01'),
        },
        { requiredKeys: ['speakers', 'topic', 'stance', 'act'] },
      ),
      { minLength: 2, maxLength: 12 },
    );
    const given = fc.record({
      mode: fc.constantFrom('one-mode', 'two-mode'),
      aggregation: fc.constantFrom('ignore', 'congruence', 'conflict', 'subtract'),
      qualifier: fc.constantFrom('stance', 'attribute:act'),
    });
    let edges = 0;
    fc.assert(
      fc.property(claims, given, (all, settings) => {
        // Two-mode networks have no conflict, nor a difference of words.
        const isOfWords = settings.qualifier === 'attribute:act' && settings.aggregation === 'subtract';
        fc.pre(settings.mode === 'one-mode' || (settings.aggregation !== 'conflict' && !isOfWords));
        const { mode } = settings;
        const aggregation =
          mode === 'two-mode' && settings.aggregation === 'congruence' ? 'combine' : settings.aggregation;
        const annotations = all.map(({ act, ...fields }, n) => claim(String(n), { ...fields, attributes: { act } }));
        const statements = gathered({ ...settings, aggregation }, article('a.txt', annotations));
        const network = completed(networkOf(statements));
        const periods = completed(edgePeriods(statements, network));
        const { rows, columns } = network;
        const [from, to] = [network.edges.from, network.edges.to];
        const pairs = Array.from(from, (one, n): Picked => {
          const [row = '', other = ''] = [rows[one]?.id, columns[to[n] ?? -1]?.id];
          return mode === 'one-mode' ? { row, otherRow: other } : { row, column: other };
        });
        const expected = pairs.map((pair) => slow(statements, pair));
        assert.deepEqual(periods.map(inWords), expected);
        edges += pairs.length;
      }),
      { numRuns: 500 },
    );
    assert.ok(edges > 500, `${edges}`);
  });
});
