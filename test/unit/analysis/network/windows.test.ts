import assert from 'node:assert/strict';
import fc from 'fast-check';
import { dateOfDay, daysOf } from '../../../../src/analysis/dates';
import { kernelWeight, pairShare, type Kernel } from '../../../../src/analysis/network/kernels';
import { eventWindows, timeWindows, type TimeUnit } from '../../../../src/analysis/network/windows';

const day = (date: string): number => daysOf(date)?.first ?? NaN;
const windows = (from: string, to: string, unit: TimeUnit, size: number): string[] =>
  [...timeWindows({ first: day(from), last: day(to) }, unit, size)].map(
    ({ first, last }) => `${dateOfDay(first)} ${dateOfDay(last)}`,
  );

describe('windows of time', () => {
  it('have their size, go on by one unit, and lie wholly in the period', () => {
    assert.deepEqual(windows('2022-01-01', '2022-01-04', 'days', 2), [
      '2022-01-01 2022-01-02',
      '2022-01-02 2022-01-03',
      '2022-01-03 2022-01-04',
    ]);
    assert.deepEqual(windows('2022-01-01', '2022-01-20', 'weeks', 2), ['2022-01-01 2022-01-14']);
    assert.deepEqual(windows('2021-11-01', '2022-02-28', 'months', 3), [
      '2021-11-01 2022-01-31',
      '2021-12-01 2022-02-28',
    ]);
    assert.deepEqual(windows('2020-02-29', '2022-03-01', 'years', 1), [
      '2020-02-29 2021-02-27',
      '2021-02-28 2022-02-27',
    ]);
    assert.deepEqual(windows('2022-01-31', '2022-05-01', 'months', 1), [
      '2022-01-31 2022-02-27',
      '2022-02-28 2022-03-30',
      '2022-03-31 2022-04-29',
    ]);
    assert.deepEqual(windows('2022-01-01', '2022-01-06', 'weeks', 1), []);
  });

  it('of events are of so many', () => {
    assert.deepEqual(
      [...eventWindows(4, 3)],
      [
        { first: 0, last: 2 },
        { first: 1, last: 3 },
      ],
    );
    assert.deepEqual([...eventWindows(2, 3)], []);
  });

  it('follow each other without a gap, whatever the unit', () => {
    const units = fc.constantFrom<TimeUnit>('days', 'weeks', 'months', 'years');
    fc.assert(
      fc.property(units, fc.integer({ min: 1, max: 4 }), fc.nat(30_000), fc.nat(2_000), (unit, size, first, length) => {
        const period = { first, last: first + length };
        const found = [...timeWindows(period, unit, size)];
        const ones = [...timeWindows(period, unit, 1)];
        assert.equal(found.length, Math.max(0, ones.length - size + 1));
        for (const [n, window] of found.entries()) {
          assert.equal(window.first, ones[n]?.first);
          assert.equal(window.last, ones[n + size - 1]?.last);
          assert.ok(window.first >= period.first && window.last <= period.last);
        }
        for (const [n, one] of ones.slice(1).entries()) assert.equal(one.first, (ones[n]?.last ?? NaN) + 1);
      }),
    );
  });
});

describe('kernels', () => {
  it('weigh by the distance from the middle', () => {
    // Five days, the middle is the third: u = 2 · difference / 5.
    const window = { first: 10, last: 14 };
    const weights = (kernel: Kernel): number[] =>
      [10, 11, 12, 13, 14].map((at) => Number(kernelWeight(kernel, at, window).toFixed(6)));
    assert.deepEqual(weights('uniform'), [0.5, 0.5, 0.5, 0.5, 0.5]);
    assert.deepEqual(weights('epanechnikov'), [0.27, 0.63, 0.75, 0.63, 0.27]);
    assert.deepEqual(weights('triangular'), [0.2, 0.6, 1, 0.6, 0.2]);
    assert.deepEqual(weights('gaussian'), [0.289692, 0.36827, 0.398942, 0.36827, 0.289692]);
  });

  it('weigh a pair by the root of the product', () => {
    const [one, other] = [0.27, 0.75];
    assert.ok(Math.abs(pairShare(one) * pairShare(other) - Math.sqrt(one * other)) < 1e-15);
  });

  it('are positive in the window, and alike on both sides of the middle', () => {
    const kernels = fc.constantFrom<Kernel>('uniform', 'epanechnikov', 'triangular', 'gaussian');
    fc.assert(
      fc.property(kernels, fc.nat(40_000), fc.nat(400), fc.nat(400), (kernel, first, length, into) => {
        const window = { first, last: first + length };
        const at = Math.min(into, length);
        const weight = kernelWeight(kernel, first + at, window);
        assert.ok(weight > 0 && weight <= 1);
        assert.ok(Math.abs(weight - kernelWeight(kernel, window.last - at, window)) < 1e-12);
      }),
    );
  });
});
