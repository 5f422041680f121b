import * as vscode from 'vscode';
import { ActiveItem } from './activeItem';

/** Something to choose; its label, description and detail are made by plainLabel where they come from a file. */
export interface Choice<T> extends vscode.QuickPickItem {
  readonly value: T;
}

export interface Question<T> {
  readonly title: string;
  readonly placeholder: string;
  /** What fits what was typed, the most fitting first: Enter takes that. */
  readonly choices: (typed: string) => readonly Choice<T>[];
}

/** Asks by a list that is searched by typing; undefined where nothing was chosen. */
export function choose<T>({ title, placeholder, choices }: Question<T>): Promise<T | undefined> {
  const picker = vscode.window.createQuickPick<Choice<T>>();
  picker.title = title;
  picker.placeholder = placeholder;
  const active = new ActiveItem(picker);
  const show = (typed: string): void =>
    active.show(choices(typed.trim()).map((choice) => ({ ...choice, alwaysShow: true })));
  show('');
  return new Promise((resolve) => {
    picker.onDidChangeValue(show);
    picker.onDidAccept(() => {
      const choice = active.settled();
      if (!choice) return;
      resolve(choice.value);
      picker.hide();
    });
    picker.onDidHide(() => {
      resolve(undefined);
      active.dispose();
      picker.dispose();
    });
    picker.show();
  });
}
