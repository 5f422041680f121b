import type { ParseArgsConfig } from 'node:util';
import { variableForms } from '../analysis/variables';
import type { Given, SettingSpec } from '../analysis/settings';
import { Failure, printable, UsageError } from './command';
import { readBytes } from './files';
import { asked } from './suggestion';

type Options = NonNullable<ParseArgsConfig['options']>;
type Values = Readonly<Record<string, unknown>>;

/** Names that are spelt in another way too. */
const spellings: Readonly<Record<string, string>> = { normalization: 'normalisation' };

const WIDTH = 128;

/** The flags of an analysis for `parsed`: one a setting, and `--settings FILE`. */
export function settingOptions(specs: readonly SettingSpec[]): Options {
  const flags = specs.map(({ name, takes }) => {
    const option = takes === 'flag' ? { type: 'boolean' as const } : { type: 'string' as const };
    return [name, takes === 'pairs' ? { ...option, multiple: true } : option] as const;
  });
  const others = Object.entries(spellings).flatMap(([other, name]) =>
    flags.filter(([flag]) => flag === name).map(([, option]) => [other, option] as const),
  );
  return Object.fromEntries([...flags, ...others, ['settings', { type: 'string' }] as const]);
}

/**
 * What was chosen, by the settings' names: what the file of `--settings` says, and above that the flags. What each may be, the analysis
 * says, by a SettingsError, which main.ts shows. Throws a {@link Failure} where the file can't be read or has something else in it.
 * @param values as `parsed` gives them; others among them are passed over
 */
export async function givenSettings(specs: readonly SettingSpec[], values: Values): Promise<Given> {
  const { settings: file } = values;
  const ofFile = typeof file === 'string' ? fitting(specs, file, await objectOf(file)) : {};
  return { ...ofFile, ...flagsOf(specs, values) };
}

/** What counts, by the settings' names: what was given, and else what is usual. What is nothing is left out. */
export function withUsual(specs: readonly SettingSpec[], given: Given): Given {
  const all = specs.map(({ name, takes, usual }): [string, Given[string]] => {
    const none = { flag: false, pairs: [], number: Number(usual) }[takes as string];
    return [name, given[name] ?? none ?? usual];
  });
  return Object.fromEntries(all.filter(([, value]) => value !== undefined));
}

function flagsOf(specs: readonly SettingSpec[], values: Values): Given {
  const flags: Record<string, Given[string]> = {};
  for (const [flag, value] of Object.entries(values)) {
    const name = nameOf(flag);
    if (!specs.some((spec) => spec.name === name)) continue;
    if (name !== flag && values[name] !== undefined) {
      throw new UsageError(`--${flag} and --${name} are the same: give one of them.`);
    }
    flags[name] = value as Given[string];
  }
  return flags;
}

function nameOf(given: string): string {
  return Object.hasOwn(spellings, given) ? (spellings[given] ?? given) : given;
}

async function objectOf(file: string): Promise<Values> {
  const shown = printable(file);
  let content: unknown;
  try {
    content = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(await readBytes(file)));
  } catch (error) {
    if (error instanceof Failure) throw error;
    throw new Failure(`${shown} is no JSON: ${printable(error instanceof Error ? error.message : String(error))}.`);
  }
  if (typeof content === 'object' && content !== null && !Array.isArray(content)) return content as Values;
  throw new Failure(`${shown} is no JSON object: it is to be like {"rows": "position"}.`);
}

/** The settings of a file, by their own names; null counts as not given. */
function fitting(specs: readonly SettingSpec[], file: string, content: Values): Given {
  const found: Record<string, Given[string]> = {};
  for (const [given, value] of Object.entries(content)) {
    const name = nameOf(given);
    const spec = specs.find((one) => one.name === name);
    if (!spec) {
      const names = specs.map((one) => one.name);
      throw new Failure(`${printable(file)}: there is no setting "${printable(given)}"${asked(given, names)}`);
    }
    if (Object.hasOwn(found, name)) throw new Failure(`${printable(file)}: ${name} is there twice.`);
    if (value === null) continue;
    const [isRight, wanted] = kinds[spec.takes];
    if (!isRight(value)) throw new Failure(`${printable(file)}: ${given} has to be ${wanted}.`);
    found[name] = value as Given[string];
  }
  return found;
}

type Kind = readonly [isRight: (value: unknown) => boolean, wanted: string];

const text: Kind = [(value) => typeof value === 'string', 'a text'];
const textOrNumber: Kind = [(value) => typeof value === 'string' || typeof value === 'number', 'a text or a number'];
const kinds: Readonly<Record<SettingSpec['takes'], Kind>> = {
  choice: text,
  variable: text,
  text,
  date: textOrNumber,
  number: textOrNumber,
  flag: [(value) => typeof value === 'boolean', 'true or false'],
  pairs: [
    (value) => typeof value === 'string' || (Array.isArray(value) && value.every((one) => typeof one === 'string')),
    'VARIABLE=VALUE, or a list of such texts',
  ],
};

const placeholders: Readonly<Record<SettingSpec['takes'], string>> = {
  ...{ choice: ' WORD', flag: '', variable: ' V', date: ' DATE', number: ' NUMBER', text: ' TEXT', pairs: ' V=VALUE' },
};

/** Lines of a command's help: what each setting is, what it may be, and what counts where it isn't given; `--settings` last. */
export function settingsHelp(specs: readonly SettingSpec[]): string {
  return `${settingLines(specs)}\n${fileHelp}`;
}

/** As {@link settingsHelp}, of the settings alone. */
export function settingLines(specs: readonly SettingSpec[]): string {
  const lines = specs.map(({ name, takes, choices, usual, about }) => {
    const usually = usual === undefined ? '' : ` (usually ${usual})`;
    const any = takes === 'pairs' ? '; may be given several times' : '';
    const said = wrapped(`${choices ? `${choices.join(', ')}: ` : ''}${about}${any}${usually}`);
    return `${`--${name}${placeholders[takes]}`.padEnd(INDENT - 1)} ${said}`;
  });
  return lines.join('\n');
}

/** What a variable may be, for a command's help. */
export const variablesHelp = `${wrappedAt(0, `A variable V is one of ${variableForms.join(', ')}.`)}
position is whose position a claim is: its holders, else its speakers; speaker.for the organization that is spoken for, else the
speaker; role:ID who or what links of that role lead to; topic:1 the topmost topic above a claim's; actor.… is of the position.`;

const INDENT = 25;

/** The line of `--settings`. */
export const fileHelp = `${'--settings FILE'.padEnd(INDENT - 1)} ${wrapped('a JSON object with these names, without hyphens, and their values: true or false for what takes none, a list for what may be given several times; flags count above it')}`;

function wrapped(text: string): string {
  return wrappedAt(INDENT, text);
}

/** Breaks a text into lines, all but the first behind a margin. */
function wrappedAt(margin: number, text: string): string {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && margin + line.length + 1 + word.length > WIDTH) {
      lines.push(line);
      line = word;
    } else line += line === '' ? word : ` ${word}`;
  }
  return [...lines, line].join(`\n${' '.repeat(margin)}`);
}
