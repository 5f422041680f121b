import type { Link, PlacedAnnotation } from '../../../model/annotation';
import type { Json } from '../../../model/json';
import type { ResolvedArticle } from '../../resolvedArticle';
import { annotationIri, webIri } from './iris';

/** A purpose of the Web Annotation vocabulary, section 3.3.5 of the model. */
type Purpose =
  'assessing' | 'classifying' | 'commenting' | 'describing' | 'highlighting' | 'identifying' | 'linking' | 'tagging';

type Body = Readonly<Record<string, string>>;

const motivations: Readonly<Record<string, Purpose>> = {
  actor: 'identifying',
  claim: 'classifying',
  source: 'linking',
  passage: 'tagging',
};

/** Why an annotation of a type was made, in the vocabulary's words. */
export function motivationOf(type: string): Purpose {
  return (Object.hasOwn(motivations, type) ? motivations[type] : undefined) ?? 'highlighting';
}

/** What an annotation says, as any reader of the standard takes it: names in place of ids, one body each. */
export function bodiesOf(annotation: PlacedAnnotation, resolved: ResolvedArticle): Body[] {
  const { type, actor, topic, stance, summary, source, reference, url, note } = annotation;
  const { names } = resolved;
  const mentioned = actor === undefined ? undefined : names.actor(actor);
  const known = source === undefined ? undefined : names.source(source);
  return [
    text('classifying', type),
    text('identifying', mentioned?.name),
    resource('identifying', webIri(mentioned?.item?.sameAs)),
    text('tagging', topic === undefined ? undefined : names.topic(topic).name),
    text('assessing', stance === undefined ? undefined : names.stance(stance).name),
    text('describing', summary),
    text('identifying', known?.name ?? reference),
    resource('linking', webIri(url ?? known?.item?.url)),
    ...(annotation.links ?? []).flatMap((link) => linkBodies(link, resolved)),
    ...Object.entries(annotation.attributes ?? {}).map(([id, value]) => text('tagging', attribute(id, value))),
    text('commenting', note),
  ].filter((body) => body !== undefined);
}

/** "speaker: Blinken (for United States)", and the annotation that a link leads to. */
function linkBodies(link: Link, resolved: ResolvedArticle): (Body | undefined)[] {
  const { role, annotation } = link;
  const actor = resolved.actor(link);
  const name = actor ? actor.name + (actor.for ? ` (for ${actor.for.name})` : '') : resolved.source(link);
  const to = annotation === undefined ? undefined : annotationIri(resolved.article.path, annotation);
  return [text('tagging', `${role}: ${name}`), resource('linking', to)];
}

function attribute(id: string, value: Json | undefined): string | undefined {
  if (value === undefined) return undefined;
  return `${id}: ${typeof value === 'string' ? value : JSON.stringify(value)}`;
}

function text(purpose: Purpose, value: string | undefined): Body | undefined {
  return value === undefined || value === '' ? undefined : { type: 'TextualBody', purpose, value };
}

function resource(purpose: Purpose, source: string | undefined): Body | undefined {
  return source === undefined ? undefined : { type: 'SpecificResource', purpose, source };
}
