import type { Attributes } from '../../../model/annotation';
import type { Json, JsonObject } from '../../../model/json';
import type { Losses } from '../../losses';
import { fieldOf, isObject } from '../../reading/json';
import { iriOf, valuesOf } from './selecting';

/** What bodies say, sorted by what we have a place for. */
export interface Said {
  readonly tags: readonly string[];
  readonly summary: string | undefined;
  readonly notes: readonly string[];
  readonly iris: readonly string[];
}

const tagging: readonly string[] = ['tagging', 'classifying', 'identifying'];

/** The attribute that holds addresses for which an annotation has no field. */
const LINKS = 'links';

/** What an annotation of another tool says. Texts that tag, classify or identify are tags, the first that describes is the summary, all others
 * are notes; resources of the web are addresses. */
export function saidBy(item: JsonObject, losses: Losses): Said {
  const [motivation] = valuesOf(item, 'motivation');
  const [tags, notes, iris, summaries]: [string[], string[], string[], string[]] = [[], [], [], []];
  const add = (body: Json, depth: number): void => {
    const items = isObject(body) && depth < 20 ? valuesOf(body, 'items') : [];
    if (items.length > 0) return items.forEach((inner) => add(inner, depth + 1));
    const text = isObject(body) ? [...valuesOf(body, 'value'), ...valuesOf(body, 'chars')][0] : undefined;
    const iri = isObject(body) ? (iriOf(fieldOf(body, 'source')) ?? iriOf(body)) : iriOf(body);
    const purpose = isObject(body) ? (valuesOf(body, 'purpose')[0] ?? motivation) : motivation;
    if (typeof text !== 'string') {
      if (iri === undefined) losses.add('bodies of annotations that have neither a text nor an address');
      else iris.push(iri);
    } else if (typeof purpose === 'string' && tagging.includes(purpose)) tags.push(text);
    else if (purpose === 'describing' && summaries.length === 0) summaries.push(text);
    else notes.push(text);
  };
  for (const body of valuesOf(item, 'body')) add(body, 0);
  for (const text of valuesOf(item, 'bodyValue')) if (typeof text === 'string') notes.push(text);
  return { tags, notes, iris, summary: summaries[0] };
}

/** The first address as an annotation's `url`, further ones as its attribute `links`. */
export function addresses(
  iris: readonly string[],
  attributes: Attributes | undefined,
): { url?: string; attributes?: Attributes } {
  const [url, ...further] = [...new Set(iris)];
  const all = { ...attributes, ...(further.length > 0 ? { [LINKS]: further } : {}) };
  return { ...(url === undefined ? {} : { url }), ...(Object.keys(all).length > 0 ? { attributes: all } : {}) };
}

/** Who made it, as a name: the agents' names, else nicknames, addresses or IRIs, joined. */
export function creatorOf(item: JsonObject): string | undefined {
  const agents = valuesOf(item, 'creator').map((agent) => {
    const names = isObject(agent) ? ['name', 'nickname', 'email'].flatMap((name) => valuesOf(agent, name)) : [];
    return names.find((name) => typeof name === 'string' && name !== '') ?? iriOf(agent);
  });
  return agents.filter((name) => typeof name === 'string').join(', ') || undefined;
}
