import { LineIndex } from '../../model/lines';
import { namesByCodebook, type Names } from '../../model/names';
import { columnsOf, type Table } from '../table';
import { codersOf, type CodedAnnotation, type CodedArticle } from './codedArticle';
import { disagreements, type Disagreement, type DisagreementChoice } from './disagreements';

/** A disagreement with the article that it is in. */
export interface ListedDisagreement extends Disagreement {
  readonly article: CodedArticle;
  /** Counts from 1. */
  readonly line: number;
  /** What each side says, in their order: "lee: claim Sanctions work, Oppose (c8w2…)", "kim: nothing". */
  readonly said: readonly string[];
}

/** The disagreements of all articles that at least two of the creators coded, each between
 * those who did; the worst first. */
export function listedDisagreements(
  articles: readonly CodedArticle[],
  creators: readonly string[],
  choice: DisagreementChoice = {},
): readonly ListedDisagreement[] {
  const namesOf = namesByCodebook();
  const found = articles.flatMap((article): readonly ListedDisagreement[] => {
    const coders = codersOf(article, choice).filter((one) => creators.includes(one));
    if (coders.length < 2) return [];
    const lines = new LineIndex(article.text);
    const names = namesOf(article.codebook);
    return disagreements(article, coders, choice).map((one) => ({
      ...one,
      ...{ article, line: lines.lineAt(one.start) + 1 },
      said: one.sides.map(({ creator, id }) => `${creator}: ${inWords(article, id, names)}`),
    }));
  });
  // The sort is stable: articles keep their order among the equally bad.
  return found.sort((a, b) => b.severity - a.severity);
}

/** A row each: where it is, how bad, what differs, and what everyone says. */
export function disagreementTable(found: readonly ListedDisagreement[]): Table {
  return {
    columns: columnsOf('article', 'line', 'start', 'end', 'severity', 'kinds', 'readings', 'text', 'settled_by'),
    rows: found.map(({ article: { path, text }, line, start, end, severity, kinds, said, settledBy }) => [
      ...[path, line, start, end, Math.round(severity * 1000) / 1000, kinds.join(', ')],
      ...[said.join('; '), text.slice(start, end), settledBy.join(' ')],
    ]),
  };
}

function inWords({ annotations }: CodedArticle, id: string | undefined, names: Names): string {
  const annotation = annotations.find((one) => one.id === id);
  return annotation ? `${saidBy(annotation, names)} (${annotation.id})` : 'nothing';
}

function saidBy({ type, actor, topic, stance, source, attribution }: CodedAnnotation, names: Names): string {
  const parts = [
    ...(actor === undefined ? [] : [names.actor(actor).name]),
    ...(topic === undefined ? [] : [names.topic(topic).name]),
    ...(source === undefined ? [] : [names.source(source).name]),
    ...(stance === undefined ? [] : [names.stance(stance).name]),
    ...(attribution === undefined ? [] : [attribution]),
  ];
  return parts.length === 0 ? type : `${type} ${parts.join(', ')}`;
}
