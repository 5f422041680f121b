import { CodePoints } from '../codePoints';
import { described } from '../catalogue';
import type { ExportArticle, Format } from '../format';
import { loseOfArticle, loseOfCodebooks } from '../losing';
import { namesByCodebook } from '../../model/names';
import { spacyTokens, type SpacyToken } from '../spans/cutTokens';
import { metadataFields } from '../../model/article';
import { metadataOf } from '../spans/documentInfo';
import { heldItems } from '../spans/layers/writing';
import { piecesOf, type Piece } from '../spans/pieces';
import { importedSpans } from '../spans/reading';
import type { Relation, Span, SpanDocument } from '../spans/spanDocument';
import { spanDocument } from '../spans/writing';
import { oneFile } from '../writing/streaming';
import { documentsOf, ID_FIELD } from './spacyJsonl/reading';

/** JSONL of spaCy and Prodigy, a line a text: `text`, `spans`, `relations`, `tokens`, `meta`, as Prodigy 1.11 and later take it
 * (https://prodi.gy/docs/api-interfaces#spans and #relations).
 *
 * - `start`, `end`: code points of `text` (Python's str), end exclusive; `token_start`, `token_end`: tokens, end inclusive. `text` is the LF text;
 *   any character is held. Read: CRLF counts two, and becomes LF.
 * - A span is a range: a target of several is as many spans with one `annotation_id` and a `part` ("1/2"), the first with the `features`. spaCy passes
 *   over these; Prodigy keeps them.
 * - Where there are relations, there are tokens, as Prodigy's relations need them: `head` and `child` are the last tokens of the first ranges.
 *   Tokens are Unicode's words (UAX 29), cut where a span begins or ends; every character is in one but a single space after each (`ws`).
 * - Read besides: spaCy's Doc.to_json (`ents`, `spans` by key), `entities` as `[start, end, label]`. What was rejected or ignored in Prodigy
 *   is left out.
 * - Lost: what is counted. */
export const spacyJsonl: Format = {
  ...described('spacy-jsonl'),
  write: ({ codebooks, articles }, { losses }) => {
    loseOfCodebooks(codebooks, heldItems, losses);
    const namesOf = namesByCodebook();
    return oneFile('', articles, function* (article) {
      loseOfArticle(article, { info: new Set(metadataFields) }, losses);
      yield `${JSON.stringify(line(spanDocument(article, namesOf(article.codebook), losses), article))}\n`;
    });
  },
  read: async (source, context) => importedSpans(await documentsOf(source, context)),
};

function line({ path, text, spans, relations }: SpanDocument, { info }: ExportArticle): object {
  const points = new CodePoints(text);
  const tokens =
    relations.length > 0
      ? spacyTokens(
          text,
          spans.flatMap(({ ranges }) => ranges),
        )
      : undefined;
  const placeOf = places(points, tokens);
  const written: object[] = [];
  const firsts = new Map<string, object & { readonly token_end?: number }>();
  for (const span of spans) {
    for (const piece of piecesOf(span)) {
      const place = { ...placeOf(piece), label: span.type, [ID_FIELD]: span.id };
      if (piece.isFirst) firsts.set(span.id, place);
      written.push({ ...place, ...details(piece, span) });
    }
  }
  return {
    ...{ text, meta: metadataOf(path, info) },
    ...(tokens ? { tokens: tokens.map((token, n) => tokenJson(token, n, text, points)) } : {}),
    ...{ spans: written, ...(tokens ? { relations: relations.map((one) => relationJson(one, firsts)) } : {}) },
    answer: 'accept',
  };
}

function details({ part, isFirst }: Piece, { features }: Span): object {
  return {
    ...(part === undefined ? {} : { part }),
    ...(isFirst && features.size > 0 ? { features: Object.fromEntries(features) } : {}),
  };
}

/** Gives a piece's offsets in code points, and in tokens where there are any. */
function places(
  points: CodePoints,
  tokens: readonly SpacyToken[] | undefined,
): (piece: Piece) => { readonly start: number; readonly end: number; readonly token_end?: number } {
  const starts = new Map(tokens?.map(({ start }, n) => [start, n]));
  const ends = new Map(tokens?.map(({ end }, n) => [end, n]));
  return ({ start, end }) => {
    const [first, last] = [starts.get(start), ends.get(end)];
    return {
      ...{ start: points.fromUnits(start), end: points.fromUnits(end) },
      ...(first === undefined || last === undefined ? {} : { token_start: first, token_end: last }),
    };
  };
}

function tokenJson({ start, end, hasSpace }: SpacyToken, id: number, text: string, points: CodePoints): object {
  const place = { start: points.fromUnits(start), end: points.fromUnits(end) };
  return { text: text.slice(start, end), ...place, id, ws: hasSpace };
}

function relationJson(
  { type, from, to, features }: Relation,
  firsts: ReadonlyMap<string, { readonly token_end?: number }>,
): object {
  const [head, child] = [firsts.get(from), firsts.get(to)];
  return {
    ...{ head: head?.token_end, child: child?.token_end, head_span: head, child_span: child, label: type },
    ...(features.size > 0 ? { features: Object.fromEntries(features) } : {}),
  };
}
