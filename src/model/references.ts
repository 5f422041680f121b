import type { Annotation, Link } from './annotation';
import type { CodebookList } from './codebook';

/** What annotations may refer to by id. */
export type Referent = 'actor' | 'topic' | 'source';

/** The lists whose items annotations refer to. */
export const referents: { readonly [list in CodebookList]?: Referent } = {
  actors: 'actor',
  topics: 'topic',
  sources: 'source',
};

type Referring = Pick<Annotation, Referent | 'links'>;

/** A thing of the codebook that is referred to. */
export interface Reference {
  readonly kind: Referent;
  readonly id: string;
}

/** All that an annotation refers to, by its own fields and by its links, each once. */
export function references(annotation: Referring): readonly Reference[] {
  const all = new Map<string, Reference>();
  const add = (kind: Referent, id: string | undefined): void => {
    if (id !== undefined) all.set(`${kind} ${id}`, { kind, id });
  };
  add('actor', annotation.actor);
  add('topic', annotation.topic);
  add('source', annotation.source);
  for (const link of annotation.links ?? []) {
    add('actor', link.actor);
    add('actor', link.for);
    add('source', link.source);
  }
  return [...all.values()];
}

/** Whether an annotation refers to one of these by its own field or by a link (its `for` included). */
export function refersTo(annotation: Referring, kind: Referent, ids: ReadonlySet<string>): boolean {
  const isOne = (id: string | undefined): boolean => id !== undefined && ids.has(id);
  if (isOne(annotation[kind])) return true;
  if (kind === 'topic') return false;
  return annotation.links?.some((link) => isOne(link[kind]) || (kind === 'actor' && isOne(link.for))) ?? false;
}

/**
 * The annotation with `to` wherever it refers to one of `from`; without `to`, with nothing there: a link that says
 * nothing else goes. The same object where it refers to none. Key order is the printer's matter.
 */
export function withReferent<T extends Referring>(
  annotation: T,
  kind: Referent,
  from: ReadonlySet<string>,
  to: string | undefined,
): T {
  if (!refersTo(annotation, kind, from)) return annotation;
  const result: { -readonly [K in keyof Referring]: Referring[K] } = { ...annotation };
  const own = annotation[kind];
  if (own !== undefined && from.has(own)) {
    if (to === undefined) delete result[kind];
    else result[kind] = to;
  }
  if (kind !== 'topic' && annotation.links) {
    const links = distinct(annotation.links.flatMap((link) => linkWith(link, kind, from, to)));
    if (links.length > 0) result.links = links;
    else delete result.links;
  }
  return result as T;
}

function linkWith(link: Link, kind: 'actor' | 'source', from: ReadonlySet<string>, to: string | undefined): Link[] {
  const fields: { -readonly [K in keyof Link]: Link[K] } = { ...link };
  const replace = (key: 'actor' | 'source' | 'for'): void => {
    const id = link[key];
    if (id === undefined || !from.has(id)) return;
    if (to === undefined) delete fields[key];
    else fields[key] = to;
  };
  replace(kind);
  if (kind === 'actor') replace('for');
  const { actor, annotation, source } = fields;
  return actor === undefined && annotation === undefined && source === undefined ? [] : [fields];
}

/** Of links that have come to say the same, the first. */
function distinct(links: readonly Link[]): readonly Link[] {
  const known = new Set<string>();
  return links.filter((link) => known.size < known.add(JSON.stringify(link)).size);
}

/** The annotation without links to annotations that go: one that says nothing else goes too. The same object where it has none. */
export function withoutAnnotations<T extends Pick<Annotation, 'links'>>(annotation: T, ids: ReadonlySet<string>): T {
  const goes = ({ annotation: id }: Link): boolean => id !== undefined && ids.has(id);
  if (!annotation.links?.some(goes)) return annotation;
  const links = annotation.links.flatMap((link): Link[] => {
    if (!goes(link)) return [link];
    const { annotation: _, ...rest } = link;
    return rest.actor !== undefined || rest.source !== undefined ? [rest] : [];
  });
  const { links: __, ...rest } = annotation;
  return (links.length > 0 ? { ...annotation, links } : rest) as T;
}
