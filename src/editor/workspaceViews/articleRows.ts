import * as vscode from 'vscode';
import type { CorpusIndex } from '../../corpus/corpusIndex';
import type { IndexedArticle } from '../../corpus/indexed';
import { codingStatuses, type Coding } from '../../model/article';
import { plainLabel } from '../pickers/plainLabel';
import { statusWords } from '../pickers/statusPicker';
import { articleFields } from './articleFields';
import { fileOf } from './articlesBelow';
import { statusOf, type KnownArticle, type Status } from '../articleStatus';
import { claimsCount } from './figureWords';
import { fitsFilter, type Term } from './filterTerms';
import { dotted, spokenOf, type Row } from './row';
import { rowsOfMany } from './rowsOfMany';

const { t } = vscode.l10n;

const icons: Readonly<Record<Status, string>> = {
  todo: 'circle-large-outline',
  doing: 'edit',
  done: 'pass-filled',
  irrelevant: 'circle-slash',
};

/** What rows of articles are made of. */
export interface ArticlesShown {
  readonly articles: readonly KnownArticle[];
  readonly index: CorpusIndex;
  readonly creator: string;
  /** Whether what another one says of an article is shown. */
  readonly shows: (coding: Coding) => boolean;
  readonly terms: readonly Term[];
  /** Whether some are left out, by the terms or before. */
  readonly isFiltered: boolean;
}

/** The articles that fit the filter, by how far the creator is with them. */
export function articleRows({ articles, index, creator, shows, terms, isFiltered }: ArticlesShown): readonly Row[] {
  const byStatus = new Map<Status, KnownArticle[]>(codingStatuses.map((status) => [status, []]));
  for (const article of articles) {
    const status = statusOf(article, creator);
    const isMeant = fitsFilter(terms, articleFields(article.path, article.info, status));
    if (isMeant) byStatus.get(status)?.push(article);
  }
  return [...byStatus].flatMap(([status, some]): Row[] => {
    if (some.length === 0) return [];
    const label = statusWords(status)[0];
    return [
      {
        id: status,
        label,
        description: `${some.length}`,
        spoken: spokenOf(label, t('articles: {0}', some.length)),
        context: 'status',
        isOpen: status === 'todo' || status === 'doing' || isFiltered,
        children: () =>
          rowsOfMany({
            id: status,
            items: some,
            rows: (part) =>
              part.map((article) => {
                const coding = article.coding.filter((one) => one.creator === creator || shows(one));
                return articleRow({ ...article, coding }, index.article(article.uri)?.counts, creator, status);
              }),
            nameOf: ({ path }) => path,
          }),
      },
    ];
  });
}

function articleRow(
  article: KnownArticle,
  counts: IndexedArticle['counts'] | undefined,
  creator: string,
  status: Status,
): Row {
  const { uri, path, info } = article;
  const name = fileOf(uri);
  const title = info?.title?.trim();
  const label = plainLabel(title ? title : name);
  const folder = plainLabel(path.slice(0, Math.max(0, path.length - name.length - 1)));
  const others = article.coding.filter((coding) => coding.creator !== creator);
  const othersSay = plainLabel(
    others.map((coding) => `${coding.creator}: ${statusName(coding.status)}`).join(', '),
    80,
  );
  const date = plainLabel(info?.date ?? '', 20);
  const note = article.coding.find((coding) => coding.creator === creator)?.note;
  const claims = claimsCount(counts?.get('claim') ?? 0);
  return {
    id: uri,
    label,
    description: dotted(date, othersSay, title ? plainLabel(path) : folder),
    spoken: spokenOf(label, statusWords(status)[0], date, othersSay, claims),
    context: `article.${status}`,
    icon: new vscode.ThemeIcon(icons[status]),
    article: uri,
    command: { command: 'vscode.open', title: t('Open Article'), arguments: [vscode.Uri.parse(uri, true)] },
    tooltip: () =>
      [
        dotted(label, date),
        dotted(plainLabel(info?.author ?? ''), plainLabel(info?.publisher ?? ''), plainLabel(info?.section ?? '')),
        plainLabel(path, 400),
        ...article.coding.map((coding) =>
          dotted(`${plainLabel(coding.creator, 40)}: ${statusName(coding.status)}`, plainLabel(coding.date ?? '')),
        ),
        plainLabel(note ?? '', 400),
        claims,
      ]
        .filter((line) => line !== '')
        .join('\n'),
    told: [info, article.coding, claims],
  };
}

function statusName(status: string): string {
  const known = codingStatuses.find((other) => other === status);
  return known ? statusWords(known)[0] : plainLabel(status, 40);
}
