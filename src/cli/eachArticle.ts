import { analysed, type AnalysedArticle } from '../analysis/analysedArticle';
import type { ArticleText } from '../analysis/articleText';
import type { ExportArticle } from '../exchange/format';
import type { Corpus } from './corpus';
import { Progress } from './progress';

/** Gives each article of a corpus, one by one, and shows how far that is. */
export async function eachArticle(corpus: Corpus, visit: (article: ExportArticle) => void): Promise<void> {
  const progress = new Progress();
  const show = (path: string, done: number, total: number): void => progress.show(`${done}/${total} ${path}`);
  try {
    for await (const article of corpus.articles(show)) visit(article);
  } finally {
    progress.clear();
  }
}

/** The same, as analysis reads them. */
export async function eachAnalysed(
  corpus: Corpus,
  visit: (article: AnalysedArticle, text: ArticleText) => void,
): Promise<void> {
  await eachArticle(corpus, (article) =>
    visit(analysed(article), { text: article.text, excluded: article.info.excluded ?? [] }),
  );
}
