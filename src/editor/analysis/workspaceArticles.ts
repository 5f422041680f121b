import type { AnalysedAnnotation, AnalysedArticle } from '../../analysis/analysedArticle';
import type { CorpusArticle } from '../../corpus/indexed';
import type { Rows } from '../../corpus/rows';
import { decidersOf } from '../../model/superseded';
import type { Parts } from '../parts';
import type { Article } from '../store/article';
import { storedStanding } from '../workspaceViews/fullAnnotations';
import type { Workspace } from '../workspaceViews/workspace';

/** The articles of the workspace as analysis reads them, in the workspace's order, from the index: an open one as it is now. What an
 * article has is made when it is reached, so that memory stays bounded where each is let go of. */
export function* workspaceArticles(
  workspace: Workspace,
  { articles }: Pick<Parts, 'articles'>,
): Iterable<AnalysedArticle> {
  const open = new Map([...articles.all()].map((article) => [article.key, article]));
  const books = new Map(
    workspace.books.flatMap(({ lists, tallies }) => (tallies?.articles ?? []).map(({ uri }) => [uri, lists] as const)),
  );
  for (const article of workspace.index.ordered()) {
    const rows = workspace.index.rowsOf(article.uri);
    // One that is annotated for the first time isn't counted yet.
    const codebook = books.get(article.uri) ?? workspace.bookOf(article.uri)?.lists;
    if (rows) yield articleOf(article, rows, open.get(article.uri), codebook);
  }
}

function articleOf(
  { uri, path, info, coding }: CorpusArticle,
  rows: Rows,
  open: Article | undefined,
  codebook: AnalysedArticle['codebook'],
): AnalysedArticle {
  return { key: uri, path, info, coding, codebook, annotations: annotationsOf(rows, open) };
}

function annotationsOf(rows: Rows, open: Article | undefined): readonly AnalysedAnnotation[] {
  const deciding = [...rows.columns.supersedes].map(([row, supersedes]) => ({ id: rows.id(row), supersedes }));
  const superseded = decidersOf(deciding);
  return Array.from({ length: rows.count }, (_, row) => {
    const annotation = rows.annotation(row);
    const { id, text } = annotation;
    const attributes = rows.attributes(row);
    const found: { -readonly [field in keyof AnalysedAnnotation]: AnalysedAnnotation[field] } = {
      ...annotation,
      standing: open?.annotation(id)?.standing ?? storedStanding(text),
      counts: superseded.has(id) ? 'superseded' : rows.counts(row) ? 'yes' : 'excluded',
    };
    if (attributes) found.attributes = attributes;
    return found;
  });
}
