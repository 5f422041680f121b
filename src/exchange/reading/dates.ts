import { isPartialDate } from '../../model/partialDate';

/** A date as other programs write it, as ours ("2023-12-20", "2023-12", "2023"): with a time after it, with slashes or dots from the year
 * on ("2023/12/20"), or with dots from the day on ("20.12.2023"). Undefined for others: which of 3/4/2023 is the month isn't said. */
export function dateOf(text: string): string | undefined {
  const plain = text.trim().replace(/^(\d{4}-\d\d-\d\d)[T ]\d\d:\d\d.*$/, '$1');
  if (isPartialDate(plain)) return plain;
  const [, year, month, day] = /^(\d{4})[/.](\d{1,2})(?:[/.](\d{1,2}))?\.?$/.exec(plain) ?? [];
  const [, lastDay, itsMonth, itsYear] = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})$/.exec(plain) ?? [];
  const parts = [year ?? itsYear, month ?? itsMonth, day ?? lastDay].filter((part) => part !== undefined);
  const date = parts.map((part) => part.padStart(2, '0')).join('-');
  return isPartialDate(date) ? date : undefined;
}
