import * as vscode from 'vscode';
import { Arguments } from '../commands/arguments';
import { chosenEntry } from '../commands/chosenAnnotation';
import { editAnnotation } from '../commands/editing';
import { workplaceOf } from '../commands/tagging';
import { articleOf } from '../commands/target';
import type { Parts } from '../parts';
import { plainLabel } from '../pickers/plainLabel';
import { quotation, quoted } from '../wording';

/** Asks for the note of the annotation at the cursor; an empty one is removed. False where the person gave it up. */
export async function editNote(parts: Parts): Promise<boolean> {
  const place = await workplaceOf(parts, await articleOf(parts.articles, undefined));
  const entry = await chosenEntry(place, undefined, vscode.l10n.t('Note on which annotation?'), false);
  if (!entry) return false;
  const { id, note } = entry.fields;
  const annotation = place.article.annotation(id);
  const typed = await vscode.window.showInputBox({
    title: vscode.l10n.t('Note on {0}', plainLabel(quoted(annotation ? quotation(annotation, 40) : id))),
    value: note ?? '',
    prompt: vscode.l10n.t('Leave it empty to remove the note'),
  });
  if (typed === undefined) return false;
  const text = typed.trim();
  return editAnnotation(parts, new Arguments({ article: place.article.uri, id, note: text === '' ? null : text }));
}
