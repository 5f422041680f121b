import { unzipSync } from 'fflate';
import { compareCodeUnits } from '../../model/codeUnits';
import type { ImportSource } from '../format';
import { InputError } from '../inputError';
import { pathProblem } from './paths';

const MAX_ENTRIES = 100_000;
const MAX_ENTRY_BYTES = 256 * 1024 * 1024;
const MAX_BYTES = 1024 * 1024 * 1024;
/** Deflate can't pack text that means something much tighter; a bomb is at about 1,030. */
const MAX_RATIO = 200;
/** What is small can't do harm, and packs well where it is one letter. */
const SMALL_BYTES = 1024 * 1024;

/** An archive's files, each unpacked when it is read. Refused are names that lead out of it or occur twice, encrypted archives, and
 * what unpacks to far more than a text would. Throws an {@link InputError}. */
export function zipSource(bytes: Uint8Array, name: string): ImportSource {
  const entries = new Map<string, number>();
  let total = 0;
  const fail = (problem: string, at?: string): never => {
    throw new InputError(problem, at === undefined ? { path: name } : { path: name, at });
  };
  unzipped(bytes, name, (entry) => {
    if (entry.name.endsWith('/')) return false;
    const problem = pathProblem(entry.name);
    if (problem) fail(problem, entry.name);
    if (entries.has(entry.name)) fail('Two files have this name', entry.name);
    const isBomb = entry.originalSize > SMALL_BYTES && entry.originalSize > entry.size * MAX_RATIO;
    if (isBomb || entry.originalSize > MAX_ENTRY_BYTES) fail('The file unpacks to more than is taken', entry.name);
    total += entry.originalSize;
    entries.set(entry.name, entry.originalSize);
    if (entries.size > MAX_ENTRIES || total > MAX_BYTES) fail('The archive unpacks to more than is taken');
    return false;
  });
  return {
    name,
    paths: [...entries.keys()].sort(compareCodeUnits),
    bytes: async (path) => {
      const size = entries.get(path);
      if (size === undefined) return fail('The archive has no such file', path);
      const content = unzipped(bytes, name, (entry) => entry.name === path)[path];
      if (content?.length !== size) return fail('The file is damaged', path);
      return content;
    },
  };
}

/** Whether bytes begin as a zip archive does. */
export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] ?? 0) <= 8;
}

type Filter = NonNullable<NonNullable<Parameters<typeof unzipSync>[1]>['filter']>;

function unzipped(bytes: Uint8Array, name: string, filter: Filter): Record<string, Uint8Array> {
  try {
    return unzipSync(bytes, { filter });
  } catch (error) {
    if (error instanceof InputError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new InputError(`The archive can't be unpacked: ${reason}`, { path: name });
  }
}
