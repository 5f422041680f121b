import * as vscode from 'vscode';

/** Something that a person can mend; its message says what happened and what to do. Nothing was changed. */
export class UserError extends Error {
  constructor(
    message: string,
    readonly action?: { readonly title: string; readonly run: () => unknown },
  ) {
    super(message);
    this.name = 'UserError';
  }
}

/** Whether this is a {@link UserError}, of whichever bundle: a lazily loaded part has its own copy of the class. */
export function isUserError(error: unknown): error is UserError {
  return error instanceof Error && error.name === 'UserError';
}

/** What is wrong in a file, and where (line 1-based). */
export interface FileProblem {
  readonly uri: vscode.Uri;
  readonly line: number;
  readonly message: string;
  /** Whether the file could be read, and only must not be written. */
  readonly readOnly?: boolean;
}

/** For whoever wants to change a file that can't be read or must not be written. */
export function unreadable(problem: FileProblem): UserError {
  const shown = vscode.workspace.asRelativePath(problem.uri);
  const text = vscode.l10n.t(
    '{0}, line {1}: {2}. It is left as it is, and annotating stays off until that is mended.',
    shown,
    problem.line,
    problem.message.replace(/\.$/, ''),
  );
  return new UserError(text, { title: vscode.l10n.t('Open File'), run: () => openAt(problem) });
}

async function openAt(problem: FileProblem): Promise<void> {
  const position = new vscode.Position(Math.max(0, problem.line - 1), 0);
  await vscode.window.showTextDocument(problem.uri, { selection: new vscode.Range(position, position) });
}
