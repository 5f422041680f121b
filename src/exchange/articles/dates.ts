import { isPartialDate } from '../../model/partialDate';

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const month = '(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?';

/** The day that a date of a file's metadata tells, as "2023-12-20", or "2023-12", or "2023": ISO 8601, compact ("20231220"), of a PDF
 * ("D:20231220…"), or in English with the month's name. A time and its zone don't count: the day is the one where it was published.
 * Undefined where the day isn't sure, as of "03/04/2023". */
export function dateIn(text: string): string | undefined {
  const value = text.trim().slice(0, 60);
  const iso = /^(\d{4}(?:-\d\d(?:-\d\d)?)?)(?![\d-])/.exec(value)?.[1] ?? '';
  const slashed = /^(\d{4})[/.](\d\d)[/.](\d\d)(?!\d)/.exec(value);
  const compact = /^(?:D:)?(\d{4})(\d\d)(\d\d)(?:$|T|\d{4,6}(?:\D|$))/.exec(value) ?? slashed;
  const dayFirst = new RegExp(
    `^(?:[a-z]{3,9},?\\s+)?(\\d{1,2})(?:st|nd|rd|th)?\\s+${month},?\\s+(\\d{4})\\b`,
    'i',
  ).exec(value);
  const monthFirst = new RegExp(
    `^(?:[a-z]{6,9},?\\s+)?${month}\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})\\b`,
    'i',
  ).exec(value);
  const found =
    (compact && `${compact[1]}-${compact[2]}-${compact[3]}`) ??
    (dayFirst && written(dayFirst[3], dayFirst[2], dayFirst[1])) ??
    (monthFirst && written(monthFirst[3], monthFirst[1], monthFirst[2])) ??
    iso;
  return isPartialDate(found) ? found : undefined;
}

function written(year = '', name = '', day = ''): string {
  const number = months.indexOf(name.toLowerCase()) + 1;
  return `${year}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')}`;
}
