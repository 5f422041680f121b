import * as vscode from 'vscode';
import type { Rows } from '../../corpus/rows';
import { ownOf } from '../../corpus/tallies';
import type { Topic } from '../../model/codebook';
import { plainLabel } from '../pickers/plainLabel';
import { typeIcon } from '../views/kindIcons';
import type { ArticlesBelow } from './articlesBelow';
import { countsOf, unknownIds } from './counts';
import { noTally, passagesCount, sideWords } from './figureWords';
import { hierarchyOf, withAllBelow, type Hierarchy } from './hierarchy';
import { dotted, spokenOf, type Row } from './row';
import { rowsOfMany } from './rowsOfMany';
import { unknownGroup, unknownIcon } from './unknownRows';
import type { Book } from './workspace';

const { t } = vscode.l10n;

/** The topics of a codebook as they lie below each other, each with its claims and passages by article. */
export function topicRows(articles: ArticlesBelow, book: Book): readonly Row[] | Promise<readonly Row[]> {
  const hierarchy = hierarchyOf(book.lists.topics);
  const topics = new TopicRows(articles, book, hierarchy);
  const unknown = unknownIds(book.tallies, 'topic', (id) => book.known.topic(id) !== undefined);
  const group = unknownGroup(`${book.key}|unknownTopics`, unknown, (id) => topics.row(id, undefined));
  const rows = topics.rows(`${book.key}|topics`, hierarchy.roots);
  return group.length === 0 ? rows : Promise.resolve(rows).then((known) => [...known, ...group]);
}

class TopicRows {
  constructor(
    private readonly articles: ArticlesBelow,
    private readonly book: Book,
    private readonly hierarchy: Hierarchy<Topic>,
  ) {}

  rows(id: string, topics: readonly Topic[]): readonly Row[] | Promise<readonly Row[]> {
    const rows = (some: readonly Topic[]): readonly Row[] => some.map((topic) => this.row(topic.id, topic));
    return rowsOfMany({ id, items: topics, rows, nameOf: ({ name }) => name });
  }

  row(id: string, topic: Topic | undefined): Row {
    const { book, hierarchy } = this;
    const tally = book.tallies?.total.topic.get(id);
    const { mentions, claims } = tally ?? noTally;
    const label = plainLabel(topic?.name ?? id) || id;
    const figures = dotted(claims > 0 ? sideWords(tally ?? noTally, book.lists) : '', passagesCount(mentions));
    const below = hierarchy.below.get(id) ?? [];
    const untagged = book.tallies && !tally && below.length === 0 ? t('not coded yet') : '';
    const own = `${book.key}|topic/${id}`;
    return {
      id: own,
      label,
      description: untagged || figures,
      spoken: spokenOf(label, untagged || figures, below.length > 0 ? t('topics below it: {0}', below.length) : ''),
      context: topic ? (topic.parent === undefined ? 'item.topic' : 'item.topic.below') : 'unknownItem.topic',
      icon: topic
        ? new vscode.ThemeIcon('symbol-class', new vscode.ThemeColor('policyAnnotator.claimBorder'))
        : unknownIcon(),
      isOpen: below.length > 0 && book.lists.topics.length <= MOST_OPEN,
      item: { kind: 'topic', book: book.key, id },
      claims: { book: book.key, by: 'topic', key: id },
      tooltip: () => this.tooltip(id, topic),
      told: [topic, this.total(id)],
      ...(tally || below.length > 0 ? { children: () => this.below(id, own, below) } : {}),
    };
  }

  private async below(id: string, own: string, topics: readonly Topic[]): Promise<readonly Row[]> {
    const { book } = this;
    const claims = countsOf(book.tallies, 'topic', id, (tally) => tally.claims);
    const passages = countsOf(book.tallies, 'topic', id, (tally) => tally.mentions);
    const isOf =
      (type: string) =>
      (rows: Rows, row: number): boolean =>
        rows.type(row) === type && ownOf('topic', rows, row, book.known.resolved) === id;
    const common = { book, said: new Set(['topic'] as const), isClosed: topics.length > 0 };
    return [
      ...(await this.rows(`${own}/topics`, topics)),
      ...this.articles.group({
        id: `${own}/claims`,
        label: t('Claims'),
        context: 'claims',
        icon: typeIcon('claim'),
        claims: { book: book.key, by: 'topic', key: id },
        articles: claims,
        isMeant: isOf('claim'),
        ...common,
      }),
      ...this.articles.group({
        id: `${own}/passages`,
        label: t('Passages'),
        context: 'passages',
        icon: typeIcon('passage'),
        articles: passages,
        isMeant: isOf('passage'),
        ...common,
      }),
    ];
  }

  /** Claims with those of all topics below. */
  private total(id: string): number {
    const all = [...withAllBelow(this.hierarchy, id)];
    return all.reduce((sum, each) => sum + (this.book.tallies?.total.topic.get(each)?.claims ?? 0), 0);
  }

  private tooltip(id: string, topic: Topic | undefined): string {
    const { book, hierarchy } = this;
    const tally = book.tallies?.total.topic.get(id) ?? noTally;
    const lines = [
      topic ? plainLabel(topic.name, 400) : t('The codebook doesn’t know this id.'),
      plainLabel(topic?.description ?? '', 400),
      ...(topic?.examples ?? []).slice(0, 5).map((example) => t('Example: {0}', plainLabel(example, 200))),
      dotted(sideWords(tally, book.lists), passagesCount(tally.mentions)),
      hierarchy.below.has(id) ? t('Claims with those of the topics below it: {0}', this.total(id)) : '',
    ];
    return lines.filter((line) => line !== '').join('\n');
  }
}

/** Where there are more topics, they are closed at first. */
const MOST_OPEN = 60;
