import { sameBytes } from './bytes';

/** The little that every file system of VS Code has. Paths are whole, with slashes. */
export interface PlainFileSystem {
  /** Undefined where there is no file. */
  readonly read: (path: string) => Promise<Uint8Array | undefined>;
  readonly write: (path: string, bytes: Uint8Array) => Promise<void>;
  readonly remove: (path: string) => Promise<void>;
  /** When a file was last written, in milliseconds since 1970; undefined where there is none. */
  readonly modified: (path: string) => Promise<number | undefined>;
  /** The names in a folder. */
  readonly list: (folder: string) => Promise<readonly string[]>;
}

export interface Clock {
  readonly now: () => number;
  readonly pause: (ms: number) => Promise<void>;
}

/** Whether bytes are the whole content of a file of ours, not the half that a dying writer left. */
export type IsWhole = (bytes: Uint8Array) => boolean;

/** A temporary file that is older was left: no writer takes so long. */
const LEFT_MS = 60_000;
/** How long a half-written file is left to its writer before its temporary file is put in place. */
const PATIENCE_MS = 300;

/**
 * Replaces files where there is neither flush nor atomic rename nor lock: a temporary file, read back, then the target, then
 * the temporary one is removed. Whoever dies on the way leaves the target or the temporary file whole; {@link open} mends that.
 */
export class SteppedFiles {
  /** @param writer tells this window's temporary files from others': letters and digits */
  constructor(
    private readonly system: PlainFileSystem,
    private readonly clock: Clock,
    private readonly writer: string,
  ) {}

  /** @returns whether it was replaced: not where it holds something else than `expected` (undefined: where there is a file) */
  async replace(path: string, bytes: Uint8Array, expected: Uint8Array | undefined): Promise<boolean> {
    const temporary = `${path}.${this.writer}.tmp`;
    try {
      await this.system.write(temporary, bytes);
      const back = await this.system.read(temporary);
      if (!back) return false; // somebody took us for dead, and put it in place
      if (!sameBytes(back, bytes)) throw new Error('It did not read back the same');
      if (!sameBytes(await this.system.read(path), expected)) {
        await this.forget(temporary);
        return false;
      }
    } catch (error) {
      await this.forget(temporary);
      throw error;
    }
    try {
      await this.system.write(path, bytes);
    } catch (error) {
      // Half-written, the target needs the temporary file.
      if (sameBytes(await this.system.read(path).catch(() => bytes), expected)) await this.forget(temporary);
      throw error;
    }
    await this.forget(temporary);
    return true;
  }

  /**
   * The file's bytes, undefined where there is none, after what a dead writer left was finished: a whole temporary file is
   * put in the place of a target that isn't, and of one that is older when its writer must be dead. What is left is removed.
   */
  async open(path: string, isWhole: IsWhole): Promise<Uint8Array | undefined> {
    const temporaries = await this.temporariesOf(path);
    let bytes = await this.system.read(path);
    if (temporaries.length > 0 && !(bytes && isWhole(bytes))) {
      await this.clock.pause(PATIENCE_MS);
      bytes = await this.system.read(path);
    }
    for (const temporary of temporaries) {
      const [left, written] = [await this.system.read(temporary), await this.system.modified(temporary)];
      if (!left || written === undefined) continue; // its writer lived
      const isLeft = this.clock.now() - written > LEFT_MS;
      const isNewer = isLeft && written >= ((await this.system.modified(path)) ?? 0);
      const isThere = bytes !== undefined && isWhole(bytes);
      if (isWhole(left) && (isThere ? isNewer : isTorn(bytes, left))) {
        if (!sameBytes(await this.system.read(path), bytes)) return this.system.read(path); // somebody writes
        await this.system.write(path, left);
        bytes = left;
        await this.forget(temporary);
      } else if (isLeft && (isThere || !bytes)) await this.forget(temporary);
    }
    return bytes;
  }

  /** Their paths, the latest written first. */
  private async temporariesOf(path: string): Promise<readonly string[]> {
    const slash = path.lastIndexOf('/') + 1;
    const start = `${path.slice(slash)}.`;
    const names = await this.system.list(path.slice(0, slash)).catch(() => []);
    const found = names.filter((name) => name.startsWith(start) && /^[0-9a-z]+\.tmp$/.test(name.slice(start.length)));
    const dated = await Promise.all(
      found.map(async (name) => {
        const temporary = path.slice(0, slash) + name;
        return { temporary, written: (await this.system.modified(temporary)) ?? 0 };
      }),
    );
    return dated.sort((a, b) => b.written - a.written).map(({ temporary }) => temporary);
  }

  /** One that can't be removed, or was by another window, is known for older. */
  private async forget(temporary: string): Promise<void> {
    await this.system.remove(temporary).catch(() => undefined);
  }
}

/** Whether a file is what a writer of `whole` left that died: another one that can't be read is somebody's own. */
function isTorn(bytes: Uint8Array | undefined, whole: Uint8Array): boolean {
  return !bytes || (bytes.length < whole.length && sameBytes(bytes, whole.subarray(0, bytes.length)));
}
