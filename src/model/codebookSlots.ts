import { actorKinds, type EffectiveCodebook, type ReferredList } from './codebook';
import { annotationTypes } from './annotation';

/** What stands at a place of a codebook's file. */
export type Slot =
  /** The id, name or an alias of an item: the item itself is meant. */
  | { readonly what: 'item'; readonly list: ReferredList; readonly index: number }
  /** A reference to an item of a list. */
  | { readonly what: 'reference'; readonly list: ReferredList; readonly of: ReferredList; readonly index: number }
  /** One of some words. */
  | { readonly what: 'word'; readonly words: 'actorKinds' | 'sourceKinds' | 'attributeTypes' | 'takers' | 'holders' };

type Path = readonly (string | number)[];

const itemFields: ReadonlySet<unknown> = new Set(['id', 'name', 'aliases']);
const lists: Readonly<Record<string, ReferredList>> = { actors: 'actors', topics: 'topics', sources: 'sources' };

/** What the value at a path of a codebook ("actors", 3, "parent") is; undefined where it is plain. */
export function slotAt(path: Path): Slot | undefined {
  const [name, index, field] = path;
  if (typeof name !== 'string' || typeof index !== 'number' || field === undefined) return undefined;
  const list = Object.hasOwn(lists, name) ? lists[name] : undefined;
  if (list && itemFields.has(field)) return { what: 'item', list, index };
  switch (`${name}.${field}`) {
    case 'actors.parent':
    case 'actors.members':
      return { what: 'reference', list: 'actors', of: 'actors', index };
    case 'topics.parent':
      return { what: 'reference', list: 'topics', of: 'topics', index };
    case 'sources.origin':
      return { what: 'reference', list: 'actors', of: 'sources', index };
    case 'actors.kind':
      return { what: 'word', words: 'actorKinds' };
    case 'sources.kind':
      return { what: 'word', words: 'sourceKinds' };
    case 'attributes.type':
      return { what: 'word', words: 'attributeTypes' };
    case 'roles.takes':
      return { what: 'word', words: 'takers' };
    case 'roles.appliesTo':
    case 'attributes.appliesTo':
      return { what: 'word', words: 'holders' };
    default:
      return undefined;
  }
}

/** The words that may stand in a slot, each with what it means where that isn't the word itself. */
export function wordsOf(
  words: Extract<Slot, { readonly what: 'word' }>['words'],
  codebook: EffectiveCodebook,
): readonly { readonly id: string; readonly name?: string }[] {
  const plain = (ids: readonly string[]): { id: string }[] => ids.map((id) => ({ id }));
  switch (words) {
    case 'actorKinds':
      return plain([...new Set([...actorKinds, ...codebook.actors.flatMap(({ kind }) => kind ?? [])])]);
    case 'sourceKinds':
      return codebook.sourceKinds;
    case 'attributeTypes':
      return plain(['boolean', 'integer', 'text', 'choice', 'date', 'list']);
    case 'takers':
      return plain(['actor', 'source', 'claim', 'passage']);
    case 'holders':
      return plain([...annotationTypes, 'topic', 'article']);
  }
}
