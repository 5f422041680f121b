/** What the Node extension host has and the web worker host has not. One file a host implements it; the build picks
 * the file by the `#platform` import of package.json. */
export interface Platform {
  /**
   * Replaces a file of the local disk durably: temporary file, flush to the disk, rename. A death half-way leaves the
   * old or the new file. Undefined where the host has no disk; rejects with the system's error.
   */
  readonly replaceFile?: (path: string, bytes: Uint8Array) => Promise<void>;
  /** A path without symbolic links; rejects where there is nothing. */
  readonly realPath?: (path: string) => Promise<string>;
  /** The name that the operating system knows the person by. */
  readonly userName?: () => string | undefined;
  /** Evaluates a bundle of dist/parts: from its path where the host can import, else from its source. */
  readonly loadPart: (path: string, source: () => Promise<Uint8Array>) => Promise<unknown>;
}
