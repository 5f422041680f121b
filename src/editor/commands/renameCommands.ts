import * as vscode from 'vscode';
import type { Referent } from '../../model/references';
import { codebookMeant } from '../codebook/codebookMeant';
import { itemKind } from '../codebook/itemKinds';
import { askItem } from '../codebook/itemPicker';
import type { Looking } from '../language/looking';
import { listOf } from '../language/subjects';
import type { Parts } from '../parts';
import { plainLabel } from '../pickers/plainLabel';
import type { CodebookFile } from '../store/codebookFile';
import { withinQuotes } from '../wording';
import type { Arguments } from './arguments';
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
  const of = itemKind(kind);
  if (args) {
    await rename(parts, codebook, kind, of.known(codebook.lists, args.required(kind)).id, args.required('name'));
    return true;
  }
  const first = await hereFirst(looking, kind);
  const id = (await askItem(parts, codebook, of, { title: of.words.rename, first }))?.id;
  const name = id === undefined ? undefined : await askName(codebook, kind, id);
  if (id === undefined || name === undefined) return false;
  await rename(parts, codebook, kind, id, name);
  return true;
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
