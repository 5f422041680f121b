import * as vscode from 'vscode';
import { compareRanges, overlaps, rangeProblem, trimmed, type Range, type RangeProblem } from '../../model/range';
import type { Article } from '../store/article';
import type { Articles } from '../store/articles';
import { UserError } from '../userError';
import type { Arguments } from './arguments';

/** The article that a command is about: the argument's, else the active editor's. */
export async function articleOf(articles: Articles, args: Arguments | undefined): Promise<Article> {
  const uri = args?.uri('article') ?? vscode.window.activeTextEditor?.document.uri;
  if (!uri) throw new UserError(vscode.l10n.t('Open an article first: no editor is active.'));
  return articles.get(uri);
}

/** An editor that shows the article, the active one first. */
export function editorOf(article: Article): vscode.TextEditor | undefined {
  const shows = (editor: vscode.TextEditor | undefined): boolean => editor?.document === article.document;
  const active = vscode.window.activeTextEditor;
  return shows(active) ? active : vscode.window.visibleTextEditors.find(shows);
}

/** Where the cursor is, as an offset; 0 where no editor shows the article. */
export function cursorOf(article: Article): number {
  const editor = editorOf(article);
  return editor ? article.offsetAt(editor.selection.active) : 0;
}

/** How an empty selection grows to what is meant; undefined where nothing is there. */
export type Grow = (offset: number) => Range | undefined;

/**
 * The targets that a command is about, each the ranges of one annotation: those of the arguments (one target), else one
 * for each selection, trimmed, an empty one grown. Throws a {@link UserError} where there is none.
 */
export function targetsOf(article: Article, args: Arguments | undefined, grow: Grow): readonly (readonly Range[])[] {
  const given = args?.ranges();
  if (given) return [checked(article, given)];
  const editor = editorOf(article);
  if (!editor) throw new UserError(vscode.l10n.t('Select something in the article, or say a range.'));
  const ranges = editor.selections.map((selection) => {
    const range = { start: article.offsetAt(selection.start), end: article.offsetAt(selection.end) };
    const grown = selection.isEmpty ? grow(range.start) : trimmed(article.text, range);
    if (!grown || grown.start === grown.end) throw new UserError(nothingThere(selection.isEmpty));
    return grown;
  });
  const known = new Set<string>();
  return ranges.filter(({ start, end }) => known.size < known.add(`${start} ${end}`).size).map((range) => [range]);
}

/** The ranges trimmed and in order, as one target. Throws a {@link UserError} where one isn't right. */
export function checked(article: Article, ranges: readonly Range[]): readonly Range[] {
  for (const range of ranges) {
    const problem = rangeProblem(article.text, range);
    if (problem) throw new UserError(rangeMessage(problem, range, article.text.length));
  }
  const target = ranges.map((range) => trimmed(article.text, range)).sort(compareRanges);
  target.forEach((range, index) => {
    const next = target[index + 1];
    if (next && overlaps(range, next))
      throw new UserError(vscode.l10n.t('The ranges of one annotation must not overlap.'));
  });
  return target;
}

function nothingThere(empty: boolean): string {
  return empty
    ? vscode.l10n.t('There is nothing to mark at the cursor. Select the text that you mean.')
    : vscode.l10n.t('The selection holds only white space. Select the text that you mean.');
}

function rangeMessage(problem: RangeProblem, { start, end }: Range, length: number): string {
  switch (problem) {
    case 'not-integers':
      return vscode.l10n.t('The range {0} to {1} isn’t in whole numbers.', start, end);
    case 'reversed':
      return vscode.l10n.t('The range {0} to {1} ends before it starts.', start, end);
    case 'outside':
      return vscode.l10n.t('The range {0} to {1} is outside the text, which has {2} characters.', start, end, length);
    case 'inside-surrogate-pair':
      return vscode.l10n.t('The range {0} to {1} cuts a character in two.', start, end);
    case 'empty':
      return vscode.l10n.t('The range {0} to {1} holds only white space.', start, end);
  }
}

/** What the ranges say, on one line. */
export function surfaceOf(article: Article, ranges: readonly Range[]): string {
  const text = ranges.map(({ start, end }) => article.text.slice(start, end)).join(' ');
  return text.replace(/\s+/gu, ' ').trim();
}
