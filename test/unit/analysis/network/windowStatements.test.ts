import assert from 'node:assert/strict';
import fc from 'fast-check';
import { completed } from '../../../../src/anchoring/slices';
import { dateOfDay } from '../../../../src/analysis/dates';
import { whyNot } from '../../../../src/analysis/network/leftOutWords';
import type { Network } from '../../../../src/analysis/network/network';
import { networkOf } from '../../../../src/analysis/network/networkOf';
import { statementsInWindows, windowStatements } from '../../../../src/analysis/network/windowStatements';
import type { Given } from '../../../../src/analysis/settings';
import { coded, edgeLines, gathered } from './coded';

function windows(given: Given, claims: string): readonly Network[] {
  return windowStatements(gathered(given, coded(claims))).map((part) => completed(networkOf(part)));
}

function inWords(networks: readonly Network[]): readonly string[] {
  return networks.map((one) => {
    const { first = NaN, last = NaN } = one.window ?? {};
    return `${dateOfDay(first)} ${dateOfDay(last)}: ${edgeLines(one).join(', ')}`;
  });
}

const three = `
  A x support 2022-01-01
  B x oppose 2022-01-02
  C x support 2022-01-03`;

describe('networks of windows of time', () => {
  it('are of the statements in them', () => {
    assert.deepEqual(inWords(windows({ window: 'days', 'window-size': 2 }, three)), [
      '2022-01-01 2022-01-02: A B 1',
      '2022-01-02 2022-01-03: B C 1',
    ]);
    const [first] = windows({ window: 'days', 'window-size': 2 }, three);
    assert.deepEqual([first?.counts.used, first?.counts.leftOut.outside], [2, 1]);
  });

  it('are of the period that was chosen, where claims are or not', () => {
    assert.deepEqual(inWords(windows({ window: 'months', from: '2021-12', to: '2022-02' }, three)), [
      '2021-12-01 2021-12-31: ',
      '2022-01-01 2022-01-31: A B 1, A C 1, B C 1',
      '2022-02-01 2022-02-28: ',
    ]);
  });

  it('leave out of the whole what is in none of them, as the last days of a period may be', () => {
    const claims = `${three}
      D x support 2022-02-10`;
    const all = gathered({ window: 'months', 'window-size': '1', to: '2022-02-20' }, coded(claims));
    const { counts, claim } = statementsInWindows(all, windowStatements(all));
    assert.deepEqual([counts.used, counts.leftOut.outside, claim.length], [3, 1, 3]);
    assert.equal(whyNot(counts, all), '1 claim is not in a window up to 2022-02-20');
    const ofEvents = gathered({ window: 'events', 'window-size': '3' }, coded(claims));
    assert.equal(statementsInWindows(ofEvents, windowStatements(ofEvents)).counts.used, 4);
  });

  it('of events have so many claims, whatever these state', () => {
    const claims = `
      A+B x support 2022-01-01
      C x support 2022-01-01
      D x support 2022-03-01
      E x support`;
    assert.deepEqual(inWords(windows({ window: 'events', 'window-size': 2 }, claims)), [
      '2022-01-01 2022-01-01: A B 1, A C 1, B C 1',
      '2022-01-01 2022-03-01: C D 1',
    ]);
  });

  it('count claims by a kernel: pairs by the root of the product, single ones as they are', () => {
    // Epanechnikov, w = 3, the middle is B's day: z = 3/4 (1 - 4/9) = 5/12 for A and C, 3/4 for B.
    const given = { window: 'days', 'window-size': 3, kernel: 'epanechnikov' };
    const root = Number(Math.sqrt((5 / 12) * (3 / 4)).toFixed(6));
    assert.deepEqual(inWords(windows(given, three)), [`2022-01-01 2022-01-03: A B ${root}, A C 0.416667, B C ${root}`]);
    assert.deepEqual(inWords(windows({ ...given, mode: 'two-mode' }, three)), [
      '2022-01-01 2022-01-03: A x 0.416667, B x 0.75, C x 0.416667',
    ]);
  });

  it('say what is missing where there is none', () => {
    assert.throws(() => windows({ window: 'days' }, 'A x support'), /no claim with a date .* give dates to articles/);
    assert.throws(
      () => windows({ window: 'months' }, three),
      /from 2022-01-01 to 2022-01-03, less than the 1 month of a window: choose a smaller/,
    );
    assert.throws(() => windows({ window: 'events', 'window-size': 4 }, three), /There are 3 claims, less than the 4/);
  });

  it('add up pairs of statements as the definition says', () => {
    const one = fc.record({
      actor: fc.constantFrom('A', 'B', 'C'),
      topic: fc.constantFrom('x', 'y'),
      stance: fc.constantFrom('support', 'oppose', 'neutral'),
      day: fc.integer({ min: 1, max: 9 }),
    });
    const values = { support: 1, neutral: 0, oppose: -1 };
    const claims = fc.array(one, { minLength: 2, maxLength: 12 });
    fc.assert(
      fc.property(claims, fc.integer({ min: 1, max: 9 }), (list, size) => {
        const lines = list.map(({ actor, topic, stance, day }) => `${actor} ${topic} ${stance} 2022-01-0${day}`);
        const given = { window: 'days', 'window-size': size, kernel: 'triangular', aggregation: 'congruence' };
        for (const network of windows({ ...given, from: '2022-01-01', to: '2022-01-09' }, lines.join('\n'))) {
          const first = Number(dateOfDay(network.window?.first ?? 0).slice(-2));
          const slow = new Map<string, number>();
          const z = (day: number): number => 1 - Math.abs((2 * (day - (first + (size - 1) / 2))) / size);
          const inside = list.filter(({ day }) => day >= first && day < first + size);
          for (const a of inside) {
            for (const b of inside) {
              if (a.actor >= b.actor || a.topic !== b.topic) continue;
              const alike = 1 - Math.abs(values[a.stance] - values[b.stance]) / 2;
              const key = `${a.actor} ${b.actor}`;
              slow.set(key, (slow.get(key) ?? 0) + Math.sqrt(z(a.day) * z(b.day)) * alike);
            }
          }
          const { rows, edges } = network;
          const label = (place = -1): string => rows[place]?.label ?? '';
          for (const [n, weight] of edges.weight.entries()) {
            const key = `${label(edges.from[n])} ${label(edges.to[n])}`;
            assert.ok(Math.abs(weight - (slow.get(key) ?? 0)) < 1e-9, key);
          }
          assert.equal([...slow.values()].filter((weight) => weight > 1e-9).length, edges.weight.length);
        }
      }),
      { numRuns: 60 },
    );
  });
});
