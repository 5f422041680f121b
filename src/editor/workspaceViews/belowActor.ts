import * as vscode from 'vscode';
import { cell } from '../../corpus/columns';
import { ownOf, positionsOf, type Tally } from '../../corpus/tallies';
import type { Actor } from '../../model/codebook';
import { plainLabel } from '../pickers/plainLabel';
import { actorIcon, typeIcon } from '../views/kindIcons';
import type { ArticlesBelow } from './articlesBelow';
import { countsOf, sumOf } from './counts';
import { noTally, sideWords } from './figureWords';
import { relationsOf, type Relation } from './relations';
import { spokenOf, type Row } from './row';
import { rowsOfMany } from './rowsOfMany';
import { stancesInOrder } from './stanceCounts';
import { stanceName } from './stanceWords';
import type { Book } from './workspace';

const { t } = vscode.l10n;

/** What is below an actor's row: its other names, whom it belongs to, its mentions, and the claims whose position is its. */
export function belowActor(
  articles: ArticlesBelow,
  book: Book,
  id: string,
  actor: Actor | undefined,
  own: string,
): readonly Row[] {
  const mentions = countsOf(book.tallies, 'actor', id, (tally) => tally.mentions);
  const aliases = actor?.aliases ?? [];
  return [
    ...(aliases.length > 0 ? [aliasRow(own, aliases)] : []),
    ...(actor ? relationsOf(actor, book.lists.actors).map((relation) => relationRow(book, own, relation)) : []),
    ...articles.group({
      id: `${own}/mentions`,
      label: t('Mentions'),
      context: 'mentions',
      icon: typeIcon('actor'),
      book,
      said: new Set(),
      articles: mentions,
      isMeant: (rows, row) => rows.type(row) === 'actor' && ownOf('actor', rows, row, book.known.resolved) === id,
    }),
    ...claimsRow(articles, book, id, `${own}/claims`, book.tallies?.total.actor.get(id) ?? noTally),
  ];
}

function aliasRow(own: string, aliases: readonly string[]): Row {
  const label = t('Also called');
  const names = plainLabel(aliases.join(', '), 200);
  return {
    id: `${own}/aliases`,
    label,
    description: names,
    spoken: spokenOf(label, names),
    context: 'aliases',
    icon: new vscode.ThemeIcon('quote'),
    tooltip: () => aliases.map((alias) => plainLabel(alias)).join('\n'),
  };
}

/** One actor on a line; several below a line of their own. */
function relationRow(book: Book, own: string, { relation, actors }: Relation): Row {
  const label = relationWords(relation);
  const id = `${own}/${relation}`;
  const names = plainLabel(actors.map(({ name }) => name).join(', '), 200);
  const isUp = relation === 'parent' || relation === 'memberOf';
  const icon = new vscode.ThemeIcon(isUp ? 'type-hierarchy-super' : 'type-hierarchy-sub');
  const [only] = actors;
  if (only && actors.length === 1) return { ...referenceTo(book, only, id), label, description: names, icon };
  return {
    id,
    label,
    description: names,
    spoken: spokenOf(label, names),
    context: 'relation',
    icon,
    children: () =>
      rowsOfMany({
        id,
        items: actors,
        rows: (some) => some.map((actor) => referenceTo(book, actor, `${id}/${actor.id}`)),
        nameOf: ({ name }) => name,
      }),
  };
}

/** A row that leads to an actor's own. */
export function referenceTo({ key }: Book, actor: Actor, id: string): Row {
  const label = plainLabel(actor.name);
  return {
    id,
    label,
    description: '',
    spoken: t('Go to {0}', label),
    context: 'reference',
    icon: actorIcon(actor),
    command: {
      command: 'policyAnnotator.view.reveal',
      title: t('Show Actor'),
      arguments: [{ kind: 'actor', book: key, id: actor.id }],
    },
  };
}

function relationWords(relation: Relation['relation']): string {
  switch (relation) {
    case 'parent':
      return t('Part of');
    case 'parts':
      return t('Parts');
    case 'members':
      return t('Members');
    case 'memberOf':
      return t('Member of');
  }
}

/** Claims whose position is the actor's, by stance. */
function claimsRow(articles: ArticlesBelow, book: Book, id: string, own: string, tally: Tally): readonly Row[] {
  if (tally.claims === 0) return [];
  const label = t('Claims');
  const description = sideWords(tally, book.lists);
  const stances = stancesInOrder(tally.byStance.keys(), book.lists.stances);
  const rows = (): readonly Row[] => stances.flatMap((stance) => stanceRow(articles, book, id, own, stance));
  return [
    {
      id: own,
      label,
      description,
      spoken: spokenOf(label, description),
      context: 'claims',
      icon: typeIcon('claim'),
      claims: { book: book.key, by: 'position', key: id },
      children: rows,
    },
  ];
}

function stanceRow(articles: ArticlesBelow, book: Book, id: string, own: string, stance: string): readonly Row[] {
  const counts = countsOf(book.tallies, 'actor', id, ({ byStance }) => byStance.get(stance) ?? 0);
  return articles.group({
    id: `${own}/${stance}`,
    label: stanceName(book.lists, stance),
    description: `${sumOf(counts)}`,
    context: 'stance',
    book,
    said: new Set(['speaker']),
    articles: counts,
    isMeant: (rows, row) =>
      rows.type(row) === 'claim' &&
      (rows.textAt(rows.number(row, cell.stance)) ?? '') === stance &&
      positionsOf(rows, row, book.known.resolved).includes(id),
  });
}
