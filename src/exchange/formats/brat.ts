import { annotationTypes } from '../../model/annotation';
import { described } from '../catalogue';
import type { Format } from '../format';
import { loseOfArticle, loseOfCodebooks } from '../losing';
import { namesByCodebook } from '../../model/names';
import { chosenFeatures } from '../spans/chosenFeatures';
import { heldItems } from '../spans/layers/writing';
import { importedSpans } from '../spans/reading';
import { spanDocument } from '../spans/writing';
import { FileNames } from '../writing/fileNames';
import { inChunks } from '../writing/streaming';
import { loseSurrogates } from '../writing/surrogates';
import { Configuration } from './brat/configuration';
import { documentsOf } from './brat/documents';
import { AnnotationLines } from './brat/writing';

/** brat standoff (https://brat.nlplab.org/standoff.html, as brat 1.3 reads it): of each article the text (.txt) and its annotations
 * (.ann), and annotation.conf for all.
 *
 * - Offsets: code points of the text, end exclusive. The text is written with LF, without a byte order mark. Read: CRLF counts two, as in
 *   brat itself, or one, as in tools that make its files: what fits the quotations better; a byte order mark counts one.
 * - A target is split at line breaks and tabs, and at what another program may take for a line break; white space at the fragments' edges goes.
 *   Fragments with only that between them are one range again when read; of other targets the note `ranges` tells the exact ones.
 * - An annotation is a T line; the note `id` tells its id. `form`, `stance`, `attribution`, `kind` and attributes with choices are A lines;
 *   actor, topic and codebook source are N lines (`Reference T1 actor:north-korea`) with the name; the note is AnnotatorNotes; every other
 *   field is a note of its name, with JSON's escapes for line breaks, tabs and backslashes. Links to annotations are R lines, their further
 *   fields notes on these. Names beyond A-Z, a-z, 0-9, `_` and `-` are written as `_x0020_`.
 * - Read of others besides: events (an arrow from the trigger to each argument; each further event of one trigger is an annotation of its
 *   own there), equivalences (an arrow from the first to each), M lines, normalizations (as attributes, and the name of an actor), notes;
 *   .a1 and .a2 in place of .ann.
 * - Lost: all that is known of an article but its text; a lone surrogate becomes U+FFFD. What else, is counted. */
export const brat: Format = {
  ...described('brat'),
  write: async function* ({ codebooks, articles }, { losses }) {
    loseOfCodebooks(codebooks, heldItems, losses);
    const namesOf = namesByCodebook();
    const fileNames = new FileNames();
    const configuration = new Configuration(annotationTypes);
    for await (const article of articles) {
      loseOfArticle(article, { info: new Set() }, losses);
      const stem = fileNames.stemFor(article.path);
      if (`${stem}.txt` !== article.path) losses.add('file names of articles (written with .txt)');
      loseSurrogates(article.text, losses);
      yield { path: `${stem}.txt`, chunk: article.text };
      const document = spanDocument(article, namesOf(article.codebook), losses);
      const lines = new AnnotationLines(document, chosenFeatures(article.codebook), configuration, losses);
      yield* inChunks(`${stem}.ann`, lines.all());
    }
    yield { path: 'annotation.conf', chunk: configuration.text() };
  },
  read: async (source, context) => importedSpans(await documentsOf(source, context)),
};
