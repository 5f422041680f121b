import type { Database, SqlValue, Statement } from 'sql.js';
import initSqlJs from 'sql.js/dist/sql-wasm-browser.js';
import { InputError } from '../inputError';

/** Columns by how they are read. */
export interface Columns<N extends string, T extends string> {
  readonly numbers?: readonly N[];
  readonly texts?: readonly T[];
}

/** A row by the names of its columns; undefined is NULL, a column that the table lacks, or what is no number where one is read. */
export type Row<N extends string, T extends string> = { readonly [K in N]: number | undefined } & {
  readonly [K in T]: string | undefined;
};

const MAGIC = 'SQLite format 3\0';
const MAX_BYTES = 1024 * 1024 * 1024;

/** The name of a resource with the library's code, see `ReadContext.resource`. */
export const SQLITE_RESOURCE = 'sql-wasm.wasm';

/**
 * A database file of somebody else's, to read its plain tables from start to end. Nothing that the file brings is run: views and
 * virtual tables aren't tables here, triggers don't fire, indexes and generated columns aren't looked at, and functions
 * that a schema may not call are refused (https://www.sqlite.org/security.html). Close it when done.
 */
export class SqliteFile {
  readonly #tables = new Map<string, { readonly name: string; readonly columns: ReadonlyMap<string, string> }>();
  readonly #views = new Set<string>();
  readonly #encoding: string;

