import { plainLine } from '../model/plainLine';

/** Where in what is read something is wrong. */
export interface InputPlace {
  /** The file, relative to what was chosen. */
  readonly path: string;
  /** From 1. */
  readonly line?: number;
  /** The record, the element or the field, as the format calls it: "T12", "annotations[3]". */
  readonly at?: string;
}

/** Code points of what a message says, and of where. */
const MOST_SHOWN = 500;

/** What is read can't be understood, and none of it is taken over. The message is one line and says the place. */
export class InputError extends Error {
  /** A sentence without a full stop and without the place. */
  readonly problem: string;

  constructor(
    problem: string,
    readonly place: InputPlace,
  ) {
    const { path, line, at } = place;
    const where = `${path}${line === undefined ? '' : `, line ${line}`}${at === undefined ? '' : `, ${at}`}`;
    // Both may hold what a file says: of any length, with line breaks and with marks that turn the direction.
    const [plainWhere, plainProblem] = [plainLine(where, MOST_SHOWN), plainLine(problem, MOST_SHOWN)];
    super(`${plainWhere}: ${plainProblem}${plainProblem.endsWith('?') ? '' : '.'}`);
    this.problem = plainProblem;
  }
}
