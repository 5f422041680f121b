import * as vscode from 'vscode';
import { sha256 } from '../../sidecar/hash';
import type { Work } from '../slowWork';
import { decoded } from '../decoded';
import { repositoryOf, type GitCommit, type GitRepository } from '../gitApi';

/** How far back versions are looked at, over renames too. */
const MOST_VERSIONS = 500;
const MOST_RENAMES = 5;
const MOST_BYTES = 256 * 1024 * 1024;
const MOST_MS = 20_000;
/** Each version is a run of git; most of the time is spent waiting for it. */
const AT_ONCE = 4;

/** What is wanted of an article's history. */
export interface Wanted {
  readonly uri: vscode.Uri;
  /** The texts' sha256. */
  readonly hashes: ReadonlySet<string>;
  /** That versions may be in, as VS Code names them; without any, as VS Code would open the file. */
  readonly encodings: readonly string[];
}

/** A file's versions in git's history, of all branches, on the desktop in trusted workspaces. */
export class GitHistory {
  /** What was looked for in vain, and the newest version then: no need to look again before there is another one. */
  private readonly inVain = new Map<string, string>();

  /** The texts that were found, by their hash. Never rejects: what git doesn't give isn't there. */
  async find(wanted: Wanted, how: Work): Promise<ReadonlyMap<string, string>> {
    const repository = await repositoryOf(wanted.uri, how.token);
    if (!repository || how.token.isCancellationRequested) return new Map();
    const walk = new Walk(repository, wanted, this.inVain, how);
    await walk.run().catch(() => undefined);
    return walk.found;
  }
}

/** One walk back through the history of one file. */
class Walk {
  readonly found = new Map<string, string>();
  private readonly until = Date.now() + MOST_MS;
  private readonly hashes: Set<string>;
  private versions = 0;
  private bytes = 0;

  constructor(
    private readonly repository: GitRepository,
    private readonly wanted: Wanted,
    private readonly inVain: Map<string, string>,
    private readonly how: Work,
  ) {
    this.hashes = new Set(wanted.hashes);
  }

  async run(): Promise<void> {
    const { uri, hashes } = this.wanted;
    const refs = await this.refs();
    const newest = refs.join();
    const known = (hash: string): string => `${hash} ${uri.path}`;
    for (const hash of hashes) if (this.inVain.get(known(hash)) === newest) this.hashes.delete(hash);
    let path = uri.fsPath;
    for (let renames = 0, from: readonly string[] = refs; renames <= MOST_RENAMES && this.goesOn(); renames++) {
      const commits = await this.log(path, from);
      await this.look(path, commits);
      const before = this.goesOn() ? await this.renamed(path, commits.at(-1)) : undefined;
      if (!before) break;
      path = before.path;
      from = [before.commit];
    }
    if (!this.how.token.isCancellationRequested) for (const hash of this.hashes) this.inVain.set(known(hash), newest);
  }

  private goesOn(): boolean {
    return (
      this.hashes.size > 0 &&
      !this.how.token.isCancellationRequested &&
      this.versions < MOST_VERSIONS &&
      this.bytes < MOST_BYTES &&
      Date.now() < this.until
    );
  }

  /** The commits of all branches and tags: the version that is looked for may be on another one than is checked out. */
  private async refs(): Promise<readonly string[]> {
    const refs = await this.repository.getRefs({}).catch(() => []);
    return ['HEAD', ...new Set(refs.flatMap(({ commit }) => (commit === undefined ? [] : [commit])))];
  }

  private async log(path: string, refNames: readonly string[]): Promise<readonly GitCommit[]> {
    const options = { path, maxEntries: MOST_VERSIONS - this.versions };
    // Without its own refs a git that doesn't know them all goes back from what is checked out.
    return this.repository.log({ ...options, refNames }).catch(() => this.repository.log(options));
  }

  private async look(path: string, commits: readonly GitCommit[]): Promise<void> {
    for (let at = 0; at < commits.length && this.goesOn(); at += AT_ONCE) {
      this.how.report(vscode.l10n.t('version {0} of {1} in git’s history', at + 1, commits.length));
      await Promise.all(commits.slice(at, at + AT_ONCE).map(({ hash }) => this.compare(hash, path)));
    }
  }

  /** Takes a version whose text is wanted. One that can't be had, say of the commit that deleted the file, is none. */
  private async compare(commit: string, path: string): Promise<void> {
    this.versions++;
    const bytes = await this.repository.buffer(commit, path).catch(() => undefined);
    if (!bytes) return;
    this.bytes += bytes.length;
    const { uri, encodings } = this.wanted;
    for (const how of encodings.length > 0 ? encodings.map((encoding) => ({ encoding })) : [{ uri }]) {
      const text = await decoded(bytes, how);
      const hash = text === undefined ? undefined : await sha256(text);
      if (text === undefined || hash === undefined || !this.hashes.delete(hash)) continue;
      this.found.set(hash, text);
      return;
    }
  }

  /** What the file was called before its first commit under this name, and where that history goes on. */
  private async renamed(
    path: string,
    first: GitCommit | undefined,
  ): Promise<{ path: string; commit: string } | undefined> {
    const parent = first?.parents[0];
    if (!first || parent === undefined) return undefined;
    const changes = await this.repository.diffBetween(parent, first.hash).catch(() => []);
    const change = changes.find(({ renameUri }) => renameUri?.fsPath === path);
    return change && { path: change.originalUri.fsPath, commit: parent };
  }
}
