import { stat } from 'node:fs/promises';
import path from 'node:path';
import { readsFolder, type CatalogueEntry } from '../exchange/catalogue';
import type { ImportSource } from '../exchange/format';
import { fileSource } from '../exchange/reading/source';
import { compareCodeUnits } from '../model/codeUnits';
import { Failure, printable, UsageError } from './command';
import { readBytes } from './files';
import { filesUnder } from './walk';

/** A larger file isn't taken: its parts would hardly fit into memory. */
const MOST_BYTES = 1024 * 1024 * 1024;
const MOST_FILES = 100_000;

/** What was named, as a format reads it: a file, the files in and under a folder, those of an archive, or the standard input ("-").
 * Throws a {@link Failure} where it can't be read, or is a folder and the format is one file. */
export async function importSource(place: string, entry: CatalogueEntry): Promise<ImportSource> {
  if (place === '-') return fileSource('standard input', await standardInput(), entry);
  const found = await stat(place).catch(() => undefined);
  if (!found) throw new Failure(`There is no file or folder ${printable(place)}.`);
  const name = path.basename(path.resolve(place));
  if (!found.isDirectory()) return fileSource(name, await readBytes(place, MOST_BYTES), entry);
  if (!readsFolder(entry)) {
    throw new UsageError(`${printable(place)} is a folder; ${entry.id} is one file.`);
  }
  const paths: string[] = [];
  // What begins with a dot is the system's or an editor's, not a format's.
  for await (const file of filesUnder(place, (one) => !one.startsWith('.'))) {
    paths.push(path.relative(place, file).split(path.sep).join('/'));
    if (paths.length > MOST_FILES) throw new Failure(`There are more than ${MOST_FILES} files in ${printable(place)}.`);
  }
  return {
    name,
    paths: paths.sort(compareCodeUnits),
    bytes: (one) => readBytes(path.join(place, one), MOST_BYTES),
  };
}

async function standardInput(): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of process.stdin as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > MOST_BYTES) throw new Failure(`The standard input has more than ${MOST_BYTES / 1024 / 1024} MB.`);
  }
  return Buffer.concat(chunks);
}
