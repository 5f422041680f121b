import { parseArgs, type ParseArgsConfig } from 'node:util';
import { printable, UsageError } from './command';
import { asked } from './suggestion';

type Options = NonNullable<ParseArgsConfig['options']>;
type Token = ReturnType<typeof tokensOf>[number];
type OptionToken = Extract<Token, { readonly kind: 'option' }>;

/** What stands behind a command's options. */
export interface Places {
  /** What each is called that must be there, in their order. */
  readonly needed: readonly string[];
  readonly most: number;
}

/** What a command was called with: texts by option, and the rest in order, none of them empty. Throws a {@link UsageError}. */
export function parsed(
  args: readonly string[],
  options: Options,
  { needed, most }: Places,
): { readonly values: Readonly<Record<string, unknown>>; readonly places: readonly string[] } {
  for (const token of tokensOf(args, options)) if (token.kind === 'option') assertOption(token, options);
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true, strict: false });
  const missing = needed[positionals.length];
  if (missing !== undefined) throw new UsageError(`${missing} is missing.`);
  const more = positionals[most];
  if (more !== undefined) throw new UsageError(`"${printable(more)}" is one argument too many.`);
  if (positionals.includes('')) throw new UsageError('An argument is empty.');
  return { values, places: positionals };
}

function tokensOf(args: readonly string[], options: Options) {
  return parseArgs({ args: [...args], options, allowPositionals: true, strict: false, tokens: true }).tokens;
}

function assertOption({ name, rawName, value, inlineValue }: OptionToken, options: Options): void {
  const option = Object.hasOwn(options, name) ? options[name] : undefined;
  const shown = printable(rawName);
  if (!option) {
    const names = Object.keys(options).map((one) => `--${one}`);
    throw new UsageError(`There is no option ${shown}${asked(rawName, names)}`);
  }
  if (option.type === 'boolean') {
    if (value !== undefined) throw new UsageError(`${shown} takes no value.`);
  } else if (value === undefined || (inlineValue !== true && /^-./.test(value))) {
    throw new UsageError(`${shown} has no value; one that begins with a hyphen is given as ${shown}=VALUE.`);
  } else if (value === '') throw new UsageError(`The value of ${shown} is empty.`);
}
