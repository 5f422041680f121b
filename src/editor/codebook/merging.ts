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
  const pair = args
    ? {
        lost: kind.known(lists, args.required(kind.referent)),
        kept: kind.known(lists, args.required('into')),
      }
    : await askPair(parts, codebook, kind);
  if (!pair) return false;
  const { lost, kept } = pair;
  if (lost.id === kept.id) throw new UserError(vscode.l10n.t('{0} can’t be merged into itself.', lost.name));
  const { changes, dropped } = mergeItems(lists, kind.list, kept, lost);
  if (!args && !(await isConfirmed(parts, kind, pair, dropped))) return false;
  const draft = new StepDraft();
  draft.changeItems(codebook, changes);
  const step = draft.step(vscode.l10n.t('Merge {0} into {1}', lost.name, kept.name));
  if (step) await parts.steps.apply(step);
  return true;
}

async function askPair(parts: Parts, codebook: CodebookFile, kind: ItemKind): Promise<Pair | undefined> {
  const lost = await askItem(parts, codebook, kind, { title: kind.words.merge });
  if (!lost) return undefined;
  const title = vscode.l10n.t('Merge “{0}” into which?', plainMessage(lost.name));
  const kept = await askItem(parts, codebook, kind, { title, but: new Set([lost.id]) });
  return kept ? { lost, kept } : undefined;
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
