import * as vscode from 'vscode';
import type { Referent } from '../../model/references';
import type { Looking } from '../language/looking';
import { listOf } from '../language/subjects';
import type { Parts } from '../parts';
import { askItem } from '../pickers/itemPicker';
import { plainLabel } from '../pickers/plainLabel';
import type { CodebookFile } from '../store/codebookFile';
import { UserError } from '../userError';
import { withinQuotes } from '../wording';
import type { Arguments } from './arguments';
import { knownActor, knownSource, knownTopic } from './names';
import { nameProblem, rename } from './renaming';

/** Gives an actor, topic or source another name: the arguments', or one that a person is asked for; false where that was given
 * up. */
export async function renameItem(
  { parts, looking }: { readonly parts: Parts; readonly looking: Looking },
  kind: Referent,
  args: Arguments | undefined,
): Promise<boolean> {
  args?.only('article', kind, 'name');
  const codebook = await codebookMeant(parts, args);
  codebook.assertWritable();
  if (args) {
    await rename(parts, codebook, kind, said(codebook, kind, args.required(kind)), args.required('name'));
    return true;
  }
  const id = await askItem(codebook, kind, await hereFirst(looking, kind), titles()[kind]);
  const name = id === undefined ? undefined : await askName(codebook, kind, id);
  if (id === undefined || name === undefined) return false;
  await rename(parts, codebook, kind, id, name);
  return true;
}

/** The codebook of the argument's article, or of what the active editor shows; else that of the first workspace folder. */
async function codebookMeant({ codebooks }: Parts, args: Arguments | undefined): Promise<CodebookFile> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const article =
    args?.uri('article') ??
    vscode.window.activeTextEditor?.document.uri ??
    (folder && vscode.Uri.joinPath(folder, 'article'));
  if (!article) throw new UserError(vscode.l10n.t('Open an article first: no editor is active.'));
  return codebooks.of(article);
}

function said({ lists: { actors, topics, sources } }: CodebookFile, kind: Referent, name: string): string {
  if (kind === 'actor') return knownActor(actors, name).id;
  return (kind === 'topic' ? knownTopic(topics, name) : knownSource(sources, name)).id;
}

/** The ids of what is spoken of at the cursor. */
async function hereFirst(looking: Looking, wanted: Referent): Promise<readonly string[]> {
  const editor = vscode.window.activeTextEditor;
  const look = editor && (await looking.at(editor.document, editor.selection.active));
  return (look?.spoken ?? []).flatMap(({ subject: { kind, item } }) => (kind === wanted && item ? [item.id] : []));
}

function askName(codebook: CodebookFile, kind: Referent, id: string): Thenable<string | undefined> {
  const { t } = vscode.l10n;
  const name = codebook.lists[listOf[kind]].find((item) => item.id === id)?.name ?? id;
  return vscode.window.showInputBox({
    title: t('Rename “{0}”', withinQuotes(plainLabel(name, 60))),
    prompt:
      kind === 'actor'
        ? t('Articles stay as they are. The old name stays an alias, so that texts with it are still found.')
        : t('Articles stay as they are.'),
    value: name,
    validateInput: (value) => nameProblem(codebook, kind, id, value),
  });
}

function titles(): { readonly [kind in Referent]: string } {
  const { t } = vscode.l10n;
  return { actor: t('Rename which actor?'), topic: t('Rename which topic?'), source: t('Rename which source?') };
}
