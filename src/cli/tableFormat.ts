import { printable, UsageError } from './command';
import { asked } from './suggestion';

export const tableFormats = ['text', 'csv', 'json'] as const;
export type TableFormat = (typeof tableFormats)[number];

/** How figures are written: as was said, else as the ending of the file says, else as text. */
export function tableFormatOf(given: string | undefined, out: string | undefined): TableFormat {
  const ending = /\.(\w+)$/.exec(out ?? '')?.[1]?.toLowerCase();
  const wanted = given ?? ending;
  const found = tableFormats.find((one) => one === wanted);
  if (found ?? given === undefined) return found ?? 'text';
  throw new UsageError(
    `--format can't be "${printable(given ?? '')}"${asked(given ?? '', tableFormats)} It is ${tableFormats.join(', ')}.`,
  );
}
