import * as vscode from 'vscode';
import type { ReferredItem } from '../../model/codebook';
import { removeItem } from '../../model/itemEdits';
import { refersTo, withReferent } from '../../model/references';
import type { Arguments } from '../commands/arguments';
import { now, removeAnnotations } from '../commands/tagging';
import type { Parts } from '../parts';
import type { Choice } from '../pickers/choose';
import { pick } from '../pickers/pick';
import { plainMessage } from '../plainMessage';
import type { Article } from '../store/article';
import type { CodebookFile } from '../store/codebookFile';
import { StepDraft } from '../store/stepDraft';
import { UserError } from '../userError';
import { assertShown } from './assertShown';
import { codebookMeant } from './codebookMeant';
import { idsOf, type ItemKind } from './itemKinds';
import { askItem } from './itemPicker';
import { articlesReferring } from './referring';

/** What becomes of the annotations that are of a deleted item: they stay as they are, speak of nothing there any more, go,
 * or speak of another. Links to it go, but where they stay or speak of another. */
const fates = ['keep', 'clear', 'remove', 'reassign'] as const;
type Fate = (typeof fates)[number];

interface Deletion {
  readonly item: ReferredItem;
  readonly fate: Fate;
  readonly to?: ReferredItem | undefined;
}

/** Deletes an item of the codebook with a choice of what becomes of its annotations; false where the person gave it up. */
export async function deleteItem(parts: Parts, args: Arguments | undefined, kind: ItemKind): Promise<boolean> {
  const codebook = await codebookMeant(parts, args);
  if (args) return deleted(parts, codebook, kind, given(args, codebook, kind));
  const item = await askItem(parts, codebook, kind, { title: kind.words.remove });
  return item ? deleteByAsking(parts, codebook, kind, item) : false;
}

/** Deletes an item that is chosen already: asks what becomes of its annotations. */
export async function deleteByAsking(
  parts: Parts,
  codebook: CodebookFile,
  kind: ItemKind,
  item: ReferredItem,
): Promise<boolean> {
  const deletion = await askFate(parts, codebook, kind, item);
  return deletion ? deleted(parts, codebook, kind, deletion) : false;
}

async function deleted(parts: Parts, codebook: CodebookFile, kind: ItemKind, deletion: Deletion): Promise<boolean> {
  const { item, fate, to } = deletion;
  const ids = idsOf(item);
  const articles = fate === 'keep' ? [] : await articlesReferring(parts, codebook, kind.referent, ids);
  if (!articles) return false;
  const draft = new StepDraft();
  for (const article of articles) settle(draft, article, kind, ids, deletion);
  draft.changeItems(codebook, removeItem(codebook.lists, kind.list, item, to?.id));
  const step = draft.bulkStep(vscode.l10n.t('Delete {0}', item.name));
  if (step) await parts.steps.apply(step);
  return true;
}

function settle(
  draft: StepDraft,
  article: Article,
  { referent }: ItemKind,
  ids: ReadonlySet<string>,
  { fate, to }: Deletion,
): void {
  const referring = article.annotations().filter((annotation) => refersTo(annotation, referent, ids));
  assertShown(article, referring);
  if (fate === 'remove') {
    const own = referring.filter((annotation) => ids.has(annotation[referent] ?? ''));
    removeAnnotations(draft, article, new Set(own.map(({ id }) => id)));
  }
  for (const { id } of referring) {
    const entry = draft.entry(article, id);
    if (!entry) continue;
    const fields = withReferent(entry.fields, referent, ids, to?.id);
    if (fields !== entry.fields) draft.setEntry(article, id, { ...entry, fields: { ...fields, modified: now() } });
  }
}

/** A mention without an actor says nothing. */
function fatesOf({ referent }: ItemKind): readonly Fate[] {
  return fates.filter((fate) => referent !== 'actor' || fate !== 'clear');
}

function given(args: Arguments, { lists }: CodebookFile, kind: ItemKind): Deletion {
  const name = kind.referent === 'actor' ? 'mentions' : 'annotations';
  args.only('article', kind.referent, name, 'to');
  const fate = args.choice(name, fatesOf(kind));
  if (!fate) throw new UserError(vscode.l10n.t('Say what becomes of its annotations: “{0}” is missing.', name));
  const item = kind.known(lists, args.required(kind.referent));
  const to = fate === 'reassign' ? kind.known(lists, args.required('to')) : undefined;
  if (to?.id === item.id) throw new UserError(vscode.l10n.t('{0} is to be deleted: say another one.', item.name));
  if (!to && args.has('to')) throw new UserError(vscode.l10n.t('“to” goes with “reassign” alone.'));
  return { item, fate, to };
}

/** Asks what becomes of the annotations of an item, with how many there are; of one that has none whether to delete it. */
async function askFate(
  parts: Parts,
  codebook: CodebookFile,
  kind: ItemKind,
  item: ReferredItem,
): Promise<Deletion | undefined> {
  const { t } = vscode.l10n;
  await parts.corpus.build();
  const { mentions, claims, articles } = kind.figures(parts.corpus.current(), idsOf(item));
  const words: Readonly<Record<Fate, { label: string; detail: string }>> = {
    reassign: { label: t('Give them to another…'), detail: t('You choose which') },
    remove: { label: t('Remove them too'), detail: t('Links of other annotations to it go as well') },
    clear: { label: t('Keep them without it'), detail: t('Links of other annotations to it go') },
    keep: { label: t('Leave them as they are'), detail: t('They name an id that the codebook doesn’t know any more') },
  };
  const order: readonly Fate[] = ['reassign', 'clear', 'remove', 'keep'];
  const rows = order
    .filter((fate) => fatesOf(kind).includes(fate))
    .map((fate): Choice<Fate> => ({ ...words[fate], value: fate }));
  const fate = await pick<Fate>({
    title: t('Delete “{0}”', plainMessage(item.name)),
    placeholder: t('What becomes of its {0} mentions and {1} claims in {2} articles?', mentions, claims, articles),
    rows,
  });
  if (!fate) return undefined;
  if (fate !== 'reassign') return { item, fate };
  const title = t('To whom do the annotations of “{0}” go?', plainMessage(item.name));
  const to = await askItem(parts, codebook, kind, { title, but: new Set([item.id]) });
  return to ? { item, fate, to } : undefined;
}
