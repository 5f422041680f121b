import * as vscode from 'vscode';
import { spokenOf, type Row } from './row';
import { rowsOfMany } from './rowsOfMany';

/** What stands for a thing that annotations speak of and the codebook doesn't know. */
export function unknownIcon(): vscode.ThemeIcon {
  return new vscode.ThemeIcon('question', new vscode.ThemeColor('policyAnnotator.uncertainBorder'));
}

/** The row above such things; none where there are none. */
export function unknownGroup(id: string, unknown: readonly string[], row: (id: string) => Row): readonly Row[] {
  if (unknown.length === 0) return [];
  const label = vscode.l10n.t('Not in the codebook');
  return [
    {
      id,
      label,
      description: `${unknown.length}`,
      spoken: spokenOf(label, `${unknown.length}`),
      context: 'unknown',
      icon: unknownIcon(),
      children: () => rowsOfMany({ id, items: unknown, rows: (some) => some.map(row), nameOf: (one) => one }),
    },
  ];
}
