import * as vscode from 'vscode';
import type { Actor, ReferredItem } from '../../model/codebook';
import { foldedName } from '../../model/lookup';
import { refersTo, withReferent } from '../../model/references';
import type { Link, PlacedAnnotation } from '../../model/annotation';
import type { Arguments } from '../commands/arguments';
import { newItemId } from '../commands/names';
import { bareName } from '../commands/tagActor';
import { now } from '../commands/tagging';
import { withValues } from '../commands/withValues';
import type { Parts } from '../parts';
import type { Article } from '../store/article';
import type { CodebookFile } from '../store/codebookFile';
import type { Fields } from '../store/step';
import { StepDraft } from '../store/stepDraft';
import { UserError } from '../userError';
import { quotation } from '../wording';
import { annotationsGiven } from './annotationList';
import { assertShown } from './assertShown';
import { codebookMeant } from './codebookMeant';
import { idsOf, type ItemKind } from './itemKinds';
import { askItem } from './itemPicker';
import { articlesReferring } from './referring';
import { askSplit } from './splitPicker';

/** What of an item becomes another one's. */
export interface Split {
  readonly item: ReferredItem;
  /** Of the new item. */
  readonly name: string;
  /** What mentions say whose actor the new one is, and aliases that go along; compared as names are. */
  readonly names: readonly string[];
  readonly isChosen: (article: Article, annotation: PlacedAnnotation) => boolean;
}

/** Makes a new item of the codebook of some annotations of another; gives its id, undefined where the person gave it up. */
export async function splitItem(
  parts: Parts,
  args: Arguments | undefined,
  kind: ItemKind,
): Promise<string | undefined> {
  const codebook = await codebookMeant(parts, args);
  if (args) return splitAs(parts, codebook, kind, await given(parts, args, codebook, kind));
  const item = await askItem(parts, codebook, kind, { title: kind.words.split });
  return item ? splitByAsking(parts, codebook, kind, item) : undefined;
}

/** Splits an item that is chosen already: asks what goes to the new one, and its name. */
export async function splitByAsking(
  parts: Parts,
  codebook: CodebookFile,
  kind: ItemKind,
  item: ReferredItem,
): Promise<string | undefined> {
  return splitAs(parts, codebook, kind, await askSplit(parts, codebook, kind, item));
}

async function splitAs(
  parts: Parts,
  codebook: CodebookFile,
  kind: ItemKind,
  split: Split | undefined,
): Promise<string | undefined> {
  if (!split) return undefined;
  const ids = idsOf(split.item);
  const articles = await articlesReferring(parts, codebook, kind.referent, ids);
  if (!articles) return undefined;
  const draft = new StepDraft();
  const id = makeItem(draft, codebook, kind, split);
  for (const article of articles) moveAnnotations(draft, article, kind, split, id);
  const step = draft.bulkStep(vscode.l10n.t('Split {0} from {1}', split.name, split.item.name));
  if (step?.changes.length === 1) {
    throw new UserError(vscode.l10n.t('Nothing of {0} would go to {1}.', split.item.name, split.name));
  }
  if (step) await parts.steps.apply(step);
  return id;
}

/** Whether a mention says one of the names, with article and possessive or without. */
export function says(annotation: PlacedAnnotation, names: ReadonlySet<string>): boolean {
  const surface = quotation(annotation, Infinity);
  return names.has(foldedName(surface)) || names.has(foldedName(bareName(surface)));
}

