import { speakersFor, type ActorReading } from './claims';
import type { SettingSpec } from './settings';
import type { Variable } from './variables';

/** A variable, and the ids, names or aliases of what it may be or may not be. */
export interface Choice {
  readonly variable: Variable;
  readonly values: readonly string[];
}

/** Which claims an analysis is about. */
export interface ClaimChoice extends ActorReading {
  /** The first and the last day; partial dates are their first, or their last, day. A claim's own partial date stands for its
   * first day; claims without a date are left out where one of these is given. */
  readonly from?: string;
  readonly to?: string;
  /** Claims, or values of rows and columns, that are left out; `only`: that alone are kept, several of one variable as alternatives. */
  readonly exclude: readonly Choice[];
  readonly only: readonly Choice[];
  readonly imputed: boolean;
  readonly superseded: boolean;
  readonly excludedRanges: boolean;
  readonly irrelevant: boolean;
}

/** The settings that say which claims are meant. */
export const claimSettings: readonly SettingSpec[] = [
  { name: 'from', takes: 'date', about: 'the first day, or month, or year' },
  { name: 'to', takes: 'date', about: 'the last day, or month, or year' },
  { name: 'exclude', takes: 'pairs', about: 'leaves out what has this value' },
  { name: 'only', takes: 'pairs', about: 'keeps what has this value alone' },
  { name: 'include-imputed', takes: 'flag', about: 'counts positions that writers ascribe to somebody too' },
  { name: 'include-superseded', takes: 'flag', about: 'counts claims too that a decision superseded' },
  { name: 'include-excluded', takes: 'flag', about: 'counts claims in excluded ranges too' },
  { name: 'include-irrelevant', takes: 'flag', about: 'counts articles too that are marked irrelevant' },
  { name: 'expand-members', takes: 'flag', about: 'counts the members of a collective instead of it' },
  {
    name: 'speaker-for',
    takes: 'choice',
    choices: speakersFor,
    usual: 'person',
    about: 'who counts where somebody speaks for an organization',
  },
];
