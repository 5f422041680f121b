import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { PolicyAnnotatorApi } from '../../src/api';
import { Creator } from '../../src/editor/creator';
import { Finder } from '../../src/editor/store/finder';
import { Visibility } from '../../src/editor/visibility/visibility';
import type { Sidecar } from '../../src/model/article';
import type { Range } from '../../src/model/range';

/** The workspace folder of the run. */
export function root(): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  assert.ok(folder, 'no folder is open');
  return folder.uri;
}

/** What finds targets again, as the extension has it. */
export function finder(): Finder {
  const extension = vscode.extensions.getExtension('policy-annotator.policy-annotator');
  assert.ok(extension, 'the extension was not loaded');
  const storage = vscode.Uri.joinPath(root(), '.texts');
  const { extensionUri } = extension;
  const context = { extensionUri, storageUri: storage, globalStorageUri: storage };
  return new Finder(context, (error) => assert.fail(String(error)));
}

/** One that shows everybody's annotations. */
export function seeingAll(): Visibility {
  const memory = { get: () => undefined, update: () => Promise.resolve(), keys: () => [] };
  return new Visibility(new Creator(), memory);
}

export async function api(): Promise<PolicyAnnotatorApi> {
  const extension = vscode.extensions.getExtension<PolicyAnnotatorApi>('policy-annotator.policy-annotator');
  assert.ok(extension, 'the extension was not loaded');
  return extension.activate();
}

/** Runs a command of ours with an argument object. */
export function run<T = unknown>(command: string, args?: object): Thenable<T> {
  return vscode.commands.executeCommand<T>(`policyAnnotator.${command}`, args);
}

const emptyCodebook = `${JSON.stringify({ format: 'policy-codebook', version: 1 }, null, 2)}\n`;

/** A new article in a folder of its own, with a codebook of its own, so that tests don't meet. */
export async function article(text: string, name = 'article.txt'): Promise<vscode.Uri> {
  const folder = `t${Math.random().toString(36).slice(2, 10)}`;
  const uri = vscode.Uri.joinPath(root(), folder, 'articles', name);
  await write(vscode.Uri.joinPath(root(), folder, 'policy-codebook.json'), emptyCodebook);
  await write(uri, text);
  return uri;
}

export async function write(uri: vscode.Uri, text: string): Promise<void> {
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
}

/** The file's text; undefined where there is none. */
export async function read(uri: vscode.Uri): Promise<string | undefined> {
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  } catch {
    return undefined;
  }
}

export function sidecarOf(uri: vscode.Uri): vscode.Uri {
  return uri.with({ path: `${uri.path}.annotations.json` });
}

/** The article's sidecar on disk. Waits until it is there as a whole: without a rename, a file is seen empty for a moment
 * while it is written. */
export async function storedSidecar(uri: vscode.Uri): Promise<Sidecar> {
  const content = await until('the sidecar', async () => {
    const text = await read(sidecarOf(uri));
    return text?.endsWith('}\n') ? text : undefined;
  });
  return JSON.parse(content) as Sidecar;
}

/** Waits until a condition gives something, and gives that. */
export async function until<T>(what: string, condition: () => T | Promise<T>, seconds = 30): Promise<NonNullable<T>> {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    const value = await condition();
    if (value) return value;
    if (Date.now() > end) assert.fail(`waited in vain: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** The n-th (from 0) place where the text says this. */
export function rangeOf(text: string, words: string, n = 0): Range {
  let start = -1;
  for (let i = 0; i <= n; i++) start = text.indexOf(words, start + 1);
  assert.ok(start >= 0, `“${words}” isn't in the text`);
  return { start, end: start + words.length };
}

/** The Markdown that hovering shows. */
export async function hovered(uri: vscode.Uri, position: vscode.Position): Promise<string> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', uri, position);
  const contents = hovers.flatMap((hover) => hover.contents as vscode.MarkdownString[]);
  return contents.map(({ value }) => value).join('\n');
}

/** What error messages say while `work` runs. */
export function messagesOf(work: (told: readonly string[]) => Thenable<unknown>): Promise<string[]> {
  return toldWhile('showErrorMessage', undefined, work);
}

/** What messages say while `work` runs; `answer` is the button that is pressed, at once or when it is known. */
export async function toldWhile(
  kind: 'showErrorMessage' | 'showWarningMessage' | 'showInformationMessage',
  answer: string | Promise<string> | undefined,
  work: (told: readonly string[]) => Thenable<unknown>,
): Promise<string[]> {
  const told: string[] = [];
  const window = vscode.window as unknown as Record<typeof kind, unknown>;
  const original = window[kind];
  window[kind] = async (message: string, ...rest: unknown[]) => {
    told.push(message);
    const chosen = await answer;
    return rest.includes(chosen) ? chosen : undefined;
  };
  try {
    await work(told);
  } finally {
    window[kind] = original;
  }
  return told;
}

/** Runs git, where the host is Node's and there is a git. */
export async function git(folder: vscode.Uri, ...args: string[]): Promise<void> {
  const { execFile } = process.getBuiltinModule('node:child_process');
  const who = ['-c', 'user.name=Test', '-c', 'user.email=test@example.org', '-c', 'init.defaultBranch=main'];
  await new Promise<void>((resolve, reject) => {
    execFile('git', [...who, ...args], { cwd: folder.fsPath }, (error) => (error ? reject(error) : resolve()));
  });
}
