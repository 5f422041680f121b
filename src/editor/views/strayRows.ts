import * as vscode from 'vscode';
import type { Stray } from '../moving/stray';
import { plainLabel } from '../pickers/plainLabel';
import type { Row } from './articleNodes';

/** Rows that are drawn; the command shows all. */
const MOST_ROWS = 200;

const { t } = vscode.l10n;

/** The group of the sidecars without an article, open at first or not; nothing where there are none. */
export function strayRows(strays: readonly Stray[], open: boolean): readonly Row[] {
  if (strays.length === 0) return [];
  const label = t('Annotations without an article');
  return [
    {
      id: 'group/stray',
      label,
      description: `${strays.length}`,
      spoken: `${label}: ${strays.length}`,
      context: 'strays',
      icon: new vscode.ThemeIcon('question'),
      open,
      children: strays.slice(0, MOST_ROWS).map(strayRow),
    },
  ];
}

function strayRow({ sidecar, article, says }: Stray): Row {
  const shown = plainLabel(vscode.workspace.asRelativePath(article));
  const slash = shown.lastIndexOf('/');
  const name = shown.slice(slash + 1);
  const count = says ? t('annotations: {0}', says.annotations) : t('can’t be read');
  return {
    id: `stray/${sidecar.toString()}`,
    label: name,
    description: [count, shown.slice(0, Math.max(0, slash))].filter((part) => part !== '').join(' · '),
    spoken: t('{0}, the article is gone, {1}', name, count),
    context: 'stray',
    icon: new vscode.ThemeIcon('file'),
    sidecar: sidecar.toString(),
    children: [],
  };
}
