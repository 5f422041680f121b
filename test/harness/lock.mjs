import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** @param {number} pid @returns {boolean} */
function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
}

/**
 * Takes a lock file that names its holder; one whose holder is gone is taken over.
 * @param {string} file
 * @returns {number | undefined} the process that holds it, where that is another one
 */
function take(file) {
  const own = `${file}.${process.pid}`;
  writeFileSync(own, String(process.pid));
  try {
    // A hard link appears whole or not at all: nobody reads a lock that has no holder yet.
    linkSync(own, file);
    return undefined;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error;
  } finally {
    rmSync(own, { force: true });
  }
  try {
    const holder = Number(readFileSync(file, 'utf8'));
    if (isRunning(holder)) return holder;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'ENOENT') throw error;
  }
  rmSync(file, { force: true });
  return take(file);
}

/**
 * Does `work` while no other process of this project does work under the same lock; waits for the others first.
 * @template T
 * @param {string} file the lock
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withLock(file, work) {
  mkdirSync(path.dirname(file), { recursive: true });
  let told = false;
  for (let holder = take(file); holder !== undefined; holder = take(file)) {
    if (!told) console.log(`Waiting for process ${holder}, which does the same work (${file}) …`);
    told = true;
    await pause(200);
  }
  const release = () => rmSync(file, { force: true });
  process.once('exit', release);
  try {
    return await work();
  } finally {
    process.off('exit', release);
    release();
  }
}