  private constructor(
    private readonly database: Database,
    private readonly path: string,
  ) {
    this.#tried(() =>
      database.exec('PRAGMA query_only = ON; PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON'),
    );
    const [encoding = ''] = this.#all('PRAGMA encoding').map(([name]) => String(name));
    this.#encoding = encoding.toLowerCase();
    for (const [type, name, sql] of this.#all('SELECT type, name, sql FROM sqlite_master')) {
      if (typeof name !== 'string') continue;
      const isPlain = type === 'table' && !/^\s*CREATE\s+VIRTUAL\s/i.test(String(sql));
      if (!isPlain) {
        if (type === 'table' || type === 'view') this.#views.add(name.toLowerCase());
        continue;
      }
      // Gives neither hidden nor generated columns.
      const columns = this.#all(`PRAGMA table_info(${quoted(name)})`).map(([, column]) => String(column));
      const byName = new Map(columns.map((column) => [column.toLowerCase(), column]));
      this.#tables.set(name.toLowerCase(), { name, columns: byName });
    }
  }

  /** @param wasm the bytes of {@link SQLITE_RESOURCE}
   * Throws an {@link InputError} where the bytes are no whole SQLite file. */
  static async open(bytes: Uint8Array, path: string, wasm: Uint8Array): Promise<SqliteFile> {
    const problem = headProblem(bytes);
    if (problem !== undefined) throw new InputError(problem, { path });
    const sqlite = await initSqlJs({ wasmBinary: wasm.slice().buffer });
    const database = new sqlite.Database(bytes);
    try {
      return new SqliteFile(database, path);
    } catch (error) {
      database.close();
      throw error;
    }
  }

  close(): void {
    this.database.close();
  }

  /** Whether there is a table of this name, and a column of it; case doesn't count, as in SQL. */
  has(table: string, column?: string): boolean {
    const found = this.#tables.get(table.toLowerCase());
    return found !== undefined && (column === undefined || found.columns.has(column.toLowerCase()));
  }

  /** Throws an {@link InputError} where there is no such table with such columns. */
  demand(table: string, columns: readonly string[], whatItIs: string): void {
    const say = (problem: string): InputError =>
      new InputError(`This is no ${whatItIs}: ${problem}`, { path: this.path });
    if (!this.has(table)) {
      throw say(`${table} is ${this.#views.has(table.toLowerCase()) ? 'no plain table' : 'not among its tables'}`);
    }
    const lacking = columns.find((column) => !this.has(table, column));
    if (lacking !== undefined) throw say(`the table ${table} has no column ${lacking}`);
  }

  /** How many rows a table has; 0 where there is no such table. */
  count(table: string): number {
    const name = this.#tables.get(table.toLowerCase())?.name;
    if (name === undefined) return 0;
    return Number(this.#all(`SELECT count(*) FROM ${quoted(name)} NOT INDEXED`)[0]?.[0] ?? 0);
  }

  /** The rows of a table in the order of the file, none where there is no such table. Throws an {@link InputError} with
   * table, row (from 1) and column where the file is damaged, or a text isn't in the file's encoding. */
  *rows<N extends string = never, T extends string = never>(
    table: string,
    { numbers = [], texts = [] }: Columns<N, T>,
  ): Generator<Row<N, T>> {
    const found = this.#tables.get(table.toLowerCase());
    if (!found) return;
    const kinds = [
      ...numbers.map((name) => ['number', name] as const),
      ...texts.map((name) => ['text', name] as const),
    ];
    const wanted = kinds.flatMap(([kind, name]) => {
      const column = found.columns.get(name.toLowerCase());
      return column === undefined ? [] : [{ name, kind, column }];
    });
    // As bytes: the library's own reading of texts ends at U+0000, and mends what isn't UTF-8.
    const list = wanted.map(({ kind, column }) =>
      kind === 'text' ? `CAST(${quoted(column)} AS BLOB)` : quoted(column),
    );
    const sql = `SELECT ${list.length > 0 ? list.join(', ') : '1'} FROM ${quoted(found.name)} NOT INDEXED`;
    const statement = this.#tried(() => this.database.prepare(sql));
    try {
      for (let row = 1; this.#tried(() => statement.step()); row++) {
        const values = this.#tried(() => statement.get());
        const cells = wanted.map(({ name, kind }, n) => {
          const value = values[n] ?? null;
          const at = `${table}, row ${row}, ${name}`;
          return [name, kind === 'text' ? this.#text(value, at) : numberOf(value)] as const;
        });
        yield Object.fromEntries(cells) as Row<N, T>;
      }
    } finally {
      statement.free();
    }
  }

  #text(value: SqlValue, at: string): string | undefined {
    if (!(value instanceof Uint8Array)) return undefined;
    try {
      return new TextDecoder(this.#encoding, { fatal: true, ignoreBOM: true }).decode(value);
    } catch {
      throw new InputError(`This is no text in ${this.#encoding.toUpperCase()}`, { path: this.path, at });
    }
  }

  #all(sql: string): SqlValue[][] {
    return this.#tried(() => {
      const statement: Statement = this.database.prepare(sql);
      const rows: SqlValue[][] = [];
      try {
        while (statement.step()) rows.push(statement.get());
        return rows;
      } finally {
        statement.free();
      }
    });
  }

  #tried<T>(action: () => T): T {
    try {
      return action();
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new InputError(`The database can't be read: ${reason.replace(/\s+/g, ' ')}`, { path: this.path });
    }
  }
}

/** What the first hundred bytes say against a file (https://www.sqlite.org/fileformat2.html#the_database_header). */
function headProblem(bytes: Uint8Array): string | undefined {
  if (bytes.length > MAX_BYTES) return `The file has more than ${MAX_BYTES / 1024 / 1024} MB`;
  if (String.fromCharCode(...bytes.subarray(0, MAGIC.length)) !== MAGIC) return 'This is no SQLite file';
  if (bytes.length < 100) return 'The file ends too early';
  const head = new DataView(bytes.buffer, bytes.byteOffset, 100);
  const pageSize = head.getUint16(16) === 1 ? 65536 : head.getUint16(16);
  const isSizeKnown = head.getUint32(24) === head.getUint32(92);
  const size = pageSize * head.getUint32(28);
  if (isSizeKnown && bytes.length < size) return `The file ends too early: ${bytes.length} of ${size} bytes are there`;
  if (head.getUint8(18) > 1 || head.getUint8(19) > 1) {
    return 'The database writes ahead: a part of it may be in the file beside it that ends in -wal. Set it to PRAGMA journal_mode = DELETE first';
  }
  return undefined;
}

function numberOf(value: SqlValue): number | undefined {
  if (typeof value === 'string' && /^\s*-?\d{1,15}\s*$/.test(value)) return Number(value);
  return typeof value === 'number' ? value : undefined;
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
