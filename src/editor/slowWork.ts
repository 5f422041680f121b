import * as vscode from 'vscode';

const SLOW_MS = 1000;

/** What long work is told and tells: whether to stop, and how far it is. */
export interface Work {
  readonly token: vscode.CancellationToken;
  readonly report: (message: string) => void;
}

/** Does work that mostly takes no time; where it takes over a second, that is shown, and can be cancelled. */
export async function slowWork<T>(title: string, work: (how: Work) => Promise<T>): Promise<T> {
  const source = new vscode.CancellationTokenSource();
  let message = '';
  let show = (_message: string): void => undefined;
  const result = work({
    token: source.token,
    report: (now) => {
      message = now;
      show(now);
    },
  });
  const timer = setTimeout(() => {
    const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
    void vscode.window.withProgress(options, async (progress, token) => {
      token.onCancellationRequested(() => source.cancel());
      show = (now) => progress.report({ message: now });
      show(message);
      await result.catch(() => undefined); // told by whoever waits for the result
    });
  }, SLOW_MS);
  try {
    return await result;
  } finally {
    clearTimeout(timer);
    source.dispose();
  }
}
