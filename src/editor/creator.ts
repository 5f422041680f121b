import * as vscode from 'vscode';
import { platform } from '#platform';

/** The part of the API of VS Code's own git extension that we use. */
interface GitApi {
  readonly repositories: readonly {
    getConfig(key: string): Promise<string>;
    getGlobalConfig(key: string): Promise<string>;
  }[];
}

/** Asking git starts a process. */
const GIT_HOLDS_MS = 60_000;

/** Knows who annotates. */
export class Creator implements vscode.Disposable {
  private last: string | undefined;
  private readonly changed = new vscode.EventEmitter<string>();
  /** Another name was found than before. */
  readonly onDidChange = this.changed.event;
  private git: { readonly name: Promise<string | undefined>; readonly until: number } | undefined;

  /** The setting, else git's user name, else the system's, else "me". */
  async name(): Promise<string> {
    const setting = vscode.workspace.getConfiguration('policyAnnotator').get<string>('creator')?.trim();
    const name = setting || (await this.gitName()) || platform.userName?.() || 'me';
    if (name !== this.last) {
      this.last = name;
      this.changed.fire(name);
    }
    return name;
  }

  dispose(): void {
    this.changed.dispose();
  }

  private gitName(): Promise<string | undefined> {
    if (!this.git || this.git.until < Date.now()) {
      this.git = { name: gitUser(), until: Date.now() + GIT_HOLDS_MS };
    }
    return this.git.name;
  }
}

async function gitUser(): Promise<string | undefined> {
  const extension = vscode.extensions.getExtension<{ enabled: boolean; getAPI(version: 1): GitApi }>('vscode.git');
  if (!extension) return undefined;
  try {
    const git = await extension.activate();
    const [repository] = git.enabled ? git.getAPI(1).repositories : [];
    return (await repository?.getConfig('user.name')) || (await repository?.getGlobalConfig('user.name'));
  } catch {
    return undefined; // no git on this machine
  }
}
