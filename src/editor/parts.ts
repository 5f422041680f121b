import type { Corpus } from './corpus';
import type { Creator } from './creator';
import type { LazyPart } from './lazyPart';
import type { Reveal } from './reveal';
import type { Articles } from './store/articles';
import type { Codebooks } from './store/codebooks';
import type { Finder } from './store/finder';
import type { Steps } from './store/steps';

/** What the bundle of src/editor/lazy/assist.ts holds. */
export type Assist = typeof import('./lazy/assist');

/** What the features of the editor are made of; the entry file makes them and hands them on. */
export interface Parts {
  readonly creator: Creator;
  readonly articles: Articles;
  readonly codebooks: Codebooks;
  readonly corpus: Corpus;
  readonly finder: Finder;
  readonly steps: Steps;
  readonly reveal: Reveal;
  readonly assist: LazyPart<Assist>;
  readonly exchange: LazyPart<typeof import('./lazy/exchange')>;
  readonly moving: LazyPart<typeof import('./lazy/moving')>;
  readonly attention: LazyPart<typeof import('./lazy/attention')>;
}
