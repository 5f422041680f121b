import * as vscode from 'vscode';
import type { ReferredItem } from '../../model/codebook';
import type { Referent } from '../../model/references';
import type { ChosenItem } from '../codebook/itemQuestions';
import type { Marked } from '../codebook/annotationList';
import { listOf } from '../language/subjects';
import type { Parts } from '../parts';
import { UserError } from '../userError';
import type { Element } from './lazyTree';
import { viewNames } from './names';
import type { Doors } from './registering';
import type { AnnotationOf, ItemOf, Row } from './row';
import { rowsReached } from './rowsReached';

/** The rows that a command is about: those that are selected where the one that was clicked is among them, that one first;
 * else that one; by a key as {@link rowsReached} says of its view. */
export async function elementsMeant(
  doors: Doors,
  [first, selected]: readonly unknown[],
): Promise<readonly Element<Row>[]> {
  if (isElement(first)) {
    const all = Array.isArray(selected) ? selected.filter(isElement) : [];
    return all.includes(first) ? [first, ...all.filter((other) => other !== first)] : [first];
  }
  const { view } = (first ?? {}) as { readonly view?: unknown };
  const name = viewNames.find((known) => known === view);
  return name ? rowsReached(doors[name].view) : [];
}

function isElement(value: unknown): value is Element<Row> {
  return typeof value === 'object' && value !== null && 'row' in value;
}

/** The thing of the codebook that a row stands for, or is below. */
export function itemAbove(element: Element<Row> | undefined): ItemOf | undefined {
  for (let at = element; at; at = at.parent) if (at.row.item) return at.row.item;
  return undefined;
}

/** The item as it is now. Throws a {@link UserError} where the codebook doesn't know it. */
export function chosenItem({ codebooks }: Parts, { kind, book, id }: ItemOf): ChosenItem {
  const codebook = codebooks.at(book);
  const items: readonly ReferredItem[] = codebook.lists[listOf[kind]];
  const item = items.find((other) => other.id === id);
  if (!item) throw new UserError(vscode.l10n.t('The codebook doesn’t know “{0}”.', id));
  return { codebook, referent: kind, item };
}

/** What an annotation of a type is of: a mention of an actor, a place of a source, any other of a topic. */
export function referentOf(type: string | undefined): Referent {
  return type === 'actor' || type === 'source' ? type : 'topic';
}

/** Annotations with their articles opened; undefined where the person cancelled. What isn't there any more is left out. */
export async function opened(parts: Parts, which: readonly AnnotationOf[]): Promise<readonly Marked[] | undefined> {
  const { openArticles } = await parts.codebook.get();
  const uris = [...new Set(which.map(({ article }) => article))].map((uri) => vscode.Uri.parse(uri, true));
  const articles = await openArticles(parts, uris);
  const byKey = new Map(articles?.map((article) => [article.key, article]));
  return (
    articles &&
    which.flatMap(({ article: key, id }) => {
      const article = byKey.get(key);
      const entry = article?.entry(id);
      return article && entry ? [{ article, entry }] : [];
    })
  );
}
