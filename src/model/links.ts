import type { Annotation, Link } from './annotation';

/** What a link is known by: its role with its actor, or else its annotation, or else its source. */
export function linkKey(link: Link): string {
  if (link.actor !== undefined) return JSON.stringify([link.role, 'actor', link.actor]);
  if (link.annotation !== undefined) return JSON.stringify([link.role, 'annotation', link.annotation]);
  return JSON.stringify([link.role, 'source', link.source]);
}

/** Whether a link says of nothing where it leads. */
export function leadsNowhere({ actor, annotation, source }: Link): boolean {
  return (actor ?? annotation ?? source) === undefined;
}

/** The annotation's links of one role, in their order. */
export function linksOf(annotation: Pick<Annotation, 'links'>, role: string): readonly Link[] {
  return annotation.links?.filter((link) => link.role === role) ?? [];
}

/** The annotation with `link`: in place of the one with the same key, else as the last. */
export function withLink<T extends Pick<Annotation, 'links'>>(annotation: T, link: Link): T {
  const links = annotation.links ?? [];
  const key = linkKey(link);
  const isThere = links.some((other) => linkKey(other) === key);
  return {
    ...annotation,
    links: isThere ? links.map((other) => (linkKey(other) === key ? link : other)) : [...links, link],
  };
}

/** The annotation without the link that has the key of `link`; the same object where there is none. */
export function withoutLink<T extends Pick<Annotation, 'links'>>(annotation: T, link: Link): T {
  const key = linkKey(link);
  const links = annotation.links?.filter((other) => linkKey(other) !== key) ?? [];
  if (links.length === (annotation.links?.length ?? 0)) return annotation;
  const result: { links?: readonly Link[] } = { ...annotation };
  if (links.length > 0) result.links = links;
  else delete result.links;
  return result as T;
}
