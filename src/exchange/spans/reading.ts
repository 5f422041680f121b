import type { Annotation, Link } from '../../model/annotation';
import type { Actor, Codebook, CodebookSource, Topic } from '../../model/codebook';
import type { Json } from '../../model/json';
import { oneLine } from '../../model/oneLine';
import { shortened } from '../../model/shortened';
import type { Imported, ImportedAnnotation, ImportedArticle, ImportedRange } from '../imported';
import {
  attributeValue,
  featureAttribute,
  featureLinks,
  featureRole,
  featureValue,
  nameFeatures,
  textFields,
} from './features';
import { labelMeaning } from './foreignLabels';
import type { Relation, Span, SpanDocument } from './spanDocument';

/** Documents of annotation tools as ours. Labels that are none of our types become actors or coded passages (see foreignLabels.ts);
 * features that are none of ours become attributes; relations become links of a role of their name. */
export function importedSpans(documents: Iterable<SpanDocument>): Imported {
  const items = new Items();
  const articles = [...documents].map((document) => importedDocument(document, items));
  return { codebook: items.codebook(), articles };
}

/** The same for one document; what it refers to is gathered in `items`. */
function importedDocument(document: SpanDocument, items: Items): ImportedArticle {
  const { key, path, text, info, spans, relations } = document;
  const from = new Map<string, Relation[]>();
  for (const relation of relations) {
    const known = from.get(relation.from);
    if (known) known.push(relation);
    else from.set(relation.from, [relation]);
  }
  const annotations = spans.map((span) => importedSpan(span, from.get(span.id) ?? [], text, items));
  return { key, path, text, ...(info ? { info } : {}), annotations };
}

function importedSpan(span: Span, relations: readonly Relation[], text: string, items: Items): ImportedAnnotation {
  const { id, isOurs, ranges, exact, features } = span;
  const target = ranges.map(({ start, end }, n): ImportedRange => {
    const quotation = exact?.[n];
    return { start, end, ...(quotation === undefined ? {} : { exact: quotation }) };
  });
  const fields: Record<string, string> = {};
  const attributes: [string, Json][] = [];
  const links: Link[] = relations.map(linkOf);
  for (const [name, value] of features) {
    const role = featureRole(name);
    const attribute = featureAttribute(name);
    if ((textFields as readonly string[]).includes(name)) fields[name] = value;
    else if ((Object.values(nameFeatures) as readonly string[]).includes(name)) continue;
    else if (attribute !== undefined) attributes.push([attribute, attributeValue(attribute, value)]);
    else if (role !== undefined) links.push(...featureLinks(role, value));
    else attributes.push([name, featureValue(value)]);
  }
  const meaning = labelMeaning(span.type);
  // A type that we don't know stays one where the span is ours.
  const type = isOurs === true ? span.type : meaning.type;
  if (isOurs !== true && 'topic' in meaning) fields['topic'] ??= items.keep('topics', meaning.topic, meaning.topic);
  if (isOurs !== true && type === 'actor' && fields['actor'] === undefined) {
    const said = exact?.join(' ') ?? ranges.map(({ start, end }) => text.slice(start, end)).join(' ');
    const name = shortened(oneLine(said), 200);
    if (name !== '') fields['actor'] = items.keep('actors', name, name, 'kind' in meaning ? meaning.kind : undefined);
  }
  for (const [field, name] of Object.entries(nameFeatures)) {
    const item = fields[field];
    const kind = field === 'actor' && isOurs !== true && 'kind' in meaning ? meaning.kind : undefined;
    if (item !== undefined)
      items.keep(`${field as keyof typeof nameFeatures}s`, item, features.get(name) ?? item, kind);
  }
  return {
    ...{ id, ...(isOurs === true ? { isOurs } : {}), type, target },
    ...(fields as Partial<Annotation>),
    ...(links.length > 0 ? { links } : {}),
    ...(attributes.length > 0 ? { attributes: Object.fromEntries(attributes) } : {}),
  } as ImportedAnnotation;
}

function linkOf({ type, to, features }: Relation): Link {
  const named = ['actor', 'source', 'for'].flatMap((name): [string, string][] => {
    const value = features.get(name);
    return value === undefined ? [] : [[name, value]];
  });
  return { role: type, annotation: to, ...Object.fromEntries(named) };
}

/** What annotations refer to, once each. */
export class Items {
  readonly #lists = {
    actors: new Map<string, Actor>(),
    topics: new Map<string, Topic>(),
    sources: new Map<string, CodebookSource>(),
  };

  /** The item's id; a name better than the id that it was first met with wins. */
  keep(list: 'actors' | 'topics' | 'sources', id: string, name: string, kind?: string): string {
    const items: Map<string, { id: string; name: string; kind?: string }> = this.#lists[list];
    const known = items.get(id);
    if (!known || (known.name === id && name !== id))
      items.set(id, { ...known, id, name, ...(kind === undefined ? {} : { kind }) });
    return id;
  }

  codebook(): Codebook {
    const { actors, topics, sources } = this.#lists;
    return {
      format: 'policy-codebook',
      version: 1,
      ...(actors.size > 0 ? { actors: [...actors.values()] } : {}),
      ...(topics.size > 0 ? { topics: [...topics.values()] } : {}),
      ...(sources.size > 0 ? { sources: [...sources.values()] } : {}),
    };
  }
}
