import { stat } from 'node:fs/promises';
import path from 'node:path';
import type { CatalogueEntry } from '../exchange/catalogue';
import type { ImportSource } from '../exchange/format';
import { isZip, zipSource } from '../exchange/reading/zip';
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
  if (place === '-') return ofBytes('standard input', await standardInput(), entry);
  const found = await stat(place).catch(() => undefined);
  if (!found) throw new Failure(`There is no file or folder ${printable(place)}.`);
  const name = path.basename(path.resolve(place));
  if (!found.isDirectory()) return ofBytes(name, await readBytes(place, MOST_BYTES), entry);
  if (entry.files === 'one' && entry.readsFolders !== true) {
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

/** An archive stands for the folder that it holds, unless the format's own files are archives. */
function ofBytes(name: string, bytes: Uint8Array, { files, readsFolders, extensions }: CatalogueEntry): ImportSource {
  const isOwn = extensions.some((one) => name.toLowerCase().endsWith(`.${one}`));
  const isFolder = files === 'several' || (readsFolders === true && !isOwn);
  if (isFolder && isZip(bytes)) return zipSource(bytes, name);
  return { name, paths: [name], bytes: () => Promise.resolve(bytes) };
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
