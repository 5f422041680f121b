import * as vscode from 'vscode';
import { Pause } from '../pause';

/** Between a key and the view, for the next key to come. */
const TYPING_MS = 150;

/** Asks for a filter that is applied while it is typed: Enter leaves it as it is, Escape brings the one before back. */
export function askFilter(
  { title, placeholder }: { readonly title: string; readonly placeholder: string },
  present: string,
  apply: (typed: string) => void,
): Promise<void> {
  const input = vscode.window.createInputBox();
  input.title = title;
  input.placeholder = placeholder;
  input.prompt = vscode.l10n.t(
    'The view shows what fits. Enter keeps the filter, an empty one shows all, Escape goes back.',
  );
  input.value = present;
  const pause = new Pause(() => apply(input.value));
  let isKept = false;
  return new Promise((resolve) => {
    input.onDidChangeValue(() => pause.begin(TYPING_MS));
    input.onDidAccept(() => {
      isKept = true;
      input.hide();
    });
    input.onDidHide(() => {
      pause.dispose();
      apply(isKept ? input.value : present);
      input.dispose();
      resolve();
    });
    input.show();
  });
}
