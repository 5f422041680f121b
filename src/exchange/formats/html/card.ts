import type { PlacedAnnotation } from '../../../model/annotation';
import { oneLine } from '../../../model/oneLine';
import { shortened } from '../../../model/shortened';
import { exactText, type ResolvedArticle } from '../../resolvedArticle';
import { attributes, escaped } from './escape';
import { fieldsOf } from './fields';
import { typeClass } from './marks';

/** Further than anybody reads beside the text, where it stands in full. */
const LONGEST_QUOTATION = 280;

/** Where an annotation stands on the page. */
export interface Place {
  /** The annotation's number on the page; its card has the id `n` and this. */
  readonly number: number;
  /** The number in the id of the piece of text where it begins; undefined where it isn't in the text for sure. */
  readonly piece: number | undefined;
  /** The number of another of this article's annotations, by its id. */
  readonly cardOf: (id: string) => number | undefined;
}

const typeNames: Readonly<Record<string, string>> = {
  ...{ actor: 'Actor', claim: 'Claim', source: 'Source', passage: 'Passage' },
};
const standings = {
  anchored: '',
  uncertain: '<p class="standing">Its place in this text isn’t sure.</p>',
  orphaned: '<p class="standing">Its text is gone from this article.</p>',
};

/** An annotation's entry in the list beside the text, which is what a hover shows too. Its `data-` attributes are what the page's filters go by. */
export function card(annotation: PlacedAnnotation, resolved: ResolvedArticle, place: Place): string {
  const { type, standing, form, creator, created, modified } = annotation;
  const topic = annotation.topic === undefined ? undefined : resolved.names.topic(annotation.topic).name;
  const stance = annotation.stance === undefined ? undefined : resolved.names.stance(annotation.stance);
  const data = attributes({
    ...{ class: `card ${typeClass(type)}`, id: `n${place.number}`, 'data-type': typeClass(type) },
    ...{ 'data-actors': actorNames(annotation, resolved).join('\n') || undefined, 'data-topic': topic },
    'data-stance': stance?.name,
  });
  const kind = `<span class="kind ${typeClass(type)}">${escaped(typeNames[typeClass(type)] ?? type)}</span>`;
  const name = nameOf(annotation, resolved);
  const heading = name === undefined ? '' : ` <strong dir="auto">${escaped(name)}</strong>`;
  const badge = stance === undefined ? '' : ` ${stanceBadge(stance.name, stance.item?.value)}`;
  const fields = fieldsOf(annotation, resolved, place.cardOf)
    .map(([field, values]) => `<dt>${escaped(field)}</dt>${values.map((value) => `<dd>${value}</dd>`).join('')}`)
    .join('');
  const made = [
    ...(form === undefined ? [] : [escaped(form)]),
    ...(creator === undefined ? [] : [`<bdi>${escaped(creator)}</bdi>`]),
    ...(created === undefined ? [] : [time(created)]),
    ...(modified === undefined ? [] : [`changed ${time(modified)}`]),
  ].join(' · ');
  return (
    `<li${data}><p class="head">${kind}${heading}${badge}</p>${quotation(annotation, place)}${standings[standing]}` +
    `${fields === '' ? '' : `<dl>${fields}</dl>`}${made === '' ? '' : `<p class="made">${made}</p>`}</li>\n`
  );
}

function nameOf(annotation: PlacedAnnotation, { names }: ResolvedArticle): string | undefined {
  const { actor, topic, source, reference } = annotation;
  if (actor !== undefined) return names.actor(actor).name;
  if (topic !== undefined) return names.topic(topic).name;
  return source === undefined ? reference : names.source(source).name;
}

/** The text, as a link to it where it stands. */
function quotation(annotation: PlacedAnnotation, { piece }: Place): string {
  const exact = exactText(annotation);
  if (piece === undefined) return `<blockquote dir="auto">${escaped(exact)}</blockquote>`;
  const short = escaped(shortened(oneLine(exact), LONGEST_QUOTATION));
  return `<blockquote dir="auto"><a href="#t${piece}">${short}</a></blockquote>`;
}

function stanceBadge(name: string, value: number | undefined): string {
  const sign = value === undefined ? '◆' : value > 0 ? '▲' : value < 0 ? '▼' : '●';
  const way = value === undefined || value === 0 ? 'even' : value > 0 ? 'for' : 'against';
  return `<span class="stance ${way}"><span aria-hidden="true">${sign}</span> ${escaped(name)}</span>`;
}

/** Everybody that an annotation names, once. */
function actorNames(annotation: PlacedAnnotation, resolved: ResolvedArticle): string[] {
  const roles = [...new Set((annotation.links ?? []).map(({ role }) => role))];
  const linked = roles.flatMap((role) => resolved.actors(annotation, role));
  const own = annotation.actor === undefined ? [] : [resolved.names.actor(annotation.actor).name];
  return [...new Set([...own, ...linked.flatMap((actor) => [actor.name, ...(actor.for ? [actor.for.name] : [])])])];
}

/** The day, with the whole time for machines. */
function time(text: string): string {
  return `<time datetime="${escaped(text)}">${escaped(text.slice(0, 'YYYY-MM-DD'.length))}</time>`;
}
