import { CODEBOOK_FILE, fileNameOf, SIDECAR_SUFFIX } from '../../../model/article';
import { optionValue } from '../../catalogue';
import type { ImportSource, ReadContext } from '../../format';
import type { Imported, ImportedArticle, ImportedInfo } from '../../imported';
import { InputError } from '../../inputError';
import type { Losses } from '../../losses';
import { Columns } from '../../reading/columns';
import { eachRecord } from '../../reading/csv';
import { dateOf } from '../../reading/dates';
import { chosenFiles } from '../../reading/files';
import { textOf } from '../../reading/text';
import { attributesOf } from '../csv/cells';
import { columnOf, textFields, type TextField } from './columns';
import { matchPath, parsePattern } from './pattern';

const tables = ['csv', 'tsv'];

/** What is known of articles by their paths. */
type Metadata = Map<string, ImportedInfo>;

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
    const isField = ([name]: readonly [string, string]): boolean => (textFields as readonly string[]).includes(name);
    const attributes = [...values]
      .filter((value) => !isField(value))
      .map(([name, value]) => [name.slice('attr_'.length), value]);
    found.set(path, {
      ...Object.fromEntries([...values].filter(isField)),
      ...(attributes.length > 0 ? { attributes: Object.fromEntries(attributes) as Record<string, string> } : {}),
    });
  }
  losses.add(`files whose names don’t fit the pattern (${first(others)})`, others.length);
  return found;
}

function fromTable(text: string, path: string, losses: Losses): Metadata {
  const found: Metadata = new Map();
  const undated: string[] = [];
  let columns: Columns | undefined;
  const add = (cells: readonly string[], number: number): void => {
    if (!columns) {
      columns = new Columns(cells, columnOf, path, losses);
      return;
    }
    const at = `row ${number}`;
    const get = columns.reader(cells, path, at);
    const article = get('article').trim().replaceAll('\\', '/');
    if (article === '') throw new InputError('“article” is empty', { path, at });
    if (found.has(article)) throw new InputError(`“${article}” has a row already`, { path, at });
    const date = get('date').trim();
    const isDated = date === '' || dateOf(date) !== undefined;
    if (!isDated) undated.push(`row ${number}: “${date}”`);
    const texts = textFields.flatMap((field): [TextField, string][] => {
      const value = field === 'date' ? (dateOf(date) ?? '') : get(field);
      return value === '' ? [] : [[field, value]];
    });
    const attributes = attributesOf(get, columns.attributes, { path, at });
    found.set(article, { ...Object.fromEntries(texts), ...(attributes ? { attributes } : {}) });
  };
  eachRecord(text, path, (heading) => columnOf(heading) !== undefined, add);
  if (!columns) throw new InputError('The file has no heading', { path });
  losses.add(`dates that aren’t understood (${first(undated)})`, undated.length);
  return found;
}

/** Some of a list, for a message of one line. */
function first(list: readonly string[]): string {
  return list.slice(0, 5).join(', ') + (list.length > 5 ? ' …' : '');
}
