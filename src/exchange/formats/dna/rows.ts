import { InputError } from '../../inputError';
import type { SqliteFile } from '../../reading/sqlite';

/** The numbers by which rows are known: whole ones, each once in its table. */
export class Ids {
  readonly #seen = new Set<number>();
  #row = 0;

  constructor(
    private readonly table: string,
    private readonly path: string,
  ) {}

  next(id: number | undefined): number {
    this.#row += 1;
    const say = (problem: string): InputError =>
      new InputError(problem, { path: this.path, at: `${this.table}, row ${this.#row}` });
    if (id === undefined || !Number.isSafeInteger(id)) throw say('The ID is no whole number');
    if (this.#seen.has(id)) throw say(`The ID ${id} is there twice`);
    this.#seen.add(id);
    return id;
  }
}

/** A table's names by their ids. */
export function named(file: SqliteFile, path: string, table: string, column: string): Map<number, string> {
  const ids = new Ids(table, path);
  const rows = [...file.rows(table, { numbers: ['ID'], texts: [column] })];
  return new Map(rows.map((row) => [ids.next(row.ID), trimmed(row[column])]));
}

export function trimmed(text: string | undefined): string {
  return text?.trim() ?? '';
}
