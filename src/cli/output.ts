import { mkdir, open, readdir, rename, rm, stat, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import type { CatalogueEntry } from '../exchange/catalogue';
import type { ExportChunks } from '../exchange/format';
import { zipped } from '../exchange/writing/zip';
import type { ArticleFile } from './articleFiles';
import { Failure, printable, UsageError } from './command';
import { exists, isWithin, why } from './files';
import { ProtectedFiles } from './protectedFiles';
import { createFile, removedOnSignals, replaceFile, temporaryName } from './writing';

/** Where an export goes. */
export interface Output {
  /** Whether it is the standard output. */
  readonly isStandard: boolean;
  /** Gives false where whoever reads it had enough. Throws a {@link Failure} where it can't be written; then nothing was, but what
   * went to the standard output. */
  readonly write: (chunks: ExportChunks) => Promise<boolean>;
}

/** The place that was named, "-" or none for the standard output. Throws a {@link Failure} where it mustn't be written to, before
 * anything is read. */
export async function outputTo(
  out: string | undefined,
  { id, files }: Pick<CatalogueEntry, 'id' | 'files'>,
  force: boolean,
  articles: readonly ArticleFile[],
): Promise<Output> {
  const isSeveral = files === 'several';
  if (out === undefined || out === '-') {
    if (isSeveral && process.stdout.isTTY) throw new UsageError(`${id} has several files: name a folder with --out.`);
    return { isStandard: true, write: (chunks) => toStandardOutput(isSeveral ? zipped(chunks) : contentOf(chunks)) };
  }
  const kept = await ProtectedFiles.of(articles);
  const isZip = isSeveral && /\.zip$/i.test(out);
  if (isSeveral && !isZip) {
    await assertFolderFree(out, force);
    return toFile((chunks) => toFolder(out, chunks, force, kept));
  }
  const how = await kept.wayTo(out, force);
  const write = how === 'create' ? createFile : replaceFile;
  return toFile((chunks) => write(out, isZip ? zipped(chunks) : contentOf(chunks)));
}

function toFile(write: (chunks: ExportChunks) => Promise<void>): Output {
  return { isStandard: false, write: (chunks) => write(chunks).then(() => true) };
}

async function* contentOf(chunks: ExportChunks): AsyncIterable<string | Uint8Array> {
  for await (const { chunk } of chunks) yield chunk;
}

/** As fast as it is read, until whoever reads has enough. What goes wrong otherwise, main.ts says. */
async function toStandardOutput(chunks: AsyncIterable<string | Uint8Array>): Promise<boolean> {
  const { stdout } = process;
  for await (const chunk of chunks) {
    if (typeof chunk !== 'string' && stdout.isTTY) throw new UsageError('This is no text: name a file with --out.');
    const problem = await new Promise<unknown>((resolve) => stdout.write(chunk, resolve));
    if (problem) return false;
  }
  return true;
}

async function assertFolderFree(folder: string, force: boolean): Promise<void> {
  const found = await stat(folder).catch(() => undefined);
  const shown = printable(folder);
  if (found && !found.isDirectory()) throw new UsageError(`${shown} is a file: name a folder, or a .zip.`);
  if (!found || force || (await readdir(folder)).length === 0) return;
  throw new Failure(`${shown} isn't empty; --force writes into it, and replaces what is called the same.`);
}

/** Writes all files beside the folder, and then puts them in place. */
async function toFolder(folder: string, chunks: ExportChunks, force: boolean, kept: ProtectedFiles): Promise<void> {
  const target = path.resolve(folder);
  const staging = temporaryName(target);
  const keep = removedOnSignals([staging]);
  try {
    await mkdir(staging);
    const paths = await writtenInto(staging, chunks);
    for (const one of paths) await kept.wayTo(path.join(folder, one), force);
    if (await exists(target)) await moveInto(target, staging, paths);
    else await rename(staging, target);
  } catch (error) {
    const isOfSystem = error instanceof Error && (error as NodeJS.ErrnoException).syscall !== undefined;
    throw isOfSystem ? new Failure(`${printable(folder)} can't be written: ${why(error)}.`) : error;
  } finally {
    await rm(staging, { recursive: true, force: true });
    keep();
  }
}

async function writtenInto(staging: string, chunks: ExportChunks): Promise<readonly string[]> {
  const paths: string[] = [];
  let handle: FileHandle | undefined;
  try {
    for await (const { path: name, chunk } of chunks) {
      if (name !== paths.at(-1)) {
        await handle?.close();
        handle = undefined;
        const file = path.join(staging, name);
        if (!isWithin(file, staging)) throw new Failure(`${printable(name)} leads out of the folder.`);
        await mkdir(path.dirname(file), { recursive: true });
        handle = await open(file, 'wx');
        paths.push(name);
      }
      await handle?.appendFile(chunk);
    }
  } finally {
    await handle?.close();
  }
  return paths;
}

async function moveInto(target: string, staging: string, paths: readonly string[]): Promise<void> {
  for (const one of paths) {
    await mkdir(path.dirname(path.join(target, one)), { recursive: true });
    await rename(path.join(staging, one), path.join(target, one));
  }
}
