import { shortened } from '../model/shortened';
import { showUnseen } from '../model/unseen';

/** How a command ended, as its exit code says. */
export const exitCodes = { ok: 0, problems: 1, failed: 2 } as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** A command of the tool: one file each, and a line in commands.ts. */
export interface Command {
  /** What `--help` prints below the line that calls it. */
  readonly help: string;
  /** Throws {@link Failure} where it can't do its work. */
  readonly run: (args: readonly string[]) => Promise<ExitCode>;
}

/** The work can't be done: wrong arguments, or a file that can't be read or written. Nothing was written. */
export class Failure extends Error {}

/** Wrong arguments; where to read how the command is called is said too. The message is whole sentences. */
export class UsageError extends Failure {}

/** More of a text tells nothing any more; no disk's paths are longer. */
const MOST_PRINTED = 4096;

/** Text of a file as it may be printed: on one line, and with what could act on the terminal, or can't be seen, by its
 * code point; what is very long is cut, which an ellipsis shows. */
export function printable(text: string): string {
  return showUnseen(shortened(text, MOST_PRINTED)).replace(
    /[\t-\r\u2028\u2029]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** What a command gives to whoever called it. */
export function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

/** What is said beside that. */
export function say(text: string): void {
  process.stderr.write(`${text}\n`);
}

/** A report for machines. */
export function asJson(report: object): string {
  return JSON.stringify(report, null, 2);
}

/** "1 sidecar", "2 sidecars" */
export function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}
