import type { Attributes, Link, Standing } from '../model/annotation';
import type { ArticleInfo, Coding } from '../model/article';
import type { CodebookLists } from '../model/codebook';
import { contains, type Range } from '../model/range';
import { decidersOf } from '../model/superseded';

/** Whether an annotation counts in figures, or why not: another one supersedes it, or it lies in an excluded range. */
export type Counting = 'yes' | 'superseded' | 'excluded';

/** What analysis reads of an annotation; `start` and `end` are its first range's, in UTF-16 code units. */
export interface AnalysedAnnotation extends Range {
  readonly id: string;
  readonly type: string;
  readonly counts: Counting;
  readonly standing: Standing;
  readonly actor?: string;
  readonly topic?: string;
  readonly stance?: string;
  readonly attribution?: string;
  readonly source?: string;
  readonly kind?: string;
  /** Of a source: as it is cited, where whoever gives the annotation knows it. */
  readonly reference?: string;
  readonly date?: string;
  readonly links?: readonly Link[];
  readonly attributes?: Attributes;
  readonly creator?: string;
  /** The text of its ranges, where that was read: an ellipsis stands between two. */
  readonly quote?: string;
}

/** What analysis reads of an article. */
export interface AnalysedArticle {
  /** What it is known by, and gone to: a path, or a uri as text. */
  readonly key: string;
  /** As people know it: relative, with `/`. */
  readonly path: string;
  readonly info: Pick<ArticleInfo, 'title' | 'author' | 'publisher' | 'section' | 'date' | 'attributes'>;
  readonly coding: readonly Coding[];
  /** The codebook that counts for it, the same object for all articles that it counts for. */
  readonly codebook: CodebookLists | undefined;
  /** In the order of the text. */
  readonly annotations: readonly AnalysedAnnotation[];
}

/** An article as it is read from its files. */
export interface PlacedArticle {
  readonly path: string;
  readonly info: ArticleInfo;
  readonly coding: readonly Coding[];
  readonly codebook: CodebookLists | undefined;
  readonly annotations: readonly (Omit<AnalysedAnnotation, 'counts' | 'start' | 'end' | 'quote'> & {
    /** With the text of each range where that is known. */
    readonly target: readonly (Range & { readonly exact?: string })[];
    readonly supersedes?: readonly string[];
  })[];
}

/** What analysis reads of an article that is there as a whole. */
export function analysed(article: PlacedArticle, key = article.path): AnalysedArticle {
  const { path, info, coding, codebook, annotations } = article;
  const counting = countingOf(article);
  return {
    ...{ key, path, info, coding, codebook },
    annotations: annotations.map((annotation) => {
      const { start, end } = annotation.target[0] ?? { start: 0, end: 0 };
      const quoted = annotation.target.flatMap(({ exact }) => exact ?? []);
      const quote = quoted.length > 0 ? { quote: quoted.join(' … ') } : {};
      return { ...annotation, ...quote, start, end, counts: counting(annotation) };
    }),
  };
}

/** Tells whether an annotation of an article counts in figures. Of one that isn't anchored, nobody knows whether it lies in an
 * excluded range: it counts. */
export function countingOf({
  annotations,
  info,
}: Pick<PlacedArticle, 'annotations' | 'info'>): (annotation: PlacedArticle['annotations'][number]) => Counting {
  const superseded = decidersOf(annotations);
  const { excluded = [] } = info;
  return ({ id, standing, target }) => {
    if (superseded.has(id)) return 'superseded';
    const isExcluded =
      standing === 'anchored' && target.every((range) => excluded.some((outer) => contains(outer, range)));
    return isExcluded ? 'excluded' : 'yes';
  };
}
