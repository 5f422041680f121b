import * as vscode from 'vscode';
import type { Referent } from '../../model/references';

/** What a thing of the codebook is. */
export function kindWords(kind: Referent): string {
  const { t } = vscode.l10n;
  return { actor: t('actor'), topic: t('topic'), source: t('source') }[kind];
}
