import type { Sidecar } from '../model/article';
import type { Codebook } from '../model/codebook';
import { codebookChanges, sidecarChanges, type ListChanges } from './changes';
import { mergeCodebooks } from './mergeCodebooks';
import { checkedOutByGit, mergeSidecars } from './mergeSidecars';
import { printCodebook, printSidecar } from './print';
import { readCodebook, readSidecar, type ReadResult } from './read';
import type { Merged } from './threeWay';

/** How one kind of our files is read, printed, merged and compared. */
export interface FileKind<T> {
  readonly read: (bytes: Uint8Array) => ReadResult<T>;
  readonly print: (value: T) => string;
  /** `ours` is the side whose text is checked out. */
  readonly merge: (base: T | undefined, ours: T, theirs: T) => Merged<T>;
  /** The same beside a text that git merges too. */
  readonly mergeInGit: (base: T | undefined, ours: T, theirs: T) => Merged<T>;
  readonly changes: (before: T, after: T) => readonly ListChanges[];
}

export const sidecarKind: FileKind<Sidecar> = {
  read: readSidecar,
  print: printSidecar,
  merge: mergeSidecars,
  mergeInGit: (base, ours, theirs) => mergeSidecars(base, ours, theirs, checkedOutByGit(base, ours, theirs)),
  changes: sidecarChanges,
};

export const codebookKind: FileKind<Codebook> = {
  read: readCodebook,
  print: printCodebook,
  merge: mergeCodebooks,
  mergeInGit: mergeCodebooks,
  changes: codebookChanges,
};
