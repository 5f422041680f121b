import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Nothing of the machine's or the user's settings counts. */
const env = {
  ...process.env,
  GIT_CONFIG_GLOBAL: path.join(tmpdir(), 'no-git-config'),
  GIT_CONFIG_NOSYSTEM: '1',
  ...Object.fromEntries(
    ['AUTHOR', 'COMMITTER'].flatMap((who) => [
      [`GIT_${who}_NAME`, 'lee'],
      [`GIT_${who}_EMAIL`, 'lee@example.org'],
    ]),
  ),
};

export const hasGit = spawnSync('git', ['--version'], { env }).status === 0;

/** A repository in a temporary folder. */
export class TemporaryRepository {
  readonly folder = mkdtempSync(path.join(tmpdir(), 'policy-annotator-git-'));

  constructor() {
    this.git('init', '--quiet', '--initial-branch=main');
  }

  git(...args: readonly string[]): string {
    return execFileSync('git', args, { cwd: this.folder, env, encoding: 'utf8', stdio: 'pipe' });
  }

  /** Runs git where it may fail; what it printed is given with its exit code. */
  tryGit(...args: readonly string[]): { readonly code: number | null; readonly output: string } {
    const { status, stdout, stderr } = spawnSync('git', args, { cwd: this.folder, env, encoding: 'utf8' });
    return { code: status, output: stdout + stderr };
  }

  read(file: string): string {
    return readFileSync(path.join(this.folder, file), 'utf8');
  }

  write(files: Readonly<Record<string, string>>): void {
    for (const [file, content] of Object.entries(files)) writeFileSync(path.join(this.folder, file), content);
  }

  commit(files: Readonly<Record<string, string>>): void {
    this.write(files);
    this.git('add', '--all');
    this.git('commit', '--quiet', '--message', Object.keys(files).join(' '));
  }

  /** Two branches, `main` and `other`, from one commit; `main` is checked out. */
  diverge(
    base: Readonly<Record<string, string>>,
    ours: Readonly<Record<string, string>>,
    theirs: Readonly<Record<string, string>>,
  ): void {
    this.commit(base);
    this.git('checkout', '--quiet', '-b', 'other');
    this.commit(theirs);
    this.git('checkout', '--quiet', 'main');
    this.commit(ours);
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
