import * as vscode from 'vscode';
import type { DrawnNetwork } from '../../../../analysis/network/drawing';
import { claimsInWords } from '../countWords';

const { t } = vscode.l10n;

/** What became of the claims, and what else there is to know of them. */
export function countsInWords({ network, statements }: DrawnNetwork): readonly string[] {
  const { impossibleDates, levels, settings } = statements;
  const isLevel = settings.aggregation !== 'ignore' && levels.kind !== 'text' && levels.values.length === 1;
  return [
    claimsInWords(network.counts),
    ...(impossibleDates > 0 ? [t('{0} dates don’t exist: their claims count as undated.', impossibleDates)] : []),
    ...(isLevel ? [t('The qualifier has one level alone: all agree.')] : []),
  ];
}
