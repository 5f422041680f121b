import { claimSettings, type ClaimChoice } from '../claimChoice';
import { readClaimChoice } from '../claimReading';
import { SettingReading } from '../settingReading';
import type { Given, SettingSpec } from '../settings';
import type { Variable } from '../variables';

export const evidenceViews = ['evidence', 'contradictions'] as const;

export interface EvidenceSettings extends ClaimChoice {
  readonly show: (typeof evidenceViews)[number];
  /** By what claims are put together. */
  readonly by: Variable;
  /** The id of the attribute that says whether a claim is true. */
  readonly verdict: string;
  /** How many groups, or contradictions, are shown; at least 1. */
  readonly top: number;
}

export const evidenceSettings: readonly SettingSpec[] = [
  {
    ...{ name: 'show', takes: 'choice', choices: evidenceViews, usual: 'evidence' },
    about: 'what speaks for and against claims, or who is for and against one topic, by date',
  },
  { name: 'by', takes: 'variable', usual: 'topic', about: 'by what claims are put together' },
  { name: 'verdict', takes: 'text', usual: 'verdict', about: 'the attribute that says whether a claim is true' },
  {
    name: 'top',
    takes: 'number',
    usual: '20',
    about: 'how many groups are shown, those of most claims; the others together',
  },
  ...claimSettings,
];

/** @throws {SettingsError} where a setting can't be what it was given */
export function readEvidenceSettings(given: Given): EvidenceSettings {
  const reading = new SettingReading(evidenceSettings, given);
  return {
    show: reading.choice('show', evidenceViews),
    by: reading.variable('by'),
    verdict: reading.text('verdict') ?? 'verdict',
    top: reading.whole('top', 1),
    ...readClaimChoice(reading),
  };
}
