import * as vscode from 'vscode';
import type { FromPicture } from '../../../model/picture';
import type { Parts } from '../../parts';

/** Goes to a place in an article, beside the picture, so that both are seen; where the article is seen already, there. */
export async function showPlace(
  { articles, reveal }: Parts,
  { article: key, start, end }: Extract<FromPicture, { type: 'place' }>,
): Promise<void> {
  const article = await articles.get(vscode.Uri.parse(key, true));
  const { length } = article.text;
  const seen = vscode.window.visibleTextEditors.find(({ document }) => document === article.document);
  const column = seen?.viewColumn ?? vscode.ViewColumn.Beside;
  await reveal.show(article, { start: Math.min(start, length), end: Math.min(end, length) }, { column });
}
