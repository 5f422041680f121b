const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];
const MONTH = `(${MONTHS.map((name) => `${name.slice(0, 3)}(?:${name.slice(3)})?`).join('|')}|sept)\\.?`;
const DAY = '(\\d{1,2})(?:st|nd|rd|th)?';
const TIME = '(?:[,\\s·|@-]+(?:at\\s+)?\\d{1,2}:\\d{2}(?::\\d{2})?\\s*(?:[ap]\\.?m\\.?)?\\s*(?:[a-z]{2,5})?)?';
const LABEL =
  '(?:(?:first )?(?:published|posted|updated|last updated|date)(?:\\s+on)?\\s*:?\\s*)?(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\\.?,?\\s+)?';

const PATTERNS: readonly { readonly pattern: RegExp; readonly order: string }[] = [
  { pattern: new RegExp(`^${LABEL}${MONTH}\\s+${DAY},?\\s+(\\d{4})${TIME}$`, 'iu'), order: 'mdy' },
  { pattern: new RegExp(`^${LABEL}${DAY}\\.?\\s+${MONTH},?\\s+(\\d{4})${TIME}$`, 'iu'), order: 'dmy' },
  {
    pattern: new RegExp(`^${LABEL}(\\d{4})-(\\d{2})-(\\d{2})(?:T[\\d:.]+(?:Z|[+-]\\d{2}:?\\d{2})?)?${TIME}$`, 'iu'),
    order: 'ymd',
  },
  { pattern: /^(\d{4})\s?[年년.]\s?(\d{1,2})\s?[月월.]\s?(\d{1,2})\s?[日일.]?$/u, order: 'ymd' },
  { pattern: new RegExp(`^${LABEL}${MONTH}\\s+(\\d{4})$`, 'iu'), order: 'my' },
];

/** The date that `line` consists of, as ISO 8601 ("2023-12-19", "2023-12"); undefined where it says anything else.
 * Dates all in figures other than year first are left: nobody can tell the day from the month. */
export function dateOf(line: string): string | undefined {
  const words = line.trim();
  if (words.length > 80) return undefined;
  for (const { pattern, order } of PATTERNS) {
    const parts = pattern.exec(words);
    if (!parts) continue;
    const part = (letter: string): string | undefined => parts[order.indexOf(letter) + 1];
    const day = order.includes('d') ? Number(part('d')) : undefined;
    return iso(part('y') ?? '', monthNumber(part('m') ?? ''), day);
  }
  return undefined;
}

function monthNumber(month: string): number {
  if (/^\d+$/u.test(month)) return Number(month);
  return MONTHS.findIndex((name) => name.startsWith(month.toLowerCase().slice(0, 3))) + 1;
}

function iso(year: string, month: number, day: number | undefined): string | undefined {
  if (month < 1 || month > 12) return undefined;
  const start = `${year}-${String(month).padStart(2, '0')}`;
  if (day === undefined) return start;
  return day >= 1 && day <= new Date(Number(year), month, 0).getDate()
    ? `${start}-${String(day).padStart(2, '0')}`
    : undefined;
}
