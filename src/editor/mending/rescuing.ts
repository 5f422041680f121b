import * as vscode from 'vscode';
import { CODEBOOK_FILE, fileNameOf, type Sidecar } from '../../model/article';
import { codebookLists, type Codebook } from '../../model/codebook';
import { codebookKind, sidecarKind, type FileKind } from '../../sidecar/fileKind';
import type { Lost } from '../../sidecar/fitting';
import { mergeSidecars } from '../../sidecar/mergeSidecars';
import { rescueCodebook, rescueSidecar, type Rescued } from '../../sidecar/rescue';
import { UNKNOWN_TEXT } from '../../sidecar/sidecarFitting';
import type { Arguments } from '../commands/arguments';
import type { Parts } from '../parts';
import { heading, pick, type Row } from '../pickers/pick';
import { plainLabel } from '../pickers/plainLabel';
import { plainMessage } from '../plainMessage';
import { articleOf } from '../store/articles';
import { reason, unwritable, WriteError } from '../store/fileErrors';
import { leadingOut } from '../store/leadingOut';
import type { Waiting } from '../store/mending';
import { openAt, UserError } from '../userError';
import { showBothFiles } from './bothFiles';
import { copyAside } from './copyAside';

/** What a list of losses shows at most. */
const MOST_SHOWN = 500;

/** A broken file, and what can still be had of it. */
interface Rescue {
  readonly uri: vscode.Uri;
  readonly bytes: Uint8Array;
  readonly text: string;
  readonly kept: number;
  /** What can't be read. */
  readonly lost: readonly Lost[];
  /** Whether {@link text} has what was read here before the file broke too. */
  readonly isUnited: boolean;
}

/**
 * Makes a sidecar or codebook of what can be read of a broken one, which is copied aside first, and of what was read here
 * before it broke. A person sees before what can be read and what can't; with an argument object (`file`) it is done at
 * once. Gives whether it was.
 */
export async function rescueFile(parts: Parts, args: Arguments | undefined): Promise<boolean> {
  const file = args ? args.only('file').uri('file') : await askFile(parts);
  if (args && !file) throw new UserError(vscode.l10n.t('The argument “{0}” is missing.', 'file'));
  if (!file) return false;
  const rescue = await rescueOf(parts, file);
  if (!args && !(await agreed(parts, rescue))) return false;
  const copy = await write(parts, rescue);
  const { t } = vscode.l10n;
  const [name, aside] = [file, copy].map((uri) => vscode.workspace.asRelativePath(uri));
  const message = rescue.isUnited
    ? t(
        '{0} has again what was open here and what could be read of it, {1} in all. The broken file is {2}.',
        name ?? '',
        rescue.kept,
        aside ?? '',
      )
    : t(
        '{0} has again what could be read of it: {1} kept, {2} lost. The broken file is {3}.',
        name ?? '',
        rescue.kept,
        rescue.lost.length,
        aside ?? '',
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
  const last = storedAt(parts, uri)[0]?.lastRead();
  if (bytes) {
    const article = articleOf(uri).path;
    const rescued = uri.path.endsWith(`/${CODEBOOK_FILE}`)
      ? restored(bytes, last, rescueCodebook(bytes), codebooks)
      : restored(bytes, last, rescueSidecar(bytes, fileNameOf(article)), sidecars);
    if (rescued) return { uri, bytes, ...rescued };
  }
  const name = vscode.workspace.asRelativePath(uri);
  throw new UserError(
    vscode.l10n.t('Nothing of {0} can be read as annotations or a codebook. It is left as it is.', name),
  );
}

interface Restoring<T> extends Pick<FileKind<T>, 'read' | 'print'> {
  readonly unite: (rescued: T, last: T) => T;
  /** Annotations, or items of a codebook's lists. */
  readonly count: (value: T) => number;
}

const sidecars: Restoring<Sidecar> = {
  ...sidecarKind,
  unite: (rescued, last) => {
    const isTextGone = rescued.article.sha256 === UNKNOWN_TEXT;
    return mergeSidecars(undefined, rescued, last, isTextGone ? 'theirs' : 'ours').merged;
  },
  count: ({ annotations }) => annotations.length,
};

const codebooks: Restoring<Codebook> = {
  ...codebookKind,
  unite: (rescued, last) => codebookKind.merge(undefined, rescued, last).merged,
  count: (codebook) => codebookLists.reduce((sum, list) => sum + (codebook[list]?.length ?? 0), 0),
};

/** What can be read of a broken file, united with what was `last` read of it before it broke, where it is open here. */
function restored<T>(
  bytes: Uint8Array,
  last: string | undefined,
  rescued: Rescued<T> | undefined,
  { read, print, unite, count }: Restoring<T>,
): Omit<Rescue, 'uri' | 'bytes'> | undefined {
  const known = last === undefined ? undefined : read(new TextEncoder().encode(last));
  if (!known?.ok) return rescued && { ...rescued, text: print(rescued.value), isUnited: false };
  const result = read(bytes);
  // Another tool's, or a newer version's, isn't broken.
  if (!rescued && !result.ok && ['not-ours', 'newer-version'].includes(result.problem.code)) return undefined;
  const value = rescued ? unite(rescued.value, known.value) : known.value;
  return { text: print(value), kept: count(value), lost: rescued?.lost ?? [], isUnited: true };
}

/** The stores that have a file open. */
function storedAt({ articles, codebooks }: Parts, uri: vscode.Uri): readonly Waiting[] {
  return [...articles.stored(), ...codebooks.stored()].filter((file) => file.uri.toString() === uri.toString());
}

/** Shows what can be read and what can't; whether the person wants that written. */
async function agreed(parts: Parts, { uri, bytes, text, kept, lost, isUnited }: Rescue): Promise<boolean> {
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
  const name = plainLabel(vscode.workspace.asRelativePath(uri));
  const title = isUnited
    ? t('{0}: {1} are open here or can be read; of the file, {2} can’t', name, kept, lost.length)
    : t('{0}: {1} can be read, {2} can’t', name, kept, lost.length);
  const chosen = await pick({ title, placeholder: t('What is to be done?'), rows });
  if (chosen === 'compare') {
    const versions = { uri, conflicts: [], base: undefined, ours: new TextDecoder().decode(bytes), theirs: text };
    await showBothFiles(parts.mending, versions, t('{0}: broken ↔ rescued', vscode.workspace.asRelativePath(uri)));
  } else if (chosen !== undefined && chosen !== 'write') await openAt({ uri, line: chosen.line });
  return chosen === 'write';
}

/** Copies the broken file aside and writes the other in its place; gives the copy. */
async function write(parts: Parts, { uri, bytes, text }: Rescue): Promise<vscode.Uri> {
  const { mending } = parts;
  const name = vscode.workspace.asRelativePath(uri);
  const leads = await leadingOut(uri);
  if (leads !== undefined) throw unwritable(name, { line: 1, message: leads });
  try {
    const copy = await copyAside(mending.files, uri, 'broken', bytes);
    if (!(await mending.files.replace(uri, new TextEncoder().encode(text), bytes))) {
      throw new UserError(vscode.l10n.t('{0} was changed meanwhile. Nothing was written; look at it again.', name));
    }
    for (const file of storedAt(parts, uri)) await file.refresh();
    return copy;
  } catch (error) {
    throw error instanceof UserError ? error : new WriteError(name, reason(error));
  }
}
