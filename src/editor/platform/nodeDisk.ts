import type { FileState, ReadFile } from '../../corpus/reading';
import { sameBytes } from '../bytes';
import { FileLock } from './fileLock';
import { codeOf, ifThere, persistently, type DiskFunctions, type DiskStat } from './diskFunctions';
import type { Disk } from './platform';
import { Sweeper } from './sweeper';

/** A virus scanner or another reader holds a file on Windows for so long at most, as a rule; in milliseconds. */
const RENAME_PAUSES = [20, 50, 100, 200, 400, 800];

/** In a millisecond. */
const NANOSECONDS = 1_000_000n;

/** A rename that these stop may go through a moment later. */
const busy: ReadonlySet<unknown> = new Set(['EPERM', 'EACCES', 'EBUSY']);

/** Files of Node's disk, replaced by temporary file, flush and rename, under a lock that all our windows heed. */
export class NodeDisk implements Disk {
  private readonly sweeper: Sweeper;

  constructor(private readonly system: DiskFunctions) {
    this.sweeper = new Sweeper(system);
  }

  readonly read = async (path: string): Promise<Uint8Array | undefined> => {
    await this.sweeper.sweep(path);
    return this.content(path);
  };

  readonly state = async (path: string): Promise<FileState | undefined> => {
    const stat = await ifThere(this.system.stat(path));
    return stat && stateOf(stat);
  };

  readonly look = async (path: string): Promise<ReadFile | undefined> => {
    const file = await ifThere(this.system.look(path));
    return file && { ...stateOf(file.stat), bytes: file.bytes };
  };

  readonly replace = async (path: string, bytes: Uint8Array, expected: Uint8Array | undefined): Promise<boolean> => {
    const existing = await ifThere(this.system.stat(path));
    // A rename would replace a write-protected file and a link without asking.
    if (existing) await this.system.assertWritable(path);
    const target = existing ? await this.system.realpath(path) : path;
    await this.sweeper.sweep(target);
    const temporary = `${target}.${this.system.pid}-${this.system.token()}.tmp`;
    let isReplaced = false;
    try {
      await this.writeDurably(temporary, bytes, existing && Number(existing.mode & 0o777n));
      const lock = new FileLock(`${target}.lock`, this.system);
      await lock.take();
      try {
        isReplaced = await this.swap(temporary, target, expected, lock);
      } finally {
        await lock.release();
      }
    } finally {
      if (!isReplaced) await persistently(() => this.system.remove(temporary));
    }
    if (isReplaced) await this.syncFolderOf(target);
    return isReplaced;
  };

  private async stamp(path: string): Promise<string | undefined> {
    return (await this.state(path))?.stamp;
  }

  private content(path: string): Promise<Uint8Array | undefined> {
    return ifThere(this.system.readFile(path));
  }

  /** Puts the temporary file in the target's place where that holds what is expected and the lock is ours to the last. */
  private async swap(
    temporary: string,
    target: string,
    expected: Uint8Array | undefined,
    lock: FileLock,
  ): Promise<boolean> {
    for (let attempt = 0; ; attempt++) {
      const stamp = await this.stamp(target);
      if (!sameBytes(await this.content(target), expected) || !(await lock.isHeld())) return false;
      // Reading takes a while; what is left of it is the time between two calls of the system.
      if ((await this.stamp(target)) !== stamp) return false;
      try {
        await this.system.rename(temporary, target);
        return true;
      } catch (error) {
        if (codeOf(error) === 'ENOENT') return false; // swept by somebody who took us for dead
        const pause = RENAME_PAUSES[attempt];
        if (!busy.has(codeOf(error)) || pause === undefined) throw error;
        await this.system.pause(pause);
      }
    }
  }

  private async writeDurably(path: string, bytes: Uint8Array, mode: number | undefined): Promise<void> {
    const file = await this.system.open(path, 'wx', mode ?? 0o666);
    try {
      await file.writeFile(bytes);
      // The process's mask took bits off that the old file has.
      if (mode !== undefined) await file.chmod(mode).catch(() => undefined);
      await file.sync();
    } finally {
      await file.close();
    }
  }

  /** Makes the rename itself durable; Windows can't open folders and doesn't need to. */
  private async syncFolderOf(path: string): Promise<void> {
    const folder = await this.system.open(this.system.folderOf(path), 'r').catch(() => undefined);
    await folder?.sync().catch(() => undefined);
    await folder?.close().catch(() => undefined);
  }
}

function stateOf({ ino, size, mtimeNs, ctimeNs }: DiskStat): FileState {
  return { stamp: `${ino} ${size} ${mtimeNs} ${ctimeNs}`, modified: Number(mtimeNs / NANOSECONDS) };
}
