import * as vscode from 'vscode';
import { placements, type Placement } from '../../anchoring/placing';
import { inSlices } from '../../anchoring/slices';
import { slowWork } from '../moving/slowWork';
import { gone } from '../store/finding';
import type { Sought } from './sought';

/** How long the work goes on without a pause: a key stroke waits that long at most. */
const SLICE_MS = 15;

/** Where the ranges of each target stand in a text; undefined where the person gave up waiting. */
export function findAgain(sought: Sought): Promise<readonly Placement[][] | undefined> {
  const title = vscode.l10n.t('Finding annotations again in {0}', vscode.workspace.asRelativePath(sought.uri));
  return slowWork(title, async ({ token, report }) => {
    const { text, sha256, oldTexts, targets, signal } = sought;
    // What a person called an orphan isn't looked for.
    const wanted = targets.filter(({ orphaned }) => !orphaned);
    const found = await inSlices(placements({ text, sha256, targets: wanted, oldTexts: oldTexts ?? new Map() }), {
      slice: SLICE_MS,
      pause,
      cancelled: () => token.isCancellationRequested || signal?.aborted === true,
      progress: (share) => report(`${Math.round(100 * share)} %`),
    });
    let next = 0;
    return found && targets.map((target) => (target.orphaned ? gone(target, text) : (found[next++] ?? [])));
  });
}

/** Lets others work, the editor's events among them. */
function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
