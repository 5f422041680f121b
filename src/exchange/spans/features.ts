import type { Attributes, Link } from '../../model/annotation';
import { effectiveCodebook } from '../../model/codebook';
import type { Json } from '../../model/json';
import { isObject } from '../reading/json';

/** Fields of an annotation that are one text each, by which features they are called. */
export const textFields = [
  ...['actor', 'form', 'topic', 'stance', 'attribution', 'summary', 'source', 'kind', 'reference', 'url', 'date'],
  ...['note', 'creator', 'created', 'modified'],
] as const satisfies readonly string[];

/** Names of features that hold names of codebook items beside the field with their id. */
export const nameFeatures = { actor: 'actor_name', topic: 'topic_name', source: 'source_name' } as const;

const ATTRIBUTE = 'attr_';
const LINK = 'link_';
/** Roles that are features by their own name; another one's feature is called `link_` and the role. */
const plainRoles: ReadonlySet<string> = new Set([
  'speaker',
  'holder',
  'addressee',
  'evidence',
  'counterevidence',
  'origin',
]);

/** What the links of a role are called as a feature. */
export function roleFeature(role: string): string {
  return plainRoles.has(role) ? role : LINK + role;
}

/** The role that a feature's name stands for; undefined where it is none. */
export function featureRole(name: string): string | undefined {
  if (plainRoles.has(name)) return name;
  return name.startsWith(LINK) && name.length > LINK.length ? name.slice(LINK.length) : undefined;
}

export function attributeFeature(id: string): string {
  return ATTRIBUTE + id;
}

/** The attribute that a feature's name stands for; undefined where it is none. */
export function featureAttribute(name: string): string | undefined {
  return name.startsWith(ATTRIBUTE) && name.length > ATTRIBUTE.length ? name.slice(ATTRIBUTE.length) : undefined;
}

const mayBeJson = /^[ \t\n\r]*(?:[{["\d-]|(?:true|false|null)[ \t\n\r]*$)/;

/** An attribute's value as a feature: a text as it is unless it reads as JSON, anything else as JSON. {@link featureValue} gives it back. */
export function valueFeature(value: Json): string {
  if (typeof value !== 'string') return JSON.stringify(value);
  return featureValue(value) === value ? value : JSON.stringify(value);
}

export function featureValue(text: string): Json {
  // Most texts aren't JSON, and it takes long to throw and to catch an error.
  if (!mayBeJson.test(text)) return text;
  try {
    return JSON.parse(text) as Json;
  } catch {
    return text;
  }
}

/** Attributes of every codebook whose values are words: a verdict `true` is one, and no truth value. */
const worded: ReadonlySet<string> = new Set(
  effectiveCodebook(undefined).attributes.flatMap(({ id, type }) => (type === 'choice' ? [id] : [])),
);

/** An attribute's value of a feature: see {@link valueFeature}, but for attributes whose values are words anyway. */
export function attributeValue(id: string, text: string): Json {
  return worded.has(id) ? text : featureValue(text);
}

/** Links that lead to no annotation, of one role, as a feature: `blinken>united-states, nato` says blinken for united-states, and
 * nato. A codebook's source is `source:` and its id. Signs that mean something here are percent-encoded in ids. */
export function linksFeature(links: readonly Link[]): string {
  return links
    .map(({ actor, source, for: principal }) => {
      const end = actor !== undefined ? encoded(actor) : `source:${encoded(source ?? '')}`;
      return principal === undefined ? end : `${end}>${encoded(principal)}`;
    })
    .join(', ');
}

/** The inverse of {@link linksFeature}; a text of another origin is taken as names of actors. */
export function featureLinks(role: string, text: string): Link[] {
  return text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part): Link => {
      const [end = '', principal] = part.split('>', 2);
      const to = end.startsWith('source:') ? { source: plain(end.slice('source:'.length)) } : { actor: plain(end) };
      return { role, ...to, ...(principal === undefined ? {} : { for: plain(principal) }) };
    });
}

const special = /[%>,:\s]/gu;

function encoded(id: string): string {
  return id.replace(special, (sign) => encodeURIComponent(sign));
}

function plain(text: string): string {
  return text.trim().replace(/(?:%[0-9A-Fa-f]{2})+/g, (code) => {
    try {
      return decodeURIComponent(code);
    } catch {
      return code;
    }
  });
}

/** Attributes as features, by name. */
export function attributeFeatures(attributes: Attributes | undefined): [string, string][] {
  return Object.entries(attributes ?? {}).flatMap(([id, value]): [string, string][] =>
    value === undefined
      ? []
      : [[attributeFeature(id), worded.has(id) && typeof value === 'string' ? value : valueFeature(value)]],
  );
}

/** Features that a format has as an object: its fields that are texts. */
export function textsOf(value: Json | undefined): ReadonlyMap<string, string> {
  const entries = isObject(value) ? Object.entries(value) : [];
  return new Map(entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
}
