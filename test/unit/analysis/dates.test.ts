import assert from 'node:assert/strict';
import fc from 'fast-check';
import { dateOfDay, daysOf, isoWeekOf } from '../../../src/analysis/dates';

describe('the days of a date', () => {
  const period = (date: string): string | undefined => {
    const days = daysOf(date);
    return days && `${dateOfDay(days.first)} ${dateOfDay(days.last)}`;
  };

  it('are its day, its month or its year', () => {
    assert.equal(period('2023-12-20'), '2023-12-20 2023-12-20');
    assert.equal(period('2023-12-20T23:59:59-08:00'), '2023-12-20 2023-12-20');
    assert.equal(period('2024-02'), '2024-02-01 2024-02-29');
    assert.equal(period('2023-12'), '2023-12-01 2023-12-31');
    assert.equal(period('1969'), '1969-01-01 1969-12-31');
  });

  it('are none of what doesn’t exist', () => {
    for (const date of ['2023-02-29', '2023-13', '2023-00-01', '0099', 'yesterday', '', '2023-1-1', '12023']) {
      assert.equal(daysOf(date), undefined, date);
    }
  });

  it('are in the ISO week with its year: the first one of a year has the fourth of January', () => {
    const known = {
      '2004-12-31': '2004-W53',
      '2005-01-02': '2004-W53',
      '2008-12-29': '2009-W01',
      '2010-01-03': '2009-W53',
    };
    for (const [date, week] of Object.entries(known)) assert.equal(isoWeekOf(daysOf(date)?.first ?? 0), week);
    const day = (date: string): number => Date.parse(date) / 86_400_000;
    const firstMonday = (year: number): number => {
      const fourth = day(`${year}-01-04`);
      return fourth - ((new Date(fourth * 86_400_000).getUTCDay() + 6) % 7);
    };
    fc.assert(
      fc.property(fc.integer({ min: day('1900-01-01'), max: day('2099-12-31') }), (one) => {
        const [, year = '', week = ''] = /^(\d{4})-W(\d\d)$/.exec(isoWeekOf(one)) ?? [];
        const from = firstMonday(Number(year)) + 7 * (Number(week) - 1);
        assert(from <= one && one < from + 7);
        assert(one < firstMonday(Number(year) + 1));
        assert(Number(week) >= 1);
      }),
    );
  });
});
