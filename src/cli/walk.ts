import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { CODEBOOK_FILE, SIDECAR_SUFFIX } from '../model/article';
import { compareCodeUnits } from '../model/codeUnits';
import { Failure, printable } from './command';
import { why } from './files';

const passedOver = new Set(['.git', 'node_modules']);

/** Told of a folder that can't be listed; where it returns, the folder is passed over. */
export type Unreadable = (folder: string, why: string) => void;

/** The files in and under a folder that are called like ours (other tools use such names too); see {@link filesUnder}. */
export function ourFiles(start: string, unreadable: Unreadable): AsyncGenerator<string> {
  return filesUnder(start, isCalledLikeOurs, unreadable);
}

/**
 * The files in and under a folder whose names are wanted, in order of their paths, a folder's own before those further in.
 * Symbolic links are not followed but for `start` itself; what can't be listed is told. Holds the names of one folder after
 * the other.
 */
export async function* filesUnder(
  start: string,
  isWanted: (name: string) => boolean,
  unreadable: Unreadable = refuse,
): AsyncGenerator<string> {
  const waiting = [start];
  for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
    const here = folder;
    const entries = await readdir(here, { withFileTypes: true }).catch((error: Error) => {
      unreadable(here, why(error));
      return [];
    });
    entries.sort((a, b) => compareCodeUnits(a.name, b.name));
    for (const entry of entries) if (entry.isFile() && isWanted(entry.name)) yield path.join(here, entry.name);
    for (const entry of entries.toReversed()) {
      if (entry.isDirectory() && !passedOver.has(entry.name)) waiting.push(path.join(here, entry.name));
    }
  }
}

export function isCalledSidecar(name: string): boolean {
  return name.endsWith(SIDECAR_SUFFIX) && name !== SIDECAR_SUFFIX;
}

function isCalledLikeOurs(name: string): boolean {
  return name === CODEBOOK_FILE || isCalledSidecar(name);
}

function refuse(folder: string, reason: string): never {
  throw new Failure(`${printable(folder)} can't be listed: ${reason}.`);
}
