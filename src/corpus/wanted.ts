import { sourceOf, speaksOf, type IndexedAnnotation, type Linked } from './indexed';

/** Which annotations are looked for: those that fit every field that is given. Ids are those of the annotations: a caller
 * who means a merged item asks with its former ids too. A link to a mention or a place alone leads to what that is of. */
export interface Wanted {
  readonly type?: string;
  /** Mentions of one of these. */
  readonly actors?: ReadonlySet<string>;
  readonly topics?: ReadonlySet<string>;
  /** '' means none. */
  readonly stances?: ReadonlySet<string>;
  /** The annotation's own, or one that a link (of any role) leads to. */
  readonly sources?: ReadonlySet<string>;
  /** Who speaks, or on whose behalf. */
  readonly speakers?: ReadonlySet<string>;
  readonly holders?: ReadonlySet<string>;
  readonly addressees?: ReadonlySet<string>;
}

/** The roles of links that {@link Wanted} asks for. */
const roles = [
  ['speaker', 'speakers'],
  ['holder', 'holders'],
  ['addressee', 'addressees'],
] as const;

/** Whether an annotation fits every field that is given. */
export function fits(annotation: IndexedAnnotation, wanted: Wanted, linked: Linked): boolean {
  const { type, actors, topics, stances, sources } = wanted;
  const { links = [] } = annotation;
  if (type !== undefined && annotation.type !== type) return false;
  if (actors && !(annotation.type === 'actor' && isIn(actors, annotation.actor))) return false;
  if (topics && !isIn(topics, annotation.topic)) return false;
  if (stances && !stances.has(annotation.stance ?? '')) return false;
  if (sources && !isIn(sources, annotation.source) && !links.some((link) => isIn(sources, sourceOf(link, linked)))) {
    return false;
  }
  return roles.every(([role, field]) => {
    const ids = wanted[field];
    return !ids || links.some((link) => link.role === role && speaksOf(link, ids, linked));
  });
}

function isIn(ids: ReadonlySet<string>, id: string | undefined): boolean {
  return id !== undefined && ids.has(id);
}
