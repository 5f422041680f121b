import { randomUUID } from 'node:crypto';
import { constants, rmSync } from 'node:fs';
import { access, link, open, realpath, rename, rm, stat, type FileHandle } from 'node:fs/promises';
import { Failure, printable } from './command';
import { exists, why } from './files';

/** What a file is to hold, in pieces. */
export type Content = string | Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>;

/**
 * Replaces a file, or what a link leads to, by a new one that was written and flushed: it holds the old or the new content,
 * whatever happens. Throws a {@link Failure} where it can't be written, as one that is write-protected, or no plain file.
 */
export async function replaceFile(file: string, content: Content): Promise<void> {
  await orFailure(file, async () => {
    // A rename would put a file in place of a link or a device, and replace a write-protected file without asking.
    const target = await realpath(file);
    await access(target, constants.W_OK);
    const found = await stat(target);
    if (!found.isFile()) throw new Failure(`${printable(file)} is not a plain file, and isn't replaced.`);
    await staged(target, content, found.mode, (temporary) => rename(temporary, target));
  });
}

/** Makes a file, whole or not at all. Throws a {@link Failure} where one is there already, or it can't be written. */
export async function createFile(file: string, content: Content): Promise<void> {
  await orFailure(file, async () => {
    await staged(file, content, undefined, async (temporary) => {
      try {
        // Unlike a rename it never replaces what somebody made meanwhile.
        await link(temporary, file);
      } catch (error) {
        // Not every disk has links.
        if ((error as NodeJS.ErrnoException).code === 'EEXIST' || (await exists(file))) throw error;
        await rename(temporary, file);
      }
    });
  });
}

/** Removes what was begun, a file or a folder, when a signal ends the process.
 * @returns ends that */
export function removedOnSignals(temporary: string): () => void {
  const ends = (['SIGINT', 'SIGTERM', 'SIGHUP'] as const).map((signal) => {
    const listener = (): void => {
      rmSync(temporary, { recursive: true, force: true });
      process.kill(process.pid, signal);
    };
    process.once(signal, listener);
    return (): void => void process.removeListener(signal, listener);
  });
  return () => ends.forEach((end) => end());
}

/** A name for what becomes `target` when it is whole. */
export function temporaryName(target: string): string {
  return `${target}.${randomUUID()}.tmp`;
}

async function staged(
  target: string,
  content: Content,
  mode: number | undefined,
  place: (temporary: string) => Promise<void>,
): Promise<void> {
  const temporary = temporaryName(target);
  const keep = removedOnSignals(temporary);
  try {
    const handle = await open(temporary, 'wx', mode);
    try {
      await writeTo(handle, content);
      // The process's mask took bits off that the old file has.
      if (mode !== undefined) await handle.chmod(mode & 0o777).catch(() => undefined);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await place(temporary);
  } finally {
    await rm(temporary, { force: true });
    keep();
  }
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
