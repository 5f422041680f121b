import { compareCodeUnits } from '../../model/codeUnits';
import type { ImportSource } from '../format';
import { InputError } from '../inputError';
import { pathProblem } from './paths';
import { unpacked, zipEntries, ZipProblem, type ZipEntry } from './zipDirectory';

const MAX_ENTRIES = 100_000;
const MAX_ENTRY_BYTES = 256 * 1024 * 1024;
const MAX_BYTES = 1024 * 1024 * 1024;
/** Deflate can't pack text that means something much tighter; a bomb is at about 1,030. */
const MAX_RATIO = 200;
/** What is small can't do harm, and packs well where it is one letter. */
const SMALL_BYTES = 1024 * 1024;

/** An archive's files, each unpacked when it is read. Refused are names that lead out of it or occur twice, encrypted or damaged files, and
 * what unpacks to far more than a text would. Throws an {@link InputError}. */
export function zipSource(bytes: Uint8Array, name: string): ImportSource {
  const entries = new Map<string, ZipEntry>();
  let total = 0;
  const fail = (problem: string, at?: string): never => {
    throw new InputError(problem, at === undefined ? { path: name } : { path: name, at });
  };
  /** What throws a {@link ZipProblem} throws an {@link InputError}. */
  const tried = <T>(work: () => T, at?: string): T => {
    try {
      return work();
    } catch (error) {
      if (error instanceof ZipProblem) return fail(error.message, at);
      throw error;
    }
  };
  tried(() => {
    for (const entry of zipEntries(bytes)) {
      if (entry.name.endsWith('/')) continue;
      const problem = pathProblem(entry.name);
      if (problem) fail(problem, entry.name);
      if (entries.has(entry.name)) fail('Two files have this name', entry.name);
      const isBomb = entry.size > SMALL_BYTES && entry.size > entry.packed * MAX_RATIO;
      if (isBomb || entry.size > MAX_ENTRY_BYTES) fail('The file unpacks to more than is taken', entry.name);
      total += entry.size;
      entries.set(entry.name, entry);
      if (entries.size > MAX_ENTRIES || total > MAX_BYTES) fail('The archive unpacks to more than is taken');
    }
  });
  return {
    name,
    paths: [...entries.keys()].sort(compareCodeUnits),
    bytes: async (path) => {
      const entry = entries.get(path);
      return entry ? tried(() => unpacked(bytes, entry), path) : fail('The archive has no such file', path);
    },
  };
}

/** Whether bytes begin as a zip archive does. */
export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] ?? 0) <= 8;
}
