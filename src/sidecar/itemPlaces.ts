import { codebookLists, type CodebookList } from '../model/codebook';
import type { Range } from '../model/range';
import { bracketsEnd, stringAt } from './jsonTokens';
import { locate } from './locate';

/** Where an item stands in the text of a codebook file, in UTF-16 code units. */
export interface ItemPlace {
  /** Its object, with the brackets. */
  readonly whole: Range;
  /** Its name without the quotation marks; the id where it has none. */
  readonly name: Range;
}

/** The places of a codebook's items by list and id; of several items of one id the first counts. */
export type ItemPlaces = ReadonlyMap<CodebookList, ReadonlyMap<string, ItemPlace>>;

/** Undefined where the text isn't JSON. Lists and items that aren't as a codebook has them are passed over. */
export function itemPlaces(text: string): ItemPlaces | undefined {
  const content = parsed(text);
  if (content === undefined) return undefined;
  const items = codebookLists.flatMap((list) => itemsOf(content, list));
  const starts = locate(
    text,
    items.flatMap(({ path, label }) => [path, [...path, label]]),
  );
  const places = new Map<CodebookList, Map<string, ItemPlace>>(codebookLists.map((list) => [list, new Map()]));
  for (const [index, { list, id }] of items.entries()) {
    const [start, nameStart] = [starts[2 * index] ?? 0, starts[2 * index + 1] ?? 0];
    const ofList = places.get(list);
    if (ofList?.has(id)) continue;
    ofList?.set(id, {
      whole: { start, end: bracketsEnd(text, start) },
      name: { start: nameStart + 1, end: stringAt(text, nameStart).end - 1 },
    });
  }
  return places;
}

interface Item {
  readonly list: CodebookList;
  readonly id: string;
  readonly path: readonly (string | number)[];
  /** The field that names it. */
  readonly label: 'name' | 'id';
}

function itemsOf(content: unknown, list: CodebookList): readonly Item[] {
  const items = isObject(content) && Object.hasOwn(content, list) ? content[list] : undefined;
  if (!Array.isArray(items)) return [];
  return items.flatMap((item: unknown, index): Item[] => {
    if (!isObject(item) || typeof item['id'] !== 'string') return [];
    return [{ list, id: item['id'], path: [list, index], label: typeof item['name'] === 'string' ? 'name' : 'id' }];
  });
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
