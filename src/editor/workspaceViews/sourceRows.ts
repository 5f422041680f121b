import * as vscode from 'vscode';
import type { IndexedAnnotation } from '../../corpus/indexed';
import type { Rows } from '../../corpus/rows';
import { ownOf, restsOn } from '../../corpus/tallies';
import { byId, type CodebookSource } from '../../model/codebook';
import { roleWords } from '../pickers/fieldWords';
import { plainLabel } from '../pickers/plainLabel';
import { typeIcon } from '../views/kindIcons';
import type { ArticlesBelow } from './articlesBelow';
import { referenceTo } from './belowActor';
import { byName } from './byName';
import { countsOf, unknownIds } from './counts';
import { claimsCount, noTally, placesCount } from './figureWords';
import { dotted, spokenOf, type Row } from './row';
import { rowsOfMany } from './rowsOfMany';
import { unknownGroup, unknownIcon } from './unknownRows';
import type { Book } from './workspace';

const { t } = vscode.l10n;

/** The sources of a codebook with their places and the claims that rest on them, and the places of sources that it has no
 * entry for. */
export async function sourceRows(articles: ArticlesBelow, book: Book): Promise<readonly Row[]> {
  const { sources } = book.lists;
  const unknown = unknownIds(book.tallies, 'source', (id) => book.known.source(id) !== undefined);
  const places = countsOf(book.tallies, 'source', '', ({ mentions }) => mentions);
  return [
    ...(await rowsOfMany({
      id: `${book.key}|sources`,
      items: [...sources].sort(byName),
      rows: (some) => some.map((source) => sourceRow(articles, book, source.id, source)),
      nameOf: ({ name }) => name,
    })),
    ...articles
      .group({
        id: `${book.key}|unregistered`,
        label: t('Not in the registry'),
        context: 'unregistered',
        icon: typeIcon('source'),
        book,
        said: new Set(),
        articles: places,
        isMeant: isPlaceOf(book, ''),
      })
      .map((row) => ({ ...row, isOpen: sources.length === 0 })),
    ...unknownGroup(`${book.key}|unknownSources`, unknown, (id) => sourceRow(articles, book, id, undefined)),
  ];
}

function sourceRow(articles: ArticlesBelow, book: Book, id: string, source: CodebookSource | undefined): Row {
  const tally = book.tallies?.total.source.get(id);
  const { mentions, claims } = tally ?? noTally;
  const label = plainLabel(source?.name ?? id) || id;
  const kind =
    source?.kind === undefined ? '' : plainLabel(byId(book.lists.sourceKinds, source.kind)?.name ?? source.kind, 40);
  const untagged = book.tallies && !tally ? t('not used yet') : '';
  const figures = dotted(placesCount(mentions), claimsCount(claims));
  const own = `${book.key}|source/${id}`;
  const hasMore = tally !== undefined || source?.origin !== undefined || source?.url !== undefined;
  return {
    id: own,
    label,
    description: untagged || figures,
    spoken: spokenOf(label, kind, untagged || figures),
    context: source ? 'item.source' : 'unknownItem.source',
    icon: source ? typeIcon('source') : unknownIcon(),
    item: { kind: 'source', book: book.key, id },
    claims: { book: book.key, by: 'source', key: id },
    tooltip: () =>
      [dotted(label, kind, plainLabel(source?.date ?? '')), untagged || figures, plainLabel(source?.url ?? '', 400)]
        .filter((line) => line !== '')
        .join('\n'),
    told: source,
    ...(hasMore ? { children: () => belowSource(articles, book, id, source, own) } : {}),
  };
}

function belowSource(
  articles: ArticlesBelow,
  book: Book,
  id: string,
  source: CodebookSource | undefined,
  own: string,
): readonly Row[] {
  const places = countsOf(book.tallies, 'source', id, ({ mentions }) => mentions);
  const claims = countsOf(book.tallies, 'source', id, (tally) => tally.claims);
  const origin = source?.origin === undefined ? undefined : book.known.actor(source.origin);
  const common = { book, said: new Set<never>() };
  return [
    ...(origin
      ? [{ ...referenceTo(book, origin, `${own}/origin`), label: t('From'), description: plainLabel(origin.name) }]
      : []),
    ...addressRow(source?.url, `${own}/url`),
    ...articles.group({
      id: `${own}/places`,
      label: t('Places'),
      context: 'places',
      icon: typeIcon('source'),
      articles: places,
      isMeant: isPlaceOf(book, id),
      ...common,
    }),
    ...articles.group({
      id: `${own}/claims`,
      label: t('Claims that rest on it'),
      context: 'claims',
      icon: typeIcon('claim'),
      claims: { book: book.key, by: 'source', key: id },
      articles: claims,
      isMeant: (rows, row) => rows.type(row) === 'claim' && restsOn(rows, row, book.known.resolved).includes(id),
      about: (claim) => rolesTo(claim, id, book),
      ...common,
    }),
  ];
}

function isPlaceOf({ known }: Book, id: string): (rows: Rows, row: number) => boolean {
  return (rows, row) => rows.type(row) === 'source' && ownOf('source', rows, row, known.resolved) === id;
}

/** What a claim has the source for, by links that name it: "Said in, Evidence for it". */
function rolesTo({ links = [] }: IndexedAnnotation, id: string, { lists, known }: Book): string {
  const roles = links.flatMap(({ role, source }) =>
    source !== undefined && known.resolved('source', source) === id ? [role] : [],
  );
  return plainLabel(
    [...new Set(roles)].map((role) => roleWords(byId(lists.roles, role) ?? { id: role })).join(', '),
    60,
  );
}

/** A web address is opened as VS Code opens links: it asks first. */
function addressRow(url: string | undefined, id: string): readonly Row[] {
  if (url === undefined || !/^https?:\/\//iu.test(url)) return [];
  const label = t('Web address');
  const shown = plainLabel(url, 200);
  return [
    {
      id,
      label,
      description: shown,
      spoken: spokenOf(label, shown),
      context: 'address',
      icon: new vscode.ThemeIcon('link-external'),
      tooltip: () => plainLabel(url, 400),
      command: { command: 'vscode.open', title: t('Open'), arguments: [vscode.Uri.parse(url)] },
    },
  ];
}
