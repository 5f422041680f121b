import { lstat, readFile, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { MAX_BYTES } from '../sidecar/read';
import { Failure, printable } from './command';

/**
 * A file's bytes; undefined where there is no such file. Throws a {@link Failure} where it can't be read, is too large, or is
 * a pipe or a device that nobody `named`: reading that may never end.
 */
export async function readIfThere(
  file: string,
  named = false,
  most: number = MAX_BYTES,
): Promise<Uint8Array | undefined> {
  try {
    const found = await stat(file);
    if (!named && !found.isFile()) throw new Failure(`${printable(file)} is not a plain file.`);
    if (found.size > most) throw new Failure(`${printable(file)} has more than ${most / 1024 / 1024} MB.`);
    return await readFile(file);
  } catch (error) {
    if (error instanceof Failure) throw error;
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw new Failure(`${printable(file)} can't be read: ${why(error)}.`);
  }
}

/** The bytes of a file that was named, maybe a pipe; throws a {@link Failure} where they can't be had. */
export async function readBytes(file: string, most?: number): Promise<Uint8Array> {
  const bytes = await readIfThere(file, true, most);
  if (!bytes) throw new Failure(`There is no file ${printable(file)}.`);
  return bytes;
}

/** Whether a file is there, and no symbolic link on the way to it leads out of the folder `root` (a real path). */
export async function isInside(file: string, root: string): Promise<boolean> {
  const real = await realpath(file).catch(() => undefined);
  return real !== undefined && isWithin(real, root);
}

/** Whether a path is a folder's, or leads into it, links apart. */
export function isWithin(file: string, folder: string): boolean {
  const relative = path.relative(folder, file);
  return relative !== '..' && !relative.startsWith(`..${path.sep}`) && !path.isAbsolute(relative);
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'there is no permission',
  EPERM: 'there is no permission',
  EROFS: 'the disk is read-only',
  ENOENT: 'there is no such folder',
  ENOTDIR: 'a file is in the place of a folder',
  EISDIR: 'it is a folder',
  EEXIST: 'it is there already',
  ENOSPC: 'the disk is full',
  ENAMETOOLONG: 'the name is too long',
  EMFILE: 'too many files are open',
};

/** Why the system refused something, in words. */
export function why(error: unknown): string {
  const { code = '', message } = error as NodeJS.ErrnoException;
  return Object.hasOwn(reasons, code) ? (reasons[code] ?? code) : message;
}

export async function exists(file: string): Promise<boolean> {
  return lstat(file).then(
    () => true,
    () => false,
  );
}
