import { printable, UsageError } from './command';
import { asked } from './suggestion';

export const tableFormats = ['text', 'csv', 'json'] as const;
export type TableFormat = (typeof tableFormats)[number];

/** Where a format isn't said by name. */
interface Unsaid<F> {
  /** The file that is written, whose ending says the format. */
  readonly out: string | undefined;
  /** Where that says nothing. */
  readonly usual: F;
}

/** How something is written: as was said, else as the ending of the file says, else as usual. Throws a {@link UsageError}. */
export function formatOf<F extends string>(
  formats: readonly F[],
  given: string | undefined,
  { out, usual }: Unsaid<F>,
): F {
  const ending = /\.(\w+)$/.exec(out ?? '')?.[1]?.toLowerCase();
  const found = formats.find((one) => one === (given ?? ending));
  if (found ?? given === undefined) return found ?? usual;
  const named = given ?? '';
  throw new UsageError(`--format can't be "${printable(named)}"${asked(named, formats)} It is ${formats.join(', ')}.`);
}

/** A table for whoever reads a terminal, CSV for a file or a program. */
export function usualTable(): 'text' | 'csv' {
  return process.stdout.isTTY ? 'text' : 'csv';
}
