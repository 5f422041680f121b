import { constants } from 'node:fs';
import { access, open, realpath, rename, rm, stat } from 'node:fs/promises';
import { randomBytes } from 'node:crypto';
import { userInfo } from 'node:os';
import { dirname } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Platform } from './platform';

export const platform: Platform = {
  replaceFile,
  realPath: (path) => realpath(path),
  userName: () => {
    try {
      return userInfo().username;
    } catch {
      return undefined; // no entry for this user, as in some containers
    }
  },
  loadPart: (path) => import(pathToFileURL(path).href) as Promise<unknown>,
};

async function replaceFile(path: string, bytes: Uint8Array): Promise<void> {
  const existing = await stat(path).catch(() => undefined);
  // A rename would replace a write-protected file and a link without asking.
  if (existing) await access(path, constants.W_OK);
  const target = existing ? await realpath(path) : path;
  const temporary = `${target}.${randomBytes(6).toString('hex')}.tmp`;
  try {
    const file = await open(temporary, 'wx', existing ? existing.mode & 0o777 : 0o666);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, target);
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined);
    throw error;
  }
  await syncFolder(dirname(target));
}

/** Makes the rename itself durable; Windows can't open folders and doesn't need to. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r').catch(() => undefined);
  if (!folder) return;
  await folder.sync().catch(() => undefined);
  await folder.close();
}
