import type * as vscode from 'vscode';
import type { Resolved, Unresolved } from '../../sidecar/resolve';
import type { Conflict, Merged } from '../../sidecar/threeWay';
import type { LazyPart } from '../lazyPart';
import type { FileProblem, UserError } from '../userError';

/** The bundle of what is needed where reading, writing or merging isn't plain. */
export type MendingPart = typeof import('../lazy/mending');

/** How one kind of file is merged and mended. */
export interface Mender<T> {
  /** Unites what two sides made of `base`. */
  readonly merge: (base: T | undefined, ours: T, theirs: T) => Merged<T>;
  /** Merges the sides of a text with git's conflict markers; undefined where it has none, or they don't add up. */
  readonly resolve: (uri: vscode.Uri, text: string) => Promise<Resolved<T> | Unresolved | undefined>;
}

/** What two sides made of a file, each as a whole, and where they disagree; ours stands meanwhile. */
export interface Disagreement {
  readonly uri: vscode.Uri;
  readonly conflicts: readonly Conflict[];
  readonly base: string | undefined;
  readonly ours: string;
  readonly theirs: string;
}

/** A file whose content waits in memory. */
export interface Waiting {
  readonly uri: vscode.Uri;
  /** Whether a write went well since it was opened here. */
  readonly proven: boolean;
  readonly problem: FileProblem | undefined;
  /** As it was when it was last read or written, printed; undefined where there was none. */
  lastRead(): string | undefined;
  /** Reads it again where it was changed from outside. */
  refresh(): Promise<void>;
  /** Writes now what isn't written; rejects where that can't be done. */
  flush(): Promise<void>;
  /** What isn't written; undefined where all is. */
  unwritten(): Promise<Unwritten | undefined>;
}

/** A file of a change of several: it can be kept from being read and written for a while. */
export interface Holdable extends Waiting {
  hold(ms: number): Promise<void>;
  readonly release: () => void;
}

/** A change of several files in memory. */
export interface Together {
  readonly label: string;
  readonly files: readonly Holdable[];
  readonly apply: () => void;
  readonly takeBack: () => void;
}

/** A file's content as it would be written, and as it was when it was last read or written, where it was there. */
export interface Unwritten {
  readonly text: string;
  readonly base?: string | undefined;
}

/** What is done, and who is told, where a file can't be read, written or merged in silence. */
export interface Mending {
  readonly part: LazyPart<MendingPart>;
  /** A write in the background failed. */
  failed(file: Waiting, error: UserError): void;
  /** All of a file is written. */
  wrote(file: Waiting): void;
  /** Asks where to, and writes there what isn't written. */
  saveAs(file: Waiting): Promise<void>;
  /** Two sides changed one thing. */
  disagreed(disagreement: Disagreement): void;
  /** Applies a change of several files and writes them all, or takes it back and rejects. A death in between is mended at
   * the next start. */
  writeTogether(change: Together): Promise<void>;
  /** Keeps a copy of a file with git's conflict markers, that is about to be replaced by what its sides come to. What it
   * gives is called when that was done, and tells. */
  setAside<T>(uri: vscode.Uri, bytes: Uint8Array, resolved: Resolved<T>): Promise<() => void>;
}
