import type { Range } from '../../../src/model/range';
import { CorpusIndex } from '../../../src/corpus/corpusIndex';
import type { AnnotationInText } from '../../../src/corpus/columns';
import type { CorpusArticle } from '../../../src/corpus/indexed';

/** An article of which nothing but its place is known. */
export function at(uri: string, path: string, folder = 0): CorpusArticle {
  return { uri, folder, path, info: { length: 1000 }, coding: [] };
}

/** An annotation with one range. */
export type Marked = Omit<AnnotationInText, 'target'> & Range;

/** Tells an index of an article. */
export function put(
  index: CorpusIndex,
  article: CorpusArticle,
  annotations: readonly Marked[],
  excluded?: readonly Range[],
): void {
  index.setArticle(
    article,
    annotations.map(({ start, end, ...fields }) => ({ ...fields, target: [{ start, end }] })),
    excluded,
  );
}

export function mention(id: string, actor: string, start: number, end = start + 5): Marked {
  return { id, type: 'actor', actor, start, end };
}

/** An index of articles by their paths in one folder; the uri of `a.txt` is `file:/a.txt`. */
export function corpus(articles: Record<string, readonly Marked[]>): CorpusIndex {
  const index = new CorpusIndex();
  for (const [path, annotations] of Object.entries(articles)) put(index, at(`file:/${path}`, path), annotations);
  return index;
}
