import * as vscode from 'vscode';
import { showError } from '../messages';
import { mergeIn } from '../mending/kept';
import type { FileMending } from '../mending/fileMending';
import { Pause } from '../pause';
import { plainMessage } from '../plainMessage';
import { Journals, LEFT_OVER_MS, type JournalEntry, type JournalFile } from './journal';

/** Offers changes of several files that were interrupted to be finished or taken back. Those that another window may
 * still be at are looked at again. */
export async function offerInterrupted(mending: FileMending): Promise<void> {
  const journals = new Journals(mending.files, mending.journals);
  let isAnyAlive = false;
  for (const name of await journals.names()) {
    if (await journals.isAlive(name)) isAnyAlive = true;
    else void offer(mending, journals, name).catch(showError);
  }
  if (!isAnyAlive) return;
  const again = new Pause(() => void offerInterrupted(mending).catch(showError));
  mending.own(again);
  again.begin(LEFT_OVER_MS);
}

async function offer(mending: FileMending, journals: Journals, name: string): Promise<void> {
  const entry = await journals.read(name);
  const written = entry ? await writtenOf(mending, entry) : 0;
  // All of it is done, or nothing was.
  if (!entry || written === entry.files.length || written === 0) return journals.remove(name);
  const { t } = vscode.l10n;
  const [finish, takeBack] = [t('Finish'), t('Take Back')];
  const message = t(
    '“{0}” was interrupted: {1} of {2} files were written. Finish it, or take it back?',
    entry.label,
    written,
    entry.files.length,
  );
  const chosen = await vscode.window.showWarningMessage(plainMessage(message), finish, takeBack);
  if (chosen !== finish && chosen !== takeBack) return; // asked again at the next start
  await journals.beat(name); // no other window asks
  for (const file of entry.files) await (chosen === finish ? finishFile : takeFileBack)(mending, file);
  await journals.remove(name);
}

/** How many of the files say what they were to become. */
async function writtenOf({ files }: FileMending, entry: JournalEntry): Promise<number> {
  const are = entry.files.map(async ({ uri, text }) => (await textOf(files, uri)) === text);
  return (await Promise.all(are)).filter(Boolean).length;
}

/** What others wrote to the file since is united with it. */
function finishFile(mending: FileMending, { uri, text, base }: JournalFile): Promise<void> {
  return mergeIn(mending, vscode.Uri.parse(uri, true), { text, base });
}

async function takeFileBack(mending: FileMending, { uri, text, base }: JournalFile): Promise<void> {
  const at = vscode.Uri.parse(uri, true);
  const now = await textOf(mending.files, uri);
  if (now === undefined) return;
  if (base !== undefined) await mergeIn(mending, at, { text: base, base: text });
  else if (now === text) await vscode.workspace.fs.delete(at);
  // Else the file was made by us and written by others since: theirs stays, with ours.
}

async function textOf(files: FileMending['files'], uri: string): Promise<string | undefined> {
  const bytes = await files.read(vscode.Uri.parse(uri, true));
  return bytes && new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}
