import * as vscode from 'vscode';
import { SIDECAR_SUFFIX } from '../../model/article';
import { fileStamp } from '../files';
import { showError } from '../messages';
import type { Parts } from '../parts';
import { Pause } from '../pause';
import { sidecarUri } from '../store/article';
import { offerChoosing, offerJoining } from './joining';
import { certain, type Match } from './matches';
import { findMoved } from './search';
import { slowWork } from '../slowWork';
import type { Strays } from './strays';

/** After the window has opened: other things come first. */
const FIRST_LOOK_MS = 2000;
/** After files came or went: a checkout or a move takes a while. */
const QUIET_MS = 1000;
/** Between two looks for the sake of file systems that tell of no changes. */
const LOOK_AGAIN_MS = 30_000;
/** Files that nobody asked to be searched, and files that came and are remembered. */
const MOST_FILES = 2000;

/** Looks for sidecars that lost their article when files come and go and when the window comes to the front, and offers to
 * join them with files that have the articles' texts: each pair once. */
export function noticeMovedArticles(parts: Parts, strays: Strays): vscode.Disposable {
  const noticing = new Noticing(parts, strays);
  const watcher = vscode.workspace.createFileSystemWatcher('**/*', false, true, false);
  return vscode.Disposable.from(
    noticing,
    watcher,
    watcher.onDidCreate((uri) => noticing.came([uri])),
    watcher.onDidDelete((uri) => noticing.went([uri])),
    // Some servers tell of no changes, but of what is done in VS Code itself.
    vscode.workspace.onDidCreateFiles(({ files }) => noticing.came(files)),
    vscode.workspace.onDidDeleteFiles(({ files }) => noticing.went(files)),
    vscode.workspace.onDidRenameFiles(({ files }) => {
      noticing.came(files.map(({ newUri }) => newUri));
      noticing.went(files.map(({ oldUri }) => oldUri));
    }),
    vscode.window.onDidChangeWindowState(({ focused }) => (focused ? noticing.windowShown() : undefined)),
  );
}

class Noticing implements vscode.Disposable {
  private arrived: vscode.Uri[] = [];
  private gone: vscode.Uri[] = [];
  /** Strays (by their sidecars) for whose texts all files were searched. */
  private readonly searched = new Set<string>();
  private readonly offered = new Set<string>();
  private lastLook = 0;
  private isBusy = false;
  private readonly first = new Pause(() => void this.notice(true));
  private readonly quiet = new Pause(() => void this.notice(false));

  constructor(
    private readonly parts: Parts,
    private readonly strays: Strays,
  ) {
    this.first.begin(FIRST_LOOK_MS);
  }

  came(uris: readonly vscode.Uri[]): void {
    this.arrived = [...this.arrived, ...uris.filter(isWorthALook)].slice(-MOST_FILES);
    if (this.arrived.length > 0) this.quiet.begin(QUIET_MS);
  }

  went(uris: readonly vscode.Uri[]): void {
    this.gone = [...this.gone, ...uris.filter(isWorthALook)].slice(-MOST_FILES);
    if (this.gone.length > 0) this.quiet.begin(QUIET_MS);
  }

  windowShown(): void {
    if (Date.now() - this.lastLook > LOOK_AGAIN_MS) void this.notice(true);
  }

  dispose(): void {
    vscode.Disposable.from(this.first, this.quiet).dispose();
  }

  private async notice(always: boolean): Promise<void> {
    if (this.isBusy) {
      this.quiet.begin(QUIET_MS);
      return;
    }
    this.isBusy = true;
    try {
      const { arrived, gone } = this;
      this.arrived = [];
      this.gone = [];
      if (always || (await this.mayMatter(arrived, gone))) await this.look(arrived);
    } catch (error) {
      showError(error);
    } finally {
      this.isBusy = false;
    }
  }

  /** Most files that come and go have nothing to do with us, and must cost next to nothing. */
  private async mayMatter(arrived: readonly vscode.Uri[], gone: readonly vscode.Uri[]): Promise<boolean> {
    if (this.strays.list.length > 0 || [...arrived, ...gone].some(({ path }) => path.endsWith(SIDECAR_SUFFIX)))
      return true;
    for (const uri of gone) if (await fileStamp(sidecarUri(uri))) return true;
    return false;
  }

  private async look(arrived: readonly vscode.Uri[]): Promise<void> {
    this.lastLook = Date.now();
    const list = await this.strays.look();
    const fresh = list.filter(({ sidecar }) => !this.searched.has(sidecar.toString()));
    const keys = list.map(({ sidecar }) => sidecar.toString());
    this.searched.clear();
    for (const key of keys) this.searched.add(key);
    if (list.length === 0 || (fresh.length === 0 && arrived.length === 0)) return;
    const found = await slowWork(vscode.l10n.t('Looking for moved articles'), (work) =>
      findMoved(list, fresh.length > 0 ? undefined : arrived, MOST_FILES, work),
    );
    // What was moved in VS Code meanwhile is no news.
    const left = new Set((await this.strays.look()).map(({ sidecar }) => sidecar.toString()));
    const matches = found
      .filter(({ stray }) => left.has(stray.sidecar.toString()))
      .filter((match) => this.isNew(match));
    const joinings = certain(matches).map(({ stray: { sidecar, says }, file }) => ({
      sidecar,
      file,
      annotations: says?.annotations ?? 0,
    }));
    if (joinings.length > 0) offerJoining(this.parts, joinings, () => this.strays.look());
    else if (matches.length > 0) offerChoosing(matches.length);
  }

  /** Whether this was not offered yet. */
  private isNew({ stray, files }: Match): boolean {
    const offer = [stray.sidecar, ...files].join(' ');
    const isNew = !this.offered.has(offer);
    this.offered.add(offer);
    return isNew;
  }
}

function isWorthALook({ path }: vscode.Uri): boolean {
  return !path.includes('/.git/') && !path.includes('/node_modules/');
}
