import * as vscode from 'vscode';
import { platform } from '#platform';

/** The part of the API of VS Code's own git extension that we use. */
interface GitApi {
  readonly repositories: readonly {
    getConfig(key: string): Promise<string>;
    getGlobalConfig(key: string): Promise<string>;
  }[];
}

/** Who annotates: the setting, else git's user name, else the system's, else "me". */
export async function creatorName(): Promise<string> {
  const setting = vscode.workspace.getConfiguration('policyAnnotator').get<string>('creator')?.trim();
  return setting || (await gitUser()) || platform.userName?.() || 'me';
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
