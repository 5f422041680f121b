/** What is to be said of a field of a file that can be read. Errors count; warnings need a look; notes are for who likes order. */
export interface FieldFinding {
  readonly severity: 'error' | 'warning' | 'note';
  /** In English, of a sentence's length. */
  readonly message: string;
  readonly path: readonly (string | number)[];
}
