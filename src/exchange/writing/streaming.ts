import type { ExportArticle, ExportChunk, ExportInput } from '../format';

const CHUNK_UNITS = 65_536;

/** One output file of a head and the pieces of each article, in chunks of some 64 Ki code units; a piece is never split, so
 * neither is a surrogate pair. */
export async function* oneFile(
  head: string,
  articles: ExportInput['articles'],
  pieces: (article: ExportArticle) => Iterable<string>,
): AsyncIterable<ExportChunk> {
  let chunk = head;
  for await (const article of articles) {
    for (const piece of pieces(article)) {
      chunk += piece;
      if (chunk.length < CHUNK_UNITS) continue;
      yield { path: '', chunk };
      chunk = '';
    }
  }
  yield { path: '', chunk };
}

/** The pieces of one of several output files, in chunks as {@link oneFile}'s. */
export function* inChunks(path: string, pieces: Iterable<string>): Iterable<ExportChunk> {
  let chunk = '';
  for (const piece of pieces) {
    chunk += piece;
    if (chunk.length < CHUNK_UNITS) continue;
    yield { path, chunk };
    chunk = '';
  }
  yield { path, chunk };
}
