import * as vscode from 'vscode';

const EVERY_MS = 2000;

/** Calls `refresh` whenever files may have changed from outside: when the window comes to the front, and every two seconds
 * while it is there. File events alone don't do: network drives and some servers send none. */
export function keepFresh(refresh: () => Promise<unknown>): vscode.Disposable {
  let busy = false;
  const look = (): void => {
    if (busy || !vscode.window.state.focused) return;
    busy = true;
    void refresh().finally(() => {
      busy = false;
    });
  };
  const timer = setInterval(look, EVERY_MS);
  return vscode.Disposable.from(vscode.window.onDidChangeWindowState(look), {
    dispose: () => clearInterval(timer),
  });
}
