import * as vscode from 'vscode';
import type { Adjudication } from '../disagreements/adjudication';
import { plainLabel } from '../pickers/plainLabel';
import { plainMessage } from '../plainMessage';
import { unreadable } from '../userError';
import type { ViewName } from './names';
import type { ShownArticles } from './shownArticles';
import type { ShownClaims } from './shownClaims';
import { groupingWords } from './viewCommands';
import type { Workspace } from './workspace';

const { t } = vscode.l10n;

interface Shown {
  readonly workspace: Workspace;
  readonly claims: ShownClaims;
  readonly articles: ShownArticles;
  readonly adjudication: Pick<Adjudication, 'shown'>;
}

/** Says above a view's rows what is wrong, or still to come, or left out. */
export function showHead(name: ViewName, view: vscode.TreeView<unknown>, shown: Shown): void {
  const { workspace, claims } = shown;
  if (name === 'disagreements') {
    view.message = shown.adjudication.shown.head;
    view.description = shown.adjudication.shown.about;
    return;
  }
  const problem = name === 'articles' ? undefined : workspace.books.find((book) => book.problem)?.problem;
  // Actors and topics are in the codebook, which is read at once.
  const isToCome = !workspace.isRead && name !== 'actors' && name !== 'topics';
  const said = [
    problem ? plainMessage(unreadable(problem).message) : '',
    isToCome ? t('Reading annotations…') : '',
    filterHead(name, shown),
  ];
  view.message = said.find((part) => part !== '') ?? '';
  if (name === 'claims') view.description = groupingWords(claims.by);
}

/** How many articles are left to do; undefined for none where nobody tells that. */
export function badgeOf(left: number | undefined): vscode.ViewBadge | undefined {
  if (left === undefined) return undefined;
  return { value: left, tooltip: left === 1 ? t('1 article to do') : t('{0} articles to do', left) };
}

function filterHead(name: ViewName, { claims, articles }: Shown): string {
  if (name === 'articles') return filterWords(articles.filter);
  if (name !== 'claims' || claims.filter === '') return '';
  const { meant, all } = claims.left;
  return `${filterWords(claims.filter)} · ${t('{0} of {1} claims', meant, all)}`;
}

function filterWords(filter: string): string {
  return filter === '' ? '' : t('Only what fits “{0}”', plainLabel(filter, 60));
}
