import * as vscode from 'vscode';
import type { Tally } from '../../corpus/tallies';
import type { EffectiveCodebook } from '../../model/codebook';
import { dotted } from './row';
import { sidesOf } from './stanceCounts';

const { t } = vscode.l10n;

/** "14 in 3 articles"; empty where there is none. */
export function inArticles(count: number, articles: number): string {
  if (count === 0) return '';
  return articles === 1 ? t('{0} in 1 article', count) : t('{0} in {1} articles', count, articles);
}

export function claimsCount(count: number): string {
  if (count === 0) return '';
  return count === 1 ? t('1 claim') : t('{0} claims', count);
}

export function passagesCount(count: number): string {
  if (count === 0) return '';
  return count === 1 ? t('1 passage') : t('{0} passages', count);
}

export function placesCount(count: number): string {
  if (count === 0) return '';
  return count === 1 ? t('1 place') : t('{0} places', count);
}

/** "3 for · 1 against"; empty where there is no claim. */
export function sideWords({ byStance }: Pick<Tally, 'byStance'>, { stances }: EffectiveCodebook): string {
  const { for: pro, against, neutral, none } = sidesOf(byStance, stances);
  return dotted(
    pro > 0 ? t('{0} for', pro) : '',
    against > 0 ? t('{0} against', against) : '',
    neutral > 0 ? t('{0} neutral', neutral) : '',
    none > 0 ? t('{0} without stance', none) : '',
  );
}

export const noTally: Tally = { mentions: 0, articles: 0, claims: 0, byStance: new Map() };
