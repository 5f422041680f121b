import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { CODEBOOK_FILE, SIDECAR_SUFFIX } from '../model/article';
import { compareCodeUnits } from '../model/codeUnits';

const passedOver = new Set(['.git', 'node_modules']);

/**
 * The files in and under a folder that are called like ours (other tools use such names too), in order of their paths, a
 * folder's own before those further in. Symbolic links are not followed but for `start` itself; what can't be listed is
 * told. Holds the names of one folder after the other.
 */
export async function* ourFiles(
  start: string,
  unreadable: (folder: string, why: string) => void,
): AsyncGenerator<string> {
  const waiting = [start];
  for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
    const here = folder;
    const entries = await readdir(here, { withFileTypes: true }).catch((error: Error) => {
      unreadable(here, error.message);
      return [];
    });
    entries.sort((a, b) => compareCodeUnits(a.name, b.name));
    for (const entry of entries) if (entry.isFile() && isCalledLikeOurs(entry.name)) yield path.join(here, entry.name);
    for (const entry of entries.toReversed()) {
      if (entry.isDirectory() && !passedOver.has(entry.name)) waiting.push(path.join(here, entry.name));
    }
  }
}

function isCalledLikeOurs(name: string): boolean {
  return name === CODEBOOK_FILE || (name.endsWith(SIDECAR_SUFFIX) && name !== SIDECAR_SUFFIX);
}
