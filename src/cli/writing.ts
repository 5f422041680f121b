import { randomUUID } from 'node:crypto';
import { constants, rmSync } from 'node:fs';
import { access, link, mkdir, open, realpath, rename, rm, rmdir, stat, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { Failure, printable } from './command';
import { exists, isWithin, why } from './files';

/** What a file is to hold, in pieces. */
export type Content = string | Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>;

/** Replaces a file, or what a link leads to, by a new one that was written and flushed: it holds the old or the new content,
 * whatever happens. Throws a {@link Failure} where it can't be written, as one that is write-protected, or no plain file. */
export async function replaceFile(file: string, content: Content): Promise<void> {
  await writeTogether([{ file, content, how: 'replace' }]);
}

/** Makes a file, whole or not at all. Throws a {@link Failure} where one is there already, or it can't be written. */
export async function createFile(file: string, content: Content): Promise<void> {
  await writeTogether([{ file, content, how: 'create' }]);
}

export interface FileToWrite {
  readonly file: string;
  readonly content: Content;
  /** What is to be created must not be there yet; what is to be replaced must. */
  readonly how: 'create' | 'create with folders' | 'replace';
}

/**
 * Writes files. All are written and flushed beside their places before the first is put there, in
 * their order: a full disk, or a folder that can't be written, leaves everything as it was. Throws a {@link Failure}, as
 * {@link replaceFile} and {@link createFile} do.
 */
export async function writeTogether(
  files: readonly FileToWrite[],
  progress: (file: string) => void = () => undefined,
): Promise<void> {
  const begun = new Begun();
  const keep = removedOnSignals(begun.files);
  try {
    const places: (() => Promise<void>)[] = [];
    for (const one of files) {
      progress(one.file);
      await orFailure(one.file, async () => void places.push(await staged(one, begun)));
    }
    for (const [n, place] of places.entries()) await orFailure(files[n]?.file ?? '', place);
  } catch (error) {
    await begun.remove();
    throw error;
  } finally {
    keep();
  }
}

/** What has to go where not all can be written. */
class Begun {
  readonly files = new Set<string>();
  /** Inner ones before those that they are in. */
  readonly #folders: string[] = [];

  async makeFolder(folder: string): Promise<void> {
    const first = await mkdir(folder, { recursive: true });
    const made: string[] = [];
    for (let at = folder; first !== undefined && isWithin(at, first); at = path.dirname(at)) made.push(at);
    this.#folders.unshift(...made);
  }

  async remove(): Promise<void> {
    for (const file of this.files) await rm(file, { force: true }).catch(() => undefined);
    // One that has something in it stays.
    for (const folder of this.#folders) await rmdir(folder).catch(() => undefined);
  }
}

/** Writes a file beside its place; gives what puts it there. */
async function staged({ file, content, how }: FileToWrite, begun: Begun): Promise<() => Promise<void>> {
  if (how !== 'replace') {
    if (how === 'create with folders') await begun.makeFolder(path.dirname(path.resolve(file)));
    const temporary = await written(temporaryName(file), content, undefined, begun);
    return () => putNew(temporary, file);
  }
  // A rename would put a file in place of a link or a device, and replace a write-protected file without asking.
  const target = await realpath(file);
  await access(target, constants.W_OK);
  const found = await stat(target);
  if (!found.isFile()) throw new Failure(`${printable(file)} is not a plain file, and isn't replaced.`);
  const temporary = await written(temporaryName(target), content, found.mode, begun);
  return () => rename(temporary, target);
}

async function putNew(temporary: string, file: string): Promise<void> {
  try {
    // Unlike a rename it never replaces what somebody made meanwhile.
    await link(temporary, file);
  } catch (error) {
    // Not every disk has links.
    if ((error as NodeJS.ErrnoException).code === 'EEXIST' || (await exists(file))) throw error;
    return rename(temporary, file);
  }
  await rm(temporary);
}

/** Removes what was begun, files or folders, when a signal ends the process.
 * @param temporaries asked when that happens
 * @returns ends that */
export function removedOnSignals(temporaries: Iterable<string>): () => void {
  const ends = (['SIGINT', 'SIGTERM', 'SIGHUP'] as const).map((signal) => {
    const listener = (): void => {
      for (const temporary of temporaries) rmSync(temporary, { recursive: true, force: true });
      process.kill(process.pid, signal);
    };
    process.once(signal, listener);
    return (): void => void process.removeListener(signal, listener);
  });
  return () => ends.forEach((end) => end());
}

/** A name for what becomes `target` when it is whole: in its folder, and not longer than a name may be where that one's is as long. */
export function temporaryName(target: string): string {
  return path.join(path.dirname(target), `.policy-annotator-${randomUUID()}.tmp`);
}

async function written(temporary: string, content: Content, mode: number | undefined, begun: Begun): Promise<string> {
  begun.files.add(temporary);
  const handle = await open(temporary, 'wx', mode);
  try {
    await writeTo(handle, content);
    // The process's mask took bits off that the old file has.
    if (mode !== undefined) await handle.chmod(mode & 0o777).catch(() => undefined);
    await handle.sync();
  } finally {
    await handle.close();
  }
  return temporary;
}

async function writeTo(handle: FileHandle, content: Content): Promise<void> {
  for await (const chunk of typeof content === 'string' ? [content] : content) await handle.appendFile(chunk);
}

async function orFailure(file: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    const isOfSystem = error instanceof Error && (error as NodeJS.ErrnoException).syscall !== undefined;
    throw isOfSystem ? new Failure(`${printable(file)} can't be written: ${why(error)}.`) : error;
  }
}
