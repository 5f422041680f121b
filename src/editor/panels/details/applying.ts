import * as vscode from 'vscode';
import { referents } from '../../../model/references';
import { isSame } from '../../../sidecar/threeWay';
import { Arguments } from '../../commands/arguments';
import { rename } from '../../commands/renaming';
import type { Parts } from '../../parts';
import type { Article } from '../../store/article';
import { StepDraft } from '../../store/stepDraft';
import { UserError } from '../../userError';
import type { Edit } from './edits';
import { changedItem } from './changedItem';

/** Makes a change of the form, as one step. Throws a {@link UserError} where it can't be, and nothing was changed. */
export async function applyEdit(parts: Parts, article: Article, edit: Edit): Promise<void> {
  if ('list' in edit) return changeItem(parts, article, edit);
  const commands = await parts.assist.get();
  await commands[edit.command](parts, new Arguments({ article: article.uri, ...edit.args }));
}

async function changeItem(parts: Parts, article: Article, edit: Extract<Edit, { list: unknown }>): Promise<void> {
  const codebook = await parts.codebooks.of(article.uri);
  codebook.assertWritable();
  const { name } = edit.changes.fields;
  const referent = referents[edit.list];
  if (referent && typeof name === 'string') return rename(parts, codebook, referent, edit.id, name);
  const draft = new StepDraft();
  const item = draft.items(codebook, edit.list).find(({ id }) => id === edit.id);
  if (!item) throw new UserError(vscode.l10n.t('The codebook doesn’t have “{0}” any more.', edit.id));
  const changed = changedItem(item, edit.changes);
  if (isSame(item, changed)) return;
  draft.setItem(codebook, edit.list, changed);
  const step = draft.step(vscode.l10n.t('Edit {0}', item.name));
  if (step) await parts.steps.apply(step);
}
