import type { PlacedAnnotation } from '../../model/annotation';
import type { ArticleInfo, Coding } from '../../model/article';
import type { CodebookLists } from '../../model/codebook';
import { compareCodeUnits } from '../../model/codeUnits';
import type { Range } from '../../model/range';

/** What is compared of an annotation. A range of its target has a place in the article's text where the annotation is anchored. */
export interface CodedAnnotation extends Pick<
  PlacedAnnotation,
  | ('id' | 'type' | 'standing' | 'creator' | 'supersedes' | 'actor' | 'topic' | 'stance' | 'attribution')
  | ('source' | 'kind' | 'date' | 'links' | 'attributes')
> {
  readonly target: readonly Range[];
}

/** What is compared of an article. Ranges are in UTF-16 code units of `text`. */
export interface CodedArticle {
  readonly path: string;
  readonly text: string;
  readonly info: Pick<ArticleInfo, 'excluded' | 'date'>;
  readonly coding: readonly Coding[];
  /** The codebook that counts for it, the same object for all articles that it counts for. */
  readonly codebook: CodebookLists | undefined;
  readonly annotations: readonly CodedAnnotation[];
}

/** How far somebody is who has read the article and said what is there, though it be nothing. */
const read: ReadonlySet<string> = new Set(['doing', 'done', 'irrelevant']);

export interface ReadingChoice {
  /** Whether annotations that decide between others (`supersedes`) count as their creator's reading too, in place of what the same
   * creator read before. */
  readonly decisions?: boolean;
}

/** Who coded an article, by name: who has annotations there, decisions between others' left aside, or says in its coding to have
 * read it. Who has read it without annotating anything says that nothing is there. */
export function codersOf(
  { annotations, coding }: Pick<CodedArticle, 'annotations' | 'coding'>,
  { decisions = false }: ReadingChoice = {},
): readonly string[] {
  const found = new Set<string>();
  for (const annotation of annotations) {
    if (annotation.creator !== undefined && (decisions || !decides(annotation))) found.add(annotation.creator);
  }
  for (const { creator, status } of coding) if (read.has(status)) found.add(creator);
  return [...found].sort(compareCodeUnits);
}

/** The type of a decision that nothing is to be marked at a place. No analysis counts it. */
export const NOTHING = 'none';

/** Whether an annotation decides between others, and so is nobody's own reading of the text. */
export function decides({ supersedes }: Pick<CodedAnnotation, 'supersedes'>): boolean {
  return supersedes !== undefined && supersedes.length > 0;
}
