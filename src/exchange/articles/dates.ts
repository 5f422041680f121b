import { isPartialDate } from '../../model/partialDate';

/** How dates are written in a language. */
export interface DateWords {
  /** Numbers of months by their names, in lower case and without a dot: English ones, and the language's. */
  readonly months: ReadonlyMap<string, number>;
  /** Whether "03/04/2023" is the 3rd of April for sure. */
  readonly isDayFirst: boolean;
}

const english = 'january february march april may june july august september october november december'.split(' ');
const englishWords: DateWords = {
  months: new Map([...english.flatMap(namesOf), ['sept', 9]]),
  isDayFirst: false,
};

const WORD = String.raw`(\p{L}[\p{L}\p{M}]{1,14})\.?`;
/** Between the parts of a date: "20 de diciembre de 2023", "December 20th, 2023". */
const GAP = String.raw`(?:\s*,\s*|\s+)(?:del?\s+|d[’'])?`;

/** Orders that are sure: the year first, or the month by its name; with dots the day is first. */
const orders: readonly { readonly pattern: RegExp; readonly order: string }[] = [
  { pattern: /(?<!\d)(\d{4})[-/.](\d\d)[-/.](\d\d)(?!\d)/gu, order: 'ymd' },
  { pattern: /(?<!\d)(\d{4})(\d\d)(\d\d)(?=$|T|\d{4,6}(?:\D|$))/gu, order: 'ymd' },
  { pattern: /(?<!\d)(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]/gu, order: 'ymd' },
  { pattern: /(?<![\d.])(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})(?!\d)/gu, order: 'dmy' },
  {
    pattern: new RegExp(String.raw`(?<!\d)(\d{1,2})(?:st|nd|rd|th|er|[.ºª])?${GAP}${WORD}${GAP}(\d{4})(?!\d)`, 'giu'),
    order: 'dmy',
  },
  {
    pattern: new RegExp(String.raw`(?<!\p{L})${WORD}\s+(\d{1,2})(?:st|nd|rd|th)?(?:\s*,\s*|\s+)(\d{4})(?!\d)`, 'giu'),
    order: 'mdy',
  },
];
const slashed = /(?<![\d/])(\d{1,2})\/(\d{1,2})\/(\d{4})(?![\d/])/gu;
/** "Wed, 20 Dec 2023", "Wednesday, December 20": what may stand before a date that a value begins with. */
const beforeDate = /^(?:D:|\p{L}{2,12}\.?,?\s+(?=\d)|\p{L}{6,12},?\s+(?=\p{L}))/u;

/** The day that a date of a file's metadata tells, as "2023-12-20", or "2023-12", or "2023": ISO 8601, compact ("20231220"), of a PDF
 * ("D:20231220…"), in Chinese, Japanese or Korean, or with the month's name. A time and its zone don't count: the day is the one where
 * it was published. Undefined where the day isn't sure, as of "03/04/2023". */
export function dateIn(text: string, words: DateWords = englishWords): string | undefined {
  const value = text.trim().slice(0, 60);
  for (const start of [value, value.replace(beforeDate, '')]) {
    const [found] = datesIn(start, words);
    if (found?.index === 0) return found.date;
  }
  const partial = /^\d{4}(?:-\d\d)?(?![\d-])/.exec(value)?.[0] ?? '';
  return isPartialDate(partial) ? partial : undefined;
}

/** The whole days that a short text names, in its order; see {@link dateIn}.
 * @param text some hundred characters at most */
export function datesIn(text: string, words: DateWords): { readonly date: string; readonly index: number }[] {
  const found: { date: string; index: number }[] = [];
  const take = (year = '', month = '', day = '', index: number): void => {
    const number = words.months.get(month.toLowerCase()) ?? month;
    const date = `${year}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')}`;
    if (isPartialDate(date)) found.push({ date, index });
  };
  for (const { pattern, order } of orders) {
    for (const match of text.matchAll(pattern)) {
      const [year, month, day] = [...'ymd'].map((letter) => match[order.indexOf(letter) + 1]);
      take(year, month, day, match.index);
    }
  }
  for (const { 1: first = '', 2: second = '', 3: year, index } of text.matchAll(slashed)) {
    if (words.isDayFirst || Number(first) > 12 || first === second) take(year, second, first, index);
    else if (Number(second) > 12) take(year, first, second, index);
  }
  return found.sort((a, b) => a.index - b.index);
}

/** @param language a well-formed tag (BCP 47); without one only English names of months are known */
export function dateWordsOf(language: string | undefined): DateWords {
  if (language === undefined || /^en\b/i.test(language)) return englishWords;
  const months = new Map(englishWords.months);
  for (const options of [{ month: 'long' }, { month: 'short' }, { month: 'long', day: 'numeric' }] as const) {
    const format = new Intl.DateTimeFormat(language, { ...options, calendar: 'gregory', timeZone: 'UTC' });
    for (let month = 0; month < 12; month++) {
      const name = format.formatToParts(Date.UTC(2000, month, 1)).find(({ type }) => type === 'month')?.value;
      if (name !== undefined) months.set(name.toLowerCase().replace(/\.$/, ''), month + 1);
    }
  }
  const order = new Intl.DateTimeFormat(language, { calendar: 'gregory' }).formatToParts(0).map(({ type }) => type);
  return { months, isDayFirst: order.find((type) => type !== 'literal') === 'day' };
}

function namesOf(name: string, index: number): [string, number][] {
  return [
    [name, index + 1],
    [name.slice(0, 3), index + 1],
  ];
}
