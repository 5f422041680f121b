import type { Articles } from './store/articles';
import type { Codebooks } from './store/codebooks';
import type { Steps } from './store/steps';
import type { Corpus } from './corpus';
import type { Uri } from 'vscode';

/** What the features of the editor are made of; the entry file makes them and hands them on. */
export interface Parts {
  readonly extensionUri: Uri;
  readonly articles: Articles;
  readonly codebooks: Codebooks;
  readonly steps: Steps;
  readonly corpus: Corpus;
}
