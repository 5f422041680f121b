import { annotationTypes } from '../../model/annotation';
import { described } from '../catalogue';
import type { Format } from '../format';
import { loseOfArticle, loseOfCodebooks } from '../losing';
import { namesByCodebook } from '../../model/names';
import { chosenFeatures } from '../spans/chosenFeatures';
import { metadataFields } from '../../model/article';
import { heldItems } from '../spans/layers/writing';
import { importedSpans } from '../spans/reading';
import { spanDocument } from '../spans/writing';
import { Configuration } from './labelStudio/configuration';
import { documentsOf } from './labelStudio/reading';
import { taskOf } from './labelStudio/writing';

/** Label Studio's tasks in JSON (https://labelstud.io/guide/task_format, as of 1.13), and the labelling configuration of a project that shows
 * them: tasks.json, labeling-config.xml.
 *
 * - `start`, `end`: code points of `data.text`, end exclusive, as Label Studio writes since 1.8. `data.text` is the LF text; any character is
 *   held. Read: UTF-16 units, as older versions wrote, where more of the regions' `value.text` fit then; CRLF counts two, and becomes LF.
 * - A region is a range, its label the annotation's type; a target of several is as many regions. `meta.annotation_id` tells our id,
 *   `meta.part` "1/2" which part it is, `meta.text` the note. Of the first region, fields with few values (`stance`, attributes with choices …)
 *   are choices per region, every other field is a text per region. A link to an annotation is a relation from first region to first region;
 *   what else it says is in its `meta`.
 * - Read are the annotations of all who worked on a task, but cancelled ones; with an e-mail address as the creator. A region with
 *   several labels is as many annotations.
 * - Lost: what is counted. */
export const labelStudio: Format = {
  ...described('label-studio'),
  write: async function* ({ codebooks, articles }, { losses }) {
    loseOfCodebooks(codebooks, heldItems, losses);
    const namesOf = namesByCodebook();
    const configuration = new Configuration(annotationTypes);
    let before = '[\n';
    for await (const article of articles) {
      loseOfArticle(article, { info: new Set(metadataFields) }, losses);
      const document = spanDocument(article, namesOf(article.codebook), losses);
      const task = taskOf(document, article.info, chosenFeatures(article.codebook), configuration);
      yield { path: 'tasks.json', chunk: before + JSON.stringify(task) };
      before = ',\n';
    }
    yield { path: 'tasks.json', chunk: before === '[\n' ? '[]\n' : '\n]\n' };
    yield { path: 'labeling-config.xml', chunk: configuration.xml(losses) };
  },
  read: async (source, context) => importedSpans(await documentsOf(source, context)),
};
