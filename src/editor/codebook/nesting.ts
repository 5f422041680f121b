import * as vscode from 'vscode';
import type { ReferredItem } from '../../model/codebook';
import { idsWithin, isBelow } from '../../model/itemEdits';
import type { Arguments } from '../commands/arguments';
import { withValues } from '../commands/withValues';
import type { Parts } from '../parts';
import { plainMessage } from '../plainMessage';
import type { CodebookFile } from '../store/codebookFile';
import { StepDraft } from '../store/stepDraft';
import { UserError } from '../userError';
import { codebookMeant } from './codebookMeant';
import type { ItemKind } from './itemKinds';
import { askItem } from './itemPicker';

/** Puts a topic, or an actor, under another one, or (null) under none; false where the person gave it up. */
export async function setParent(parts: Parts, args: Arguments | undefined, kind: ItemKind): Promise<boolean> {
  args?.only('article', kind.referent, 'parent');
  const codebook = await codebookMeant(parts, args);
  if (args) return nested(parts, codebook, kind, given(args, codebook, kind));
  const item = await askItem(parts, codebook, kind, { title: kind.words.nest });
  return item ? nestByAsking(parts, codebook, kind, item) : false;
}

/** Puts an item that is chosen already under another one: asks under which. */
export async function nestByAsking(
  parts: Parts,
  codebook: CodebookFile,
  kind: ItemKind,
  item: ReferredItem,
): Promise<boolean> {
  const items: readonly ReferredItem[] = codebook.lists[kind.list];
  const parent = await askItem(parts, codebook, kind, {
    title: vscode.l10n.t('Put “{0}” under which?', plainMessage(item.name)),
    but: idsWithin(items, item.id),
    none: vscode.l10n.t('None: on top'),
  });
  return parent === undefined ? false : nested(parts, codebook, kind, { item, parent });
}

async function nested(
  parts: Parts,
  codebook: CodebookFile,
  kind: ItemKind,
  { item, parent }: Nesting,
): Promise<boolean> {
  if (parent && (parent.id === item.id || isBelow(codebook.lists[kind.list], parent, item.id))) {
    throw new UserError(vscode.l10n.t('{0} can’t be put under {1}, which is below it.', item.name, parent.name));
  }
  const after = withValues({ ...item, parent: parent?.id }) as ReferredItem;
  const draft = new StepDraft();
  draft.changeItems(codebook, [{ list: kind.list, id: item.id, after }]);
  const label = parent
    ? vscode.l10n.t('Put {0} under {1}', item.name, parent.name)
    : vscode.l10n.t('Put {0} on top', item.name);
  const isSame = 'parent' in item ? item.parent === parent?.id : parent === null;
  const step = isSame ? undefined : draft.step(label);
  if (step) await parts.steps.apply(step);
  return true;
}

interface Nesting {
  readonly item: ReferredItem;
  readonly parent: ReferredItem | null;
}

function given(args: Arguments, { lists }: CodebookFile, kind: ItemKind): Nesting {
  const parent = args.text('parent');
  if (parent === undefined) throw new UserError(vscode.l10n.t('The argument “{0}” is missing.', 'parent'));
  return {
    item: kind.known(lists, args.required(kind.referent)),
    parent: parent === null ? null : kind.known(lists, parent),
  };
}