async function given(
  parts: Parts,
  args: Arguments,
  codebook: CodebookFile,
  kind: ItemKind,
): Promise<Split | undefined> {
  const isActor = kind.referent === 'actor';
  args.only('article', kind.referent, 'name', 'annotations', ...(isActor ? ['names'] : []));
  const item = kind.known(codebook.lists, args.required(kind.referent));
  const name = args.required('name');
  const names = (isActor ? args.texts('names') : undefined) ?? [];
  const marked = args.has('annotations') ? await annotationsGiven(parts, args) : [];
  if (!marked) return undefined;
  if (names.length + marked.length === 0) {
    const which = isActor ? 'names, annotations' : 'annotations';
    throw new UserError(vscode.l10n.t('Say which annotations go to {0}: {1}.', name, which));
  }
  for (const { article, entry } of marked) {
    if (refersTo(entry.fields, kind.referent, idsOf(item))) continue;
    throw new UserError(vscode.l10n.t('“{0}” in {1} isn’t of {2}.', entry.fields.id, article.fileName, item.name));
  }
  const chosen = new Set(marked.map(({ article, entry }) => `${article.key} ${entry.fields.id}`));
  const spoken = new Set(names.map(foldedName));
  const isChosen = (article: Article, annotation: PlacedAnnotation): boolean =>
    chosen.has(`${article.key} ${annotation.id}`) || (annotation.type === 'actor' && says(annotation, spoken));
  return { item, name, names, isChosen };
}

/** The new item, of the same kind, with the aliases that go along; gives its id. */
function makeItem(draft: StepDraft, codebook: CodebookFile, kind: ItemKind, { item, name, names }: Split): string {
  const items: readonly ReferredItem[] = codebook.lists[kind.list];
  const folded = foldedName(name);
  const taken = items.find((other) => foldedName(other.name) === folded);
  if (taken) {
    throw new UserError(vscode.l10n.t('{0} is in the codebook already. Give it the annotations instead.', taken.name));
  }
  const id = newItemId(items, name);
  const { parent } = item as { readonly parent?: string };
  const { kind: sort } = item as { readonly kind?: string };
  if (kind.list !== 'actors') {
    draft.changeItems(codebook, [{ list: kind.list, id, after: withValues({ id, name, kind: sort, parent }) }]);
    return id;
  }
  const { aliases = [], ...rest } = item as Actor;
  const going = new Set([folded, ...names.map(foldedName)]);
  const goes = (alias: string): boolean => going.has(foldedName(alias));
  const taking = aliases.filter((alias) => goes(alias) && foldedName(alias) !== folded);
  const left = aliases.filter((alias) => !goes(alias));
  const made = { id, name, kind: sort, parent, aliases: taking.length > 0 ? taking : undefined };
  const changed = left.length < aliases.length ? [{ list: kind.list, id: item.id, after: without(rest, left) }] : [];
  draft.changeItems(codebook, [{ list: kind.list, id, after: withValues(made) }, ...changed]);
  return id;
}

function without(rest: Actor, aliases: readonly string[]): Actor {
  return aliases.length > 0 ? { ...rest, aliases } : rest;
}

/** The chosen annotations are the new item's, and so are links that lead to the item by one of them. */
function moveAnnotations(
  draft: StepDraft,
  article: Article,
  { referent }: ItemKind,
  { item, isChosen }: Split,
  to: string,
): void {
  const ids = idsOf(item);
  const referring = article.annotations().filter((annotation) => refersTo(annotation, referent, ids));
  const chosen = new Set(referring.filter((annotation) => isChosen(article, annotation)).map(({ id }) => id));
  for (const { id } of referring) {
    const entry = article.entry(id);
    if (!entry) continue;
    const { fields } = entry;
    const after = chosen.has(id)
      ? withReferent(fields, referent, ids, to)
      : withLinksMoved(fields, (link) => {
          const isOne = link.annotation !== undefined && chosen.has(link.annotation) && ids.has(link.actor ?? '');
          return isOne ? { ...link, actor: to } : link;
        });
    if (after === fields) continue;
    assertShown(article, [fields]);
    draft.setEntry(article, id, { ...entry, fields: { ...after, modified: now() } });
  }
}

function withLinksMoved(fields: Fields, moved: (link: Link) => Link): Fields {
  const links = fields.links?.map(moved);
  return links?.some((link, index) => link !== fields.links?.[index]) ? { ...fields, links } : fields;
}
