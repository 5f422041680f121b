import { randomBytes } from 'node:crypto';
import * as fs from 'node:fs';
import { access, open, readdir, readFile, realpath, rename, rm, stat } from 'node:fs/promises';
import { hostname, userInfo } from 'node:os';
import { basename, dirname } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { codeOf, type DiskFunctions } from './diskFunctions';
import { NodeDisk } from './nodeDisk';
import type { Platform } from './platform';

const [opened, stated, readInto, closed] = [
  promisify(fs.open),
  promisify(fs.fstat),
  promisify(fs.read),
  promisify(fs.close),
];

/** By numbers: thousands of sidecars are read with it, and making a file handle of `node:fs/promises` costs as much as
 * reading what it stands for. */
async function look(path: string): Promise<{ readonly stat: fs.BigIntStats; readonly bytes: Uint8Array }> {
  const file = await opened(path, 'r');
  try {
    const stat = await stated(file, { bigint: true });
    const bytes = Buffer.allocUnsafeSlow(Number(stat.size));
    // One that grows or shrinks meanwhile has another state when it is looked at again.
    const { bytesRead } = await readInto(file, bytes, 0, bytes.length, 0);
    return { stat, bytes: bytes.subarray(0, bytesRead) };
  } finally {
    await closed(file);
  }
}

/** Node's own functions. */
export const diskFunctions: DiskFunctions = {
  open,
  readFile: (path) => readFile(path),
  look,
  rename,
  remove: (path) => rm(path, { force: true }),
  stat: (path) => stat(path, { bigint: true }),
  realpath: (path) => realpath(path),
  assertWritable: (path) => access(path, fs.constants.W_OK),
  list: (folder) => readdir(folder),
  folderOf: dirname,
  nameOf: basename,
  pid: process.pid,
  host: encodeURIComponent(hostname()),
  isAlive: (pid) => {
    try {
      process.kill(pid, 0);
      return true;
    } catch (error) {
      return codeOf(error) !== 'ESRCH'; // somebody else's process is alive too
    }
  },
  token: () => randomBytes(6).toString('hex'),
  pause: (ms) => setTimeout(ms),
  now: Date.now,
};

export const platform: Platform = {
  disk: new NodeDisk(diskFunctions),
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
