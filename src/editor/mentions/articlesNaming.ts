import * as vscode from 'vscode';
import { SIDECAR_SUFFIX } from '../../model/article';
import { compareArticles } from '../../corpus/order';
import type { NameScan } from '../../suggest/nameScan';
import { ClosedTexts } from '../closedTexts';
import type { Parts } from '../parts';
import { slowWork } from '../slowWork';
import type { Article } from '../store/article';
import type { CodebookFile } from '../store/codebookFile';

/** Files that may be articles. */
const ARTICLE_FILES = '**/*.{txt,md,article}';
const MOST_FILES = 20_000;

/**
 * The articles of a codebook in which a name of one of these actors stands, annotated before or not, in the workspace's
 * order, opened; shows how far it is where it takes long. Undefined where the person cancelled.
 */
export function articlesNaming(
  parts: Parts,
  codebook: CodebookFile,
  scan: NameScan,
  of: ReadonlySet<string>,
): Promise<readonly Article[] | undefined> {
  return slowWork(vscode.l10n.t('Looking for names…'), async ({ token, report }) => {
    await parts.corpus.build();
    const texts = new ClosedTexts(0);
    const found: Article[] = [];
    const files = await articleFiles(parts);
    for (const [index, { uri, encoding }] of files.entries()) {
      if (token.isCancellationRequested) return undefined;
      report(vscode.l10n.t('{0} of {1}', index + 1, files.length));
      if (!(await parts.codebooks.counts(codebook, uri))) continue;
      const document = vscode.workspace.textDocuments.find((other) => other.uri.toString() === uri.toString());
      const open = document && parts.articles.of(document);
      const text = open?.text ?? (await texts.of(uri, encoding))?.text;
      if (text !== undefined && scan.all(text, { of }).length > 0) found.push(await parts.articles.get(uri));
    }
    return found;
  });
}

interface ArticleFile {
  readonly uri: vscode.Uri;
  readonly encoding: string | undefined;
}

/** Articles with a sidecar, and text files without. What VS Code's explorer hides is left out of the latter. */
async function articleFiles({ corpus }: Parts): Promise<readonly ArticleFile[]> {
  const files = new Map<string, ArticleFile & { readonly folder: number; readonly path: string }>();
  for (const uri of await vscode.workspace.findFiles(ARTICLE_FILES, '**/node_modules/**', MOST_FILES)) {
    if (uri.path.endsWith(SIDECAR_SUFFIX)) continue;
    const folder = vscode.workspace.getWorkspaceFolder(uri)?.index ?? 0;
    files.set(uri.toString(), { uri, encoding: undefined, folder, path: vscode.workspace.asRelativePath(uri, false) });
  }
  for (const { uri, folder, path, info } of corpus.current().articles()) {
    files.set(uri, { uri: vscode.Uri.parse(uri, true), encoding: info.encoding, folder, path });
  }
  return [...files.values()].sort(compareArticles);
}
