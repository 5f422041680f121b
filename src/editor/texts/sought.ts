import type * as vscode from 'vscode';
import type { SoughtTarget } from '../../anchoring/finding/placement';
import type { Placing } from '../../anchoring/finding/placing';

/** Targets that are to be found again in an article's text. */
export interface Sought extends Placing {
  readonly uri: vscode.Uri;
  /** The names, as VS Code has them, of encodings that the article's older versions may be in; first the one that it is
   * opened in. */
  readonly encodings: readonly string[];
  readonly targets: readonly SoughtTarget[];
  /** Ends the search. */
  readonly signal?: AbortSignal;
}
