import * as vscode from 'vscode';
import { headings } from '../../suggest/structure';
import type { Article } from '../store/article';
import { outline, type OutlineNode } from './outline';

/** Sections by their headings; undefined where there are none, so that VS Code folds as it does by itself. */
export function foldingRanges(article: Article): vscode.FoldingRange[] | undefined {
  const { text } = article;
  const found: vscode.FoldingRange[] = [];
  const add = ({ own, whole, children }: OutlineNode<never>): void => {
    const end = own.end + text.slice(own.end, whole.end).trimEnd().length;
    const [first, last] = [article.positionAt(own.start).line, article.positionAt(end).line];
    if (last > first) found.push(new vscode.FoldingRange(first, last));
    for (const child of children) add(child);
  };
  for (const node of outline<never>(headings(text), [], text.length)) add(node);
  return found.length > 0 ? found : undefined;
}
