import { ByteWriter } from 'hyparquet-writer/src/bytewriter.js';
import { ParquetWriter } from 'hyparquet-writer/src/parquet-writer.js';
import type { ExportChunk } from '../../format';
import type { Column, SchemaElement, Value } from './columns';

/** How much is held back at most, of all files together. */
export interface Budget {
  /** Rows that aren't encoded yet, in code units of their texts (and 8 a value). */
  readonly units: number;
  /** Encoded row groups, in bytes, with what is kept of each for the file's end. */
  readonly bytes: number;
  /** A row group, in units. */
  readonly group: number;
}

const usual: Budget = { units: 6 * 1024 * 1024, bytes: 16 * 1024 * 1024, group: 2 * 1024 * 1024 };

type Columns = readonly Omit<Column<never>, 'of'>[];

/** What the objects take that tell of one column of a row group, roughly. */
const COLUMN_BYTES = 1024;

/** The directory that Hive, Spark and DuckDB know the rows without a value by. */
const NO_VALUE = '__HIVE_DEFAULT_PARTITION__';

/** Files of one folder that grow side by side. What is held back stays within a budget: beyond it the largest is ended as a part, and
 * further rows of its kind begin the next part. So each path is written once. */
export class ParquetFolder {
  readonly #files = new Map<string, GrowingFile>();
  readonly #parts = new Map<string, number>();
  #units = 0;
  #bytes = 0;

  constructor(readonly budget: Budget = usual) {}

  /** Takes a row of the table whose files a folder holds; gives the parts that are ended by that. */
  *add<T>(folder: string, columns: readonly Column<T>[], item: T): Iterable<ExportChunk> {
    const file = this.#file(folder, columns);
    this.#units += file.add(columns, item);
    if (file.units >= this.budget.group) this.#encode(file);
    if (this.#units > this.budget.units) this.#encode(largest(this.#files, ({ units }) => units)[1]);
    if (this.#bytes > this.budget.bytes) yield* this.#end(...largest(this.#files, ({ bytes }) => bytes));
  }

  /** Ends what is left.
   * @param tables a folder of each table, in which it gets an empty file where it has no row, so that it is there */
  *end(tables: readonly (readonly [folder: string, columns: Columns])[]): Iterable<ExportChunk> {
    for (const [folder, file] of [...this.#files]) yield* this.#end(folder, file);
    const filled = new Set([...this.#parts.keys()].map((folder) => folder.split('/')[0]));
    for (const [folder, columns] of tables) {
      if (!filled.has(folder.split('/')[0])) yield* this.#end(folder, this.#file(folder, columns));
    }
  }

  #file(folder: string, columns: Columns): GrowingFile {
    const file = this.#files.get(folder) ?? new GrowingFile(columns);
    this.#files.set(folder, file);
    return file;
  }

  #encode(file: GrowingFile): void {
    this.#units -= file.units;
    this.#bytes += file.encode();
  }

  *#end(folder: string, file: GrowingFile): Iterable<ExportChunk> {
    this.#encode(file);
    this.#bytes -= file.bytes;
    this.#files.delete(folder);
    const part = this.#parts.get(folder) ?? 0;
    this.#parts.set(folder, part + 1);
    for (const chunk of file.end()) yield { path: `${folder}/part-${part}.parquet`, chunk };
  }
}

/** The folder of a table's rows of a year. */
export function ofYear(table: string, year: number | undefined): string {
  return `${table}/year=${year ?? NO_VALUE}`;
}

function largest(files: ReadonlyMap<string, GrowingFile>, size: (file: GrowingFile) => number): [string, GrowingFile] {
  const [first, ...rest] = files;
  if (!first) throw new RangeError('There is no file');
  return rest.reduce((most, file) => (size(file[1]) > size(most[1]) ? file : most), first);
}

class GrowingFile {
  readonly #output = new Pieces();
  readonly #writer: ParquetWriter;
  /** Of the rows that aren't encoded yet, by column. */
  #values: Value[][];
  /** Of the same. */
  units = 0;

  constructor(readonly columns: Columns) {
    const root: SchemaElement = { name: 'schema', num_children: columns.length };
    this.#values = columns.map(() => []);
    const schema = [root, ...columns.flatMap((column) => column.schema)];
    this.#writer = new ParquetWriter({ writer: this.#output, schema, createdBy: 'policy-annotator' });
  }

  /** Of row groups, with what is kept of each for the end. */
  get bytes(): number {
    return this.#output.offset + this.#writer.row_groups.length * this.columns.length * COLUMN_BYTES;
  }

  /** Gives the row's units.
   * @param columns the file's */
  add<T>(columns: readonly Column<T>[], item: T): number {
    let units = 0;
    columns.forEach(({ of }, n) => {
      const value = of(item);
      this.#values[n]?.push(value);
      units += unitsOf(value);
    });
    this.units += units;
    return units;
  }

  /** Makes a row group of the rows so far; gives the bytes that it takes. */
  encode(): number {
    const before = this.bytes;
    const rowGroupSize = this.#values[0]?.length ?? 0;
    if (rowGroupSize > 0) {
      const columnData = this.columns.map(({ name, isIndexed }, n) => {
        return { name, data: this.#values[n] ?? [], statistics: isIndexed, offsetIndex: false };
      });
      void this.#writer.write({ columnData, rowGroupSize });
    }
    this.#values = this.columns.map(() => []);
    this.units = 0;
    return this.bytes - before;
  }

  end(): readonly Uint8Array[] {
    void this.#writer.finish();
    this.#output.flush();
    return this.#output.pieces;
  }
}

/** Bytes in pieces as large as they are, a row group each: a buffer that grows takes up to three times as much. */
class Pieces extends ByteWriter {
  readonly pieces: Uint8Array[] = [];

  /** Called after each row group. */
  flush(): void {
    this.pieces.push(this.getBytes().slice());
    this.index = 0;
  }
}

function unitsOf(value: Value): number {
  if (typeof value === 'string') return value.length + 8;
  if (!Array.isArray(value)) return 8;
  return value.reduce((sum: number, item: string | object) => {
    return sum + (typeof item === 'string' ? item.length : 128) + 8;
  }, 8);
}
