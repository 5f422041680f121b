import type * as vscode from 'vscode';

/** Something that a person can mend; its message says what happened and what to do. Nothing was changed. */
export class UserError extends Error {
  constructor(
    message: string,
    readonly action?: { readonly title: string; readonly run: () => Thenable<unknown> | void },
  ) {
    super(message);
    this.name = 'UserError';
  }
}

/** Where something is wrong in a file, 1-based. */
export interface FileProblem {
  readonly uri: vscode.Uri;
  readonly line: number;
  readonly message: string;
}
