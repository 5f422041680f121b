import * as vscode from 'vscode';
import { plainLabel } from '../pickers/plainLabel';
import type { Row } from './row';
import type { Book } from './workspace';

/** What a view shows of each codebook: below a row of its own where there are several. */
export function rowsByBook(
  books: readonly Book[],
  rows: (book: Book) => readonly Row[] | Promise<readonly Row[]>,
): readonly Row[] | Promise<readonly Row[]> {
  const [only] = books;
  if (only && books.length === 1) return rows(only);
  return books.map((book): Row => {
    const label = plainLabel(book.label);
    return {
      id: book.key,
      label,
      description: '',
      spoken: vscode.l10n.t('Codebook {0}', label),
      context: 'book',
      icon: new vscode.ThemeIcon('book'),
      isOpen: true,
      tooltip: () => plainLabel(vscode.workspace.asRelativePath(book.uri), 400),
      children: () => rows(book),
    };
  });
}
