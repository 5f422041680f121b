import * as vscode from 'vscode';
import type { Json } from '../../model/json';
import { Arguments } from '../commands/arguments';
import type { Choice } from './choose';
import type { FieldInput } from './fieldInputs';
import { PendingChanges, type PresentField } from './pendingChanges';
import { pick } from './pick';
import { plainLabel } from './plainLabel';

export interface MenuField extends PresentField {
  readonly label: string;
  readonly input: FieldInput;
  /** Proposed where there is no value; kept unless the person changes it. */
  readonly guess?: Json | undefined;
}

const KEEP = 'keep';

/**
 * A menu of fields with their values. Choosing one asks for its value and comes back to the menu; the first item keeps all
 * changes, Escape gives them up. The argument object of what was changed; undefined where nothing was.
 */
export async function askFields(title: string, fields: readonly MenuField[]): Promise<Arguments | undefined> {
  const pending = new PendingChanges(fields);
  const guessed = new Set<string>();
  for (const { key, guess } of fields) {
    if (guess === undefined) continue;
    pending.set(key, guess);
    guessed.add(key);
  }
  for (;;) {
    const keep: Choice<MenuField | typeof KEEP> = {
      label: `$(check) ${vscode.l10n.t('Keep changes')}`,
      description: pending.size === 1 ? vscode.l10n.t('1 change') : vscode.l10n.t('{0} changes', pending.size),
      value: KEEP,
    };
    const rows = fields.map((field) => fieldChoice(field, pending, guessed.has(field.key)));
    const chosen = await pick<MenuField | typeof KEEP>({
      title,
      placeholder:
        pending.size > 0
          ? vscode.l10n.t('Enter keeps the changes, Escape gives them up')
          : vscode.l10n.t('Choose what to change'),
      rows: pending.size > 0 ? [keep, ...rows] : rows,
    });
    if (chosen === undefined) return undefined;
    if (chosen === KEEP) return new Arguments(pending.toArguments());
    const value = await chosen.input.ask(`${title} › ${plainLabel(chosen.label)}`, pending.value(chosen.key));
    if (value === undefined) continue;
    pending.set(chosen.key, value);
    guessed.delete(chosen.key);
  }
}

function fieldChoice(field: MenuField, pending: PendingChanges, isGuess: boolean): Choice<MenuField> {
  const value = pending.value(field.key);
  const shown = value === undefined ? vscode.l10n.t('no value') : plainLabel(field.input.shown(value), 80);
  const icon = isGuess ? '$(lightbulb)' : pending.isChanged(field.key) ? '$(edit)' : '$(blank)';
  return {
    label: `${icon} ${plainLabel(field.label)}`,
    description: isGuess ? vscode.l10n.t('{0} (guess)', shown) : shown,
    value: field,
  };
}
