import type { Sidecar } from '../model/article';
import type { Codebook } from '../model/codebook';
import { codebookLists } from '../model/codebook';
import { isSame } from './threeWay';

/** How many items of a list are other than they were. */
export interface ListChanges {
  /** "annotations", "coding", "excluded", "article" (its fields), or a codebook's list. */
  readonly list: string;
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
}

/** The items of a file by list and key. */
type Lists = readonly (readonly [list: string, items: ReadonlyMap<string, unknown>])[];

/** What is other in `after`; lists without a change are left out. */
export function sidecarChanges(before: Sidecar, after: Sidecar): ListChanges[] {
  return changes(sidecarLists(before), sidecarLists(after));
}

/** What is other in `after`; lists without a change are left out. */
export function codebookChanges(before: Codebook, after: Codebook): ListChanges[] {
  return changes(codebookItems(before), codebookItems(after));
}

function changes(before: Lists, after: Lists): ListChanges[] {
  return after.flatMap(([list, items], index) => {
    const old = before[index]?.[1] ?? new Map<string, unknown>();
    let [added, changed] = [0, 0];
    for (const [key, item] of items) {
      if (!old.has(key)) added += 1;
      else if (!isSame(old.get(key), item)) changed += 1;
    }
    const removed = old.size - (items.size - added);
    return added + changed + removed > 0 ? [{ list, added, changed, removed }] : [];
  });
}

function sidecarLists({ article, coding = [], annotations }: Sidecar): Lists {
  const { excluded = [], ...fields } = article;
  return [
    ['annotations', new Map(annotations.map((annotation) => [annotation.id, annotation]))],
    ['excluded', new Map(excluded.map((target) => [`${target.start}-${target.end}`, target]))],
    ['coding', new Map(coding.map((one) => [one.creator, one]))],
    ['article', new Map(Object.entries(fields))],
  ];
}

function codebookItems(codebook: Codebook): Lists {
  return codebookLists.map((list) => [
    list,
    new Map((codebook[list] ?? []).map((item: { readonly id: string }) => [item.id, item])),
  ]);
}
