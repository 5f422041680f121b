import type { ReadResult } from '../../sidecar/read';
import type { Resolved } from '../../sidecar/resolve';
import type { Files } from '../files';
import type { FileProblem } from '../userError';
import type * as vscode from 'vscode';
import { reason } from './fileErrors';
import { leadingOut } from './leadingOut';
import type { Mender, Mending, MendingPart } from './mending';

/** What is on disk. */
export type Look<T> =
  | {
      readonly bytes: Uint8Array;
      readonly text: string;
      readonly value: T;
      readonly resolved?: Resolved<T> | undefined;
    }
  | { readonly bytes: undefined; readonly text: undefined };

/** What is known already. */
export type Known<T> = { readonly text: string; readonly value: T; readonly resolved?: Resolved<T> | undefined };

interface Readable<T> {
  readonly read: (bytes: Uint8Array) => ReadResult<T>;
  readonly mender: (part: MendingPart) => Mender<T>;
}

/** Times of file systems are as coarse as 2 s: a stamp tells a file from its next state only once it is older. */
const COARSEST_MS = 2000;
/** Others may be in the middle of writing what can't be read. */
const PAUSES_MS = [50, 150];

/** What we saw of a file, and whether that still holds. */
export class Sight<T> {
  /** Of the file when it was last read; undefined where there was none. */
  private stamp: string | undefined;
  /** When the stamp was first seen, and when the file was last read under it. */
  private since = 0;
  private readAt = 0;
  private isLost = true;
  private wasOpened = false;
  private broken: string | undefined;
  /** How links lead out of the workspace: it may be read then, and is never written. */
  private leads: string | undefined;

  constructor(
    private readonly files: Files,
    private readonly content: Readable<T>,
    private readonly mending: Mending,
  ) {}

  /** Whether the file is surely the one that was last looked at; asks for the file's stamp, not for its content. */
  async isCurrent(uri: vscode.Uri): Promise<boolean> {
    const stamp = await this.files.stamp(uri);
    return !this.isLost && stamp === this.stamp && (stamp === undefined || this.readAt - this.since > COARSEST_MS);
  }

  /** The file was written, and somebody else may have written right after us. */
  lose(): void {
    this.isLost = true;
  }

  /**
   * What is on disk now; undefined where that can't be read. Sets the problem of a file that can't be read, or must not be
   * written. A file with git's conflict markers is what its sides come to.
   */
  async look(
    uri: vscode.Uri,
    known: Known<T> | undefined,
    trouble: FileProblem | undefined,
    tell: (problem: FileProblem | undefined) => void,
  ): Promise<Look<T> | undefined> {
    const setProblem = (problem: FileProblem | undefined): void => {
      tell(problem ?? (this.leads === undefined ? undefined : { uri, line: 1, message: this.leads, readOnly: true }));
    };
    for (let attempt = 0; ; attempt++) {
      const bytes = await this.bytes(uri, attempt > 0).catch((error: unknown) => {
        setProblem({ uri, line: 1, message: reason(error) });
        return error instanceof Error ? error : new Error();
      });
      if (bytes instanceof Error) return undefined;
      if (!bytes) {
        setProblem(undefined);
        return { bytes, text: undefined };
      }
      const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
      if (known && !trouble && text === known.text && this.leads === undefined) return { bytes, ...known };
      const result = this.content.read(bytes);
      if (result.ok) {
        const { readOnly } = result;
        setProblem(readOnly && { uri, line: readOnly.line, message: readOnly.message, readOnly: true });
        return { bytes, text, value: result.value };
      }
      const pause = this.broken === text ? undefined : PAUSES_MS[attempt];
      if (pause === undefined) return this.mended(uri, bytes, text, result.problem, setProblem);
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }

  /** The file's bytes, and what a dead writer left of it where this is the first look or a thorough one. */
  private async bytes(uri: vscode.Uri, isThorough: boolean): Promise<Uint8Array | undefined> {
    const stamp = await this.files.stamp(uri);
    this.leads = await leadingOut(uri);
    const isWhole = (left: Uint8Array): boolean => this.content.read(left).ok;
    const isFirst = !this.wasOpened;
    // What a dead writer left isn't put in place out there.
    const bytes = await ((isFirst || isThorough) && this.leads === undefined
      ? this.files.open(uri, isWhole)
      : this.files.read(uri));
    this.wasOpened = true;
    this.readAt = Date.now();
    if (this.isLost || stamp !== this.stamp) this.since = this.readAt;
    this.stamp = stamp;
    this.isLost = false;
    return bytes;
  }

  private async mended(
    uri: vscode.Uri,
    bytes: Uint8Array,
    text: string,
    { line, message }: Pick<FileProblem, 'line' | 'message'>,
    setProblem: (problem: FileProblem | undefined) => void,
  ): Promise<Look<T> | undefined> {
    const isMarked = /^<{7}/m.test(text);
    const resolved = isMarked ? await this.content.mender(await this.mending.part.get()).resolve(uri, text) : undefined;
    if (resolved && !('problem' in resolved)) {
      setProblem(undefined);
      return { bytes, text, value: resolved.merged, resolved };
    }
    this.broken = text;
    setProblem({ uri, line, message, ...resolved?.problem, isBroken: true });
    return undefined;
  }
}

/** What is to be remembered of a file; undefined where there is none. */
export function knownOf<T>(disk: Look<T>): Known<T> | undefined {
  return disk.text === undefined ? undefined : { text: disk.text, value: disk.value, resolved: disk.resolved };
}
