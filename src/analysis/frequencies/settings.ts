import { claimSettings, type ClaimChoice } from '../claimChoice';
import { readClaimChoice } from '../claimReading';
import { SettingReading } from '../settingReading';
import type { Given, SettingSpec } from '../settings';
import type { Variable } from '../variables';

export const countedThings = ['actors', 'topics', 'sources', 'claims'] as const;

export interface FrequencySettings extends ClaimChoice {
  readonly of: (typeof countedThings)[number];
  /** Of `claims`: by what they are counted. */
  readonly by: Variable;
  /** How many are shown one by one; at least 1. */
  readonly top: number;
}

export const frequencySettings: readonly SettingSpec[] = [
  { name: 'of', takes: 'choice', choices: countedThings, usual: 'actors', about: 'what is counted' },
  { name: 'by', takes: 'variable', usual: 'stance', about: 'of claims: by what they are counted' },
  { name: 'top', takes: 'number', usual: '20', about: 'how many are shown, the most frequent; the others together' },
  ...claimSettings,
];

/** @throws {SettingsError} where a setting can't be what it was given */
export function readFrequencySettings(given: Given): FrequencySettings {
  const reading = new SettingReading(frequencySettings, given);
  return {
    of: reading.choice('of', countedThings),
    by: reading.variable('by'),
    top: reading.whole('top', 1),
    ...readClaimChoice(reading),
  };
}
