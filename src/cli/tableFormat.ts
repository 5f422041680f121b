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
  const ending = endingOf(out);
  if (given === undefined) assertEnding(out, formats);
  const found = formats.find((one) => one === (given ?? ending));
  if (found ?? given === undefined) return found ?? usual;
  const named = given ?? '';
  throw new UsageError(`--format can't be "${printable(named)}"${asked(named, formats)} It is ${formats.join(', ')}.`);
}

/** Endings by which programs know what is in a file. */
const known = [
  ...['csv', 'tsv', 'xlsx', 'json', 'html', 'pdf', 'svg', 'png', 'jpg', 'jpeg', 'gif', 'webp'],
  ...['graphml', 'gexf', 'gml', 'dl', 'net', 'dot'],
];

/** Throws a {@link UsageError} where a file's ending says that it is something else than what can be written. */
export function assertEnding(out: string | undefined, formats: readonly string[]): void {
  const ending = endingOf(out);
  if (ending === undefined || formats.includes(ending) || !known.includes(ending)) return;
  throw new UsageError(`${printable(out ?? '')} can't be written as ${ending}. It is ${formats.join(', ')}.`);
}

function endingOf(out: string | undefined): string | undefined {
  return /\.(\w+)$/.exec(out ?? '')?.[1]?.toLowerCase();
}

/** A table for whoever reads a terminal, CSV for a file or a program. */
export function usualTable(): 'text' | 'csv' {
  return process.stdout.isTTY ? 'text' : 'csv';
}
