import * as vscode from 'vscode';
import type { Arguments } from '../commands/arguments';
import { pick } from '../pickers/pick';
import { plainLabel } from '../pickers/plainLabel';
import { UserError } from '../userError';
import { askClaims, claimsGiven } from './claimsMeant';
import type { ClaimLists } from './claimLists';
import { askFilter } from './filterInput';
import { groupings, type Grouping } from './claimGroups';
import { viewCommandIds, type ViewCommand } from './names';
import type { ShownArticles } from './shownArticles';
import type { ShownClaims } from './shownClaims';
import type { Workspace } from './workspace';

const { t } = vscode.l10n;

/** What the commands of the views' titles need of the views. */
export interface Views {
  readonly workspace: Workspace;
  readonly claims: ShownClaims;
  readonly articles: ShownArticles;
  readonly lists: ClaimLists;
  readonly filterClaims: (typed: string) => Promise<void>;
  readonly filterArticles: (typed: string) => Promise<void>;
  readonly claimsChanged: () => void;
}

/** The commands on the views as a whole; each asks without an argument object. */
export function viewCommands(
  views: Views,
): Readonly<Record<ViewCommand, (args: Arguments | undefined) => Promise<unknown>>> {
  const { claims, articles } = views;
  return {
    filterClaims: async (args) => {
      args?.only('filter');
      await vscode.commands.executeCommand('policyAnnotator.claims.focus');
      if (args) await views.filterClaims(args.given('filter') ?? '');
      else await askFilter(claimQuestion(), claims.filter, (typed) => void views.filterClaims(typed));
      return true;
    },
    filterArticles: async (args) => {
      args?.only('filter');
      await vscode.commands.executeCommand('policyAnnotator.articles.focus');
      if (args) await views.filterArticles(args.given('filter') ?? '');
      else await askFilter(articleQuestion(), articles.filter, (typed) => void views.filterArticles(typed));
      return true;
    },
    groupClaims: async (args) => {
      args?.only('by');
      const by = args ? args.choice('by', groupings) : await askGrouping(claims.by);
      if (!by) {
        if (args) throw new UserError(t('Say by what, one of: {0}.', groupings.join(', ')));
        return false;
      }
      await claims.groupBy(by);
      views.claimsChanged();
      return true;
    },
    listClaims: async (args) => {
      args?.only('article', 'topic', 'speaker', 'source', 'verdict', 'filter', 'claims', 'title');
      await views.workspace.settled();
      const of = args ? claimsGiven(views.workspace, args) : await askClaims(views);
      if (of) await views.lists.open(of, args ? (args.given('filter') ?? '') : undefined);
      return of !== undefined;
    },
  };
}

export function isViewCommand(id: string): id is ViewCommand {
  return viewCommandIds.some((known) => known === id);
}

export function groupingWords(by: Grouping): string {
  switch (by) {
    case 'topic':
      return t('by topic');
    case 'speaker':
      return t('by speaker');
    case 'article':
      return t('by article');
    case 'verdict':
      return t('by verdict');
    case 'standing':
      return t('by standing');
  }
}

function askGrouping(present: Grouping): Promise<Grouping | undefined> {
  const choices = groupings.map((by) => ({
    label: plainLabel(groupingWords(by)),
    description: by === present ? t('now') : '',
    value: by,
  }));
  return pick<Grouping>({
    title: t('Group claims'),
    placeholder: t('By what?'),
    rows: choices,
    active: choices.find(({ value }) => value === present),
  });
}

function claimQuestion(): { readonly title: string; readonly placeholder: string } {
  return {
    title: t('Filter claims'),
    placeholder: t('Words of quotation, summary, topic, speaker …, or topic:levy, speaker:karsk, date:2023-12'),
  };
}

function articleQuestion(): { readonly title: string; readonly placeholder: string } {
  return {
    title: t('Filter articles'),
    placeholder: t(
      'Words of title, file, author …, or author:kim, date:2023-12, status:doing, text:levy for words of the text',
    ),
  };
}
