import { claimSettings, type ClaimChoice } from '../claimChoice';
import type { SettingSpec } from '../settings';
import type { Variable } from '../variables';

export const modes = ['one-mode', 'two-mode', 'event-list'] as const;
export const aggregations = ['ignore', 'congruence', 'conflict', 'subtract', 'combine'] as const;
export const normalisations = [
  ...(['no', 'average', 'jaccard', 'cosine', 'vector-cosine', 'activity', 'prominence'] as const),
] as const;
export const duplicatesKept = ['include', 'document', 'week', 'month', 'year', 'acrossrange'] as const;
export const windowUnits = ['no', 'days', 'weeks', 'months', 'years', 'events'] as const;
export const kernels = ['no', 'uniform', 'epanechnikov', 'triangular', 'gaussian'] as const;

/** How claims become a network; see docs/networks.md for every definition. */
export interface NetworkSettings extends ClaimChoice {
  readonly mode: (typeof modes)[number];
  readonly rows: Variable;
  readonly columns: Variable;
  readonly qualifier: Variable;
  readonly aggregation: (typeof aggregations)[number];
  readonly normalisation: (typeof normalisations)[number];
  readonly duplicates: (typeof duplicatesKept)[number];
  /** Whether all values of the variables are nodes, also those that no claim has that is left. */
  readonly isolates: boolean;
  readonly window: (typeof windowUnits)[number];
  /** Units of a window; at least 1. */
  readonly windowSize: number;
  readonly kernel: (typeof kernels)[number];
}

/** The settings of a network, those of its claims last. */
export const networkSettings: readonly SettingSpec[] = [
  {
    ...{ name: 'mode', takes: 'choice', choices: modes, usual: 'one-mode' },
    about: 'rows with rows, rows with columns, or the claims one by one',
  },
  { name: 'rows', takes: 'variable', usual: 'position', about: 'what the rows are' },
  { name: 'columns', takes: 'variable', usual: 'topic', about: 'what the columns are' },
  { name: 'qualifier', takes: 'variable', usual: 'stance', about: 'by what claims agree or differ' },
  {
    ...{ name: 'aggregation', takes: 'choice', choices: aggregations, usual: 'ignore' },
    about: 'how the levels of the qualifier are added up',
  },
  {
    ...{ name: 'normalisation', takes: 'choice', choices: normalisations, usual: 'no' },
    about: 'by what weights are divided',
  },
  {
    ...{ name: 'duplicates', takes: 'choice', choices: duplicatesKept, usual: 'include' },
    about: 'within what a claim like an earlier one is left out',
  },
  { name: 'isolates', takes: 'flag', about: 'makes nodes of all values, also of those that no chosen claim has' },
  {
    ...{ name: 'window', takes: 'choice', choices: windowUnits, usual: 'no' },
    about: 'makes a network for each window of time, in these units',
  },
  { name: 'window-size', takes: 'number', usual: '1', about: 'how many units a window has' },
  {
    ...{ name: 'kernel', takes: 'choice', choices: kernels, usual: 'no' },
    about: 'lets claims count less, the further they are from the middle of their window',
  },
  ...claimSettings,
];
