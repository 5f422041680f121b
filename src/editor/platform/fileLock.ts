import { codeOf, ifThere, persistently, type DiskFunctions } from './diskFunctions';

/** A holder has it for milliseconds. One that is seen unchanged for so long is dead, or sleeps and will look again. */
const PATIENCE_MS = 10_000;
/** It takes no longer to write the mark into it. */
const UNMARKED_MS = 100;
const LONGEST_PAUSE_MS = 15;

/** Others have the file in hand on Windows while it is being deleted. */
const taken: ReadonlySet<unknown> = new Set(['EEXIST', 'EPERM', 'EACCES', 'EBUSY']);

const OURS = 'policy-annotator ';

/** What a lock says: whose it is. */
const form = /^policy-annotator (\S+) (\d+) [0-9a-f]{12}\n$/;

/** A file that only one writer can make, beside the one that it writes: from the last look at that to its replacement. */
export class FileLock {
  private readonly mark: string;

  constructor(
    private readonly path: string,
    private readonly system: DiskFunctions,
  ) {
    this.mark = `${OURS}${system.host} ${system.pid} ${system.token()}\n`;
  }

  /** Waits for whoever has it. Rejects where it can't be had. */
  async take(): Promise<void> {
    let seen: string | undefined;
    let since = this.system.now();
    for (;;) {
      const error = await this.make();
      if (!error) return;
      const mark = await markIn(this.path, this.system);
      if (mark !== seen) {
        seen = mark;
        since = this.system.now();
      }
      const age = this.system.now() - since;
      if (mark !== undefined && isLeft(mark, age, this.system)) await breakLock(this.path, mark, this.system);
      else if (age > PATIENCE_MS) throw error;
      else await this.system.pause(1 + Math.random() * LONGEST_PAUSE_MS);
    }
  }

  /** Whether nobody took us for dead meanwhile. */
  async isHeld(): Promise<boolean> {
    return (await markIn(this.path, this.system)) === this.mark;
  }

  /** Never rejects: a lock that can't be removed is broken by the next writer when we are gone, or have been silent. */
  async release(): Promise<void> {
    await persistently(async () => {
      if (await this.isHeld()) await this.system.remove(this.path);
    });
  }

  /** Makes the file; gives the error where somebody has it. */
  private async make(): Promise<Error | undefined> {
    let file;
    try {
      file = await this.system.open(this.path, 'wx');
    } catch (error) {
      if (error instanceof Error && taken.has(codeOf(error))) return error;
      throw error;
    }
    try {
      await file.writeFile(new TextEncoder().encode(this.mark)).finally(() => file.close());
      return undefined;
    } catch (error) {
      await persistently(() => this.system.remove(this.path));
      throw error;
    }
  }
}

/** Removes a lock that was left; `age` in milliseconds. */
export async function removeLeftLock(path: string, age: number, system: DiskFunctions): Promise<void> {
  const mark = await markIn(path, system);
  if (mark !== undefined && isLeft(mark, age, system)) await breakLock(path, mark, system);
}

/** Whether a lock is ours by what it says, and its holder dead, asleep, or one who will look again. */
function isLeft(mark: string, age: number, system: DiskFunctions): boolean {
  if (!OURS.startsWith(mark.slice(0, OURS.length))) return false;
  const [, host, pid] = form.exec(mark) ?? [];
  // Whoever hasn't said yet whose it is will look at it again before anything is replaced.
  if (pid === undefined) return age > UNMARKED_MS;
  return age > PATIENCE_MS || (host === system.host && !system.isAlive(Number(pid)));
}

/** Out of the way first: of several who break it one has it, and a lock that was made since is seen for what it is. */
async function breakLock(path: string, mark: string, system: DiskFunctions): Promise<void> {
  const aside = `${path.slice(0, -'.lock'.length)}.${system.pid}-${system.token()}.tmp`;
  if ((await markIn(path, system)) !== mark) return;
  try {
    await system.rename(path, aside);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return;
    throw error;
  }
  // A live one that was caught here is missed by its holder before it replaces anything.
  await system.remove(aside);
}

async function markIn(path: string, system: DiskFunctions): Promise<string | undefined> {
  const bytes = await ifThere(system.readFile(path));
  return bytes && new TextDecoder().decode(bytes);
}
