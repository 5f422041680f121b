import * as vscode from 'vscode';
import { showError } from '../messages';
import { Arguments } from './arguments';

/** One command of the contract: by palette, menu or key it asks (`args` undefined), with an argument object it never does. */
export interface Command<T = unknown> {
  /** Without the prefix `policyAnnotator.`. */
  readonly id: string;
  readonly run: (args: Arguments | undefined) => Promise<T>;
  /** What the command gives where it fails: false where it gives a boolean, else undefined. */
  readonly otherwise?: T;
}

/** Registers commands such that a failure shows a message, changes nothing, and gives {@link Command.otherwise}. */
export function registerCommands(commands: readonly Command[]): vscode.Disposable {
  return vscode.Disposable.from(
    ...commands.map(({ id, run, otherwise }) =>
      vscode.commands.registerCommand(`policyAnnotator.${id}`, async (first: unknown) => {
        try {
          return await run(Arguments.from(first));
        } catch (error) {
          showError(error);
          return otherwise;
        }
      }),
    ),
  );
}
