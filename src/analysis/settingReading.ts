import { listed } from '../model/listed';
import { foldedName } from '../model/lookup';
import { nearest } from '../model/nearest';
import { isPartialDate } from '../model/partialDate';
import { plainLine } from '../model/plainLine';
import type { Choice } from './claimChoice';
import { daysOf } from './dates';
import { SettingsError, type Given, type SettingSpec } from './settings';
import { parseVariable, variableForms, variableText, type Variable } from './variables';

/** What somebody chose of the settings of an analysis, read as what each is. Nothing, an empty text and an empty list count as not
 * given. All but the constructor throw a RangeError for a name that isn't among the specs, or is of another type. */
export class SettingReading {
  readonly #specs: ReadonlyMap<string, SettingSpec>;
  readonly #given = new Map<string, NonNullable<Given[string]>>();

  /** @throws {SettingsError} where a name is none of the specs' */
  constructor(specs: readonly SettingSpec[], given: Given) {
    this.#specs = new Map(specs.map((spec) => [spec.name, spec]));
    for (const [name, value] of Object.entries(given)) {
      if (value === undefined || value === '' || (Array.isArray(value) && value.length === 0)) continue;
      if (!this.#specs.has(name)) {
        const near = nearest(shown(name), [...this.#specs.keys()]);
        const asked = near === undefined ? '.' : `; did you mean ${near}?`;
        throw new SettingsError(name, `There is no setting "${shown(name)}"${asked}`);
      }
      this.#given.set(name, value);
    }
  }

  /** Whether it was given, be it what is usual. */
  has(name: string): boolean {
    return this.#given.has(name);
  }

  choice<T extends string>(name: string, choices: readonly T[]): T {
    const value = this.#text(name, 'choice');
    const found = choices.find((choice) => choice === value);
    if (found !== undefined) return found;
    throw this.#wrong(name, value, choices);
  }

  flag(name: string): boolean {
    this.#spec(name, 'flag');
    const value = this.#given.get(name) ?? false;
    if (typeof value === 'boolean') return value;
    if (value === 'true' || value === 'false') return value === 'true';
    throw new SettingsError(name, `${name} can't be "${shown(value)}"; it is true or false.`);
  }

  variable(name: string): Variable {
    return this.#variable(name, this.#text(name, 'variable') ?? '');
  }

  /** A day, a month or a year that exists, as it was given. */
  date(name: string): string | undefined {
    const value = this.#text(name, 'date');
    if (value === undefined || (isPartialDate(value) && daysOf(value))) return value;
    throw new SettingsError(
      name,
      `${name} can't be "${shown(value)}": there is no such date. It is like 2022, 2022-07 or 2022-07-05.`,
    );
  }

  /** Any number that is finite, and `least` or more. */
  number(name: string, least = -Infinity): number {
    const value = this.#numeric(name);
    if (Number.isFinite(value) && value >= least) return value;
    throw this.#wrongNumber(name, least === -Infinity ? 'a number' : `a number, ${least} or more`);
  }

  /** A whole number, `least` or more. */
  whole(name: string, least: number): number {
    const value = this.#numeric(name);
    if (Number.isSafeInteger(value) && value >= least) return value;
    throw this.#wrongNumber(name, `a whole number, ${least} or more`);
  }

  text(name: string): string | undefined {
    return this.#text(name, 'text');
  }

  /** Texts VARIABLE=VALUE, those of one variable together, in the order of their first. */
  pairs(name: string): readonly Choice[] {
    this.#spec(name, 'pairs');
    const value = this.#given.get(name) ?? [];
    const found = new Map<string, { readonly variable: Variable; readonly values: Set<string> }>();
    for (const pair of Array.isArray(value) ? (value as readonly unknown[]) : [value]) {
      const [, of = '', wanted = ''] = typeof pair === 'string' ? (/^([^=]*)=(.*)$/s.exec(pair) ?? []) : [];
      if (foldedName(wanted) === '') {
        throw new SettingsError(
          name,
          `${name} can't be "${shown(pair)}"; it is VARIABLE=VALUE, like topic=${SOME_TOPIC}.`,
        );
      }
      const variable = this.#variable(name, of);
      const same = found.get(of) ?? { variable, values: new Set() };
      same.values.add(wanted);
      found.set(of, same);
    }
    return [...found.values()].map(({ variable, values }) => ({ variable, values: [...values] }));
  }

  #spec(name: string, takes: SettingSpec['takes']): SettingSpec {
    const spec = this.#specs.get(name);
    if (spec?.takes !== takes) throw new RangeError(`There is no setting ${name} that is a ${takes}.`);
    return spec;
  }

  #text(name: string, takes: 'choice' | 'variable' | 'date' | 'text'): string | undefined {
    const value = this.#given.get(name) ?? this.#spec(name, takes).usual;
    if (value === undefined || typeof value === 'string') return value;
    if (typeof value === 'number') return String(value);
    throw new SettingsError(name, `${name} can't be "${shown(value)}"; it is one text.`);
  }

  #numeric(name: string): number {
    const value = this.#given.get(name) ?? this.#spec(name, 'number').usual;
    if (typeof value === 'number') return value;
    return typeof value === 'string' && /^[+-]?(\d+\.?\d*|\.\d+)$/.test(value) ? Number(value) : NaN;
  }

  #variable(name: string, text: string): Variable {
    const variable = parseVariable(text);
    if (variable) return variable;
    throw this.#wrong(name, text, variableForms);
  }

  #wrong(name: string, value: string | undefined, words: readonly string[]): SettingsError {
    const near = nearest(shown(value), words);
    const asked = near === undefined ? '' : ` Did you mean ${near}?`;
    return new SettingsError(name, `${name} can't be "${shown(value)}"; it is ${listed(words, 'or')}.${asked}`);
  }

  #wrongNumber(name: string, wanted: string): SettingsError {
    return new SettingsError(name, `${name} can't be "${shown(this.#given.get(name))}"; it is ${wanted}.`);
  }
}

const SOME_TOPIC = 'carbon-tax';
const MOST_SHOWN = 100;

/** Of a choice, the texts that `pairs` reads. */
export function pairsOf(choices: readonly Choice[]): readonly string[] {
  return choices.flatMap(({ variable, values }) => values.map((value) => `${variableText(variable)}=${value}`));
}

/** What was chosen, without what is usual: as short as it can be read back. */
export function withoutUsual(specs: readonly SettingSpec[], given: Given): Given {
  const kept = specs.flatMap(({ name, usual }): [string, Given[string]][] => {
    const value = given[name];
    const isUsual = value === undefined || value === false || String(value) === (usual ?? '');
    return isUsual ? [] : [[name, value]];
  });
  return Object.fromEntries(kept);
}

function shown(value: unknown): string {
  return plainLine(typeof value === 'string' ? value : (JSON.stringify(value) ?? ''), MOST_SHOWN);
}
