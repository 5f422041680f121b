import type { AnalysedArticle } from '../../../../analysis/analysedArticle';
import type { Work } from '../../../../anchoring/slices';
import type { Articles } from '../picture';

/** Goes through articles one by one. */
export function* through(articles: Articles, add: (article: AnalysedArticle) => void): Work<void> {
  let done = 0;
  for (const article of articles) {
    add(article);
    yield ++done / articles.count;
  }
}
