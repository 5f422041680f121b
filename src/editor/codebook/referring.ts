import * as vscode from 'vscode';
import type { Referent } from '../../model/references';
import type { Parts } from '../parts';
import { slowWork } from '../slowWork';
import type { Article } from '../store/article';
import type { CodebookFile } from '../store/codebookFile';

/**
 * The articles of a codebook in which something refers to one of these, opened in the background; shows how far it is
 * where it takes long. Undefined where the person cancelled. Throws where one can't be opened: a change of all of them
 * must not leave one out.
 */
export async function articlesReferring(
  parts: Parts,
  codebook: CodebookFile,
  referent: Referent,
  ids: ReadonlySet<string>,
): Promise<readonly Article[] | undefined> {
  await parts.corpus.build();
  const uris = parts.corpus.current().articlesReferringTo(referent, ids);
  return openArticles(
    parts,
    uris.map((uri) => vscode.Uri.parse(uri, true)),
    codebook,
  );
}

/** These articles, as {@link articlesReferring}; with a codebook, those for which it counts. */
export function openArticles(
  parts: Parts,
  uris: readonly vscode.Uri[],
  codebook?: CodebookFile,
): Promise<readonly Article[] | undefined> {
  return slowWork(vscode.l10n.t('Opening articles…'), async ({ token, report }) => {
    const articles: Article[] = [];
    for (const [index, uri] of uris.entries()) {
      if (token.isCancellationRequested) return undefined;
      report(vscode.l10n.t('{0} of {1}', index + 1, uris.length));
      if (codebook && !(await parts.codebooks.counts(codebook, uri))) continue;
      articles.push(await parts.articles.get(uri));
    }
    return articles;
  });
}
