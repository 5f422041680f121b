import type * as vscode from 'vscode';
import type { Libraries } from '../exchange/articles/libraries';
import type { Corpus } from './corpus';
import type { Creator } from './creator';
import { LazyPart } from './lazyPart';
import type { FileMending } from './mending/fileMending';
import type { Reveal } from './reveal';
import type { Articles } from './store/articles';
import type { Codebooks } from './store/codebooks';
import type { Finder } from './store/finder';
import type { Steps } from './store/steps';
import type { Visibility } from './visibility/visibility';

/** What the bundle of src/editor/lazy/assist.ts holds. */
export type Assist = typeof import('./lazy/assist');

/** What is loaded when it is first used. */
interface LazyParts {
  readonly agreement: LazyPart<typeof import('./lazy/agreement')>;
  readonly articleLibraries: Libraries;
  readonly articleImport: LazyPart<typeof import('./lazy/articles')>;
  readonly assist: LazyPart<Assist>;
  readonly attention: LazyPart<typeof import('./lazy/attention')>;
  readonly codebook: LazyPart<typeof import('./lazy/codebook')>;
  readonly details: LazyPart<typeof import('./lazy/details')>;
  readonly exchange: LazyPart<typeof import('./lazy/exchange')>;
  readonly language: LazyPart<typeof import('./lazy/language')>;
  readonly moving: LazyPart<typeof import('./lazy/moving')>;
  readonly offers: LazyPart<typeof import('./lazy/offers')>;
  readonly pictures: LazyPart<typeof import('./lazy/pictures')>;
  readonly views: LazyPart<typeof import('./lazy/views')>;
}

/** @param corpus is loaded before all of them: any may ask for the index at once */
export function lazyParts(extensionUri: vscode.Uri, corpus: LazyPart<unknown>): LazyParts {
  const library = <T>(name: string): (() => Promise<T>) => {
    const part = new LazyPart<T>(extensionUri, name);
    return () => part.get();
  };
  return {
    articleLibraries: {
      encodings: library('encodings'),
      pages: library('pages'),
      pdf: library('pdf'),
      word: library('word'),
    },
    agreement: new LazyPart(extensionUri, 'agreement', corpus),
    articleImport: new LazyPart(extensionUri, 'articles', corpus),
    assist: new LazyPart(extensionUri, 'assist', corpus),
    attention: new LazyPart(extensionUri, 'attention', corpus),
    codebook: new LazyPart(extensionUri, 'codebook', corpus),
    details: new LazyPart(extensionUri, 'details', corpus),
    exchange: new LazyPart(extensionUri, 'exchange', corpus),
    language: new LazyPart(extensionUri, 'language', corpus),
    moving: new LazyPart(extensionUri, 'moving', corpus),
    offers: new LazyPart(extensionUri, 'offers', corpus),
    pictures: new LazyPart(extensionUri, 'pictures', corpus),
    views: new LazyPart(extensionUri, 'views', corpus),
  };
}

/** What the features of the editor are made of; the entry file makes them and hands them on. */
export interface Parts extends LazyParts {
  readonly creator: Creator;
  readonly visibility: Visibility;
  readonly articles: Articles;
  readonly codebooks: Codebooks;
  readonly corpus: Corpus;
  readonly finder: Finder;
  readonly steps: Steps;
  readonly mending: FileMending;
  readonly reveal: Reveal;
  /** The bytes of a file that ships with the extension, by its name in dist/resources. */
  readonly resource: (name: string) => Promise<Uint8Array>;
}
