import { described } from '../catalogue';
import type { ExportArticle, ExportChunk, ExportInput, Format, WriteContext } from '../format';
import type { Losses } from '../losses';
import { namesByCodebook } from '../../model/names';
import { articleHtml, titleOf } from './html/article';
import { writable } from './html/escape';
import { pageHead, pageTail, type Entry } from './html/page';

const CHUNK_UNITS = 65_536;

/** One page of HTML (the living standard, https://html.spec.whatwg.org/) that needs nothing else and works from a file: the articles' texts with
 * marked annotations, their cards beside them and at the pointer or the focus, a legend that filters by type, filters by actor, topic and stance; of
 * several articles, a table of contents.
 *
 * - An element with the class `text` holds an article's text exactly (LF), cut into pieces wherever a mark begins or ends; `data-a` of a piece lists the
 *   numbers of its annotations, whose cards have the ids `n1`, `n2`, … in the order of the export. There are no offsets.
 * - An annotation whose place in the text isn't sure has a card that says so, and no mark.
 * - Names stand in place of ids, survivors' where items were merged; of the codebook nothing else is in it.
 * - Every text is escaped, and the page's Content Security Policy allows its own style and script alone. UTF-8; U+0000 and lone
 *   surrogates become U+FFFD, and are counted. Written only. */
export const html: Format = {
  ...described('html'),
  write,
};

async function* write({ articles }: ExportInput, { losses }: WriteContext): AsyncIterable<ExportChunk> {
  let chunk = '';
  for await (const piece of page(articles, losses)) {
    chunk += writable(piece, losses);
    if (chunk.length < CHUNK_UNITS) continue;
    yield { path: '', chunk };
    chunk = '';
  }
  yield { path: '', chunk };
}

async function* page(articles: ExportInput['articles'], losses: Losses): AsyncIterable<string> {
  const namesOf = namesByCodebook();
  const entries: Entry[] = [];
  let before = 0;
  function* pieces(article: ExportArticle, heading: 'h1' | 'h2'): Iterable<string> {
    entries.push(entryOf(article));
    yield* articleHtml(article, namesOf(article.codebook), { number: entries.length, before, heading }, losses);
    before += article.annotations.length;
  }
  // One article is held back: what the page is called depends on whether there is a second.
  let waiting: ExportArticle | undefined;
  for await (const article of articles) {
    if (waiting && entries.length === 0) yield pageHead('Annotated articles');
    if (waiting) yield* pieces(waiting, 'h2');
    waiting = article;
  }
  const isAlone = entries.length === 0;
  if (isAlone) yield pageHead(waiting ? titleOf(waiting) : 'Annotated articles');
  if (waiting) yield* pieces(waiting, isAlone ? 'h1' : 'h2');
  yield pageTail(entries);
}

function entryOf(article: ExportArticle): Entry {
  const { publisher, date } = article.info;
  const about = [publisher, date].filter((part) => part !== undefined && part !== '').join(', ');
  return { title: titleOf(article), about, annotations: article.annotations.length };
}
