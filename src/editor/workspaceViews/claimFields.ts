import { cell, linkCell } from '../../corpus/columns';
import type { CorpusArticle } from '../../corpus/indexed';
import type { ClaimIn } from './claimGroups';
import type { Fields } from './filterTerms';
import type { KnownItems } from './knownItems';

/** The words of a claim that the index doesn't keep. */
export interface ClaimWords {
  readonly quotation: string;
  readonly summary: string;
}

/** What a claim says, by the names that a filter has for it. */
export function* claimFields(
  { rows, row }: ClaimIn,
  { known, article, words }: { known: KnownItems; article: CorpusArticle | undefined; words: ClaimWords | undefined },
): Fields {
  const topic = rows.textAt(rows.number(row, cell.topic));
  if (topic !== undefined) yield ['topic', known.topic(topic)?.name ?? topic];
  for (let link = rows.linksEnd(row - 1); link < rows.linksEnd(row); link += 1) {
    const role = rows.textAt(rows.linkNumber(link, linkCell.role)) ?? '';
    for (const place of [rows.linked(link, 'actor'), rows.linkNumber(link, linkCell.for)]) {
      const actor = rows.textAt(place);
      if (actor !== undefined) yield [role, known.actor(actor)?.name ?? actor];
    }
    const source = rows.textAt(rows.linked(link, 'source'));
    if (source !== undefined) yield [role, known.source(source)?.name ?? source];
  }
  if (words) {
    yield ['quotation', words.quotation];
    yield ['summary', words.summary];
  }
  for (const field of ['stance', 'attribution', 'verdict', 'creator'] as const) {
    const value = rows.textAt(rows.number(row, cell[field]));
    if (value !== undefined) yield [field, value];
  }
  const date = rows.textAt(rows.number(row, cell.date)) ?? article?.info.date;
  if (date !== undefined) yield ['date', date];
  yield ['article', article?.info.title ?? article?.path ?? ''];
}
