import { metadataFields } from '../../model/article';
import { described } from '../catalogue';
import type { ExportArticle, ExportChunk, ExportInput, Format, WriteContext } from '../format';
import { annotationFields, loseFields, loseOfArticle, loseOfCodebooks } from '../losing';
import type { Losses } from '../losses';
import { namesByCodebook } from '../../model/names';
import { decidersOf } from '../../model/superseded';
import { ResolvedArticle } from '../resolvedArticle';
import { knownDate, timeOf } from './parquet/columns';
import { ofYear, ParquetFolder } from './parquet/folder';
import {
  actorColumns,
  annotationColumns,
  articleColumns,
  claimColumns,
  linkColumns,
  topicColumns,
} from './parquet/tables';

/** A folder of Apache Parquet files (format 2, https://parquet.apache.org/docs/file-format/), Snappy-compressed, for DuckDB, Spark, pandas,
 * Polars, R's arrow: `articles`, `annotations`, `claims` (one row a claim and speaker), `links`, each partitioned in the manner of Hive
 * by the year of the article (`annotations/year=2023/part-0.parquet`), and `actors` and `topics` of the codebooks. What each column is
 * and how to ask them is told in docs/corpus-at-scale.md.
 *
 * - Offsets in `target`: UTF-16 code units of the LF text (which `articles.text` is), end exclusive; of a range that isn't anchored,
 *   of the earlier text whose hash is `text_sha256`. `line` from 1, of the first range where that is anchored.
 * - `date` as given ("2023-12"), `day` where it is full, `date_year`; an annotation's own, else its article's. Times are UTC.
 * - Attributes and excluded ranges are JSON in text, lists are lists. Ids are the survivors' where items were merged.
 * - Strings are UTF-8; a lone surrogate becomes U+FFFD.
 * - Lost: likely places of what is uncertain, fields that aren't ours, times that aren't, and of the codebook all lists but actors and
 *   topics (names of sources and values of stances stand with the annotations).
 *
 * Rows are held back until a row group is full, row groups until a file is large or memory is needed; then the file is ended, and the
 * next one of its kind is `part-1`. */
export const parquet: Format = {
  ...described('parquet'),
  write,
};

const tables = [
  [ofYear('articles', undefined), articleColumns],
  [ofYear('annotations', undefined), annotationColumns],
  [ofYear('claims', undefined), claimColumns],
  [ofYear('links', undefined), linkColumns],
  ['actors', actorColumns],
  ['topics', topicColumns],
] as const;

const heldOfArticle = {
  info: new Set([...metadataFields, 'encoding', 'attributes', 'excluded']),
  coding: true,
};
const heldOfCodebooks = {
  actors: new Set([
    ...['name', 'kind', 'aliases', 'parent', 'members', 'sameAs', 'color', 'attributes', 'note', 'formerIds'],
  ]),
  topics: new Set(['name', 'parent', 'description', 'examples', 'formerIds']),
};

async function* write({ codebooks, articles }: ExportInput, { losses }: WriteContext): AsyncIterable<ExportChunk> {
  const folder = new ParquetFolder();
  const namesOf = namesByCodebook();
  loseOfCodebooks(codebooks, heldOfCodebooks, losses);
  for (const [codebook, { actors = [], topics = [] }] of codebooks.entries()) {
    for (const item of actors) yield* folder.add('actors', actorColumns, { codebook, item });
    for (const item of topics) yield* folder.add('topics', topicColumns, { codebook, item });
  }
  for await (const article of articles) {
    loseOf(article, losses);
    const itsDate = knownDate(article.info.date);
    const { year } = itsDate;
    const index = article.codebook ? codebooks.indexOf(article.codebook) : -1;
    yield* folder.add(ofYear('articles', year), articleColumns, {
      article,
      date: itsDate,
      codebook: index < 0 ? undefined : index,
    });
    const resolved = new ResolvedArticle(article, namesOf(article.codebook));
    const superseded = decidersOf(article.annotations);
    const [annotations, claims, links] = [ofYear('annotations', year), ofYear('claims', year), ofYear('links', year)];
    for (const annotation of article.annotations) {
      const date = annotation.date === undefined ? itsDate : knownDate(annotation.date);
      // Field by field: spreading takes far longer, and memory.
      const isSuperseded = superseded.has(annotation.id);
      yield* folder.add(annotations, annotationColumns, { resolved, annotation, date, isSuperseded });
      for (const link of annotation.links ?? []) {
        const end = resolved.actor(link);
        yield* folder.add(links, linkColumns, { resolved, annotation, date, isSuperseded, link, end });
      }
      if (annotation.type !== 'claim') continue;
      const speakers = resolved.actors(annotation, 'speaker');
      for (const speaker of speakers.length > 0 ? speakers : [undefined]) {
        yield* folder.add(claims, claimColumns, { resolved, annotation, date, isSuperseded, speaker });
      }
    }
  }
  yield* folder.end(tables);
}

function loseOf(article: ExportArticle, losses: Losses): void {
  loseOfArticle(article, heldOfArticle, losses);
  for (const annotation of article.annotations) {
    loseFields(annotation, annotationFields, losses);
    const times = [annotation.created, annotation.modified].filter((time) => time !== undefined);
    losses.add('times that aren’t in UTC', times.filter((time) => timeOf(time) === undefined).length);
  }
}
