import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Behind } from '../../../../src/analysis/behind';
import { dateOfDay, daysOf, isoWeekOf } from '../../../../src/analysis/dates';
import { SettingsError, type Given } from '../../../../src/analysis/settings';
import { daysOfPeriod, periodOf, periodText, periodUnits } from '../../../../src/analysis/timeline/periods';
import { readTimelineSettings } from '../../../../src/analysis/timeline/settings';
import {
  movingAverage,
  TimelineCounter,
  timelineKey,
  timelineTable,
  type Timeline,
} from '../../../../src/analysis/timeline/timeline';
import type { AnalysedArticle } from '../../../../src/analysis/analysedArticle';
import { articleOf, claimOf, resultOf } from '../articles';

function timeline(given: Given, articles: readonly AnalysedArticle[], behind?: Behind): Timeline {
  return resultOf(new TimelineCounter(readTimelineSettings(given), behind), articles);
}

function countsOf({ series }: Timeline): Readonly<Record<string, readonly number[]>> {
  return Object.fromEntries(series.map(({ label, counts }) => [label, counts]));
}

const articles = [
  articleOf(
    'a.txt',
    [
      claimOf('1', 'karsk', 'levy', 'support'),
      claimOf('2', 'karsk', 'levy', 'oppose', { date: '2024-03-07' }),
      claimOf('3', 'velmar', 'levy', 'oppose', { date: '2024-05' }),
      claimOf('4', 'velmar', 'levy', undefined, { date: '2024' }),
      claimOf('5', 'velmar', 'levy', 'oppose', { attribution: 'imputed' }),
    ],
    { info: { date: '2024-01-31' } },
  ),
  articleOf('b.txt', [
    claimOf('6', 'karsk', 'levy', 'neutral'),
    claimOf('7', 'karsk', 'levy', 'support', { date: '2024-02-31' }),
  ]),
];

describe('timeline', () => {
  it('counts claims by period and stance, without a gap', () => {
    const behind = new Behind();
    const all = timeline({}, articles, behind);
    assert.deepEqual(
      all.periods.map(({ text, claims }) => [text, claims]),
      [
        ['2024-01', 2],
        ['2024-02', 0],
        ['2024-03', 1],
        ['2024-04', 0],
        ['2024-05', 1],
      ],
    );
    assert.deepEqual(countsOf(all), {
      Support: [1, 0, 0, 0, 0],
      Neutral: [0, 0, 0, 0, 0],
      Oppose: [0, 0, 1, 0, 1],
      '(none)': [1, 0, 0, 0, 0],
    });
    assert.deepEqual([all.undated, all.coarse, all.counts.used, all.counts.leftOut.imputed], [2, 1, 6, 1]);
    const [support] = all.series;
    assert.deepEqual(behind.of(timelineKey(support?.id ?? '', '2024-01')), [{ article: 'a.txt', id: '1' }]);
    assert.deepEqual(behind.of(timelineKey(support?.id ?? '', '')), [{ article: 'b.txt', id: '7' }]);
  });

  it('counts a claim in the series of each of its actors, and in its period once', () => {
    const both = claimOf('1', 'karsk', 'levy', 'support', {
      date: '2024-02-29',
      links: [
        { role: 'speaker', actor: 'karsk' },
        { role: 'holder', actor: 'velmar' },
        { role: 'holder', actor: 'tarn' },
      ],
    });
    const all = timeline({ unit: 'week', series: 'position' }, [articleOf('a.txt', [both])]);
    assert.deepEqual(countsOf(all), { tarn: [1], velmar: [1] });
    assert.deepEqual(all.periods, [{ text: '2024-W09', first: 19779, last: 19785, claims: 1 }]);
    assert.deepEqual(countsOf(timeline({ series: 'position', exclude: ['position=tarn'] }, [articleOf('a', [both])])), {
      velmar: [1],
    });
  });

  it('leaves out what is not in the dates, and says so', () => {
    const all = timeline({ from: '2024-02', to: '2024-05' }, articles);
    assert.deepEqual([all.counts.used, all.counts.leftOut.undated, all.counts.leftOut.outside], [2, 2, 2]);
  });

  it('refuses more periods than can be drawn', () => {
    const far = [articleOf('a', [claimOf('1', 'a', 't', 'support', { date: '0202-03-01' })]), ...articles];
    assert.throws(
      () => timeline({ unit: 'day' }, far),
      (error) =>
        error instanceof SettingsError && /^From 0202-03-01 to 2024-05-01 there are \d+ periods/.test(error.message),
    );
    assert.throws(() => timeline({ moving: '0' }, []), SettingsError);
    assert.deepEqual(timeline({}, []).periods, []);
  });

  it('gives a moving average of periods that are wholly there', () => {
    assert.deepEqual(movingAverage([3, 0, 6, 3], 3), [undefined, undefined, 3, 3]);
    fc.assert(
      fc.property(fc.array(fc.nat(9)), fc.integer({ min: 1, max: 5 }), (counts, size) => {
        const slow = counts.map((_, n) => {
          if (n + 1 < size) return undefined;
          return counts.slice(n + 1 - size, n + 1).reduce((sum, count) => sum + count, 0) / size;
        });
        assert.deepEqual(movingAverage(counts, size), slow);
      }),
    );
  });

  it('tells a table the same', () => {
    const { columns, rows } = timelineTable(timeline({ moving: 2, from: '2024-03', to: '2024-05' }, articles));
    assert.deepEqual(
      columns.map(({ id }) => id),
      ['period', 'from', 'to', 'series', 'claims', 'moving_average'],
    );
    assert.deepEqual(rows, [
      ['2024-03', '2024-03-01', '2024-03-31', 'Oppose', 1, undefined],
      ['2024-04', '2024-04-01', '2024-04-30', 'Oppose', 0, 0.5],
      ['2024-05', '2024-05-01', '2024-05-31', 'Oppose', 1, 0.5],
    ]);
  });
});

describe('periods', () => {
  it('hold each day in one, and name it', () => {
    fc.assert(
      fc.property(fc.integer({ min: -600_000, max: 2_000_000 }), fc.constantFrom(...periodUnits), (day, unit) => {
        const period = periodOf(day, unit);
        const { first, last } = daysOfPeriod(period, unit);
        assert.ok(first <= day && day <= last);
        assert.equal(daysOfPeriod(period + 1, unit).first, last + 1);
        const date = dateOfDay(day);
        const month = Number(date.slice(5, 7));
        const texts = {
          ...{ day: date, week: isoWeekOf(day), month: date.slice(0, 7), year: date.slice(0, 4) },
          quarter: `${date.slice(0, 4)}-Q${Math.ceil(month / 3)}`,
        };
        assert.equal(periodText(period, unit), texts[unit]);
        if (unit === 'month') assert.deepEqual({ first, last }, daysOf(texts.month));
      }),
    );
  });
});
