import * as vscode from 'vscode';
import type { Annotation, PlacedAnnotation, Standing } from '../../model/annotation';
import { sidecarName } from '../../model/article';
import { readSidecar } from '../../sidecar/read';
import { readIfThere } from '../files';
import type { Parts } from '../parts';
import { placesOf } from '../places';
import { inContext, type InContext } from '../views/inContext';

/** An annotation with all that it says, and the words around it. */
export interface FullAnnotation {
  readonly annotation: PlacedAnnotation;
  readonly words: InContext;
}

/** Gives the annotations of one article by their ids. */
export type Lookup = (id: string) => FullAnnotation | undefined;

interface Kept {
  readonly state: object | undefined;
  readonly annotations: ReadonlyMap<string, PlacedAnnotation>;
}

/** So many code units before the marked words that these are seen in a narrow view, deep in a tree. */
const BEFORE = 12;
/** Articles of which the annotations are kept. */
const MOST_KEPT = 500;
/** Files that are read at the same time. */
const AT_ONCE = 32;

/** What annotations say that the index doesn't keep: their words, summaries and notes. Read when a row needs it, of an open
 * article from its store, of any other from its sidecar. */
export class FullAnnotations {
  /** By article (uri as text), the one that was asked for last at the end. */
  private readonly kept = new Map<string, Kept>();

  constructor(private readonly parts: Pick<Parts, 'articles' | 'corpus'>) {}

  async in(uri: string): Promise<Lookup> {
    const open = [...this.parts.articles.all()].find(({ key }) => key === uri);
    await open?.ready();
    if (open?.annotated && (!open.problem || open.problem.readOnly)) {
      return (id) => {
        const annotation = open.annotation(id);
        const place = annotation && placesOf(open, annotation)[0];
        if (!annotation) return undefined;
        const isThere = place && annotation.standing === 'anchored';
        return { annotation, words: isThere ? inContext(open.text, place, BEFORE) : quotedWords(annotation) };
      };
    }
    const annotations = await this.stored(uri);
    return (id) => {
      const annotation = annotations.get(id);
      return annotation && { annotation, words: quotedWords(annotation) };
    };
  }

  /** Of several articles, each read once. */
  async inAll(uris: Iterable<string>): Promise<(uri: string, id: string) => FullAnnotation | undefined> {
    const lookups = new Map<string, Lookup>();
    const wanted = [...new Set(uris)];
    for (let at = 0; at < wanted.length; at += AT_ONCE) {
      const some = wanted.slice(at, at + AT_ONCE);
      for (const [index, lookup] of (await Promise.all(some.map((uri) => this.in(uri)))).entries())
        lookups.set(some[index] ?? '', lookup);
    }
    return (uri, id) => lookups.get(uri)?.(id);
  }

  private async stored(uri: string): Promise<ReadonlyMap<string, PlacedAnnotation>> {
    const state = this.parts.corpus.shown().rowsOf(uri);
    const known = this.kept.get(uri);
    this.kept.delete(uri);
    const kept = known && known.state === state ? known : { state, annotations: await fromSidecar(uri) };
    this.kept.set(uri, kept);
    const [oldest] = this.kept.keys();
    if (oldest !== undefined && this.kept.size > MOST_KEPT) this.kept.delete(oldest);
    return kept.annotations;
  }
}

async function fromSidecar(uri: string): Promise<ReadonlyMap<string, PlacedAnnotation>> {
  const article = vscode.Uri.parse(uri, true);
  const bytes = await readIfThere(article.with({ path: sidecarName(article.path) })).catch(() => undefined);
  const result = bytes && readSidecar(bytes);
  return new Map(result?.ok ? result.value.annotations.map((annotation) => [annotation.id, asStored(annotation)]) : []);
}

/** A stored annotation as far as can be told without its article: one that has another text than that was in doubt or gone. */
function asStored(annotation: Annotation): PlacedAnnotation {
  const standing = storedStanding(annotation.text, annotation.orphaned);
  return { ...annotation, standing, target: annotation.target.map((target) => ({ ...target, standing })) };
}

/** How an annotation stood when its sidecar was written; `text` is the one that it refers to, where that isn't the article's. */
export function storedStanding(text: string | undefined, orphaned = false): Standing {
  if (orphaned) return 'orphaned';
  return text === undefined ? 'anchored' : 'uncertain';
}

/** The first range with its context, as it was last seen. */
function quotedWords({ target }: PlacedAnnotation): InContext {
  const { prefix = '', exact = '', suffix = '' } = target[0] ?? {};
  const place = { start: prefix.length, end: prefix.length + exact.length };
  return inContext(prefix + exact + suffix, place, BEFORE);
}
