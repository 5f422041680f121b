import type { Actor, Codebook, CodebookSource, Topic } from '../../../model/codebook';
import type { JsonObject } from '../../../model/json';
import { slug } from '../../../sidecar/ids';
import { readCodebook } from '../../../sidecar/read';
import { fieldOf, isObject } from '../../reading/json';
import { childrenOf, type XmlElement } from '../../reading/xml';
import { codeGuid, codeLists, groupGuid, groups, type CodeList, type CodeMeaning } from './codes';
import { plainGuid } from './guids';

/** A code of a project or a codebook file. */
interface ReadCode {
  readonly guid: string;
  readonly name: string;
  readonly description: string | undefined;
  readonly color: string | undefined;
  readonly parent: ReadCode | undefined;
}

/** What the codes of a file stand for, and the codebook that they make. */
export interface CodesRead {
  readonly meanings: ReadonlyMap<string, CodeMeaning>;
  readonly codebook: Codebook;
}

/** Codes as ours. One that we wrote stands for what it stood for; all others are topics, known by their GUID, under the topic of the
 * code above.
 * @param details what our writer noted, if anything: `codebook`, and `codes` as lists and ids by GUID
 * @param noteOf the text of a code's notes */
export async function readCodes(
  codes: XmlElement | undefined,
  details: JsonObject,
  noteOf: (code: XmlElement) => string | undefined = () => undefined,
): Promise<CodesRead> {
  const all = codes ? flat(codes, undefined, noteOf) : [];
  const meanings = new Map<string, CodeMeaning>();
  const noted = fieldOf(details, 'codes');
  const fixed = await fixedCodes();
  for (const code of all) {
    const meaning = notedMeaning(isObject(noted) ? fieldOf(noted, code.guid) : undefined);
    const found = meaning ?? fixed.get(code.guid) ?? (await placedMeaning(code, meanings));
    if (!meanings.has(code.guid)) meanings.set(code.guid, found);
  }
  return { meanings, codebook: codebookOf(all, meanings, notedCodebook(fieldOf(details, 'codebook'))) };
}

/** Parents come before their children. */
function flat(
  element: XmlElement,
  parent: ReadCode | undefined,
  noteOf: (code: XmlElement) => string | undefined,
): ReadCode[] {
  return childrenOf(element, 'Code').flatMap((child) => {
    const [description] = childrenOf(child, 'Description');
    const guid = plainGuid(child.attributes.get('guid') ?? '');
    const name = child.attributes.get('name') ?? '';
    const code: ReadCode = {
      ...{ guid, name: name.trim() === '' ? guid : name, parent },
      description: description?.text || noteOf(child),
      color: child.attributes.get('color'),
    };
    return [code, ...flat(child, code, noteOf)];
  });
}

/** What our groups and types stand for; a group has no id. */
async function fixedCodes(): Promise<ReadonlyMap<string, CodeMeaning>> {
  const found = new Map<string, CodeMeaning>();
  for (const type of ['actor', 'claim', 'source', 'passage']) found.set(await codeGuid('types', type), ['types', type]);
  for (const list of Object.keys(groups) as CodeList[]) found.set(await groupGuid(list), [list, '']);
  return found;
}

function notedMeaning(value: unknown): CodeMeaning | undefined {
  if (!Array.isArray(value)) return undefined;
  const [list, id] = value as readonly unknown[];
  const known = codeLists.find((one) => one === list);
  return known !== undefined && typeof id === 'string' && id !== '' ? [known, id] : undefined;
}

/** What a code stands for by what stands above it. Its id is had back where it follows from its name. */
async function placedMeaning(code: ReadCode, above: ReadonlyMap<string, CodeMeaning>): Promise<CodeMeaning> {
  const [list, id] = (code.parent && above.get(code.parent.guid)) ?? ['topics', ''];
  const group = Object.entries(groups).find(([, { type }]) => list === 'types' && type === id)?.[0];
  const own = list === 'types' ? ((group ?? 'topics') as CodeList) : list;
  const likely = slug(code.name, new Set());
  return [own, (await codeGuid(own, likely)) === code.guid ? likely : code.guid];
}

/** The codebook that our writer noted, checked as a file is; undefined where it isn't one. */
function notedCodebook(value: unknown): Codebook | undefined {
  if (value === undefined) return undefined;
  const read = readCodebook(new TextEncoder().encode(JSON.stringify(value)));
  return read.ok ? read.value : undefined;
}

/** The noted codebook with the names and descriptions that the codes have now, and with the items that are new. */
function codebookOf(
  codes: readonly ReadCode[],
  meanings: ReadonlyMap<string, CodeMeaning>,
  noted: Codebook | undefined,
): Codebook {
  const actors = new Map<string, Actor>(noted?.actors?.map((item) => [item.id, item]));
  const topics = new Map<string, Topic>(noted?.topics?.map((item) => [item.id, item]));
  const sources = new Map<string, CodebookSource>(noted?.sources?.map((item) => [item.id, item]));
  const seen = new Set<string>();
  for (const code of codes) {
    const [list, id] = meanings.get(code.guid) ?? ['types', ''];
    if (id === '' || seen.has(JSON.stringify([list, id]))) continue;
    seen.add(JSON.stringify([list, id]));
    const { name, description, color } = code;
    const parent = parentIn(list, code, meanings);
    if (list === 'topics') {
      topics.set(id, { ...(topics.get(id) ?? inTree(parent)), id, name, ...(description ? { description } : {}) });
    } else if (list === 'actors') {
      const own = {
        ...inTree(parent),
        ...(color === undefined ? {} : { color }),
        ...(description ? { note: description } : {}),
      };
      actors.set(id, { ...(actors.get(id) ?? own), id, name });
    } else if (list === 'sources') sources.set(id, { ...sources.get(id), id, name });
  }
  return {
    ...(noted ?? { format: 'policy-codebook', version: 1 }),
    ...(actors.size > 0 ? { actors: [...actors.values()] } : {}),
    ...(topics.size > 0 ? { topics: [...topics.values()] } : {}),
    ...(sources.size > 0 ? { sources: [...sources.values()] } : {}),
  };
}

function inTree(parent: string | undefined): { parent?: string } {
  return parent === undefined ? {} : { parent };
}

function parentIn(
  list: CodeList,
  { parent }: ReadCode,
  meanings: ReadonlyMap<string, CodeMeaning>,
): string | undefined {
  const [above, id] = (parent && meanings.get(parent.guid)) ?? ['types', ''];
  return above === list && id !== '' ? id : undefined;
}
