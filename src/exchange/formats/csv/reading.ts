import type { Imported } from '../../imported';
import type { ImportSource, ReadContext } from '../../format';
import { eachRow } from '../../reading/csv';
import { chosenFiles } from '../../reading/files';
import { textOf } from '../../reading/text';
import { columnOf } from './columns';
import { AnnotationTable } from './table';

/** Reads tables of annotations, one row a range: those that we write, and what spreadsheet programs or hands make of them.
 *
 * - Needed are a column `article` (or file, filename, path), and in each row `start` and `end` or else `exact` (or quote, quotation).
 *   All others may be missing; they stand in any order, in any case. What an own `id` joins is one annotation.
 * - Actors, topics and sources are given by id, by name, or by both; lists of them as joinList writes them, by hand with semicolons.
 * - Without a `type`, a row with a stance, an attribution or a speaker is a claim, one with an actor an actor, else a passage.
 * - What `speaker_ids`, `holder_ids`, `addressee_ids` and the columns of attributes say otherwise than `links` and `attributes`
 *   (for they were edited) counts. */
export async function read(source: ImportSource, { losses, progress }: ReadContext): Promise<Imported> {
  const table = new AnnotationTable(losses);
  for (const path of chosenFiles(source, ['csv', 'tsv', 'txt'])) {
    progress(path);
    const text = textOf(await source.bytes(path), path);
    eachRow(
      text,
      path,
      (heading) => columnOf(heading) !== undefined,
      (cells) => table.headed(cells, path),
    );
  }
  return table.imported();
}
