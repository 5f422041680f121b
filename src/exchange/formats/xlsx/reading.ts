import type { Codebook } from '../../../model/codebook';
import type { ImportSource, ReadContext } from '../../format';
import type { Imported, ImportedArticle } from '../../imported';
import { InputError } from '../../inputError';
import type { Losses } from '../../losses';
import { chosenFiles } from '../../reading/files';
import { dateOfSerial, workbookOf, type Workbook } from '../../reading/xlsx';
import { guard } from '../../writing/csv';
import { AnnotationTable } from '../csv/table';
import { renamedArticle } from '../json/renaming';
import { united } from '../json/uniting';
import { MetadataTable } from '../metadataCsv/table';
import { ItemSheets } from './items';

type OnRow = (cells: readonly string[], number: number) => void;

/** Reads a workbook of our layout: the sheets `annotations` (or `annotations-2` …), `articles`, `actors` and `topics`, any of which may be
 * missing. Sheets are known by their names in any case; `claims` says nothing more, and others are counted. Rows are taken as those
 * of csv and metadata-csv. Throws an {@link InputError} with the sheet's part and row. */
export async function read(source: ImportSource, { losses, progress }: ReadContext): Promise<Imported> {
  const [path = '', ...more] = chosenFiles(source, ['xlsx']);
  losses.leaveOut('workbooks besides the first', more.length);
  progress(path);
  const workbook = await workbookOf(await source.bytes(path), path);
  const annotations = new AnnotationTable(losses);
  const metadata = new MetadataTable(losses);
  const items = new ItemSheets();
  const numbers = new Map<string, number>();
  const headed: Readonly<Record<string, (headings: readonly string[], place: string) => OnRow>> = {
    annotations: (headings, place) => annotations.headed(headings, place),
    articles: (headings, place) => articleRows(headings, place, metadata, numbers),
    actors: (headings, place) => items.headed('actors', headings, place),
    topics: (headings, place) => items.headed('topics', headings, place),
  };
  let known = 0;
  for (const sheet of workbook.sheets) {
    const kind = sheet.trim().toLowerCase().replace(/-\d+$/, '');
    const onHead = Object.hasOwn(headed, kind) ? headed[kind] : undefined;
    if (onHead) known += 1;
    else if (kind !== 'claims') losses.add('sheets that aren’t known');
    if (onHead) await readSheet(workbook, sheet, `${path}, sheet ${sheet}`, onHead);
  }
  if (known === 0) throw new InputError('There is no sheet “annotations” or “articles”', { path });
  return together(annotations.imported(), metadata, items.codebooks(), numbers, losses);
}

async function readSheet(
  workbook: Workbook,
  sheet: string,
  place: string,
  onHead: (headings: readonly string[], place: string) => OnRow,
): Promise<void> {
  let onRow: OnRow | undefined;
  let dates: readonly number[] = [];
  const isTable = /^a(?:nnotations|rticles)/i.test(sheet);
  await workbook.eachRow(sheet, (cells, number) => {
    if (!onRow) {
      dates = cells.flatMap((heading, n) => (heading.trim().toLowerCase() === 'date' ? [n] : []));
      onRow = onHead(cells, place);
      return;
    }
    const texts = [...cells];
    for (const n of dates) texts[n] = dateOfSerial(texts[n] ?? '', workbook.isFrom1904) ?? texts[n] ?? '';
    // Tables take guards off, as in csv; here texts have none.
    onRow(isTable ? texts.map(guard) : texts, number);
  });
}

/** The rows of articles, without the column `codebook`, which is kept apart. */
function articleRows(
  headings: readonly string[],
  place: string,
  metadata: MetadataTable,
  numbers: Map<string, number>,
): OnRow {
  const at = headings.findIndex((heading) => heading.trim().toLowerCase() === 'codebook');
  const others = (cells: readonly string[]): readonly string[] => cells.filter((_, n) => n !== at);
  const article = headings.findIndex((heading) => heading.trim().toLowerCase() === 'article');
  const onRow = metadata.headed(others(headings), place);
  return (cells, number) => {
    onRow(others(cells), number);
    const codebook = cells[at] ?? '';
    if (/^\d{1,4}$/.test(codebook)) numbers.set(cells[article] ?? '', Number(codebook));
  };
}

function together(
  marked: Imported,
  metadata: MetadataTable,
  codebooks: readonly Codebook[],
  numbers: ReadonlyMap<string, number>,
  losses: Losses,
): Imported {
  const { codebook, renamings } = united(codebooks, losses);
  const known = metadata.finished();
  const articles = marked.articles.map((article): ImportedArticle => {
    const info = { ...article.info, ...known.get(article.path) };
    const renaming = renamings[numbers.get(article.path) ?? -1];
    const whole = Object.keys(info).length > 0 ? { ...article, info } : article;
    return renaming ? renamedArticle(whole, renaming) : whole;
  });
  const there = new Set(articles.map(({ path }) => path));
  const bare = [...known].filter(([path]) => !there.has(path));
  return {
    codebook: withMore(codebook, marked.codebook),
    articles: [...articles, ...bare.map(([path, info]) => ({ key: path, path, info, annotations: [] }))],
  };
}

/** A codebook with what annotations name besides. */
function withMore(codebook: Codebook | undefined, named: Codebook | undefined): Codebook {
  const lists = (['actors', 'topics', 'sources'] as const).map((list) => {
    const own: readonly { readonly id: string; readonly formerIds?: readonly string[] }[] = codebook?.[list] ?? [];
    const ids = new Set(own.flatMap(({ id, formerIds = [] }) => [id, ...formerIds]));
    return [list, [...own, ...(named?.[list] ?? []).filter(({ id }) => !ids.has(id))]] as const;
  });
  const filled = lists.filter(([, items]) => items.length > 0);
  return { format: 'policy-codebook', version: 1, ...codebook, ...Object.fromEntries(filled) } as Codebook;
}
