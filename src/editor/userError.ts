import * as vscode from 'vscode';

/** A button of a message. */
export interface Action {
  readonly title: string;
  readonly run: () => unknown;
}

/** Something that a person can mend; its message says what happened and what to do. Nothing was changed. */
export class UserError extends Error {
  readonly actions: readonly Action[];

  constructor(message: string, ...actions: readonly Action[]) {
    super(message);
    this.name = 'UserError';
    this.actions = actions;
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
  /** Whether its content is broken, so that what can be read of it may be rescued. */
  readonly isBroken?: boolean;
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
  const open = { title: vscode.l10n.t('Open File'), run: () => openAt(problem) };
  const rescue = {
    title: vscode.l10n.t('Rescue…'),
    run: () => vscode.commands.executeCommand('policyAnnotator.rescueFile', problem.uri),
  };
  return new UserError(text, open, ...(problem.isBroken ? [rescue] : []));
}

/** Shows a line of a file. */
export async function openAt(problem: Pick<FileProblem, 'uri' | 'line'>): Promise<void> {
  const position = new vscode.Position(Math.max(0, problem.line - 1), 0);
  await vscode.window.showTextDocument(problem.uri, { selection: new vscode.Range(position, position) });
}
