import { metadataFields } from '../../../model/article';
import type { Link, PlacedAnnotation } from '../../../model/annotation';
import type { Codebook } from '../../../model/codebook';
import { oneLine } from '../../../model/oneLine';
import { shortened } from '../../../model/shortened';
import { decidersOf } from '../../../model/superseded';
import type { ExportArticle } from '../../format';
import { loseFields, loseOfArticle, UNPLACED } from '../../losing';
import type { Losses } from '../../losses';
import { namesByCodebook, type Names, type Reference } from '../../../model/names';
import { exactText, ResolvedArticle } from '../../resolvedArticle';
import { joinList } from '../../writing/csv';
import { NodeColumns, stanceValue, type Value, type Values } from './columns';

export interface GraphNode {
  readonly id: string;
  /** One line. */
  readonly label: string;
  readonly values: Values;
}

export interface GraphEdge {
  readonly id: string;
  /** Ids of nodes. */
  readonly from: string;
  readonly to: string;
  readonly values: Values;
  /** When it is there. */
  readonly days?: Days;
  /** When it is there, and how much it weighs then: one after the other. Only where all edges have them. */
  readonly spells?: readonly Spell[];
}

/** From a day to another, both included, as "2022-07-05". */
export interface Days {
  readonly start: string;
  readonly end: string;
}

export interface Spell extends Days {
  readonly weight: number;
}

/** A node or an edge; a node comes before the edges that it has, but for edges between items of codebooks. */
export type GraphPart = { readonly node: GraphNode } | { readonly edge: GraphEdge };

type ItemType = 'actor' | 'topic' | 'source';

const heldFields: ReadonlySet<string> = new Set([
  ...['actor', 'topic', 'stance', 'attribution', 'summary', 'source', 'kind', 'reference', 'url', 'date', 'links'],
  ...['attributes', 'note', 'supersedes', 'creator'],
]);
/** Of mentions and passages, which are edges from their article, nothing but where they lead. */
const heldOfCounted: ReadonlySet<string> = new Set(['actor', 'topic']);
/** Of a source annotation that names a source of the codebook, the links are that one's. */
const heldOfNamed: ReadonlySet<string> = new Set(['source', 'links']);
const heldInfo: ReadonlySet<string> = new Set([...metadataFields, 'attributes']);

/** The network of an export: actors, topics and sources of the codebooks once, articles, claims and sources as they are read. Keeps in
 * memory what the codebooks hold and one article. */
export class Network {
  readonly columns: NodeColumns;
  /** Nodes of items by type, id and name: codebooks may give one id to different things. */
  readonly #items = new Map<string, string>();
  readonly #namesOf = namesByCodebook();
  #nodes = 0;
  #edges = 0;

  constructor(
    readonly codebooks: readonly Codebook[],
    readonly losses: Losses,
  ) {
    this.columns = new NodeColumns(codebooks);
  }

  /** What the codebooks hold. */
  *items(): Iterable<GraphPart> {
    for (const codebook of this.codebooks) {
      const names = this.#namesOf(codebook);
      for (const { id } of codebook.actors ?? []) yield* this.#item('actor', names.actor(id));
      for (const { id } of codebook.topics ?? []) yield* this.#item('topic', names.topic(id));
      for (const { id } of codebook.sources ?? []) yield* this.#item('source', names.source(id));
      for (const { id, parent, members = [] } of codebook.actors ?? []) {
        const own = names.actor(id);
        if (parent !== undefined) yield* this.#toItem(own, 'actor', 'part of', names.actor(parent), 'actor');
        for (const member of members) yield* this.#toItem(own, 'actor', 'member', names.actor(member), 'actor');
      }
      for (const { id, parent } of codebook.topics ?? []) {
        if (parent !== undefined)
          yield* this.#toItem(names.topic(id), 'topic', 'part of', names.topic(parent), 'topic');
      }
      for (const { id, origin } of codebook.sources ?? []) {
        if (origin !== undefined)
          yield* this.#toItem(names.source(id), 'source', 'origin', names.actor(origin), 'actor');
      }
    }
  }

