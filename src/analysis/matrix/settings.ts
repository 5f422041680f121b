import { claimSettings, type ClaimChoice } from '../claimChoice';
import { readClaimChoice } from '../claimReading';
import { SettingReading } from '../settingReading';
import { SettingsError, type Given, type SettingSpec } from '../settings';
import { variableText, type Variable } from '../variables';

export const matrixOrders = ['frequency', 'similarity', 'name'] as const;

export interface MatrixSettings extends ClaimChoice {
  readonly rows: Variable;
  readonly columns: Variable;
  readonly qualifier: Variable;
  readonly order: (typeof matrixOrders)[number];
  /** Rows and columns that are shown one by one; at least 1. */
  readonly top: number;
  readonly topColumns: number;
}

export const matrixSettings: readonly SettingSpec[] = [
  { name: 'rows', takes: 'variable', usual: 'position', about: 'what the rows are' },
  { name: 'columns', takes: 'variable', usual: 'topic', about: 'what the columns are' },
  { name: 'qualifier', takes: 'variable', usual: 'stance', about: 'what the colour is of' },
  {
    ...{ name: 'order', takes: 'choice', choices: matrixOrders, usual: 'frequency' },
    about: 'in what order rows and columns stand: similarity puts those together that take sides alike',
  },
  {
    name: 'top',
    takes: 'number',
    usual: '25',
    about: 'how many rows are shown, the most frequent; the others together',
  },
  { name: 'top-columns', takes: 'number', usual: '15', about: 'how many columns are shown, likewise' },
  ...claimSettings,
];

/** @throws {SettingsError} where a setting can't be what it was given, or rows are columns */
export function readMatrixSettings(given: Given): MatrixSettings {
  const reading = new SettingReading(matrixSettings, given);
  const settings = {
    rows: reading.variable('rows'),
    columns: reading.variable('columns'),
    qualifier: reading.variable('qualifier'),
    order: reading.choice('order', matrixOrders),
    top: reading.whole('top', 1),
    topColumns: reading.whole('top-columns', 1),
    ...readClaimChoice(reading),
  };
  if (variableText(settings.rows) === variableText(settings.columns)) {
    const text = variableText(settings.rows);
    throw new SettingsError('columns', `rows and columns are both ${text}: choose another for one.`);
  }
  return settings;
}
