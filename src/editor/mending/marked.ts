import * as vscode from 'vscode';
import type { ListChanges } from '../../sidecar/changes';
import type { Resolved } from '../../sidecar/resolve';
import { plainMessage } from '../plainMessage';
import { copyAside } from './copyAside';
import type { FileMending } from './fileMending';

/**
 * Copies a file with git's conflict markers aside, which is about to be replaced by what its sides come to. What it gives
 * is called when that was done: tells, and asks where the sides disagree.
 */
export async function setAside<T>(
  mending: FileMending,
  uri: vscode.Uri,
  bytes: Uint8Array,
  resolved: Resolved<T>,
): Promise<() => void> {
  const copy = await copyAside(mending.files, uri, 'conflict', bytes);
  return () => {
    tellResolved(uri, copy, resolved);
    const { conflicts, sides } = resolved;
    const [base, ours, theirs] = [sides.base?.text, sides.ours.text, sides.theirs.text];
    if (conflicts.length > 0) void mending.disagreed({ uri, conflicts, base, ours, theirs });
  };
}

/** Says that a file's conflict markers were resolved, what came from theirs, and where the marked file is now. */
function tellResolved<T>(uri: vscode.Uri, copy: vscode.Uri, { taken, sides }: Resolved<T>): void {
  const { t } = vscode.l10n;
  const shown = (file: vscode.Uri): string => vscode.workspace.asRelativePath(file);
  const theirs = sides.theirs.label || t('the other side');
  const news = taken.theirs.length > 0 ? taken.theirs.map(inWords).join('; ') : t('nothing that wasn’t here');
  const message = t(
    '{0} had git’s conflict markers; both sides were merged. From {1}: {2}. The file as it was is {3}. Check the result, then “git add” it.',
    shown(uri),
    theirs,
    news,
    shown(copy),
  );
  void vscode.window.showInformationMessage(plainMessage(message));
}

/** "annotations: 3 added, 1 changed" */
function inWords({ list, added, changed, removed }: ListChanges): string {
  const { t } = vscode.l10n;
  const counts = [
    ...(added > 0 ? [t('{0} added', added)] : []),
    ...(changed > 0 ? [t('{0} changed', changed)] : []),
    ...(removed > 0 ? [t('{0} removed', removed)] : []),
  ];
  return `${list}: ${counts.join(', ')}`;
}
