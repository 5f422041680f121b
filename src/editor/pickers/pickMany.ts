import * as vscode from 'vscode';
import type { Choice } from './choose';
import { heading, type Row } from './pick';

export interface ManyList<T> {
  readonly title: string;
  readonly placeholder: string;
  /** Under headings, in their order. All are chosen at first, but for those that say `picked: false`. */
  readonly groups: readonly { readonly label: string; readonly choices: readonly Choice<T>[] }[];
  /** The person moved to a choice. */
  readonly moved?: (value: T) => void;
}

/** Asks which of many are meant, each with a box that can be struck; undefined where it was given up. */
export function pickMany<T>({ title, placeholder, groups, moved }: ManyList<T>): Promise<readonly T[] | undefined> {
  const picker = vscode.window.createQuickPick<Row<T>>();
  picker.title = title;
  picker.placeholder = placeholder;
  picker.canSelectMany = true;
  picker.matchOnDescription = true;
  picker.items = groups.flatMap(({ label, choices }) => [...(label === '' ? [] : [heading(label)]), ...choices]);
  picker.selectedItems = groups.flatMap(({ choices }) => choices.filter(({ picked }) => picked !== false));
  return new Promise((resolve) => {
    picker.onDidChangeActive(([row]) => {
      if (row && 'value' in row) moved?.(row.value);
    });
    picker.onDidAccept(() => {
      resolve(picker.selectedItems.flatMap((row) => ('value' in row ? [row.value] : [])));
      picker.hide();
    });
    picker.onDidHide(() => {
      resolve(undefined);
      picker.dispose();
    });
    picker.show();
  });
}
