import assert from 'node:assert/strict';
import { daysBetween, pixelOf } from '../../../../src/webview/chart/dayScale';

/** Ten days, a hundred pixels each. */
const scale = { left: 50, right: 1050, from: 100, to: 110 };
const weeks = [
  { first: 96, last: 102 },
  { first: 103, last: 109 },
];

describe('The days of a plot', () => {
  it('lie where they begin, within the plot', () => {
    assert.equal(pixelOf(scale, 100), 50);
    assert.equal(pixelOf(scale, 103), 350);
    assert.equal(pixelOf(scale, 96), 50);
    assert.equal(pixelOf(scale, 200), 1050);
  });

  it('are chosen by whole periods, in either direction', () => {
    assert.deepEqual(daysBetween(scale, weeks, 100, 200), { first: 96, last: 102 });
    assert.deepEqual(daysBetween(scale, weeks, 400, 300), { first: 96, last: 109 });
    assert.deepEqual(daysBetween(scale, weeks, 351, 352), { first: 103, last: 109 });
  });

  it('are none beside all periods', () => {
    assert.equal(daysBetween(scale, weeks, 0, 40), undefined);
    assert.equal(daysBetween(scale, weeks, 1051, 1060), undefined);
    assert.equal(daysBetween(scale, [], 100, 200), undefined);
  });
});
