import assert from 'node:assert/strict';
import type { Row } from '../../../../bench/anchoring/report';
import { noTally, type Verdict } from '../../../../bench/anchoring/score';
import { speedOf, sumsOf } from '../../../../bench/anchoring/sums';

function row(
  finder: string,
  scenario: string,
  verdicts: Partial<Record<Verdict, number>>,
  time = 100,
  targets = 1000,
): Row {
  const tally = { ...noTally, verdicts: { ...noTally.verdicts, ...verdicts } };
  return { size: '500 KB', scenario, finder, result: { tally, time, targets, stretch: 7 } };
}

function lineOf(text: string, label: string): string {
  return text.split('\n').find((line) => line.trim().startsWith(label)) ?? `no line ${label}`;
}

describe("the bench's sums", () => {
  it('say that an aim is reached, or by how much not', () => {
    const rows = [
      row('ours, old text', 'none', { exact: 1000 }),
      row('ours, old text', 'heavy edits', { hit: 999, missed: 1 }),
      row('ours, selectors', 'none', { exact: 970, wrong: 5, uncertain: 25 }),
    ];
    const text = sumsOf(rows);
    assert.match(lineOf(text, 'all, nine kinds  ours, old text'), / 2000 .* 99\.95 .* reached$/);
    assert.match(
      lineOf(text, 'all, nine kinds  ours, selectors'),
      /NOT reached: hit 2\.00 below 99, wrong\+false 0\.200 above 0\.3, unsure 0\.50 above 2$/,
    );
  });

  it('have repeated names apart', () => {
    const text = sumsOf([
      row('ours, old text', 'none', { exact: 1000 }),
      row('ours, old text', 'repeated names', { exact: 500, false: 500 }),
    ]);
    assert.match(lineOf(text, 'all, nine kinds'), / 1000 .* reached$/);
    assert.match(lineOf(text, 'all, repeated names'), / 500\/500 +NOT reached: wrong\+false 49\.950 above 0\.05$/);
  });

  it('let a sample stand for its scenario, and leave out what was too slow', () => {
    const peer = 'Hypothesis’ way';
    const text = sumsOf([
      row(peer, 'none', { exact: 1000 }),
      row(peer, 'reflow', { wrong: 10 }),
      { size: '500 KB', scenario: 'typography', finder: peer, result: 'not within 6 s' },
    ]);
    assert.match(lineOf(text, `all, nine kinds  ${peer} (2 of 3 rows)`), / 1010\/2000 +50\.00 .* 10\+0 /);
  });

  it('compare the time with all targets of the peer, one by one', () => {
    const rows = [
      row('ours, old text', 'none', { exact: 1000 }, 200),
      row('Hypothesis’ way', 'none', { exact: 100 }, 1000),
    ];
    assert.match(lineOf(speedOf(rows), 'ours, old text'), /0\.200 s \(none\) +50\.0 +7 ms \(500 KB, none\) +reached$/);
    const slow = [
      row('ours, old text', 'none', { exact: 1000 }, 600),
      row('Hypothesis’ way', 'none', { exact: 1000 }, 6000),
    ];
    assert.match(
      lineOf(speedOf(slow), 'ours, old text'),
      /NOT reached: 0\.60 s instead of 0\.3, 10\.0 times instead of 20$/,
    );
  });
});
