import type { PlacedAnnotation } from '../../../model/annotation';
import { effectiveCodebook } from '../../../model/codebook';
import type { Json } from '../../../model/json';
import { oneLine } from '../../../model/oneLine';
import { shortened } from '../../../model/shortened';
import { exactText, type ResolvedArticle } from '../../resolvedArticle';
import { escaped, webLink } from './escape';

/** A row of a card: what it says, and the HTML of its values. */
export type Field = readonly [name: string, values: readonly string[]];

/** What is said of an annotation besides what stands in its card's heading.
 * @param cardOf the number of an annotation of this article by its id */
export function fieldsOf(
  annotation: PlacedAnnotation,
  resolved: ResolvedArticle,
  cardOf: (id: string) => number | undefined,
): Field[] {
  const { actor, topic, attribution, summary, source, kind, reference, url, date, note, supersedes = [] } = annotation;
  // What the heading says (see nameOf in card.ts) isn't said again.
  const isNamed = (actor ?? topic) !== undefined;
  const plain = (value: string | undefined): string[] => (value === undefined ? [] : [bdi(value)]);
  const book = effectiveCodebook(resolved.article.codebook);
  const kindName = book.sourceKinds.find(({ id }) => id === kind)?.name ?? kind;
  const decided = supersedes.map((id) => cardLink(id, id, cardOf));
  const all: Field[] = [
    ['Summary', plain(summary)],
    ['Attribution', plain(attribution)],
    ...linkFields(annotation, resolved, cardOf),
    ['Source', source === undefined || !isNamed ? [] : plain(resolved.names.source(source).name)],
    ['Kind', plain(kindName)],
    ['Reference', isNamed || source !== undefined ? plain(reference) : []],
    ['Address', url === undefined ? [] : [webLink(url)]],
    ['Date', plain(date)],
    ...Object.entries(annotation.attributes ?? {}).map(([id, value]): Field => {
      const definition = book.attributes.find((other) => other.id === id);
      const values = value === undefined ? [] : Array.isArray(value) ? (value as readonly Json[]) : [value as Json];
      const named = (one: Json): string =>
        definition?.options?.find((option) => option.id === one)?.name ?? inWords(one);
      return [definition?.name ?? id, values.map((one) => bdi(named(one)))];
    }),
    ['Note', plain(note)],
    ['Decides about', decided],
  ];
  return all.filter(([, values]) => values.length > 0);
}

function inWords(value: Json): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** The links of each role, in the order in which roles are first met. */
function linkFields(
  annotation: PlacedAnnotation,
  resolved: ResolvedArticle,
  cardOf: (id: string) => number | undefined,
): Field[] {
  const roles = new Map<string, string[]>();
  for (const link of annotation.links ?? []) {
    const actor = resolved.actor(link);
    const linked = link.annotation === undefined ? undefined : resolved.annotation(link.annotation);
    const source = resolved.source(link);
    const quotation = linked && `“${shortened(oneLine(exactText(linked)), 60)}”`;
    const words = actor?.name ?? (linked?.type === 'source' || !linked ? source : quotation) ?? '';
    const end = link.annotation === undefined ? bdi(words) : cardLink(link.annotation, words, cardOf);
    const html = end + (actor?.for ? ` for ${bdi(actor.for.name)}` : '');
    const known = roles.get(link.role);
    if (known) known.push(html);
    else roles.set(link.role, [html]);
  }
  const names = effectiveCodebook(resolved.article.codebook).roles;
  return [...roles].map(([role, values]) => [capital(names.find(({ id }) => id === role)?.name ?? role), values]);
}

function cardLink(id: string, words: string, cardOf: (id: string) => number | undefined): string {
  const number = cardOf(id);
  return number === undefined ? bdi(words) : `<a href="#n${number}">${bdi(words)}</a>`;
}

function bdi(text: string): string {
  return `<bdi>${escaped(text)}</bdi>`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
