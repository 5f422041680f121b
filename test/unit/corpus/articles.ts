import { CorpusIndex } from '../../../src/corpus/corpusIndex';
import type { AnnotationInText } from '../../../src/corpus/columns';
import type { CorpusArticle } from '../../../src/corpus/indexed';

/** An article of which nothing but its place is known. */
export function at(uri: string, path: string, folder = 0): CorpusArticle {
  return { uri, folder, path, info: { length: 1000 }, coding: [] };
}

export function mention(id: string, actor: string, start: number, end = start + 5): AnnotationInText {
  return { id, type: 'actor', actor, start, end };
}

/** An index of articles by their paths in one folder; the uri of `a.txt` is `file:/a.txt`. */
export function corpus(articles: Record<string, readonly AnnotationInText[]>): CorpusIndex {
  const index = new CorpusIndex();
  for (const [path, annotations] of Object.entries(articles)) index.setArticle(at(`file:/${path}`, path), annotations);
  return index;
}
