import * as vscode from 'vscode';
import type { Choice } from './choose';

/** A line of a list: something to choose, or a heading. */
export type Row<T> = Choice<T> | vscode.QuickPickItem;

export interface List<T> {
  readonly title: string;
  readonly placeholder: string;
  readonly rows: readonly Row<T>[];
  /** What Enter takes at first; else the first choice. */
  readonly active?: Choice<T> | undefined;
  /** The person moved to a choice, or the list has opened with it. */
  readonly moved?: (value: T) => void;
}

/** Asks by a list that VS Code filters itself, by label and description; undefined where nothing was chosen. */
export function pick<T>({ title, placeholder, rows, active, moved }: List<T>): Promise<T | undefined> {
  const picker = vscode.window.createQuickPick<Row<T>>();
  picker.title = title;
  picker.placeholder = placeholder;
  picker.matchOnDescription = true;
  picker.items = rows;
  if (active) picker.activeItems = [active];
  return new Promise((resolve) => {
    picker.onDidChangeActive(([row]) => {
      if (row && 'value' in row) moved?.(row.value);
    });
    picker.onDidAccept(() => {
      const [row] = picker.activeItems;
      if (!row || !('value' in row)) return;
      resolve(row.value);
      picker.hide();
    });
    picker.onDidHide(() => {
      resolve(undefined);
      picker.dispose();
    });
    picker.show();
  });
}

export function heading(label: string): vscode.QuickPickItem {
  return { label, kind: vscode.QuickPickItemKind.Separator };
}

/** Choices under a heading; nothing where there are none. */
export function section<T>(label: string, choices: readonly Choice<T>[]): readonly Row<T>[] {
  return choices.length > 0 ? [heading(label), ...choices] : [];
}
