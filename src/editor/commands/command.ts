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
  /** Whether it waits until the one before is done: by default where it has an argument object, so never for a person. */
  readonly inTurn?: 'always' | 'never';
}

/**
 * Registers commands such that a failure shows a message, changes nothing, and gives {@link Command.otherwise}. Commands
 * that are called without waiting for each other take turns: each finds what the one before made.
 */
export function registerCommands(commands: readonly Command[]): vscode.Disposable {
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <R>(work: () => Promise<R>): Promise<R> => {
    const turn = last.then(work);
    last = turn.catch(() => undefined);
    return turn;
  };
  return vscode.Disposable.from(
    ...commands.map(({ id, run, otherwise, inTurn: turns }) =>
      vscode.commands.registerCommand(`policyAnnotator.${id}`, async (first: unknown) => {
        try {
          const args = Arguments.from(first);
          const waits = turns === undefined ? args !== undefined : turns === 'always';
          return await (waits ? inTurn(() => run(args)) : run(args));
        } catch (error) {
          showError(error);
          return otherwise;
        }
      }),
    ),
  );
}
