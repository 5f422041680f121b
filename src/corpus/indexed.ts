import { valueOf, type Annotation, type Link } from '../model/annotation';
import type { ArticleInfo, Coding } from '../model/article';
import { contains, type Range } from '../model/range';
import type { ArticlePlace } from './order';

/** What the index keeps of an annotation; `start` and `end` are its first range's, in UTF-16 code units. */
export interface IndexedAnnotation extends Range {
  readonly id: string;
  readonly type: string;
  readonly actor?: string;
  readonly form?: string;
  readonly topic?: string;
  readonly stance?: string;
  readonly attribution?: string;
  readonly source?: string;
  readonly kind?: string;
  readonly date?: string;
  /** The attribute of that name, where it is a text. */
  readonly verdict?: string;
  readonly links?: readonly Link[];
  readonly supersedes?: readonly string[];
  readonly creator?: string;
  /** sha256 of the text that its range refers to, where that isn't the article's. */
  readonly text?: string;
}

/** What the index keeps of what is known of an article; of one that is open, `sha256` isn't known at once. */
export type IndexedInfo = Omit<ArticleInfo, 'file' | 'sha256' | 'excluded'> & Partial<Pick<ArticleInfo, 'sha256'>>;

export interface CorpusArticle extends ArticlePlace {
  /** As text. */
  readonly uri: string;
  readonly info: IndexedInfo;
  readonly coding?: readonly Coding[];
  /** Boilerplate: what lies in it counts in no figure. */
  readonly excluded?: readonly Range[];
}

export interface IndexedArticle extends ArticlePlace {
  readonly uri: string;
  readonly info: IndexedInfo;
  readonly coding: readonly Coding[];
  /** How many annotations there are of each type, by {@link counted}. */
  readonly counts: ReadonlyMap<string, number>;
}

/** What the index keeps of an annotation that stands at `place`. */
export function indexedAnnotation(annotation: Omit<Annotation, 'target'>, place: Range | undefined): IndexedAnnotation {
  const { start, end } = place ?? { start: 0, end: 0 };
  const { id, type, actor, form, topic, stance, attribution, source, kind, date, creator, text } = annotation;
  const { links, supersedes, attributes } = annotation;
  const verdict = valueOf(attributes, 'verdict');
  return {
    ...{ id, type, start, end },
    ...known({ actor, form, topic, stance, attribution, source, kind, date, creator, text, links, supersedes }),
    ...(typeof verdict === 'string' ? { verdict } : {}),
  };
}

/** Gives the annotations of one article by their ids. */
export type Linked = (id: string) => IndexedAnnotation | undefined;

/** The actor that a link leads to: its own, else that of the mention. */
export function actorOf({ actor, annotation }: Link, linked: Linked): string | undefined {
  return actor ?? (annotation === undefined ? undefined : linked(annotation)?.actor);
}

/** The source that a link leads to: its own, else that of the place. */
export function sourceOf({ source, annotation }: Link, linked: Linked): string | undefined {
  return source ?? (annotation === undefined ? undefined : linked(annotation)?.source);
}

/** Whether a link leads to one of the actors, or is on behalf of one. */
export function speaksOf(link: Link, actors: ReadonlySet<string>, linked: Linked): boolean {
  const actor = actorOf(link, linked);
  return (actor !== undefined && actors.has(actor)) || (link.for !== undefined && actors.has(link.for));
}

/** The annotations that count in figures: not those in excluded ranges, nor those that another one supersedes. */
export function counted(
  annotations: readonly IndexedAnnotation[],
  excluded: readonly Range[],
): readonly IndexedAnnotation[] {
  const superseded = new Set(
    annotations.flatMap(({ id, supersedes = [] }) => supersedes.filter((other) => other !== id)),
  );
  return annotations.filter(
    (annotation) => !superseded.has(annotation.id) && !excluded.some((range) => contains(range, annotation)),
  );
}

function known<T extends object>(fields: T): { readonly [K in keyof T]?: Exclude<T[K], undefined> } {
  const there = Object.entries(fields).filter(([, value]) => value !== undefined);
  return Object.fromEntries(there) as { readonly [K in keyof T]?: Exclude<T[K], undefined> };
}
