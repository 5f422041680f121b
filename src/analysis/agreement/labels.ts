import type { Names } from '../../model/names';
import type { CodedAnnotation } from './codedArticle';
import type { Aspect } from './settings';

/** Aspects by which stretches of the text have labels. */
export const labelled = ['type', 'topic', 'actor'] as const satisfies readonly Aspect[];
export type Labelled = (typeof labelled)[number];

/** What an annotation says is there: `key` tells it from others, in all codebooks. */
export interface Label {
  readonly key: string;
  readonly id: string;
  readonly name: string;
}

/** The label of an annotation: its type; a claim's topic; a mention's actor. Undefined where it has none. */
export function labelOf(aspect: Labelled, annotation: CodedAnnotation, names: Names): Label | undefined {
  const { type, topic, actor } = annotation;
  if (aspect === 'type') return plain(type);
  if (aspect === 'topic') return type !== 'claim' || topic === undefined ? undefined : item(names.topic(topic));
  return type !== 'actor' || actor === undefined ? undefined : item(names.actor(actor));
}

/** Codebooks may use one id for different things: those have different names. */
export function item({ id, name }: { readonly id: string; readonly name: string }): Label {
  return { key: JSON.stringify([id, name]), id, name };
}

/** A label that is its own name. */
export function plain(text: string): Label {
  return { key: text, id: text, name: text };
}

/** The names of labels, with the id in brackets where several have the same. */
export function distinctNames(labels: Iterable<Label>): (label: Label) => string {
  const keys = new Map<string, Set<string>>();
  for (const { key, name } of labels) keys.set(name, (keys.get(name) ?? new Set()).add(key));
  return ({ id, name }) => ((keys.get(name)?.size ?? 0) > 1 ? `${name} (${id})` : name);
}
