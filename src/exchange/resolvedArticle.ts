import type { Link, PlacedAnnotation, PlacedTarget } from '../model/annotation';
import type { Actor } from '../model/codebook';
import { LineIndex } from '../model/lines';
import type { ExportArticle } from './format';
import type { Names, Reference } from '../model/names';

/** An actor at the other end of a link, and the one on whose behalf. */
export interface LinkedActor extends Reference<Actor> {
  readonly for: Reference<Actor> | undefined;
}

/** Roles of a claim's links that tell its sources. */
export const sourceRoles: readonly string[] = ['source', 'evidence', 'counterevidence'];

/** An article with what its ids and links stand for. */
export class ResolvedArticle {
  readonly #byId: ReadonlyMap<string, PlacedAnnotation>;
  readonly #lines: LineIndex;

  constructor(
    readonly article: ExportArticle,
    readonly names: Names,
  ) {
    this.#byId = new Map(article.annotations.map((annotation) => [annotation.id, annotation]));
    this.#lines = new LineIndex(article.text);
  }

  /** The article's annotation of an id. */
  annotation(id: string): PlacedAnnotation | undefined {
    return this.#byId.get(id);
  }

  /** The line (from 1) in which a range starts; undefined unless it is anchored, for else its offsets belong to an earlier
   * text. */
  line(target: PlacedTarget | undefined): number | undefined {
    return target?.standing === 'anchored' ? this.#lines.lineAt(target.start) + 1 : undefined;
  }

  /** The sha256 of the earlier text that a range's offsets belong to; undefined where it is anchored, for then they belong to
   * the article's text. */
  earlierText(annotation: PlacedAnnotation, target: PlacedTarget): string | undefined {
    return target.standing === 'anchored' ? undefined : (annotation.text ?? this.article.info.sha256);
  }

  /** The annotation's own date, else its article's. */
  date(annotation: PlacedAnnotation): string | undefined {
    return annotation.date ?? this.article.info.date;
  }

  /** The actors that the links of a role lead to, each once (and once for each `for`), in the order of the links. A link with
   * a mention alone leads to the mention's actor; one that leads to no actor is passed over. */
  actors(annotation: PlacedAnnotation, role: string): LinkedActor[] {
    const found: LinkedActor[] = [];
    for (const link of annotation.links ?? []) {
      const actor = link.role === role ? this.actor(link) : undefined;
      if (!actor) continue;
      if (!found.some((other) => other.id === actor.id && other.for?.id === actor.for?.id)) found.push(actor);
    }
    return found;
  }

  /** The actor that a link leads to, itself or by a mention. */
  actor(link: Link): LinkedActor | undefined {
    const known = this.#actorId(link);
    if (known === undefined) return undefined;
    const { id, name, item } = this.names.actor(known);
    // Field by field: spreading takes far longer, and this is done for each link.
    return { id, name, item, for: link.for === undefined ? undefined : this.names.actor(link.for) };
  }

  #actorId({ actor, annotation }: Link): string | undefined {
    return actor ?? (annotation === undefined ? undefined : this.#byId.get(annotation)?.actor);
  }

  /** What the links of these roles lead to, each once, in the order of the links; see {@link source}. */
  sources(annotation: PlacedAnnotation, roles: readonly string[]): string[] {
    if (!annotation.links) return [];
    const found = annotation.links.filter((link) => roles.includes(link.role)).map((link) => this.source(link));
    return [...new Set(found)];
  }

  /** What a link leads to, in words: the name of the codebook's source, else of a source annotation its codebook source's name, its
   * reference, or its text; of what isn't found, the id. */
  source({ source, annotation, actor }: Link): string {
    if (source !== undefined) return this.names.source(source).name;
    if (annotation === undefined) return actor === undefined ? '' : this.names.actor(actor).name;
    const linked = this.#byId.get(annotation);
    return linked ? this.sourceName(linked) : annotation;
  }

  /** A source annotation in words. */
  sourceName(annotation: PlacedAnnotation): string {
    if (annotation.source !== undefined) return this.names.source(annotation.source).name;
    return annotation.reference || exactText(annotation) || annotation.id;
  }
}

/** The texts of the ranges, joined by " … ". */
export function exactText(annotation: PlacedAnnotation): string {
  return annotation.target.map((target) => target.exact).join(' … ');
}
