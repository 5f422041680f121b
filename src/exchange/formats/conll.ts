import { annotationTypes, type PlacedAnnotation } from '../../model/annotation';
import type { Range } from '../../model/range';
import { described, optionValue } from '../catalogue';
import type { ExportArticle, Format } from '../format';
import { loseFields, loseOfArticle, loseOfCodebooks, UNPLACED } from '../losing';
import type { Losses } from '../losses';
import { cutTokens } from '../spans/cutTokens';
import { importedSpans } from '../spans/reading';
import { sentencesAndTokens, type TokenizedSentence } from '../../anchoring/tokens';
import { oneFile } from '../writing/streaming';
import { loseSurrogates } from '../writing/surrogates';
import { documentsOf } from './conll/reading';
import { longest, tagsOf, type Labelled } from './conll/tags';

/** What stands before each article: CoNLL-2003's mark, with a value for each column. */
export const DOCUMENT_START = '-DOCSTART-';

/** CoNLL-2003 (https://www.clips.uantwerpen.be/conll2003/ner/): a line a token, `FORM POS CHUNK NER` by spaces, a blank line after each
 * sentence, -DOCSTART- before each article; IOB2, with our types as labels (`B-actor`). All articles in one file, LF.
 *
 * - No offsets: tokens and sentences are Unicode's (UAX 29), and tokens are cut where a target begins or ends. POS is -X-, CHUNK is `_`.
 * - Option `types`: one of our types in the fourth column; or all, each in a column of its own (actor, claim, source, passage), since mentions
 *   stand within claims. A type that isn't ours shares the last column.
 * - A column holds one label a token: of annotations of one type that overlap the longest is written, the others are counted. A
 *   target of several ranges, or one that crosses sentences, becomes as many labels, and is counted.
 * - Lost besides: white space, ids, and all that annotations say but their type: counted by field.
 * - Read: any number of columns by spaces or tabs, labels in the last, or of more than four in all from the fourth on; IOB1, IOB2, IOBES
 *   and BILOU. The text is put together from the tokens: a space between two, none before closing and after opening punctuation, a line a
 *   sentence. So it is another text than the one that was written, and its annotations have no ids of ours. */
export const conll: Format = {
  ...described('conll'),
  write: ({ codebooks, articles }, { options, losses }) => {
    loseOfCodebooks(codebooks, {}, losses);
    const types = optionValue('conll', options, 'types');
    const columns = types === 'all' ? annotationTypes : [types];
    return oneFile('', articles, (article) => lines(article, columns, losses));
  },
  read: async (source, context) => importedSpans(await documentsOf(source, context)),
};

function* lines(article: ExportArticle, columns: readonly string[], losses: Losses): Generator<string> {
  loseOfArticle(article, { info: new Set() }, losses);
  losses.add('file names of articles');
  loseSurrogates(article.text, losses);
  const labelled = columns.map((column) => longest(placed(article, column, columns.length > 1, losses), losses));
  const spans = labelled.flatMap((list) => list.flatMap(({ ranges }) => ranges));
  yield `${DOCUMENT_START} -X- O${' O'.repeat(columns.length)}\n\n`;
  const sentences = cut(article.text, spans);
  const tags = labelled.map((list) => tagsOf(list, sentences, losses));
  let n = 0;
  for (const { tokens } of sentences) {
    for (const { start, end } of tokens) {
      yield `${article.text.slice(start, end)} -X- _ ${tags.map((column) => column[n] ?? 'O').join(' ')}\n`;
      n += 1;
    }
    yield '\n';
  }
}

/** What of an article goes into a column. What else there is, is counted with the first or the only column. */
function placed(article: ExportArticle, column: string, isAll: boolean, losses: Losses): Labelled[] {
  const [isFirst, isLast] = [!isAll || column === annotationTypes[0], isAll && column === annotationTypes.at(-1)];
  const isOurs = ({ type }: PlacedAnnotation): boolean => (annotationTypes as readonly string[]).includes(type);
  const anchored = article.annotations.filter(({ standing }) => standing === 'anchored');
  if (isFirst) losses.add(UNPLACED, article.annotations.length - anchored.length);
  const own = anchored.filter((one) => one.type === column || (isLast && !isOurs(one)));
  if (!isAll) losses.add('annotations of other types', anchored.length - own.length);
  for (const annotation of own) loseFields(annotation, new Set(), losses);
  return own.map(({ type, target }) => ({ label: labelOf(type), ranges: target }));
}

/** A label ends at white space. */
function labelOf(type: string): string {
  return type.replace(/[\s\u001c-\u001f\u0085]+/gu, '_') || '_';
}

/** What Python takes for white space, and Unicode's words don't. */
const isBlank = /^[\u001c-\u001f\u0085]+$/;

/** Sentences with tokens cut where a span begins or ends, without those that a reader takes for white space. */
function cut(text: string, spans: readonly Range[]): TokenizedSentence[] {
  const sentences = sentencesAndTokens(text);
  const all = cutTokens(
    sentences.flatMap(({ tokens }) => tokens),
    spans,
  );
  let next = 0;
  return sentences.flatMap(({ start, end }) => {
    const from = next;
    while ((all[next]?.end ?? Infinity) <= end) next += 1;
    const tokens = all.slice(from, next).filter((token) => !isBlank.test(text.slice(token.start, token.end)));
    return tokens.length > 0 ? { start, end, tokens } : [];
  });
}