  *article(article: ExportArticle): Iterable<GraphPart> {
    const { losses } = this;
    const resolved = new ResolvedArticle(article, this.#namesOf(article.codebook));
    loseOfArticle(article, { info: heldInfo }, losses);
    const { title, attributes, ...info } = article.info;
    const own = this.#node('article', article.path, title ?? article.path, [
      ...textValues(info, ['date', 'url', 'author', 'publisher', 'section', 'language']),
      ...this.columns.values(attributes, losses),
    ]);
    yield { node: own };
    const nodes = new Map<string, string>();
    yield* this.#counted(own, nodes, resolved);
    const superseded = decidersOf(article.annotations);
    for (const annotation of article.annotations) {
      if (annotation.type !== 'claim' && annotation.type !== 'source') continue;
      const { source } = annotation;
      if (annotation.type === 'source' && source !== undefined) {
        loseFields(annotation, heldOfNamed, losses);
        const reference = resolved.names.source(source);
        yield* this.#item('source', reference);
        nodes.set(annotation.id, this.#idOf('source', reference));
        continue;
      }
      loseFields(annotation, heldFields, losses);
      const node = this.#annotation(annotation, resolved, superseded);
      nodes.set(annotation.id, node.id);
      yield { node };
      yield this.#edge(node.id, own.id, 'in');
    }
    for (const annotation of article.annotations) yield* this.#links(annotation, nodes, resolved);
  }

