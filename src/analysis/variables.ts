import { valueOf } from '../model/annotation';
import { linksOf } from '../model/links';
import type { Json } from '../model/json';
import type { AnalysedAnnotation } from './analysedArticle';
import type { ActorReading, ArticleClaims } from './claims';

/** One thing that a claim has for a variable. `id` tells it from all others of the variable, in all codebooks; `label` is its
 * name, which others may have too. */
export interface Value {
  readonly id: string;
  readonly label: string;
  /** On a scale: of stances, integers and booleans (1 for true). */
  readonly number?: number;
}

/** What the words of a variable may be; those that end in a colon are followed by an id or a number. */
export const variableWords = [
  ...(['position', 'speaker', 'speaker.for', 'holder', 'addressee', 'role:', 'topic', 'topic:'] as const),
  ...(['stance', 'attribution', 'attribute:', 'source', 'actor.kind', 'actor.parent', 'actor.attribute:'] as const),
  ...(['article', 'article.author', 'article.publisher', 'article.section', 'article.attribute:', 'creator'] as const),
] as const;
export type VariableWord = (typeof variableWords)[number];

/** The same as they are written, with what stands behind a colon: "role:ID", "topic:LEVEL". */
export const variableForms: readonly string[] = variableWords.map((word) =>
  word.endsWith(':') ? `${word}${word === 'topic:' ? 'LEVEL' : 'ID'}` : word,
);

/** Something that claims have, by which they may be rows, columns or levels of a network, or be chosen. */
export interface Variable {
  readonly word: VariableWord;
  /** Behind a colon: the id of a role or an attribute; of `topic:`, a level, 1 for the topmost. Else empty. */
  readonly of: string;
}

/** Reads a variable as a person writes it: "position", "role:speaker", "topic:1". Undefined where it is none. */
export function parseVariable(text: string): Variable | undefined {
  const colon = text.indexOf(':');
  const [word, of] = colon < 0 ? [text, ''] : [text.slice(0, colon + 1), text.slice(colon + 1)];
  const known = variableWords.find((one) => one === word);
  if (known === undefined || (colon >= 0 && of === '')) return undefined;
  if (known === 'topic:' && !/^[1-9]\d{0,3}$/.test(of)) return undefined;
  return { word: known, of };
}

/** As {@link parseVariable} reads it. */
export function variableText({ word, of }: Variable): string {
  return word + of;
}

/** What a claim has for a variable, each once; nothing where it has none. */
export function valuesOf(
  { word, of }: Variable,
  claims: ArticleClaims,
  claim: AnalysedAnnotation,
  reading: ActorReading,
): readonly Value[] {
  const { names, article } = claims;
  const actors = (ids: readonly string[]): readonly Value[] => ids.map((id) => claims.value(names.actor(id)));
  switch (word) {
    case 'position':
      return actors(claims.positions(claim, reading));
    case 'speaker':
    case 'holder':
    case 'addressee':
      return actors(claims.actors(claim, word, reading));
    case 'speaker.for':
      return actors(claims.actors(claim, 'speaker', { ...reading, speakerFor: 'organization' }));
    case 'role:':
      return linked(claims, claim, of, reading);
    case 'topic':
      return claim.topic === undefined ? [] : [claims.value(names.topic(claim.topic))];
    case 'topic:':
      return claim.topic === undefined ? [] : [claims.value(names.topic(atLevel(claims, claim.topic, Number(of))))];
    case 'stance': {
      if (claim.stance === undefined) return [];
      const stance = names.stance(claim.stance);
      return [claims.value(stance, stance.item?.value)];
    }
    case 'attribution':
    case 'creator':
      return text(claim[word]);
    case 'source':
      return sources(claims, claim, 'source');
    case 'attribute:':
      return attributeValues(claims, of, valueOf(claim.attributes, of));
    case 'actor.kind':
      return distinct(claims.positions(claim, reading).flatMap((id) => text(names.actor(id).item?.kind)));
    case 'actor.parent':
      return distinct(
        claims.positions(claim, reading).flatMap((id) => {
          const parent = names.actor(id).item?.parent;
          return parent === undefined ? [] : [claims.value(names.actor(parent))];
        }),
      );
    case 'actor.attribute:':
      return distinct(
        claims
          .positions(claim, reading)
          .flatMap((id) => attributeValues(claims, of, valueOf(names.actor(id).item?.attributes, of))),
      );
    case 'article':
      return [{ id: article.key, label: article.info.title ?? article.path }];
    case 'article.author':
      return text(article.info.author);
    case 'article.publisher':
      return text(article.info.publisher);
    case 'article.section':
      return text(article.info.section);
    case 'article.attribute:':
      return attributeValues(claims, of, valueOf(article.info.attributes, of));
  }
}

/** An item of a codebook as a value: two codebooks may use one id for different things, which have different names then. */
export function itemValue({ id, name }: { readonly id: string; readonly name: string }, number?: number): Value {
  return { id: JSON.stringify([id, name]), label: name, ...(number === undefined ? {} : { number }) };
}

/** The id of a value as people know it: an item's own, else the value itself. */
export function plainId({ id, label }: Value): string {
  const own = id.endsWith(`,${JSON.stringify(label)}]`) ? (JSON.parse(id) as readonly unknown[])[0] : undefined;
  return typeof own === 'string' ? own : id;
}

function text(value: string | undefined): readonly Value[] {
  return value === undefined || value === '' ? [] : [{ id: value, label: value }];
}

/** What a role's links lead to: actors, or else sources. */
function linked(
  claims: ArticleClaims,
  claim: AnalysedAnnotation,
  role: string,
  reading: ActorReading,
): readonly Value[] {
  const actors = claims.actors(claim, role, reading);
  if (actors.length > 0) return actors.map((id) => claims.value(claims.names.actor(id)));
  return sources(claims, claim, role);
}

function sources(claims: ArticleClaims, claim: AnalysedAnnotation, role: string): readonly Value[] {
  return distinct(
    linksOf(claim, role).flatMap((link) => {
      const id = claims.source(link);
      return id === undefined ? [] : [claims.value(claims.names.source(id))];
    }),
  );
}

/** The topic that is above a topic at a level of the hierarchy, 1 for the topmost; itself where it isn't that deep. */
function atLevel({ names }: ArticleClaims, id: string, level: number): string {
  const above = [names.topic(id).id];
  for (;;) {
    const parent = names.topic(above[0] ?? id).item?.parent;
    const known = parent === undefined ? undefined : names.topic(parent).id;
    if (known === undefined || above.includes(known)) break;
    above.unshift(known);
  }
  return above[level - 1] ?? above.at(-1) ?? id;
}

/** An attribute's value as values: of a list, each of its items. */
function attributeValues(claims: ArticleClaims, id: string, value: Json | undefined): readonly Value[] {
  if (value === undefined || value === null || value === '') return [];
  if (Array.isArray(value)) {
    return distinct((value as readonly Json[]).flatMap((one) => attributeValues(claims, id, one)));
  }
  if (typeof value === 'boolean') return [{ id: String(value), label: String(value), number: value ? 1 : 0 }];
  if (typeof value === 'number') return [{ id: String(value), label: String(value), number: value }];
  if (typeof value !== 'string') return [{ id: JSON.stringify(value), label: JSON.stringify(value) }];
  const option = claims.attribute(id)?.options?.find((one) => one.id === value);
  return [{ id: value, label: option?.name ?? value }];
}

function distinct(values: readonly Value[]): readonly Value[] {
  return values.filter(({ id }, at) => values.findIndex((other) => other.id === id) === at);
}
