import * as vscode from 'vscode';
import { rename } from '../commands/renaming';
import type { Parts } from '../parts';
import { plainLabel } from '../pickers/plainLabel';
import type { Looking, Look } from './looking';
import type { SpokenOf } from './subjects';

/** What F2 would rename at a place: shown instead of its words in the text, which stay. Throws where nothing is there. */
export async function prepareRename(
  looking: Looking,
  document: vscode.TextDocument,
  position: vscode.Position,
): Promise<{ readonly range: vscode.Range; readonly placeholder: string }> {
  const { article, range, item } = await meant(looking, document, position);
  return { range: article.editorRange(range), placeholder: item.name };
}

/** Renames what is spoken of at a place in the codebook; gives no edits, since no text changes. */
export async function provideRenameEdits(
  { parts, looking }: { readonly parts: Parts; readonly looking: Looking },
  document: vscode.TextDocument,
  position: vscode.Position,
  name: string,
): Promise<vscode.WorkspaceEdit> {
  const { codebook, subject, item } = await meant(looking, document, position);
  await rename(parts, codebook, subject.kind, item.id, name);
  return new vscode.WorkspaceEdit();
}

type Meant = Look & SpokenOf & { readonly item: { readonly id: string; readonly name: string } };

async function meant(looking: Looking, document: vscode.TextDocument, position: vscode.Position): Promise<Meant> {
  const look = await looking.at(document, position);
  const [first] = look?.spoken ?? [];
  const item = first?.subject.item;
  // VS Code shows the message at the cursor.
  if (!look || !first) throw new Error(vscode.l10n.t('No actor, topic or source is marked here.'));
  if (!item)
    throw new Error(vscode.l10n.t('The codebook has no “{0}” that could be renamed.', plainLabel(first.subject.id)));
  return { ...look, ...first, item };
}
