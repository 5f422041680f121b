import { readDates } from '../claimReading';
import { SettingReading } from '../settingReading';
import type { Given, SettingSpec } from '../settings';

export const contextUnits = ['characters', 'words'] as const;
export const sortings = ['article', 'keyword', 'left', 'right'] as const;

/** What is looked for, and how it is shown. */
export interface ConcordanceSettings {
  /** An actor's id, name or alias: all its mentions. Either this is there or `search`. */
  readonly actor?: string;
  readonly search?: string;
  readonly regex: boolean;
  readonly wholeWords: boolean;
  readonly matchCase: boolean;
  /** Units on either side. */
  readonly context: number;
  readonly contextUnit: (typeof contextUnits)[number];
  readonly sort: (typeof sortings)[number];
  /** The first and the last day of articles, as for claims. */
  readonly from?: string;
  readonly to?: string;
  readonly superseded: boolean;
  readonly excludedRanges: boolean;
  readonly irrelevant: boolean;
}

export const concordanceSettings: readonly SettingSpec[] = [
  { name: 'actor', takes: 'text', about: 'all mentions of this actor, by its id, name or alias' },
  { name: 'search', takes: 'text', about: 'all places of this text; white space of any length and kind is alike' },
  { name: 'regex', takes: 'flag', about: 'the text is a regular expression' },
  { name: 'whole-words', takes: 'flag', about: 'the text is found only where it is a word, or words, of its own' },
  { name: 'match-case', takes: 'flag', about: 'capitals and small letters differ' },
  { name: 'context', takes: 'number', usual: '60', about: 'how much is shown on either side' },
  {
    ...{ name: 'context-unit', takes: 'choice', choices: contextUnits, usual: 'characters' },
    about: 'what of that is counted',
  },
  {
    ...{ name: 'sort', takes: 'choice', choices: sortings, usual: 'article' },
    about: 'by what lines are in order: where they stand, the keyword, or the words beside it, the nearest first',
  },
  { name: 'from', takes: 'date', about: 'the first day, or month, or year, of articles' },
  { name: 'to', takes: 'date', about: 'the last day, or month, or year, of articles' },
  { name: 'include-superseded', takes: 'flag', about: 'shows mentions too that a decision superseded' },
  { name: 'include-excluded', takes: 'flag', about: 'shows what is in excluded ranges too' },
  { name: 'include-irrelevant', takes: 'flag', about: 'looks into articles too that are marked irrelevant' },
];

/** @throws {SettingsError} where a setting can't be what it was given */
export function readConcordanceSettings(given: Given): ConcordanceSettings {
  const reading = new SettingReading(concordanceSettings, given);
  const [actor, search] = [reading.text('actor'), reading.text('search')];
  return {
    ...(actor === undefined ? {} : { actor }),
    ...(search === undefined ? {} : { search }),
    regex: reading.flag('regex'),
    wholeWords: reading.flag('whole-words'),
    matchCase: reading.flag('match-case'),
    context: reading.whole('context', 0),
    contextUnit: reading.choice('context-unit', contextUnits),
    sort: reading.choice('sort', sortings),
    ...readDates(reading),
    superseded: reading.flag('include-superseded'),
    excludedRanges: reading.flag('include-excluded'),
    irrelevant: reading.flag('include-irrelevant'),
  };
}
