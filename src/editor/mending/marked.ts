import * as vscode from 'vscode';
import type { ListChanges } from '../../sidecar/changes';
import { conflictSides } from '../../sidecar/conflictMarkers';
import type { Resolved } from '../../sidecar/resolve';
import { plainMessage } from '../plainMessage';
import type { Disagreement } from '../store/mending';
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
    if (resolved.conflicts.length > 0) void mending.disagreed(markedDisagreement(uri, bytes, resolved));
  };
}

/** Says that a file's conflict markers were resolved, what came from theirs, and where the marked file is now. */
function tellResolved<T>(uri: vscode.Uri, copy: vscode.Uri, { taken, labels }: Resolved<T>): void {
  const { t } = vscode.l10n;
  const shown = (file: vscode.Uri): string => vscode.workspace.asRelativePath(file);
  const theirs = labels.theirs || t('the other side');
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

/** What the sides of a marked file disagree on. */
function markedDisagreement<T>(uri: vscode.Uri, bytes: Uint8Array, { conflicts }: Resolved<T>): Disagreement {
  const text = new TextDecoder().decode(bytes);
  const sides = conflictSides(text);
  return {
    uri,
    conflicts,
    base: sides?.base?.text,
    ours: sides?.ours.text ?? text,
    theirs: sides?.theirs.text ?? text,
  };
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
