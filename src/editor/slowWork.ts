import * as vscode from 'vscode';

const SLOW_MS = 1000;

/** What long work is told and tells: whether to stop, and how far it is. */
export interface Work {
  readonly token: vscode.CancellationToken;
  /** @param done how much of it, 0 to 1; where that isn't told, the bar only moves */
  readonly report: (message: string, done?: number) => void;
}

/** Does work that mostly takes no time; where it takes over a second, that is shown, and can be cancelled. */
export async function slowWork<T>(title: string, work: (how: Work) => Promise<T>): Promise<T> {
  const source = new vscode.CancellationTokenSource();
  let [message, part]: [string, number | undefined] = ['', undefined];
  let show = (_message: string, _part?: number): void => undefined;
  const result = work({
    token: source.token,
    report: (...now) => {
      [message, part] = now;
      show(...now);
    },
  });
  const timer = setTimeout(() => {
    const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
    void vscode.window.withProgress(options, async (progress, token) => {
      token.onCancellationRequested(() => source.cancel());
      let shown = 0;
      show = (now, done = shown) => {
        progress.report({ message: now, ...(done > shown ? { increment: (done - shown) * 100 } : {}) });
        shown = Math.max(shown, done);
      };
      show(message, part);
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
