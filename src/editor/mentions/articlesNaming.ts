import * as vscode from 'vscode';
import type { NameScan } from '../../suggest/nameScan';
import { articleFiles } from '../articleFiles';
import { ClosedTexts } from '../closedTexts';
import type { Parts } from '../parts';
import { slowWork } from '../slowWork';
import type { Article } from '../store/article';
import type { CodebookFile } from '../store/codebookFile';

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
    for (const [index, { uri: key, info }] of files.entries()) {
      const uri = vscode.Uri.parse(key, true);
      if (token.isCancellationRequested) return undefined;
      report(vscode.l10n.t('{0} of {1}', index + 1, files.length));
      if (!(await parts.codebooks.counts(codebook, uri))) continue;
      const text = await texts.orOpen(key, info?.encoding);
      if (text !== undefined && scan.all(text, { of }).length > 0) found.push(await parts.articles.get(uri));
    }
    return found;
  });
}
