import * as vscode from 'vscode';
import type { ClaimCounts, Reason } from '../../../analysis/network/network';

const { t } = vscode.l10n;

/** What became of the claims, in a sentence or two. */
export function claimsInWords({ claims, used, leftOut }: ClaimCounts): string {
  const counts = Object.entries(leftOut) as [Reason, number][];
  const left = counts.flatMap(([reason, count]) => (count > 0 ? [`${count} ${reasonWords(reason)}`] : []));
  const said = t('{0} of {1} claims are in it.', used, claims);
  return left.length === 0 ? said : t('{0} Left out: {1}.', said, left.join(', '));
}

function reasonWords(reason: Reason): string {
  switch (reason) {
    case 'irrelevant':
      return t('in irrelevant articles');
    case 'superseded':
      return t('superseded');
    case 'excluded':
      return t('in excluded text');
    case 'imputed':
      return t('imputed');
    case 'undated':
      return t('without a date');
    case 'outside':
      return t('outside the period');
    case 'filtered':
      return t('left out or not asked for');
    case 'no-row':
      return t('without a row');
    case 'no-column':
      return t('without a column');
    case 'no-qualifier':
      return t('without a qualifier');
    case 'duplicate':
      return t('duplicates');
  }
}
