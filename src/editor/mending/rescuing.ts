import * as vscode from 'vscode';
import { CODEBOOK_FILE } from '../../model/article';
import type { Lost } from '../../sidecar/fitting';
import { printCodebook, printSidecar } from '../../sidecar/print';
import { rescueCodebook, rescueSidecar } from '../../sidecar/rescue';
import type { Arguments } from '../commands/arguments';
import type { Parts } from '../parts';
import { heading, pick, type Row } from '../pickers/pick';
import { plainLabel } from '../pickers/plainLabel';
import { plainMessage } from '../plainMessage';
import { articleOf } from '../store/articles';
import { reason, unwritable, WriteError } from '../store/fileErrors';
import { leadingOut } from '../store/leadingOut';
import { openAt, UserError } from '../userError';
import { showBothFiles } from './bothFiles';
import { copyAside } from './copyAside';

/** What a list of losses shows at most. */
const MOST_SHOWN = 500;

/** A broken file, and what can still be read of it. */
interface Rescue {
  readonly uri: vscode.Uri;
  readonly bytes: Uint8Array;
  readonly text: string;
  readonly kept: number;
  readonly lost: readonly Lost[];
}

/**
 * Makes a sidecar or codebook of what can be read of a broken one, which is copied aside first. A person sees before what
 * can be read and what can't; with an argument object (`file`) it is done at once. Gives whether it was.
 */
export async function rescueFile(parts: Parts, args: Arguments | undefined): Promise<boolean> {
  const file = args ? args.only('file').uri('file') : await askFile(parts);
  if (args && !file) throw new UserError(vscode.l10n.t('The argument “{0}” is missing.', 'file'));
  if (!file) return false;
  const rescue = await rescueOf(parts, file);
  if (!args && !(await agreed(parts, rescue))) return false;
  const copy = await write(parts, rescue);
  const message = vscode.l10n.t(
    '{0} has again what could be read of it: {1} kept, {2} lost. The broken file is {3}.',
    vscode.workspace.asRelativePath(file),
    rescue.kept,
    rescue.lost.length,
    vscode.workspace.asRelativePath(copy),
  );
  void vscode.window.showInformationMessage(plainMessage(message));
  return true;
}

async function askFile(parts: Parts): Promise<vscode.Uri | undefined> {
  const stored = [...parts.articles.stored(), ...parts.codebooks.stored()];
  const broken = stored.filter(({ problem }) => problem?.isBroken).map(({ uri }) => uri);
  if (broken.length === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t('No file of an open article is broken.'));
  }
  if (broken.length <= 1) return broken[0];
  return pick({
    title: vscode.l10n.t('Rescue a Broken File…'),
    placeholder: vscode.l10n.t('Which one?'),
    rows: broken.map((uri) => ({ label: plainLabel(vscode.workspace.asRelativePath(uri)), value: uri })),
  });
}

async function rescueOf(parts: Parts, uri: vscode.Uri): Promise<Rescue> {
  const bytes = await parts.mending.files.read(uri);
  if (bytes) {
    if (uri.path.endsWith(`/${CODEBOOK_FILE}`)) {
      const rescued = rescueCodebook(bytes);
      if (rescued) return { uri, bytes, text: printCodebook(rescued.value), ...rescued };
    } else {
      const article = articleOf(uri).path;
      const rescued = rescueSidecar(bytes, article.slice(article.lastIndexOf('/') + 1));
      if (rescued) return { uri, bytes, text: printSidecar(rescued.value), ...rescued };
    }
  }
  const name = vscode.workspace.asRelativePath(uri);
  throw new UserError(
    vscode.l10n.t('Nothing of {0} can be read as annotations or a codebook. It is left as it is.', name),
  );
}

/** Shows what can be read and what can't; whether the person wants that written. */
async function agreed(parts: Parts, { uri, bytes, text, kept, lost }: Rescue): Promise<boolean> {
  const { t } = vscode.l10n;
  const rows: Row<Lost | 'write' | 'compare'>[] = [
    {
      label: t('Write what can be read'),
      description: t('the broken file is copied aside first'),
      value: 'write',
    },
    { label: t('Show both files'), description: t('as it is, and as it would be'), value: 'compare' },
    heading(t('what can’t be read')),
    ...lost.slice(0, MOST_SHOWN).map((one) => ({
      label: t('Line {0}', one.line),
      description: plainLabel(one.path, 60),
      detail: plainLabel(one.reason),
      value: one,
    })),
  ];
  const title = t(
    '{0}: {1} can be read, {2} can’t',
    plainLabel(vscode.workspace.asRelativePath(uri)),
    kept,
    lost.length,
  );
  const chosen = await pick({ title, placeholder: t('What is to be done?'), rows });
  if (chosen === 'compare') {
    const versions = { uri, conflicts: [], base: undefined, ours: new TextDecoder().decode(bytes), theirs: text };
    await showBothFiles(parts.mending, versions, t('{0}: broken ↔ rescued', vscode.workspace.asRelativePath(uri)));
  } else if (chosen !== undefined && chosen !== 'write') await openAt({ uri, line: chosen.line });
  return chosen === 'write';
}

/** Copies the broken file aside and writes the other in its place; gives the copy. */
async function write({ mending, articles, codebooks }: Parts, { uri, bytes, text }: Rescue): Promise<vscode.Uri> {
  const name = vscode.workspace.asRelativePath(uri);
  const leads = await leadingOut(uri);
  if (leads !== undefined) throw unwritable(name, { line: 1, message: leads });
  try {
    const copy = await copyAside(mending.files, uri, 'broken', bytes);
    if (!(await mending.files.replace(uri, new TextEncoder().encode(text), bytes))) {
      throw new UserError(vscode.l10n.t('{0} was changed meanwhile. Nothing was written; look at it again.', name));
    }
    for (const file of [...articles.stored(), ...codebooks.stored()]) {
      if (file.uri.toString() === uri.toString()) await file.refresh();
    }
    return copy;
  } catch (error) {
    throw error instanceof UserError ? error : new WriteError(name, reason(error));
  }
}
