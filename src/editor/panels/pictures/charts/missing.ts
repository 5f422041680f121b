import * as vscode from 'vscode';
import type { ClaimCounts } from '../../../../analysis/network/network';

const { t } = vscode.l10n;

/** Why there is nothing to be drawn; undefined where there is something.
 * @param isEmpty whether there is nothing in the figures */
export function missingWords({ claims, used }: ClaimCounts, isEmpty: boolean, otherwise?: string): string | undefined {
  if (!isEmpty) return undefined;
  if (claims === 0) return t('No claim is marked yet. Mark who says what: then it shows here.');
  if (used === 0) return t('No claim is left: see below what is left out, and change the settings.');
  return otherwise ?? t('There is nothing to be drawn.');
}
