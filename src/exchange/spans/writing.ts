import type { Link, PlacedAnnotation } from '../../model/annotation';
import type { ExportArticle } from '../format';
import { loseFields, UNPLACED } from '../losing';
import type { Losses } from '../losses';
import type { Names } from '../names';
import { attributeFeatures, linksFeature, nameFeatures, roleFeature, textFields } from './features';
import type { Relation, Span, SpanDocument } from './spanDocument';

const held: ReadonlySet<string> = new Set([...textFields, 'links', 'attributes']);

/** An article as annotation tools know it. What isn't anchored has no place in its text: it is left out, and counted. Names of
 * what annotations refer to go with them; ids are the survivors' where items were merged. */
export function spanDocument(article: ExportArticle, names: Names, losses: Losses): SpanDocument {
  const placed = article.annotations.filter(({ standing }) => standing === 'anchored');
  losses.add(UNPLACED, article.annotations.length - placed.length);
  const ids = new Set(placed.map(({ id }) => id));
  const spans: Span[] = [];
  const relations: Relation[] = [];
  for (const annotation of placed) {
    loseFields(annotation, held, losses);
    const links = annotation.links ?? [];
    const toSpans = links.filter(({ annotation: to }) => to !== undefined && ids.has(to));
    const others = links.filter((link) => !toSpans.includes(link));
    const known = others.filter(({ actor, source }) => (actor ?? source) !== undefined);
    losses.add('links to annotations that aren’t there', others.length - known.length);
    relations.push(...toSpans.map((link) => relation(annotation.id, link)));
    spans.push({
      ...{ id: annotation.id, isOurs: true, type: annotation.type, ranges: annotation.target },
      features: features(annotation, known, names),
    });
  }
  const { path, text } = article;
  return { key: path, path, text, spans, relations };
}

function features(annotation: PlacedAnnotation, links: readonly Link[], names: Names): ReadonlyMap<string, string> {
  const { actor, topic, source } = annotation;
  const referred = {
    actor: actor === undefined ? undefined : names.actor(actor),
    topic: topic === undefined ? undefined : names.topic(topic),
    source: source === undefined ? undefined : names.source(source),
  };
  const found = new Map<string, string>();
  for (const name of textFields) {
    const value = annotation[name];
    if (value === undefined) continue;
    const item = Object.hasOwn(referred, name) ? referred[name as keyof typeof referred] : undefined;
    found.set(name, item?.id ?? value);
    if (item?.item) found.set(nameFeatures[name as keyof typeof nameFeatures], item.name);
  }
  for (const role of new Set(links.map((link) => link.role))) {
    found.set(roleFeature(role), linksFeature(links.filter((link) => link.role === role)));
  }
  for (const [name, value] of attributeFeatures(annotation.attributes)) found.set(name, value);
  return found;
}

/** A link to another annotation; what else it says (an actor, a source, on whose behalf) are its features. */
function relation(from: string, { role, annotation: to = '', actor, source, for: principal }: Link): Relation {
  const named = { actor, source, for: principal };
  const entries = Object.entries(named).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return { type: role, from, to, features: new Map(entries) };
}
