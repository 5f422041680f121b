import * as vscode from 'vscode';
import { plainLabel } from '../pickers/plainLabel';
import { partsOf } from '../views/inParts';
import type { Row } from './row';

const { t } = vscode.l10n;

/** How many things come in parts. */
export interface Many<T> {
  /** Of the row above them. */
  readonly id: string;
  readonly items: readonly T[];
  readonly rows: (items: readonly T[]) => readonly Row[] | Promise<readonly Row[]>;
  /** Says where a part begins. */
  readonly nameOf?: (item: T) => string;
  /** So many are shown at once, where making rows takes reading. */
  readonly most?: number;
}

/** The rows of things; where these are many, rows of parts that make theirs when they are opened. */
export function rowsOfMany<T>({ id, items, rows, nameOf, most }: Many<T>): readonly Row[] | Promise<readonly Row[]> {
  const parts = most === undefined ? partsOf(items) : partsOf(items, most, most);
  if (!parts) return rows(items);
  return parts.map(({ items: some, first, last }): Row => {
    const [begin] = some;
    return {
      id: `${id}/part/${first}`,
      label: `${first} – ${last}`,
      description: begin === undefined ? '' : plainLabel(nameOf?.(begin) ?? ''),
      spoken: t('{0} to {1}', first, last),
      context: 'part',
      icon: new vscode.ThemeIcon('folder'),
      children: () => rows(some),
    };
  });
}
