import type { AnalysedArticle } from '../../../../analysis/analysedArticle';
import type { Work } from '../../../../anchoring/slices';
import type { Articles, AsyncWork, ReadArticle, TextReading } from '../picture';

/** Goes through articles one by one. */
export function* through(articles: Articles, add: (article: AnalysedArticle) => void): Work<void> {
  let done = 0;
  for (const article of articles) {
    add(article);
    yield ++done / articles.count;
  }
}

/** The same, with their texts. */
export async function* throughTexts(
  articles: Articles,
  texts: TextReading,
  add: (read: ReadArticle) => void,
): AsyncWork<void> {
  let done = 0;
  for await (const read of texts.of(articles)) {
    add(read);
    yield ++done / articles.count;
  }
}
