import type { Link, PlacedAnnotation } from '../../model/annotation';
import type { ExportArticle } from '../format';
import { loseFields, UNPLACED } from '../losing';
import type { Losses } from '../losses';
import type { Names } from '../../model/names';
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
    const known: Link[] = [];
    for (const link of annotation.links ?? []) {
      if (link.annotation !== undefined && ids.has(link.annotation)) relations.push(relation(annotation.id, link));
      else if ((link.actor ?? link.source) !== undefined) known.push(link);
      else losses.add('links to annotations that aren’t there');
    }
    const { id, type, target: ranges } = annotation;
    spans.push({ id, isOurs: true, type, ranges, features: features(annotation, known, names) });
  }
  const { path, text } = article;
  return { key: path, path, text, spans, relations };
}

function features(annotation: PlacedAnnotation, links: readonly Link[], names: Names): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const name of textFields) {
    const value = annotation[name];
    if (value === undefined) continue;
    if (name === 'actor' || name === 'topic' || name === 'source') {
      const { id, item, name: itemName } = names[name](value);
      found.set(name, id);
      if (item) found.set(nameFeatures[name], itemName);
    } else {
      found.set(name, value);
    }
  }
  if (links.length > 0) {
    for (const role of new Set(links.map((link) => link.role))) {
      found.set(roleFeature(role), linksFeature(links.filter((link) => link.role === role)));
    }
  }
  if (annotation.attributes) {
    for (const [name, value] of attributeFeatures(annotation.attributes)) found.set(name, value);
  }
  return found;
}

/** A link to another annotation; what else it says (an actor, a source, on whose behalf) are its features. */
function relation(from: string, { role, annotation: to = '', actor, source, for: principal }: Link): Relation {
  const found = new Map<string, string>();
  if (actor !== undefined) found.set('actor', actor);
  if (source !== undefined) found.set('source', source);
  if (principal !== undefined) found.set('for', principal);
  return { type: role, from, to, features: found };
}
