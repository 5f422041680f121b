import { described } from '../catalogue';
import type { Format } from '../format';
import { InputError } from '../inputError';
import { loseOfArticle, loseOfCodebooks } from '../losing';
import { namesByCodebook } from '../../model/names';
import { textOf } from '../reading/text';
import { heldItems } from '../spans/layers/writing';
import { importedSpans } from '../spans/reading';
import type { SpanDocument } from '../spans/spanDocument';
import { spanDocument } from '../spans/writing';
import { FileNames } from '../writing/fileNames';
import { inChunks } from '../writing/streaming';
import { documentOfTsv } from './webannoTsv/reading';
import { tsv } from './webannoTsv/writing';

/** WebAnno TSV 3.3, as INCEpTION reads and writes it: a file an article, "statement.txt.tsv".
 * https://inception-project.github.io/releases/latest/docs/user-guide.html#sect_webannotsv (appendix of the user guide)
 *
 * - Offsets: UTF-16 code units of the text, end exclusive; UTF-8, LF. Sentences reach up to the next one's first word, so that they hold the
 *   whole text; INCEpTION's reader adds a line feed after the last one. Read are 3.0 to 3.3.
 * - The layers are those of uima-xmi, and INCEpTION must have them: its "Import layer" makes them of the TypeSystem.xml that uima-xmi
 *   writes. Sentences and words are Unicode's (UAX 29), and not read.
 * - Parts of words are rows of their own ("1-2.1"), exactly. What begins or ends in white space is cut to the words; tabs and line breaks
 *   before the first word become spaces; a carriage return in a value becomes a line feed; an article without a word has no row.
 * - Lost: articles' metadata, and what else is counted. A lone surrogate has no UTF-8 and becomes U+FFFD.
 * - Read are any layers: spans, slots, chains, relations; grammar is left out. */
export const webannoTsv: Format = {
  ...described('webanno-tsv'),
  write: async function* ({ codebooks, articles }, { losses }) {
    loseOfCodebooks(codebooks, heldItems, losses);
    const namesOf = namesByCodebook();
    const fileNames = new FileNames();
    for await (const article of articles) {
      loseOfArticle(article, { info: new Set() }, losses);
      const document = spanDocument(article, namesOf(article.codebook), losses);
      yield* inChunks(`${fileNames.stemFor(`${article.path}.tsv`)}.tsv`, tsv(document, losses));
    }
  },
  read: async (source, { losses, progress }) => {
    const documents: SpanDocument[] = [];
    for (const path of source.paths) {
      if (!/\.tsv$/i.test(path) && source.paths.length > 1) continue;
      progress(path);
      documents.push(documentOfTsv(textOf(await source.bytes(path), path), path, losses));
    }
    if (documents.length === 0) throw new InputError('There is no .tsv file', { path: source.name });
    return importedSpans(documents);
  },
};
