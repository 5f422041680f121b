import { foldedName } from '../../model/lookup';
import { SettingsError, type Given, type SettingSpec } from '../settings';
import { SettingReading } from '../settingReading';

export const textUnits = ['character', 'word'] as const;
export type TextUnit = (typeof textUnits)[number];

/** Families of measures. */
export const measureFamilies = ['alpha', 'u-alpha', 'cohen', 'fleiss', 'exact', 'overlap'] as const;
export type MeasureFamily = (typeof measureFamilies)[number];

/** What coders may agree on. */
export const aspects = ['type', 'topic', 'stance', 'attribution', 'actor', 'links'] as const;
export type Aspect = (typeof aspects)[number];

export interface AgreementSettings {
  /** Whom to compare; everybody where there is none. */
  readonly creators: readonly string[];
  readonly unit: TextUnit;
  readonly measures: ReadonlySet<MeasureFamily>;
  readonly by: ReadonlySet<Aspect>;
  /** How often a bootstrap draws; 0 for no intervals. */
  readonly samples: number;
  readonly seed: number;
  /** The first and the last day of articles; a partial date stands for its first day, as `to` for its last. */
  readonly from?: string;
  readonly to?: string;
  readonly decisions: boolean;
}

export const agreementSettings: readonly SettingSpec[] = [
  { name: 'creators', takes: 'text', about: 'whom to compare, with commas between (or semicolons); else all' },
  {
    ...{ name: 'unit', takes: 'choice', choices: textUnits, usual: 'character' },
    about: 'what alpha and kappa count of the text',
  },
  {
    ...{ name: 'measures', takes: 'text', usual: measureFamilies.join(',') },
    about:
      "which measures, with commas between: Krippendorff's alpha, alpha for unitizing, Cohen's and Fleiss' kappa, precision, recall and F1 for exact and for overlapping targets",
  },
  {
    ...{ name: 'by', takes: 'text', usual: aspects.join(',') },
    about: 'what is compared, with commas between',
  },
  {
    name: 'samples',
    takes: 'number',
    usual: '1000',
    about: 'how often articles are drawn for 95 % intervals; 0 for none',
  },
  { name: 'seed', takes: 'number', usual: '1', about: 'another number draws others' },
  { name: 'from', takes: 'date', about: 'the first day, or month, or year, of articles' },
  { name: 'to', takes: 'date', about: 'the last day, or month, or year, of articles' },
  { name: 'include-decisions', takes: 'flag', about: "counts decisions between others' annotations as readings too" },
];

const MOST_SAMPLES = 10_000;

/** @throws {SettingsError} where a setting can't be what it was given */
export function readAgreementSettings(given: Given): AgreementSettings {
  const reading = new SettingReading(agreementSettings, given);
  const samples = reading.whole('samples', 0);
  if (samples > MOST_SAMPLES) throw new SettingsError('samples', `samples can't be more than ${MOST_SAMPLES}.`);
  const [from, to] = [reading.date('from'), reading.date('to')];
  return {
    creators: listOf(reading.text('creators')),
    unit: reading.choice('unit', textUnits),
    measures: someOf('measures', reading.text('measures'), measureFamilies),
    by: someOf('by', reading.text('by'), aspects),
    ...{ samples, seed: reading.whole('seed', 0) },
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    decisions: reading.flag('include-decisions'),
  };
}

/** The creators that are meant, as they are called where they annotate: by name, in any case.
 * @throws {SettingsError} where one isn't there */
export function chosenCreators(wanted: readonly string[], there: readonly string[]): readonly string[] {
  if (wanted.length === 0) return there;
  const found = wanted.map((name) => {
    const folded = foldedName(name).toLowerCase();
    const same = there.find((one) => one === name) ?? there.find((one) => foldedName(one).toLowerCase() === folded);
    if (same !== undefined) return same;
    const others = there.length === 0 ? 'Nobody annotated anything here.' : `There are: ${there.join(', ')}.`;
    throw new SettingsError('creators', `Nobody called "${name}" annotated anything here. ${others}`);
  });
  return there.filter((one) => found.includes(one));
}

function listOf(text = ''): readonly string[] {
  return text
    .split(text.includes(';') ? ';' : ',')
    .map((one) => one.trim())
    .filter((one) => one !== '');
}

function someOf<T extends string>(name: string, text: string | undefined, choices: readonly T[]): ReadonlySet<T> {
  const wanted = listOf(text);
  if (wanted.length === 0) throw new SettingsError(name, `${name} names nothing; it can have: ${choices.join(', ')}.`);
  for (const one of wanted) {
    if (!choices.some((choice) => choice === one)) {
      throw new SettingsError(name, `${name} can't have "${one}"; it can have: ${choices.join(', ')}.`);
    }
  }
  return new Set(choices.filter((choice) => wanted.includes(choice)));
}
