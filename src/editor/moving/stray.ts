import type * as vscode from 'vscode';
import type { Described } from './textOnDisk';

/** A sidecar whose article isn't there. */
export interface Stray {
  readonly sidecar: vscode.Uri;
  /** Where its article would be. */
  readonly article: vscode.Uri;
  /** What it says; undefined where it can't be read. */
  readonly says: (Described & { readonly annotations: number }) | undefined;
}
