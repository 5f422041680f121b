import { analysed, type AnalysedArticle } from '../analysis/analysedArticle';
import type { ArticleText } from '../analysis/articleText';
import type { Corpus } from './corpus';
import { Progress } from './progress';

/** Gives each article of a corpus as analysis reads it, one by one, and shows how far that is. */
export async function eachArticle(
  corpus: Corpus,
  visit: (article: AnalysedArticle, text: ArticleText) => void,
): Promise<void> {
  const progress = new Progress();
  const show = (path: string, done: number, total: number): void => progress.show(`${done}/${total} ${path}`);
  try {
    for await (const article of corpus.articles(show)) {
      visit(analysed(article), { text: article.text, excluded: article.info.excluded ?? [] });
    }
  } finally {
    progress.clear();
  }
}
