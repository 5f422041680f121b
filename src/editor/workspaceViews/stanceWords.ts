import * as vscode from 'vscode';
import type { EffectiveCodebook } from '../../model/codebook';
import { plainLabel } from '../pickers/plainLabel';

/** A stance by its name; '' is none. */
export function stanceName({ stances }: EffectiveCodebook, id: string): string {
  if (id === '') return vscode.l10n.t('No stance');
  return plainLabel(stances.find((stance) => stance.id === id)?.name ?? id);
}
