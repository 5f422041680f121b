import { CODEBOOK_FILE, fileNameOf, metadataFields, SIDECAR_SUFFIX } from '../../../model/article';
import { optionValue } from '../../catalogue';
import type { ImportSource, ReadContext } from '../../format';
import type { Imported, ImportedArticle } from '../../imported';
import type { Losses } from '../../losses';
import { eachRow } from '../../reading/csv';
import { chosenFiles } from '../../reading/files';
import { textOf } from '../../reading/text';
import { columnOf } from './columns';
import { matchPath, parsePattern } from './pattern';
import { inWords, MetadataTable, type Metadata } from './table';

const tables = ['csv', 'tsv'];

/** Reads metadata of articles: from tables (a column `article` is needed, the others may be missing), and, where the option `pattern` says
 * one, from the names of all other files of what was chosen. Where both tell something of an article, the table counts. */
export async function read(source: ImportSource, context: ReadContext): Promise<Imported> {
  const pattern = optionValue('metadata-csv', context.options, 'pattern').trim();
  const isTable = (path: string): boolean => tables.some((extension) => path.toLowerCase().endsWith(`.${extension}`));
  const found: Metadata =
    pattern === ''
      ? new Map()
      : fromNames(
          source.paths.filter((path) => !isTable(path)),
          pattern,
          context.losses,
        );
  for (const path of pattern === '' ? chosenFiles(source, tables) : source.paths.filter(isTable)) {
    context.progress(path);
    const text = textOf(await source.bytes(path), path);
    for (const [article, info] of fromTable(text, path, context.losses)) {
      found.set(article, { ...found.get(article), ...info });
    }
  }
  return { articles: [...found].map(([path, info]): ImportedArticle => ({ key: path, path, info, annotations: [] })) };
}

function fromNames(paths: readonly string[], pattern: string, losses: Losses): Metadata {
  const parsed = parsePattern(pattern);
  const found: Metadata = new Map();
  const others: string[] = [];
  for (const path of paths) {
    if (path.endsWith(SIDECAR_SUFFIX) || fileNameOf(path) === CODEBOOK_FILE) continue;
    const values = matchPath(parsed, path);
    if (!values) {
      others.push(`“${path}”`);
      continue;
    }
    const isField = ([name]: readonly [string, string]): boolean =>
      (metadataFields as readonly string[]).includes(name);
    const attributes = [...values]
      .filter((value) => !isField(value))
      .map(([name, value]) => [name.slice('attr_'.length), value]);
    found.set(path, {
      ...Object.fromEntries([...values].filter(isField)),
      ...(attributes.length > 0 ? { attributes: Object.fromEntries(attributes) as Record<string, string> } : {}),
    });
  }
  losses.add(`files whose names don’t fit the pattern (${inWords(others)})`, others.length);
  return found;
}

function fromTable(text: string, path: string, losses: Losses): Metadata {
  const table = new MetadataTable(losses);
  eachRow(
    text,
    path,
    (heading) => columnOf(heading) !== undefined,
    (cells) => table.headed(cells, path),
  );
  return table.finished();
}
