import type { Annotation, Standing, Target } from '../../model/annotation';
import type { ArticleInfo, Coding } from '../../model/article';
import type { CodebookList } from '../../model/codebook';
import type { Place } from '../../anchoring/following/tracker';

/** A target in an open article: where it is now, and what it was when it was last written or read. */
export interface Spot {
  readonly place: Place;
  /** The ranges as quotations, and the hash of the text that they refer to. The article renews it when it writes. */
  seen: { readonly target: readonly Target[]; readonly sha256: () => Promise<string> };
  /** How each range was found again in a changed text; empty where none was searched for, or all were written since. */
  found: readonly Found[];
}

/** How sure the place of a range is, and where else it may be. */
export interface Found {
  /** As it was found: an edit, or its undoing, may have made it another since. */
  readonly standing: Standing;
  /** 0 to 1. */
  readonly confidence: number;
  readonly candidates: readonly LikelyPlace[];
}

/** A likely place that follows the text. */
export interface LikelyPlace {
  readonly place: Place;
  readonly confidence: number;
}

/** An annotation without its target. */
export type Fields = Omit<Annotation, 'target' | 'text'>;

/** An annotation in an open article. Never changed: a step replaces it, and keeps the spot where the target stays. */
export interface Entry {
  readonly fields: Fields;
  readonly spot: Spot;
}

/** What of {@link ArticleInfo} a step may change; the rest follows from the text. */
export type ArticleFields = Omit<ArticleInfo, 'file' | 'sha256' | 'length' | 'excluded'>;

/** An item of a codebook's list; which fields it has depends on the list. */
export interface CodebookItem {
  readonly id: string;
}

interface Changed<T> {
  readonly before: T;
  readonly after: T;
}

export interface AnnotationChange extends Changed<Entry | undefined> {
  readonly on: 'annotation';
  /** The article's uri as text. */
  readonly article: string;
  readonly id: string;
}

export interface ExcludedChange extends Changed<readonly Spot[]> {
  readonly on: 'excluded';
  readonly article: string;
}

export interface ArticleChange extends Changed<ArticleFields> {
  readonly on: 'article';
  readonly article: string;
}

export interface CodingChange extends Changed<readonly Coding[]> {
  readonly on: 'coding';
  readonly article: string;
}

export interface CodebookChange extends Changed<CodebookItem | undefined> {
  readonly on: 'codebook';
  /** The codebook's uri as text. */
  readonly codebook: string;
  readonly list: CodebookList;
  readonly id: string;
}

export type InArticle = AnnotationChange | ExcludedChange | ArticleChange | CodingChange;

/** One thing changed, with what it was; undefined means that it isn't there. */
export type Change = InArticle | CodebookChange;

/** What one command does, over several articles and the codebook where need be; undone and redone as a whole. */
export interface Step {
  /** As messages show it: "Tag North Korea". */
  readonly label: string;
  readonly changes: readonly Change[];
  /** Whether it is written with a journal, so that a death between two of its files can be mended. */
  readonly bulk?: boolean;
}

/** The step that takes `step` back. */
export function inverse(step: Step): Step {
  return {
    ...step,
    changes: step.changes
      .map((change) => ({ ...change, before: change.after, after: change.before }) as Change)
      .reverse(),
  };
}

/** The articles (uris as text) that a step changes, each once. */
export function articlesOf(step: Step): Set<string> {
  return new Set(step.changes.flatMap((change) => (change.on === 'codebook' ? [] : [change.article])));
}

/** Whether a step changes codebooks alone; it counts for every article of theirs. */
export function isOfCodebooks(step: Step): boolean {
  return step.changes.every((change) => change.on === 'codebook');
}

/** Whether a step is part of an article's history: it changes the article, or nothing but codebooks of which `codebook` is one,
 * the article's (all uris as text). */
export function countsFor(step: Step, article: string, codebook: string | undefined): boolean {
  if (!isOfCodebooks(step)) return articlesOf(step).has(article);
  return step.changes.some((change) => change.on === 'codebook' && change.codebook === codebook);
}
