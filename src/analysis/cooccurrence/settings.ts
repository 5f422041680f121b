import { claimSettings, type ClaimChoice } from '../claimChoice';
import { readClaimChoice } from '../claimReading';
import { SettingReading } from '../settingReading';
import { SettingsError, type Given, type SettingSpec } from '../settings';

export const occurringThings = ['actors', 'topics', 'sources'] as const;
export const contexts = ['article', 'paragraph', 'claim'] as const;

export interface CooccurrenceSettings extends ClaimChoice {
  readonly of: (typeof occurringThings)[number];
  readonly within: (typeof contexts)[number];
  /** How many are shown; at least 2. */
  readonly top: number;
}

export const cooccurrenceSettings: readonly SettingSpec[] = [
  { name: 'of', takes: 'choice', choices: occurringThings, usual: 'actors', about: 'what occurs' },
  {
    name: 'within',
    takes: 'choice',
    choices: contexts,
    usual: 'paragraph',
    about: 'in what two of them occur together',
  },
  { name: 'top', takes: 'number', usual: '20', about: 'how many are shown, those in most contexts' },
  ...claimSettings,
];

/** @throws {SettingsError} where a setting can't be what it was given, or topics are to be in one claim */
export function readCooccurrenceSettings(given: Given): CooccurrenceSettings {
  const reading = new SettingReading(cooccurrenceSettings, given);
  const settings = {
    of: reading.choice('of', occurringThings),
    within: reading.choice('within', contexts),
    top: reading.whole('top', 2),
    ...readClaimChoice(reading),
  };
  if (settings.of === 'topics' && settings.within === 'claim') {
    throw new SettingsError(
      'within',
      'A claim has one topic: choose within article or paragraph, or of actors or sources.',
    );
  }
  return settings;
}
