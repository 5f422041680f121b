import assert from 'node:assert/strict';
import { diskFunctions } from '../../../../src/editor/platform/node';
import type { DiskFunctions, OpenFile } from '../../../../src/editor/platform/diskFunctions';

/** At which call what happens: the system's error of this code, or the death of the process at it. */
export interface Fault {
  readonly at: number;
  readonly code: string | 'crash';
  /** Whether the call did its work before the fault. */
  readonly isAfter: boolean;
}

/** The calls that may fail, and what of the process is a test's. */
export interface FaultyDisk extends DiskFunctions {
  /** The names of the calls so far. */
  readonly calls: readonly string[];
}

/** Node's own functions, of which one call fails; after a crash none does anything any more. */
export function faultyDisk(fault: Fault | undefined, own: Partial<DiskFunctions> = {}): FaultyDisk {
  const calls: string[] = [];
  let isDead = false;
  let waited = 0;
  const step = async <T>(name: string, work: () => Promise<T>): Promise<T> => {
    if (isDead) throw new Error('dead');
    calls.push(name);
    if (calls.length !== fault?.at) return work();
    if (fault.isAfter) await work();
    isDead = fault.code === 'crash';
    throw Object.assign(new Error(`${fault.code}: at ${name}`), { code: fault.code });
  };
  const system = { ...diskFunctions, ...own };
  const faulty = (path: string, file: OpenFile): OpenFile => ({
    writeFile: (bytes) => step(`write ${path}`, () => file.writeFile(bytes)),
    chmod: (mode) => step(`chmod ${path}`, () => file.chmod(mode)),
    sync: () => step(`flush ${path}`, () => file.sync()),
    // What it was opened for is lost, the system's handle is not.
    close: async () => {
      await file.close();
      await step(`close ${path}`, () => Promise.resolve());
    },
  });
  return {
    ...system,
    calls,
    open: async (path, flags, mode) => {
      let opened: OpenFile | undefined;
      try {
        await step(`open ${path}`, async () => void (opened = await system.open(path, flags, mode)));
      } catch (error) {
        await opened?.close();
        throw error;
      }
      assert.ok(opened);
      return faulty(path, opened);
    },
    readFile: (path) => step(`read ${path}`, () => system.readFile(path)),
    rename: (from, to) => step(`rename ${from}`, () => system.rename(from, to)),
    remove: (path) => step(`remove ${path}`, () => system.remove(path)),
    stat: (path) => step(`stat ${path}`, () => system.stat(path)),
    realpath: (path) => step(`realpath ${path}`, () => system.realpath(path)),
    assertWritable: (path) => step(`access ${path}`, () => system.assertWritable(path)),
    list: (folder) => step(`list ${folder}`, () => system.list(folder)),
    pause: (ms) => {
      waited += 100 * ms; // patience is tried, not the test's time
      return isDead ? Promise.reject(new Error('dead')) : Promise.resolve();
    },
    now: () => system.now() + waited,
  };
}
