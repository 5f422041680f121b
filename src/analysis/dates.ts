const DAY_MS = 86_400_000;

/** The first and the last day that a date may mean, as days since 1970-01-01: "2022" is the whole year, "2022-07" the month. A time
 * behind a day ("2022-07-05T10:00Z") is passed over. Undefined where it is no date that exists. */
export function daysOf(date: string): { readonly first: number; readonly last: number } | undefined {
  const match = /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T.*)?)?)?$/.exec(date);
  if (!match) return undefined;
  const [, year = '', month, day] = match;
  const first = Date.UTC(Number(year), Number(month ?? 1) - 1, Number(day ?? 1));
  const wanted = [year, month ?? '01', day ?? '01'].join('-');
  // Date.UTC takes years before 100 for those of the last century.
  if (Number(year) < 100 || !new Date(first).toISOString().startsWith(wanted)) return undefined;
  const next =
    day !== undefined ? first + DAY_MS : Date.UTC(Number(year) + (month ? 0 : 1), month ? Number(month) : 0, 1);
  return { first: first / DAY_MS, last: next / DAY_MS - 1 };
}

/** "2022-07-05" of days since 1970-01-01. */
export function dateOfDay(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

/** The ISO week with its year, as "2022-W27", of a day since 1970-01-01: a week is of the year that has its Thursday. */
export function isoWeekOf(day: number): string {
  const weekday = (((day + 3) % 7) + 7) % 7; // Monday is 0: 1970-01-01 was a Thursday
  const thursday = new Date((day - weekday + 3) * DAY_MS);
  const year = thursday.getUTCFullYear();
  const week = Math.floor((thursday.getTime() - Date.UTC(year, 0, 1)) / DAY_MS / 7) + 1;
  return `${year}-W${String(week).padStart(2, '0')}`;
}
