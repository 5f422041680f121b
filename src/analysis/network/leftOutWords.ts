import { listed } from '../../model/listed';
import { variableText, type Variable } from '../variables';
import { reasons, type ClaimCounts, type Reason } from './network';
import type { NetworkSettings } from './settings';

/** What a claim is, and what several are. */
export type Said = readonly [one: string, many: string];

/** By what claims are left out. */
export interface LeavingOut {
  readonly settings: Pick<
    NetworkSettings,
    'rows' | 'columns' | 'qualifier' | 'exclude' | 'only' | 'from' | 'to' | 'window'
  >;
  /** How many claims have a date that doesn't exist. */
  readonly impossibleDates: number;
}

/** Why claims are left out, and what to do. */
export function whyLeftOut(reason: Reason, of: LeavingOut): readonly [why: Said, todo: string] {
  const { settings, impossibleDates } = of;
  const { rows, columns, qualifier } = settings;
  switch (reason) {
    case 'irrelevant':
      return [
        ['is in an article that is marked irrelevant', 'are in articles that are marked irrelevant'],
        'Count them by include-irrelevant, or choose other articles.',
      ];
    case 'superseded':
      return [['is superseded', 'are superseded'], 'Count them by include-superseded.'];
    case 'excluded':
      return [['lies in an excluded range', 'lie in excluded ranges'], 'Count them by include-excluded.'];
    case 'imputed':
      return [['is imputed', 'are imputed'], 'Count them by include-imputed.'];
    case 'undated': {
      const wrong = impossibleDates === 0 ? '' : ", or one that doesn't exist";
      return [
        [`has no date${wrong}`, `have no date${wrong}`],
        'Give the claims or their articles dates like 2022-07-05, or leave out from, to and window.',
      ];
    }
    case 'outside':
      return [
        [`is not ${datesOf(settings)}`, `are not ${datesOf(settings)}`],
        settings.window === 'no' ? 'Choose other dates.' : 'Choose other dates, or a smaller window.',
      ];
    case 'filtered': {
      const by = filtersOf(settings);
      return [[`is left out by ${by}`, `are left out by ${by}`], `Choose other values for ${by}.`];
    }
    case 'no-row':
      return [without(rows), `${giving(rows)}, or choose other rows.`];
    case 'no-column':
      return [without(columns), `${giving(columns)}, or choose other columns.`];
    case 'no-qualifier':
      return [without(qualifier), `${giving(qualifier)}, or choose another qualifier, or aggregation ignore.`];
    case 'duplicate':
      return [['is like an earlier one', 'are like earlier ones'], 'Count them by duplicates include.'];
  }
}

/** "1 claim is", "2 claims are". */
export function claimsAre(count: number, [one, many]: Said): string {
  return count === 1 ? `1 claim ${one}` : `${count} claims ${many}`;
}

/** Why claims are left out, each reason with how many: "2 claims are superseded and 14 claims are imputed"; empty where none is.
 * @param order in which they are said */
export function whyNot({ leftOut }: ClaimCounts, of: LeavingOut, order: readonly Reason[] = reasons): string {
  const there = order.filter((reason) => leftOut[reason] > 0);
  return listed(there.map((reason) => claimsAre(leftOut[reason], whyLeftOut(reason, of)[0])));
}

/** Reasons, those of most claims first. */
export function byFrequency({ leftOut }: ClaimCounts): readonly Reason[] {
  return [...reasons].sort((a, b) => leftOut[b] - leftOut[a]);
}

/** Why no claim is left, and what to do; undefined where one is.
 * @param order in which reasons are said */
export function noClaimsLeft(counts: ClaimCounts, of: LeavingOut, order?: readonly Reason[]): string | undefined {
  const { claims, used, leftOut } = counts;
  if (claims === 0) return 'There are no claims: mark some in the articles, or choose others.';
  if (used > 0) return undefined;
  const [most] = byFrequency(counts);
  const todo = most !== undefined && leftOut[most] > 0 ? whyLeftOut(most, of)[1] : '';
  return `No claim is left of ${claims}: ${whyNot(counts, of, order)}. ${todo}`.trim();
}

function without(variable: Variable): Said {
  return [`has no ${variableText(variable)}`, `have no ${variableText(variable)}`];
}

function giving({ word, of }: Variable): string {
  switch (word) {
    case 'position':
      return 'Link the claims to speakers or holders';
    case 'speaker':
    case 'speaker.for':
      return 'Link the claims to speakers';
    case 'holder':
    case 'addressee':
    case 'source':
      return `Link the claims to ${word}s`;
    case 'role:':
      return `Link the claims by the role ${of}`;
    case 'topic':
    case 'topic:':
    case 'stance':
      return `Give the claims ${word.replace(':', '')}s`;
    case 'attribution':
      return 'Say of the claims whether they are reported, quoted or the own words of the author';
    case 'attribute:':
      return `Give the claims the attribute ${of}`;
    case 'actor.kind':
    case 'actor.parent':
      return `Give the actors a ${word.slice('actor.'.length)} in the codebook`;
    case 'actor.attribute:':
      return `Give the actors the attribute ${of} in the codebook`;
    case 'article.attribute:':
      return `Give the articles the attribute ${of}`;
    case 'article.author':
    case 'article.publisher':
    case 'article.section':
      return `Say of the articles what their ${word.slice('article.'.length)} is`;
    case 'article':
    case 'creator':
      return `Say of the claims what their ${word} is`;
  }
}

function filtersOf({ exclude, only }: LeavingOut['settings']): string {
  return [...(exclude.length > 0 ? ['exclude'] : []), ...(only.length > 0 ? ['only'] : [])].join(' or ');
}

function datesOf({ from, to, window }: LeavingOut['settings']): string {
  const dates = [...(from === undefined ? [] : [`from ${from}`]), ...(to === undefined ? [] : [`up to ${to}`])];
  return [...(window === 'no' ? [] : ['in a window']), ...dates].join(' ');
}
