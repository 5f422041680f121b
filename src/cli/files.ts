import { randomUUID } from 'node:crypto';
import { lstat, open, readFile, realpath, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { MAX_BYTES } from '../sidecar/read';
import { Failure, printable } from './command';

/** A file's bytes; undefined where there is no such file. Throws a {@link Failure} where it can't be read, or is too large. */
export async function readIfThere(file: string): Promise<Uint8Array | undefined> {
  try {
    const { size } = await stat(file);
    if (size > MAX_BYTES) throw new Failure(`${printable(file)} has more than ${MAX_BYTES / 1024 / 1024} MB.`);
    return await readFile(file);
  } catch (error) {
    if (error instanceof Failure) throw error;
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw new Failure(`${printable(file)} can't be read: ${message}`);
  }
}

/** A file's bytes; throws a {@link Failure} where they can't be had. */
export async function readBytes(file: string): Promise<Uint8Array> {
  const bytes = await readIfThere(file);
  if (!bytes) throw new Failure(`There is no file ${printable(file)}.`);
  return bytes;
}

/** Replaces a file by a new one that was written and flushed: it holds the old or the new content, whatever happens. */
export async function replaceFile(file: string, content: string): Promise<void> {
  const temporary = `${file}.${randomUUID()}.tmp`;
  try {
    const { mode } = await stat(file);
    const handle = await open(temporary, 'wx', mode);
    try {
      await handle.writeFile(content);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, file);
  } catch (error) {
    await rm(temporary, { force: true });
    throw new Failure(`${printable(file)} can't be written: ${(error as Error).message}`);
  }
}

/** Whether a file is there, and no symbolic link on the way to it leads out of the folder `root` (a real path). */
export async function isInside(file: string, root: string): Promise<boolean> {
  const real = await realpath(file).catch(() => undefined);
  if (real === undefined) return false;
  const relative = path.relative(root, real);
  return relative !== '..' && !relative.startsWith(`..${path.sep}`) && !path.isAbsolute(relative);
}

/** Which of our formats a file seems to be of, broken or not. */
export function formatIn(bytes: Uint8Array): 'policy-annotations' | 'policy-codebook' | undefined {
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return (['policy-annotations', 'policy-codebook'] as const).find((format) => content.includes(`"${format}"`));
}

export async function exists(file: string): Promise<boolean> {
  return lstat(file).then(
    () => true,
    () => false,
  );
}
