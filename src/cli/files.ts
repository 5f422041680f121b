import { randomUUID } from 'node:crypto';
import { constants } from 'node:fs';
import { access, lstat, open, readFile, realpath, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { MAX_BYTES } from '../sidecar/read';
import { Failure, printable } from './command';

/**
 * A file's bytes; undefined where there is no such file. Throws a {@link Failure} where it can't be read, is too large, or is
 * a pipe or a device that nobody `named`: reading that may never end.
 */
export async function readIfThere(file: string, named = false): Promise<Uint8Array | undefined> {
  try {
    const found = await stat(file);
    if (!named && !found.isFile()) throw new Failure(`${printable(file)} is not a plain file.`);
    if (found.size > MAX_BYTES) throw new Failure(`${printable(file)} has more than ${MAX_BYTES / 1024 / 1024} MB.`);
    return await readFile(file);
  } catch (error) {
    if (error instanceof Failure) throw error;
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw new Failure(`${printable(file)} can't be read: ${message}`);
  }
}

/** The bytes of a file that was named, maybe a pipe; throws a {@link Failure} where they can't be had. */
export async function readBytes(file: string): Promise<Uint8Array> {
  const bytes = await readIfThere(file, true);
  if (!bytes) throw new Failure(`There is no file ${printable(file)}.`);
  return bytes;
}

/**
 * Replaces a file, or what a link leads to, by a new one that was written and flushed: it holds the old or the new content,
 * whatever happens. Throws a {@link Failure} where it can't be written, as one that is write-protected.
 */
export async function replaceFile(file: string, content: string): Promise<void> {
  let temporary: string | undefined;
  try {
    // A rename would put a file in place of a link, and replace a write-protected file without asking.
    const target = await realpath(file);
    await access(target, constants.W_OK);
    const { mode } = await stat(target);
    temporary = `${target}.${randomUUID()}.tmp`;
    const handle = await open(temporary, 'wx', mode);
    try {
      await handle.writeFile(content);
      // The process's mask took bits off that the old file has.
      await handle.chmod(mode & 0o777).catch(() => undefined);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, target);
  } catch (error) {
    if (temporary !== undefined) await rm(temporary, { force: true });
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

/** Which of our formats a file seems to be of, broken or not: as "format" says, or else any string. UTF-16 is seen too. */
export function formatIn(bytes: Uint8Array): 'policy-annotations' | 'policy-codebook' | undefined {
  const text = new TextDecoder('latin1').decode(bytes.includes(0) ? bytes.filter((byte) => byte !== 0) : bytes);
  const found =
    /"format"\s*:\s*"policy-(annotations|codebook)"/.exec(text) ?? /"policy-(annotations|codebook)"/.exec(text);
  return found ? (found[1] === 'codebook' ? 'policy-codebook' : 'policy-annotations') : undefined;
}

export async function exists(file: string): Promise<boolean> {
  return lstat(file).then(
    () => true,
    () => false,
  );
}
