import { claimSettings, type ClaimChoice } from '../claimChoice';
import { readClaimChoice } from '../claimReading';
import { SettingReading } from '../settingReading';
import type { Given, SettingSpec } from '../settings';
import type { Variable } from '../variables';
import { periodUnits, type PeriodUnit } from './periods';

export interface TimelineSettings extends ClaimChoice {
  readonly unit: PeriodUnit;
  /** By what claims are told apart. */
  readonly series: Variable;
  /** Series that are shown one by one; at least 1. */
  readonly top: number;
  /** Periods of a moving average; 1 for none. */
  readonly moving: number;
}

export const timelineSettings: readonly SettingSpec[] = [
  { name: 'unit', takes: 'choice', choices: periodUnits, usual: 'month', about: 'how long a period is' },
  { name: 'series', takes: 'variable', usual: 'stance', about: 'by what claims are told apart' },
  {
    name: 'top',
    takes: 'number',
    usual: '7',
    about: 'how many series are shown, the most frequent; the others together',
  },
  { name: 'moving', takes: 'number', usual: '1', about: 'of how many periods a moving average is shown' },
  ...claimSettings,
];

/** @throws {SettingsError} where a setting can't be what it was given */
export function readTimelineSettings(given: Given): TimelineSettings {
  const reading = new SettingReading(timelineSettings, given);
  return {
    unit: reading.choice('unit', periodUnits),
    series: reading.variable('series'),
    top: reading.whole('top', 1),
    moving: reading.whole('moving', 1),
    ...readClaimChoice(reading),
  };
}
