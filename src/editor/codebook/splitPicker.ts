import * as vscode from 'vscode';
import type { PlacedAnnotation } from '../../model/annotation';
import type { ReferredItem } from '../../model/codebook';
import { foldedName } from '../../model/lookup';
import { refersTo } from '../../model/references';
import { bareName } from '../commands/tagActor';
import type { Parts } from '../parts';
import type { Choice } from '../pickers/choose';
import { pickMany } from '../pickers/pickMany';
import { plainLabel } from '../pickers/plainLabel';
import { plainMessage } from '../plainMessage';
import type { Article } from '../store/article';
import type { CodebookFile } from '../store/codebookFile';
import { UserError } from '../userError';
import { quotation } from '../wording';
import { annotationGroups } from './annotationRows';
import { idsOf, type ItemKind } from './itemKinds';
import { articlesReferring } from './referring';
import { says, type Split } from './splitting';

/** Asks what of an item goes to a new one: of an actor names with all that say them, of others annotations one by one. */
export async function askSplit(
  parts: Parts,
  codebook: CodebookFile,
  kind: ItemKind,
  item: ReferredItem,
): Promise<Split | undefined> {
  const ids = idsOf(item);
  const articles = await articlesReferring(parts, codebook, kind.referent, ids);
  if (!articles) return undefined;
  const referring = articles.map((article) => ({
    article,
    annotations: article.shown().filter((annotation) => refersTo(annotation, kind.referent, ids)),
  }));
  if (!referring.some(({ annotations }) => annotations.length > 0)) {
    throw new UserError(vscode.l10n.t('Nothing is tagged as {0} yet, so there is nothing to split.', item.name));
  }
  const chosen =
    kind.referent === 'actor' ? await askNames(item, referring) : await askAnnotations(codebook, item, referring);
  if (!chosen) return undefined;
  const name = await askName(item, chosen.names[0]);
  return name === undefined ? undefined : { item, name, ...chosen };
}

interface Referring {
  readonly article: Article;
  readonly annotations: readonly PlacedAnnotation[];
}

type Chosen = Pick<Split, 'names' | 'isChosen'>;

async function askNames(item: ReferredItem, referring: readonly Referring[]): Promise<Chosen | undefined> {
  const counts = new Map<string, { readonly name: string; count: number }>();
  for (const annotation of referring.flatMap(({ annotations }) => annotations)) {
    if (annotation.type !== 'actor') continue;
    const name = bareName(quotation(annotation));
    const known = counts.get(foldedName(name));
    if (known) known.count++;
    else counts.set(foldedName(name), { name, count: 1 });
  }
  const choices = [...counts.values()]
    .sort((a, b) => b.count - a.count)
    .map(({ name, count }): Choice<string> => ({
      label: plainLabel(name),
      description: count === 1 ? vscode.l10n.t('1 mention') : vscode.l10n.t('{0} mentions', count),
      picked: false,
      value: name,
    }));
  const names = await pickMany<string>({
    title: vscode.l10n.t('Which mentions of “{0}” speak of somebody else?', plainMessage(item.name)),
    placeholder: vscode.l10n.t('What they say'),
    groups: [{ label: '', choices }],
  });
  if (!names || names.length === 0) return undefined;
  const spoken = new Set(names.map(foldedName));
  return { names, isChosen: (_article, annotation) => annotation.type === 'actor' && says(annotation, spoken) };
}

async function askAnnotations(
  codebook: CodebookFile,
  item: ReferredItem,
  referring: readonly Referring[],
): Promise<Chosen | undefined> {
  const chosen = await pickMany<string>({
    title: vscode.l10n.t('Which annotations of “{0}” go to a new one?', plainMessage(item.name)),
    placeholder: vscode.l10n.t('Choose those that go'),
    groups: annotationGroups(referring, codebook.lists, (article, { id }) => `${article.key} ${id}`, false),
  });
  if (!chosen || chosen.length === 0) return undefined;
  const going = new Set(chosen);
  return { names: [], isChosen: (article, { id }) => going.has(`${article.key} ${id}`) };
}

/** Asks what the new item is called. */
export async function askName(item: ReferredItem, proposed: string | undefined): Promise<string | undefined> {
  const name = await vscode.window.showInputBox({
    title: vscode.l10n.t('Name of the new one, split from “{0}”', plainMessage(item.name)),
    value: proposed ?? '',
    validateInput: (typed) => (typed.trim() === '' ? vscode.l10n.t('It needs a name.') : undefined),
  });
  return name?.trim().replace(/\s+/g, ' ');
}
