import * as vscode from 'vscode';
import type { Tally } from '../../corpus/tallies';
import type { Actor } from '../../model/codebook';
import { kindName } from '../wording';
import { plainLabel } from '../pickers/plainLabel';
import { actorIcon } from '../views/kindIcons';
import { actorsByKind } from './actorGroups';
import { byName } from './byName';
import { unknownIds } from './counts';
import { claimsCount, inArticles, noTally, sideWords } from './figureWords';
import { relationsOf } from './relations';
import { dotted, spokenOf, type Row } from './row';
import { rowsOfMany } from './rowsOfMany';
import { unknownGroup, unknownIcon } from './unknownRows';
import type { Book } from './workspace';

const { t } = vscode.l10n;

/** Where there are more, kinds are closed at first. */
const MOST_OPEN = 60;

type BelowActor = (book: Book, id: string, actor: Actor | undefined, own: string) => readonly Row[];

/** The actors of a codebook by kind, and those that annotations speak of and it doesn't know. `below` makes what is below one. */
export function actorRows(book: Book, below: BelowActor): readonly Row[] | Promise<readonly Row[]> {
  const { actors } = book.lists;
  const rows = (id: string, some: readonly Actor[]): readonly Row[] | Promise<readonly Row[]> =>
    rowsOfMany({
      id,
      items: [...some].sort(byName),
      rows: (part) => part.map((actor) => actorRow(book, actor.id, actor, below)),
      nameOf: ({ name }) => name,
    });
  if (isFlat(book)) return rows(`${book.key}|`, actors);
  return [
    ...actorsByKind(actors).map(({ kind, actors: some }): Row => {
      const label = kind === undefined ? t('no kind') : plainLabel(kindName(kind));
      const id = kindId(book, kind);
      return {
        id,
        label,
        description: `${some.length}`,
        spoken: spokenOf(label, t('actors: {0}', some.length)),
        context: 'kind',
        isOpen: actors.length <= MOST_OPEN,
        children: () => rows(id, some),
      };
    }),
    ...unknownGroup(unknownId(book), unknownActors(book), (id) => actorRow(book, id, undefined, below)),
  ];
}

/** The ids of the rows that lead to an actor's, below those of its codebook. */
export function pathToActor(book: Book, id: string): readonly string[] {
  const actor = book.known.actor(id);
  const own = actorId(book, actor?.id ?? id);
  if (isFlat(book)) return [own];
  return [actor ? kindId(book, actor.kind?.trim() ? actor.kind : undefined) : unknownId(book), own];
}

function actorRow(book: Book, id: string, actor: Actor | undefined, below: BelowActor): Row {
  const tally = book.tallies?.total.actor.get(id);
  const { mentions, articles, claims } = tally ?? noTally;
  const label = plainLabel(actor?.name ?? id) || id;
  const kind = actor?.kind === undefined ? '' : plainLabel(kindName(actor.kind), 40);
  const untagged = book.tallies && !tally ? t('not tagged yet') : '';
  const rowId = actorId(book, id);
  const hasMore = tally !== undefined || (actor !== undefined && hasFacts(actor, book));
  return {
    id: rowId,
    label,
    description: untagged || dotted(inArticles(mentions, articles), claimsCount(claims)),
    spoken: spokenOf(label, kind, mentions > 0 ? t('mentions: {0}', mentions) : '', claimsCount(claims), untagged),
    context: actor ? (actor.parent === undefined ? 'item.actor' : 'item.actor.below') : 'unknownItem.actor',
    icon: actor ? actorIcon(actor) : unknownIcon(),
    item: { kind: 'actor', book: book.key, id },
    tooltip: () => actorTooltip(book, actor, tally ?? noTally),
    told: actor,
    ...(hasMore ? { children: () => below(book, id, actor, rowId) } : {}),
  };
}

function actorTooltip({ lists }: Book, actor: Actor | undefined, tally: Tally): string {
  const name = actor && dotted(plainLabel(actor.name, 400), plainLabel(kindName(actor.kind ?? '')));
  const mentions = inArticles(tally.mentions, tally.articles);
  const lines = [
    name ?? t('The codebook doesn’t know this id.'),
    mentions === '' ? '' : t('Mentions: {0}', mentions),
    tally.claims === 0 ? '' : t('Claims: {0}', sideWords(tally, lists)),
    plainLabel(actor?.note ?? '', 400),
  ];
  return lines.filter((line) => line !== '').join('\n');
}

function hasFacts(actor: Actor, { lists }: Book): boolean {
  return (actor.aliases?.length ?? 0) > 0 || relationsOf(actor, lists.actors).length > 0;
}

/** Whether no actor has a kind and none is unknown, so that groups would say nothing. */
function isFlat(book: Book): boolean {
  return unknownActors(book).length === 0 && book.lists.actors.every(({ kind }) => !kind?.trim());
}

function unknownActors({ tallies, known }: Book): readonly string[] {
  return unknownIds(tallies, 'actor', (id) => known.actor(id) !== undefined);
}

function actorId({ key }: Book, id: string): string {
  return `${key}|actor/${id}`;
}

function kindId({ key }: Book, kind: string | undefined): string {
  return `${key}|kind/${kind ?? ''}`;
}

function unknownId({ key }: Book): string {
  return `${key}|unknown`;
}
