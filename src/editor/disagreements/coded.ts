import * as vscode from 'vscode';
import type { CodedArticle } from '../../analysis/agreement/codedArticle';
import type { PlacedAnnotation } from '../../model/annotation';
import type { Codebook } from '../../model/codebook';
import { articlesToExport } from '../exchange/exportSource';
import type { Parts } from '../parts';
import type { Article } from '../store/article';

/** What is compared of an article, with all that its annotations say: those that are shown. */
export interface ShownArticle extends CodedArticle {
  readonly annotations: readonly PlacedAnnotation[];
}

/**
 * An article, open or not, with what is shown of it. Undefined where it holds nothing of ours.
 * Throws a UserError where its files can't be read.
 */
export async function shownArticle(parts: Parts, key: string, codebook: Codebook): Promise<ShownArticle | undefined> {
  const uri = vscode.Uri.parse(key, true);
  const open = [...parts.articles.all()].find((article) => article.key === key);
  await open?.ready();
  if (open && (!open.problem || open.problem.readOnly)) return fromEditor(open, codebook);
  const root = vscode.workspace.getWorkspaceFolder(uri)?.uri;
  const codebooks = new Map([[uri, codebook]]);
  for await (const article of articlesToExport(parts, [uri], { root, found: true }, codebooks)) {
    const shows = (made: { readonly creator?: string }): boolean => parts.visibility.shows(made);
    return { ...article, annotations: article.annotations.filter(shows), coding: article.coding.filter(shows) };
  }
  return undefined;
}

function fromEditor(article: Article, codebook: Codebook): ShownArticle {
  const { text, metadata } = article;
  const excluded = article.excluded
    .flatMap(({ place }) => place.ranges)
    .map(({ start, end }) => ({ start, end, exact: text.slice(start, end), prefix: '', suffix: '' }));
  return {
    path: vscode.workspace.asRelativePath(article.uri),
    text,
    info: { ...metadata, excluded },
    coding: article.coding.filter((one) => article.shows(one)),
    codebook,
    annotations: article.shown(),
  };
}
