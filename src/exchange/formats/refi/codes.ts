import { attributions, forms } from '../../../model/annotation';
import { codebookLists, effectiveCodebook, type Codebook } from '../../../model/codebook';
import type { Losses } from '../../losses';
import { xmlAttributes, xmlText } from '../../writing/xml';
import { nameGuid } from './guids';

/** What codes of ours stand for: a type of annotation, an item of the codebook, or the value of a field. */
export const codeLists = ['types', 'actors', 'topics', 'sources', 'stances', 'attributions', 'forms', 'kinds'] as const;
export type CodeList = (typeof codeLists)[number];

/** A list and an id in it. */
export type CodeMeaning = readonly [list: CodeList, id: string];

/** The codes under which the items of a list stand: one of the types, or one that nothing is coded by. */
export const groups: Readonly<Record<Exclude<CodeList, 'types'>, { readonly name: string; readonly type?: string }>> = {
  actors: { name: 'Actor', type: 'actor' },
  sources: { name: 'Source', type: 'source' },
  topics: { name: 'Topic' },
  stances: { name: 'Stance' },
  attributions: { name: 'Attribution' },
  forms: { name: 'Form of mention' },
  kinds: { name: 'Kind of source' },
};

/** The GUID of a list's group, where it isn't one of the types. */
export function groupGuid(list: CodeList): Promise<string> {
  return nameGuid('group', list);
}

export function codeGuid(list: CodeList, id: string): Promise<string> {
  return nameGuid('code', list, id);
}

interface Code {
  readonly number: number;
  readonly list: CodeList;
  readonly id: string;
  readonly name: string;
  readonly parent?: string | undefined;
  readonly description?: string | undefined;
  readonly color?: string | undefined;
}

/** Deeper ones stand at the top of their list: programs show no such depth, and parents may go in circles. */
const MAX_DEPTH = 40;

/** The code tree of an export: all items of the codebooks, and what annotations refer to besides. Codes are known by their
 * numbers, from 0. */
export class Codes {
  /** By list, id and name: codebooks may give one id to different things. */
  readonly #codes = new Map<string, Code>();
  /** The first code of a list and an id. */
  readonly #first = new Map<string, Code>();
  /** By their numbers; nobody waits for them until all are there. */
  readonly #guids: Promise<string>[] = [];

  constructor(codebooks: readonly Codebook[]) {
    for (const type of ['actor', 'claim', 'source', 'passage']) this.#add('types', type, capitalised(type));
    for (const codebook of codebooks.length > 0 ? codebooks : [undefined]) {
      const { actors, topics, sources, stances, sourceKinds } = effectiveCodebook(codebook);
      for (const { id, name, parent, note, color } of actors) {
        this.#add('actors', id, name, { parent, description: note, color });
      }
      for (const { id, name, parent, description } of topics) this.#add('topics', id, name, { parent, description });
      for (const { id, name } of sources) this.#add('sources', id, name);
      for (const { id, name } of stances) this.#add('stances', id, name);
      for (const { id, name } of sourceKinds) this.#add('kinds', id, name);
    }
    for (const id of attributions) this.#add('attributions', id, capitalised(id));
    for (const id of forms) this.#add('forms', id, capitalised(id));
  }

  /** The number of the code for an item of this name; one that the codebooks don't have gets one. */
  number(list: CodeList, id: string, name?: string): number {
    const known = name === undefined ? undefined : this.#codes.get(key(list, id, name));
    return (known ?? this.#first.get(key(list, id)) ?? this.#add(list, id, name ?? id)).number;
  }

  #add(list: CodeList, id: string, name: string, more: Partial<Code> = {}): Code {
    const known = this.#codes.get(key(list, id, name));
    if (known) return known;
    const first = this.#first.get(key(list, id));
    const code: Code = { ...more, number: this.#guids.length, list, id, name: name || id };
    this.#guids.push(first ? nameGuid('code', list, id, name) : codeGuid(list, id));
    this.#codes.set(key(list, id, name), code);
    if (!first) this.#first.set(key(list, id), code);
    return code;
  }

  /** The GUIDs of all codes so far, by their numbers. */
  guids(): Promise<readonly string[]> {
    return Promise.all(this.#guids);
  }

  /** What each code stands for, by its GUID.
   * @param guids all of them */
  meanings(guids: readonly string[]): Readonly<Record<string, CodeMeaning>> {
    const codes = [...this.#codes.values()];
    return Object.fromEntries(codes.map(({ number, list, id }) => [guids[number], [list, id]] as const));
  }

  /** The `Codes` element, in pieces.
   * @param guids all of them */
  async *xml(guids: readonly string[], losses: Losses): AsyncIterable<string> {
    const children = new Map<Code | string, Code[]>();
    const put = (parent: Code | string, code: Code): void => {
      const siblings = children.get(parent);
      if (siblings) siblings.push(code);
      else children.set(parent, [code]);
    };
    for (const code of this.#codes.values()) {
      const parent = code.parent === undefined ? undefined : this.#first.get(key(code.list, code.parent));
      put(parent && parent !== code ? parent : code.list, code);
    }
    const done = new Set<Code>();
    const tree = function* (codes: readonly Code[], depth: number): Iterable<string> {
      for (const code of codes) {
        if (done.has(code) || depth > MAX_DEPTH) continue;
        done.add(code);
        yield codeStart(guids[code.number], code, true, losses);
        yield* tree(children.get(code) ?? [], depth + 1);
        const list = Object.entries(groups).find(([, { type }]) => code.list === 'types' && type === code.id)?.[0];
        if (list) yield* whole(list);
        yield '</Code>';
      }
    };
    const all = [...this.#codes.values()];
    // What circles or is too deep is reached from no top: it is one.
    const whole = function* (list: string): Iterable<string> {
      yield* tree(children.get(list) ?? [], 0);
      for (const code of all) if (code.list === list) yield* tree([code], 0);
    };
    yield '<Codes>';
    yield* whole('types');
    for (const [list, { name, type }] of Object.entries(groups)) {
      if (type !== undefined || !children.has(list)) continue;
      const guid = await groupGuid(list as CodeList);
      yield codeStart(guid, { name }, false, losses);
      yield* whole(list);
      yield '</Code>';
    }
    yield '</Codes>';
  }
}

function codeStart(
  guid: string | undefined,
  { name, color, description }: Pick<Code, 'name' | 'color' | 'description'>,
  isCodable: boolean,
  losses: Losses,
): string {
  const plainColor = color !== undefined && /^#(?:[0-9a-f]{3}|[0-9a-f]{6})$/i.test(color) ? color : undefined;
  const start = `<Code${xmlAttributes({ guid, name, isCodable, color: plainColor }, losses)}>`;
  return description === undefined ? start : `${start}<Description>${xmlText(description, losses)}</Description>`;
}

/** All codebooks as one: of items with one id, the first. Of one codebook, itself. */
export function united(codebooks: readonly Codebook[]): Codebook | undefined {
  if (codebooks.length < 2) return codebooks[0];
  const lists = codebookLists.flatMap((list) => {
    const items = new Map<string, { readonly id: string }>();
    for (const codebook of codebooks)
      for (const item of codebook[list] ?? []) if (!items.has(item.id)) items.set(item.id, item);
    return items.size > 0 ? [[list, [...items.values()]] as const] : [];
  });
  return { format: 'policy-codebook', version: 1, ...Object.fromEntries(lists) };
}

/** The length tells where the id ends. */
function key(list: CodeList, id: string, name = ''): string {
  return `${list} ${id.length} ${id}${name}`;
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
