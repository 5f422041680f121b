import { described, optionValue } from '../catalogue';
import type { Format } from '../format';
import { readAnnotations } from './w3c/reading';
import type { Positions } from './w3c/vocabulary';
import { collection } from './w3c/writing';

/** JSON-LD of the Web Annotation Data Model, W3C Recommendation of 23 February 2017 (https://www.w3.org/TR/annotation-model/): an
 * AnnotationCollection with its one page in it. Each annotation has the standard's `@context` and can stand alone.
 *
 * - Targets have a TextPositionSelector and a TextQuoteSelector. `start`, `end`: code points of the LF text, end exclusive, as the standard asks for;
 *   with the option `positions`, UTF-16 code units, as Hypothesis and Recogito write. A target of several ranges is a list of targets (the
 *   standard has no set of targets: each is related to the bodies by itself). An annotation whose place isn't sure has its quotation alone.
 * - `source` is the article's web address, else `thismessage:/` and its path; `id` a fragment of its sidecar's.
 * - Bodies say in names what annotations refer to: `classifying` the type, `identifying` the actor or source, `tagging` the topic, links
 *   and attributes, `assessing` the stance, `describing` the summary, `commenting` the note, `linking` addresses.
 * - All of ours, exactly and by ids, stands in terms of a context of our own: `policy` (an annotation's fields), `policyArticle` (on the first
 *   annotation of each), `policyArticles` (those without annotations), `policyExport` (codebooks). Reading takes these over the bodies.
 *   Several codebooks become one.
 * - The text isn't in it: an article must be there to be annotated. UTF-8; a lone surrogate is written as an escape.
 *
 * Reading takes an annotation, a list, a page, a collection or a graph of them, of any tool: selectors of other kinds are counted as lost, and
 * what has a quotation alone is at 0. See tagged.ts and others.ts for what tags and bodies become; what is said of a whole page is the
 * article's attribute `page-notes`. */
export const w3c: Format = {
  ...described('w3c'),
  write: (input, { options, losses }) => collection(input, positionsOf(options), losses),
  read: (source, context) => readAnnotations(source, positionsOf(context.options), context),
};

function positionsOf(options: Readonly<Record<string, string>>): Positions {
  return optionValue('w3c', options, 'positions') === 'utf-16' ? 'utf-16' : 'code-points';
}
