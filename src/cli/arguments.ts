import { parseArgs, type ParseArgsConfig } from 'node:util';
import { UsageError } from './command';

/** What a command was called with: texts by option, and the rest in order. Throws a {@link UsageError}. */
export function parsed(
  args: readonly string[],
  options: NonNullable<ParseArgsConfig['options']>,
  places: { readonly least: number; readonly most: number },
): { readonly values: Readonly<Record<string, unknown>>; readonly places: readonly string[] } {
  const { values, positionals } = attempt(() => parseArgs({ args: [...args], options, allowPositionals: true }));
  if (positionals.length < places.least) throw new UsageError('Too few arguments.');
  if (positionals.length > places.most) throw new UsageError('Too many arguments.');
  return { values, places: positionals };
}

function attempt<T>(parse: () => T): T {
  try {
    return parse();
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}
