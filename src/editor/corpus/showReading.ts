import * as vscode from 'vscode';
import { slowWork, type Work } from '../slowWork';

/** So many files may take so long that a person wants to give up waiting for them. */
const MANY = 1000;

/** Reads annotations, and shows that in the status bar; of many files also in a message, once it takes over a second, where it
 * can be cancelled. */
export async function showReading<T>(files: number, work: (how: Work) => Promise<T>): Promise<T> {
  const title = vscode.l10n.t('Reading annotations…');
  const options = { location: vscode.ProgressLocation.Window, title };
  return vscode.window.withProgress(options, async (progress, token) => {
    const show = (message: string): void => progress.report({ message });
    if (files < MANY) return work({ token, report: show });
    return slowWork(title, (how) =>
      work({
        token: how.token,
        report: (message) => {
          show(message);
          how.report(message);
        },
      }),
    );
  });
}
