/** Where in what is read something is wrong. */
export interface InputPlace {
  /** The file, relative to what was chosen. */
  readonly path: string;
  /** From 1. */
  readonly line?: number;
  /** The record, the element or the field, as the format calls it: "T12", "annotations[3]". */
  readonly at?: string;
}

/** What is read can't be understood, and none of it is taken over. The message is one line and says the place. */
export class InputError extends Error {
  constructor(
    /** A sentence without a full stop and without the place. */
    readonly problem: string,
    readonly place: InputPlace,
  ) {
    const { path, line, at } = place;
    super(`${path}${line === undefined ? '' : `, line ${line}`}${at === undefined ? '' : `, ${at}`}: ${problem}.`);
  }
}
