import * as vscode from 'vscode';
import { CODEBOOK_FILE } from '../../model/article';
import { codebookKind, sidecarKind, type FileKind } from '../../sidecar/fileKind';
import { sha256 } from '../../sidecar/hash';
import type { Files } from '../files';
import { showError } from '../messages';
import { plainMessage } from '../plainMessage';
import { reason, unwritable, WriteError } from '../store/fileErrors';
import { leadingOut } from '../store/leadingOut';
import type { Unwritten } from '../store/mending';
import type { FileMending } from './fileMending';
import { saveTextAs } from './saveAs';

/** What could not be written, as it is kept in the extension's storage. */
interface Kept extends Unwritten {
  readonly uri: string;
}

/** Keeps what can't be written to a file in a folder of ours; what was kept of that file before is replaced. */
export async function keep(files: Files, folder: vscode.Uri, uri: vscode.Uri, unwritten: Unwritten): Promise<void> {
  const place = await placeOf(folder, uri);
  const kept: Kept = { uri: uri.toString(), ...unwritten };
  const bytes = new TextEncoder().encode(JSON.stringify(kept));
  while (!(await files.replace(place, bytes, await files.read(place))));
}

/** What was kept of a file is written. */
export async function forget(folder: vscode.Uri, uri: vscode.Uri): Promise<void> {
  await vscode.workspace.fs.delete(await placeOf(folder, uri)).then(undefined, () => undefined); // none was kept
}

/** Offers what is kept to be written now: merged into its file, to another place, or not at all. */
export async function offerKept(mending: FileMending): Promise<void> {
  for (const [name] of await vscode.workspace.fs.readDirectory(mending.storage)) {
    const bytes = await mending.files.read(vscode.Uri.joinPath(mending.storage, name));
    const kept = bytes && name.endsWith('.json') ? keptIn(bytes) : undefined;
    if (kept) void offer(mending, kept).catch(showError);
  }
}

async function offer(mending: FileMending, kept: Kept): Promise<void> {
  const uri = vscode.Uri.parse(kept.uri, true);
  const { t } = vscode.l10n;
  const [save, saveAs, discard] = [t('Save'), t('Save as…'), t('Discard')];
  const name = vscode.workspace.asRelativePath(uri);
  const message = t('What you did in {0} could not be written; it was kept.', name);
  const chosen = await vscode.window.showWarningMessage(plainMessage(message), save, saveAs, discard);
  if (chosen === save) await mergeIn(mending, uri, kept);
  else if (chosen === saveAs) {
    if (!(await saveTextAs(mending.files, uri, kept.text))) return;
  } else if (chosen !== discard) return;
  await forget(mending.storage, uri);
}

/** Writes what a file was to become into it, merged with what it says by now. */
export function mergeIn(mending: FileMending, uri: vscode.Uri, kept: Unwritten): Promise<void> {
  return uri.path.endsWith(`/${CODEBOOK_FILE}`)
    ? mergeKind(mending, uri, kept, codebookKind)
    : mergeKind(mending, uri, kept, sidecarKind);
}

async function mergeKind<T>(
  mending: FileMending,
  uri: vscode.Uri,
  { text, base }: Unwritten,
  { read, print, merge }: FileKind<T>,
): Promise<void> {
  const { files } = mending;
  const name = vscode.workspace.asRelativePath(uri);
  const kept = read(new TextEncoder().encode(text));
  const before = base === undefined ? undefined : read(new TextEncoder().encode(base));
  if (!kept.ok) throw unwritable(name, kept.problem);
  const leads = await leadingOut(uri);
  if (leads !== undefined) throw unwritable(name, { line: 1, message: leads });
  for (;;) {
    const disk = await files.open(uri, (bytes) => read(bytes).ok);
    const there = disk && read(disk);
    if (there && !there.ok) throw unwritable(name, there.problem);
    if (there?.readOnly) throw unwritable(name, there.readOnly);
    // The file is the side whose text is checked out.
    const union = there && merge(before?.ok ? before.value : undefined, there.value, kept.value);
    const merged = union ? print(union.merged) : text;
    try {
      if (!(await files.replace(uri, new TextEncoder().encode(merged), disk))) continue;
    } catch (error) {
      throw new WriteError(name, reason(error));
    }
    if (union && union.conflicts.length > 0) {
      const ours = new TextDecoder().decode(disk);
      await mending.disagreed({ uri, conflicts: union.conflicts, base, ours, theirs: text });
    }
    return;
  }
}

/** Undefined where it isn't what we kept, or not the whole of it. */
function keptIn(bytes: Uint8Array): Kept | undefined {
  try {
    const kept = JSON.parse(new TextDecoder().decode(bytes)) as Partial<Kept>;
    return typeof kept.uri === 'string' && typeof kept.text === 'string' ? (kept as Kept) : undefined;
  } catch {
    return undefined;
  }
}

async function placeOf(folder: vscode.Uri, uri: vscode.Uri): Promise<vscode.Uri> {
  return vscode.Uri.joinPath(folder, `${(await sha256(uri.toString())).slice(0, 32)}.json`);
}
