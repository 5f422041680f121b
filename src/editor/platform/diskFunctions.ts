/** What {@link NodeDisk} needs of the system: Node's own functions, or a test's that fail. */
export interface DiskFunctions {
  readonly open: (path: string, flags: 'r' | 'wx', mode?: number) => Promise<OpenFile>;
  readonly readFile: (path: string) => Promise<Uint8Array>;
  /** The file with what the system knows of it, in as few calls as can be: for many files. */
  readonly look: (path: string) => Promise<{ readonly stat: DiskStat; readonly bytes: Uint8Array }>;
  readonly rename: (from: string, to: string) => Promise<void>;
  readonly remove: (path: string) => Promise<void>;
  readonly stat: (path: string) => Promise<DiskStat>;
  readonly realpath: (path: string) => Promise<string>;
  readonly assertWritable: (path: string) => Promise<void>;
  /** The names in a folder. */
  readonly list: (folder: string) => Promise<readonly string[]>;
  readonly folderOf: (path: string) => string;
  readonly nameOf: (path: string) => string;
  /** Of this process, on {@link host}. */
  readonly pid: number;
  readonly host: string;
  /** Whether there is a process of this number on this machine. */
  readonly isAlive: (pid: number) => boolean;
  /** Twelve random hexadecimal digits. */
  readonly token: () => string;
  readonly pause: (ms: number) => Promise<void>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

export interface OpenFile {
  readonly writeFile: (bytes: Uint8Array) => Promise<void>;
  readonly chmod: (mode: number) => Promise<void>;
  readonly sync: () => Promise<void>;
  readonly close: () => Promise<void>;
}

export interface DiskStat {
  readonly ino: bigint;
  readonly mode: bigint;
  readonly size: bigint;
  readonly mtimeNs: bigint;
  readonly ctimeNs: bigint;
}

/** The code of a system's error, as "ENOENT". */
export function codeOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
}

/** Undefined in place of the error that there is no such file. */
export function ifThere<T>(work: Promise<T>): Promise<T | undefined> {
  return work.catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  });
}

/** Does what may fail for a moment only, such as removing a file that a virus scanner reads; where it stays so, that is left. */
export async function persistently(work: () => Promise<void>): Promise<void> {
  for (let attempt = 0; attempt < 3; attempt++) {
    const isDone = await work().then(
      () => true,
      () => false,
    );
    if (isDone) return;
  }
}
