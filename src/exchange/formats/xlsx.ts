import type { Actor, Topic } from '../../model/codebook';
import { described } from '../catalogue';
import type { ExportChunk, ExportInput, Format, WriteContext } from '../format';
import { annotationFields, loseFields, loseOfArticle, loseOfCodebooks } from '../losing';
import { namesByCodebook } from '../../model/names';
import { ResolvedArticle } from '../resolvedArticle';
import { attributeColumns, attributeHeaders } from '../writing/attributeColumns';
import { joinList, type Cell } from '../writing/csv';
import { XlsxWriter } from '../writing/xlsx';
import { claimColumns, claimRows } from './claimsCsv';
import { annotationColumns, annotationRows } from './csv/rows';
import { metadataRow } from './metadataCsv';
import { metadataFields } from '../../model/article';
import { metadataColumns } from './metadataCsv/columns';
import { read } from './xlsx/reading';
import { actorFields, topicFields } from './xlsx/items';

/** An Excel workbook (Office Open XML, ECMA-376 part 1, https://ecma-international.org/publications-and-standards/standards/ecma-376/) of five
 * sheets: `annotations` (the columns of csv), `claims` (of claims-csv), `articles` (of metadata-csv, and the number of the article's
 * codebook, from 0), `actors` and `topics` of the codebooks (with that number). Each sheet has its headings in the first row; where there
 * are more rows than a sheet holds (1,048,576), it goes on in `annotations-2`.
 *
 * - Offsets: UTF-16 code units of the LF text, end exclusive, as in csv. Line breaks in cells are LF; a CR is written `_x000D_`.
 * - Texts are text whatever they begin with: no formula guard is needed, and there is none. Numbers are numbers, booleans booleans.
 * - Lost: what is beyond 32,767 characters of a cell, lone surrogates, and what csv loses but metadata of articles, actors and topics.
 *
 * Read are workbooks of this layout, also as Excel, LibreOffice or others save them again, with sheets (but `annotations` or `articles`) and
 * columns left out or moved: see xlsx/reading.ts. `claims` is not read, for `annotations` says the same. */
export const xlsx: Format = {
  ...described('xlsx'),
  write,
  read,
};

const heldOfArticle = { info: new Set([...metadataFields, 'attributes']) };
const heldOfCodebooks = { actors: new Set<string>(actorFields), topics: new Set<string>(topicFields) };

async function* write({ codebooks, articles }: ExportInput, { losses }: WriteContext): AsyncIterable<ExportChunk> {
  loseOfCodebooks(codebooks, heldOfCodebooks, losses);
  const ofAll = attributeColumns(codebooks);
  const ofClaims = attributeColumns(codebooks, ['claim', 'article']);
  const ofArticles = attributeColumns(codebooks, ['article']);
  const workbook = new XlsxWriter(
    new Map([
      ['annotations', [...annotationColumns, ...attributeHeaders(ofAll)]],
      ['claims', [...claimColumns, ...attributeHeaders(ofClaims)]],
      ['actors', ['codebook', 'id', ...actorFields]],
      ['topics', ['codebook', 'id', ...topicFields]],
      ['articles', ['codebook', ...metadataColumns, ...attributeHeaders(ofArticles)]],
    ]),
    losses,
  );
  for (const [number, { actors = [], topics = [] }] of codebooks.entries()) {
    for (const item of actors) workbook.add('actors', [number, item.id, ...itemCells(item, actorFields)]);
    for (const item of topics) workbook.add('topics', [number, item.id, ...itemCells(item, topicFields)]);
  }
  const namesOf = namesByCodebook();
  for await (const article of articles) {
    loseOfArticle(article, heldOfArticle, losses);
    const number = article.codebook ? codebooks.indexOf(article.codebook) : -1;
    workbook.add('articles', [number < 0 ? undefined : number, ...metadataRow(article, ofArticles)]);
    const resolved = new ResolvedArticle(article, namesOf(article.codebook));
    for (const annotation of article.annotations) {
      loseFields(annotation, annotationFields, losses);
      for (const row of annotationRows(resolved, annotation, ofAll)) workbook.add('annotations', row);
      if (annotation.type !== 'claim') continue;
      for (const row of claimRows(resolved, annotation, ofClaims)) workbook.add('claims', row);
    }
    for (const chunk of workbook.take()) yield { path: '', chunk };
  }
  workbook.finish();
  for (const chunk of workbook.take()) yield { path: '', chunk };
}

/** The fields of an item as cells: lists joined, attributes as JSON. */
function itemCells(item: Actor | Topic, fields: readonly string[]): Cell[] {
  const values = new Map<string, unknown>(Object.entries(item));
  return fields.map((field) => {
    const value = values.get(field);
    if (Array.isArray(value)) return joinList(value as readonly string[]);
    return typeof value === 'string' || value === undefined ? value : JSON.stringify(value);
  });
}
