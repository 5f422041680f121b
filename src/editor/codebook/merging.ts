import * as vscode from 'vscode';
import type { ReferredItem } from '../../model/codebook';
import { mergeItems } from '../../model/itemEdits';
import type { Arguments } from '../commands/arguments';
import type { Parts } from '../parts';
import { plainMessage } from '../plainMessage';
import type { CodebookFile } from '../store/codebookFile';
import { StepDraft } from '../store/stepDraft';
import { UserError } from '../userError';
import { codebookMeant } from './codebookMeant';
import { idsOf, type ItemKind } from './itemKinds';
import { askItem } from './itemPicker';

interface Pair {
  readonly lost: ReferredItem;
  readonly kept: ReferredItem;
}

/** Merges an item of the codebook into another; false where the person gave it up. Annotations keep the lost id, which
 * the other answers to from then on, so that no article changes. */
export async function mergeInto(parts: Parts, args: Arguments | undefined, kind: ItemKind): Promise<boolean> {
  args?.only('article', kind.referent, 'into');
  const codebook = await codebookMeant(parts, args);
  const { lists } = codebook;
  if (args) {
    const lost = kind.known(lists, args.required(kind.referent));
    return merged(parts, codebook, kind, { lost, kept: kind.known(lists, args.required('into')) }, false);
  }
  const lost = await askItem(parts, codebook, kind, { title: kind.words.merge });
  return lost ? mergeByAsking(parts, codebook, kind, lost) : false;
}

/** Merges an item that is chosen already: asks into which one, unless that is chosen too, and whether. */
export async function mergeByAsking(
  parts: Parts,
  codebook: CodebookFile,
  kind: ItemKind,
  lost: ReferredItem,
  into?: ReferredItem,
): Promise<boolean> {
  const title = vscode.l10n.t('Merge “{0}” into which?', plainMessage(lost.name));
  const kept = into ?? (await askItem(parts, codebook, kind, { title, but: new Set([lost.id]) }));
  return kept ? merged(parts, codebook, kind, { lost, kept }, true) : false;
}

async function merged(
  parts: Parts,
  codebook: CodebookFile,
  kind: ItemKind,
  pair: Pair,
  isAsked: boolean,
): Promise<boolean> {
  const { lost, kept } = pair;
  if (lost.id === kept.id) throw new UserError(vscode.l10n.t('{0} can’t be merged into itself.', lost.name));
  const { changes, dropped } = mergeItems(codebook.lists, kind.list, kept, lost);
  if (isAsked && !(await isConfirmed(parts, kind, pair, dropped))) return false;
  const draft = new StepDraft();
  draft.changeItems(codebook, changes);
  const step = draft.step(vscode.l10n.t('Merge {0} into {1}', lost.name, kept.name));
  if (step) await parts.steps.apply(step);
  return true;
}

/** Says before it is done what a merge comes to. */
async function isConfirmed(
  parts: Parts,
  kind: ItemKind,
  { lost, kept }: Pair,
  dropped: readonly string[],
): Promise<boolean> {
  const { t } = vscode.l10n;
  await parts.corpus.build();
  const { mentions, claims, articles } = kind.figures(parts.corpus.current(), idsOf(lost));
  const detail = [
    t(
      '{0} mentions and {1} claims in {2} articles become {3}’s. No article changes.',
      mentions,
      claims,
      articles,
      kept.name,
    ),
    ...(kind.list === 'actors' ? [t('“{0}” becomes one of its aliases.', lost.name)] : []),
    ...(dropped.length > 0
      ? [t('Both say something of these; what {0} says counts: {1}.', kept.name, dropped.join(', '))]
      : []),
    t('It can be undone.'),
  ];
  const merge = t('Merge');
  const title = t('Merge “{0}” into “{1}”?', lost.name, kept.name);
  const options = { modal: true, detail: plainMessage(detail.join('\n')) };
  return (await vscode.window.showInformationMessage(plainMessage(title), options, merge)) === merge;
}
