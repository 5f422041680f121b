import * as vscode from 'vscode';
import { hidden } from '../commands/chosenAnnotation';
import type { Article } from '../store/article';

/** Throws a UserError where some of an article's annotations that are to be changed are hidden: nobody would see what becomes of them. */
export function assertShown(article: Article, annotations: readonly { readonly creator?: string }[]): void {
  const count = annotations.filter((annotation) => !article.shows(annotation)).length;
  if (count === 0) return;
  throw hidden(
    vscode.l10n.t(
      'In {0} this would change annotations of others, which are hidden: {1}. Nothing was changed.',
      article.fileName,
      count,
    ),
  );
}
