import { CodePoints } from '../codePoints';
import { described } from '../catalogue';
import type { ExportArticle, Format } from '../format';
import { loseOfArticle, loseOfCodebooks } from '../losing';
import { namesByCodebook } from '../../model/names';
import { metadataFields } from '../../model/article';
import { metadataOf } from '../spans/documentInfo';
import { heldItems } from '../spans/layers/writing';
import type { Relation, Span, SpanDocument } from '../spans/spanDocument';
import { importedSpans } from '../spans/reading';
import { piecesOf } from '../spans/pieces';
import { spanDocument } from '../spans/writing';
import { oneFile } from '../writing/streaming';
import { DETAILS, NEXT_PART } from './doccano/details';
import { documentsOf } from './doccano/reading';

/** doccano's JSONL for sequence labelling with relations, a line a text, as doccano 1.8 imports and exports it
 * (https://doccano.github.io/doccano/; its back end's data_import and data_export).
 *
 * - `start_offset`, `end_offset`: code points of `text`, end exclusive, as doccano's back end counts. `text` is the LF text; any character is
 *   held. Read: CRLF counts two, and becomes LF.
 * - An entity is a range: a target of several is as many entities, with an arrow `next-part` from each to the next. doccano numbers
 *   entities anew, and keeps of them the label and the offsets alone: all else is in `annotations`, which goes with the text as metadata
 *   (as do `path`, `title` …), by label and ranges. So an annotation that was moved or got another label in doccano is another one.
 * - Read besides: `label`, `labels` or, of projects for slots and intents, `entities` with `[start, end, label]`; a JSON list in place of
 *   lines.
 * - Lost: what is counted. */
export const doccano: Format = {
  ...described('doccano'),
  write: ({ codebooks, articles }, { losses }) => {
    loseOfCodebooks(codebooks, heldItems, losses);
    const namesOf = namesByCodebook();
    const ids = new EntityIds();
    return oneFile('', articles, function* (article) {
      loseOfArticle(article, { info: new Set(metadataFields) }, losses);
      yield `${JSON.stringify(line(spanDocument(article, namesOf(article.codebook), losses), article, ids))}\n`;
    });
  },
  read: async (source, context) => importedSpans(await documentsOf(source, context)),
};

/** Numbers entities and relations over the whole file: doccano's are those of a table. */
class EntityIds {
  #entities = 0;
  #relations = 0;

  nextEntity(): number {
    return ++this.#entities;
  }

  nextRelation(): number {
    return ++this.#relations;
  }
}

function line({ path, text, spans, relations }: SpanDocument, { info }: ExportArticle, ids: EntityIds): object {
  const points = new CodePoints(text);
  const firsts = new Map<string, number>();
  const entities: object[] = [];
  const arrows: object[] = [];
  const arrow = (from: number, to: number, type: string): void => {
    arrows.push({ id: ids.nextRelation(), from_id: from, to_id: to, type });
  };
  for (const span of spans) {
    let before: number | undefined;
    for (const { start, end, isFirst } of piecesOf(span)) {
      const id = ids.nextEntity();
      const place = { start_offset: points.fromUnits(start), end_offset: points.fromUnits(end) };
      entities.push({ id, label: span.type, ...place });
      if (isFirst) firsts.set(span.id, id);
      if (before !== undefined) arrow(before, id, NEXT_PART);
      before = id;
    }
  }
  for (const { type, from, to } of relations) arrow(firsts.get(from) ?? 0, firsts.get(to) ?? 0, type);
  const links = new Map<string, Relation[]>();
  for (const relation of relations) {
    const known = links.get(relation.from);
    if (known) known.push(relation);
    else links.set(relation.from, [relation]);
  }
  const details = spans.map((span) => detail(span, points, links.get(span.id) ?? []));
  return { text, entities, relations: arrows, ...metadataOf(path, info), [DETAILS]: details };
}

function detail({ id, type, ranges, features }: Span, points: CodePoints, links: readonly Relation[]): object {
  // Arrows have a type alone: where a link says more, all of the annotation's are told, in the order of the arrows.
  const told = links.some((link) => link.features.size > 0) ? links : [];
  return {
    ...{ id, label: type },
    ranges: ranges.map(({ start, end }) => [points.fromUnits(start), points.fromUnits(end)]),
    ...(features.size > 0 ? { features: Object.fromEntries(features) } : {}),
    ...(told.length > 0 ? { links: told.map(linkDetail) } : {}),
  };
}

function linkDetail({ type, to, features }: Relation): object {
  return { role: type, to, features: Object.fromEntries(features) };
}
