import * as vscode from 'vscode';
import type { Placement } from '../../anchoring/finding/placement';
import { placements } from '../../anchoring/finding/placing';
import { inSlices } from '../../anchoring/slices';
import { showError } from '../messages';
import { slowWork, type Work } from '../slowWork';
import { gone } from '../../anchoring/finding/unsought';
import { letOthersWork } from '../letOthersWork';
import { FolderStorage } from './folderStorage';
import { GitHistory } from './gitHistory';
import { offerReading, otherReadings } from './otherEncoding';
import type { Sought } from './sought';
import { TextStore } from './textStore';

/** How long the work goes on without a pause: a key stroke waits that long at most. */
const SLICE_MS = 15;
/** A sidecar may name any number of texts; those that most targets refer to are looked for. */
const MOST_TEXTS = 32;
const MEGABYTE = 1_000_000;

/** Finds targets again in a text that isn't the one that they were made in, and keeps the texts for that. */
export class Finding {
  private readonly store: TextStore;
  private readonly git = new GitHistory();
  /** Articles of which it was said that they read otherwise. */
  private readonly told = new Set<string>();

  /** `folder`: where old texts are kept. */
  constructor(folder: vscode.Uri) {
    this.store = new TextStore(new FolderStorage(folder), mostBytes);
  }

  /** Where the ranges of each target stand in the text; undefined where the person gave up waiting. */
  find(sought: Sought): Promise<readonly Placement[][] | undefined> {
    const title = vscode.l10n.t('Finding annotations again in {0}', vscode.workspace.asRelativePath(sought.uri));
    return slowWork(title, async ({ token, report }) => {
      const { text, sha256, targets, signal } = sought;
      const cancelled = (): boolean => token.isCancellationRequested || signal?.aborted === true;
      const oldTexts = await this.oldTexts(sought, { token, report });
      if (cancelled()) return undefined;
      // What a person called an orphan isn't looked for.
      const wanted = targets.filter(({ orphaned }) => !orphaned);
      const found = await inSlices(placements({ text, sha256, targets: wanted, oldTexts }), {
        slice: SLICE_MS,
        pause: letOthersWork,
        cancelled,
        progress: (share) => report(`${Math.round(100 * share)} %`),
      });
      let next = 0;
      return found && targets.map((target) => (target.orphaned ? gone(target, text) : (found[next++] ?? [])));
    });
  }

  /** Keeps a text that annotations refer to. That there is no room for it, or no right to write, is no failure. */
  async keep(text: string, sha256: string): Promise<void> {
    await this.store.keep(text, sha256).catch(() => undefined);
  }

  /** Removes every text that is kept. */
  forget(): Promise<void> {
    return this.store.clear();
  }

  private async oldTexts(
    { uri, encodings, text, sha256, targets, oldTexts }: Sought,
    how: Work,
  ): Promise<ReadonlyMap<string, string>> {
    const found = new Map([...(oldTexts ?? []), [sha256, text]]);
    const missing = new Set<string>();
    const wanted = mostWanted(targets.filter(({ orphaned }) => !orphaned));
    for (const reading of await otherReadings(uri, encodings.slice(1), new Set(wanted))) {
      found.set(reading.sha256, reading.text);
      const key = `${reading.encoding} ${uri.toString()}`;
      if (reading.sha256 !== sha256 && !this.told.has(key)) void offerReading(uri, reading.encoding).catch(showError);
      this.told.add(key);
    }
    for (const hash of wanted) {
      const kept = found.get(hash) ?? (await this.store.get(hash));
      if (kept === undefined) missing.add(hash);
      else found.set(hash, kept);
    }
    if (missing.size === 0 || how.token.isCancellationRequested) return found;
    for (const [hash, old] of await this.git.find({ uri, encodings, hashes: missing }, how)) {
      found.set(hash, old);
      void this.keep(old, hash);
    }
    return found;
  }
}

function mostWanted(targets: readonly { readonly sha256: string }[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const { sha256 } of targets) counts.set(sha256, (counts.get(sha256) ?? 0) + 1);
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .slice(0, MOST_TEXTS)
    .map(([hash]) => hash);
}

function mostBytes(): number {
  const size = vscode.workspace.getConfiguration('policyAnnotator').get<number>('oldTexts.maxSize', 64);
  return Number.isFinite(size) ? size * MEGABYTE : 0;
}