  /** Mentions and passages: how many of an actor or a topic the article has. Links to one lead to its item.
   * @param nodes by annotation; grows */
  *#counted(
    article: GraphNode,
    nodes: Map<string, string>,
    { article: { annotations }, names }: ResolvedArticle,
  ): Iterable<GraphPart> {
    const counts = new Map<string, { readonly role: string; readonly to: string; weight: number }>();
    for (const annotation of annotations) {
      const { id, type, actor, topic, standing } = annotation;
      if (type === 'claim' || type === 'source') continue;
      let item: readonly [ItemType, Reference<object>] | undefined;
      if (type === 'actor' && actor !== undefined) item = ['actor', names.actor(actor)];
      if (type === 'passage' && topic !== undefined) item = ['topic', names.topic(topic)];
      if (!item) {
        this.losses.add('mentions of nobody, passages without a topic, and annotations of other types');
        continue;
      }
      yield* this.#item(...item);
      const to = this.#idOf(...item);
      nodes.set(id, to);
      if (standing !== 'anchored') {
        this.losses.add(UNPLACED);
        continue;
      }
      loseFields(annotation, heldOfCounted, this.losses);
      const count = counts.get(to) ?? { role: type === 'actor' ? 'mentions' : 'is about', to, weight: 0 };
      count.weight += 1;
      counts.set(to, count);
    }
    for (const { role, to, weight } of counts.values()) yield this.#edge(article.id, to, role, [['weight', weight]]);
  }

  #annotation(
    annotation: PlacedAnnotation,
    resolved: ResolvedArticle,
    superseded: ReadonlyMap<string, unknown>,
  ): GraphNode {
    const { id, type, summary, attributes, standing } = annotation;
    const { path } = resolved.article;
    const text = exactText(annotation);
    const label = type === 'source' ? resolved.sourceName(annotation) : (summary ?? text);
    return this.#node(type, id, label, [
      ...textValues(annotation, ['kind', 'url', 'attribution', 'note', 'creator']),
      ...textValues({
        date: resolved.date(annotation),
        description: summary ?? annotation.reference,
        text,
        article: path,
      }),
      ...(standing === 'anchored' ? [] : textValues({ standing })),
      ...(superseded.has(id) ? [['superseded', true] as const] : []),
      ...this.columns.values(attributes, this.losses),
    ]);
  }

  *#links(
    annotation: PlacedAnnotation,
    nodes: ReadonlyMap<string, string>,
    resolved: ResolvedArticle,
  ): Iterable<GraphPart> {
    const own = nodes.get(annotation.id);
    if (own === undefined) return;
    const { names, article } = resolved;
    if (annotation.type === 'claim' && annotation.topic !== undefined) {
      const topic = names.topic(annotation.topic);
      const { stance } = annotation;
      yield* this.#item('topic', topic);
      const value = stance === undefined ? undefined : stanceValue(article.codebook, stance);
      yield this.#edge(own, this.#idOf('topic', topic), 'about', [
        ...textValues({ stance }),
        ...(value === undefined ? [] : [['value', value] as const]),
      ]);
    }
    for (const link of annotation.links ?? []) {
      const principal = link.for === undefined ? undefined : names.actor(link.for).name;
      const end = this.#end(link, nodes, names);
      if (end === undefined) this.losses.add('links that lead to nothing');
      else if (typeof end === 'string') yield this.#edge(own, end, link.role, textValues({ for: principal }));
      else {
        yield* this.#item(...end);
        yield this.#edge(own, this.#idOf(...end), link.role, textValues({ for: principal }));
      }
    }
    for (const id of annotation.supersedes ?? []) {
      const other = nodes.get(id);
      if (other !== undefined) yield this.#edge(own, other, 'supersedes');
    }
  }

  /** The node's id, or the item, that a link leads to. */
  #end(
    { actor, annotation, source }: Link,
    nodes: ReadonlyMap<string, string>,
    names: Names,
  ): string | readonly [ItemType, Reference<object>] | undefined {
    if (actor !== undefined) return ['actor', names.actor(actor)];
    if (annotation !== undefined) return nodes.get(annotation);
    return source === undefined ? undefined : ['source', names.source(source)];
  }

  /** The node of an item, where it hasn't been given yet. */
  *#item(type: ItemType, { id, name, item }: Reference<object>): Iterable<GraphPart> {
    const key = JSON.stringify([type, id, name]);
    if (this.#items.has(key)) return;
    const known = (item ?? {}) as Readonly<Record<string, unknown>>;
    const { aliases, attributes, sameAs } = known as { aliases?: string[]; attributes?: never; sameAs?: string };
    const node = this.#node(type, id, name, [
      ...textValues({ url: sameAs, ...(aliases ? { aliases: joinList(aliases) } : {}) }),
      ...textValues(known, ['kind', 'date', 'url', 'description', 'note', 'color']),
      ...this.columns.values(attributes, this.losses),
    ]);
    this.#items.set(key, node.id);
    yield { node };
  }

  #idOf(type: ItemType, { id, name }: Reference<object>): string {
    return this.#items.get(JSON.stringify([type, id, name])) ?? '';
  }

  *#toItem(
    from: Reference<object>,
    type: ItemType,
    role: string,
    to: Reference<object>,
    toType: ItemType,
  ): Iterable<GraphPart> {
    yield* this.#item(toType, to);
    yield this.#edge(this.#idOf(type, from), this.#idOf(toType, to), role);
  }

  #node(type: string, key: string, label: string, values: Iterable<readonly [string, Value]>): GraphNode {
    const line = shortened(oneLine(label), 200);
    return { id: `n${this.#nodes++}`, label: line, values: new Map([['type', type], ['key', key], ...values]) };
  }

  #edge(from: string, to: string, role: string, values: Iterable<readonly [string, Value]> = []): GraphPart {
    return {
      edge: {
        id: `e${this.#edges++}`,
        from,
        to,
        values: new Map<string, Value>([['role', role], ['weight', 1], ...values]),
      },
    };
  }
}

/** The fields of an object that are texts. */
function textValues(fields: object, names = Object.keys(fields)): (readonly [string, string])[] {
  const known = fields as Readonly<Record<string, unknown>>;
  return names.flatMap((name) => {
    const value = Object.hasOwn(known, name) ? known[name] : undefined;
    return typeof value === 'string' ? [[name, value] as const] : [];
  });
}
