import * as vscode from 'vscode';
import { UserError, type Action, type FileProblem } from '../userError';

/** The disk took nothing; memory keeps what was to be written. */
export class WriteError extends UserError {
  constructor(
    readonly file: string,
    readonly why: string,
    ...actions: readonly Action[]
  ) {
    super(
      vscode.l10n.t(
        '{0} could not be written: {1}. What you did stays in memory; make room or free the file, then try again.',
        file,
        why,
      ),
      ...actions,
    );
  }
}

/** What is on disk can't be read, so that nothing is written over it. */
export function unwritable(file: string, { line, message }: Pick<FileProblem, 'line' | 'message'>): UserError {
  return new UserError(
    vscode.l10n.t('{0}, line {1}: {2}. Nothing was written; what you did stays in memory.', file, line, message),
  );
}

/** A system's or file system's error in words. */
export function reason(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).replace(/\.$/, '');
}
