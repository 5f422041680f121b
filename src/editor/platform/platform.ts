import type { FileState, ReadFile } from '../../corpus/reading';

/** What the Node extension host has and the web worker host has not. One file a host implements it; the build picks
 * the file by the `#platform` import of package.json. */
export interface Platform {
  /** The local disk; undefined where the host has none. */
  readonly disk?: Disk;
  /** A path without symbolic links; rejects where there is nothing. */
  readonly realPath?: (path: string) => Promise<string>;
  /** The name that the operating system knows the person by. */
  readonly userName?: () => string | undefined;
  /** Evaluates a bundle of dist/parts: from its path where the host can import, else from its source. */
  readonly loadPart: (path: string, source: () => Promise<Uint8Array>) => Promise<unknown>;
}

/** Small files of the local disk, by their absolute paths. All reject with the system's error. */
export interface Disk {
  /** The file's bytes; undefined where there is none. What dead writers left in its folder is swept now and then. */
  readonly read: (path: string) => Promise<Uint8Array | undefined>;
  /** The file and its state alone, in as few calls of the system as can be. */
  readonly look: (path: string) => Promise<ReadFile | undefined>;
  /** Undefined where there is no file. */
  readonly state: (path: string) => Promise<FileState | undefined>;
  /**
   * Replaces a file durably where it still holds `expected` (undefined: where there is none), in one with the comparison
   * as far as all writers come this way. A death at any moment leaves the old or the new file.
   * @returns whether it was replaced; where not, nothing was done
   */
  readonly replace: (path: string, bytes: Uint8Array, expected: Uint8Array | undefined) => Promise<boolean>;
}
