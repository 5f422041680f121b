import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { LazyPart } from '../../src/editor/lazyPart';
import type { Disagreement, Mending, MendingPart } from '../../src/editor/store/mending';
import type { UserError } from '../../src/editor/userError';

/** What stores need beside the files: tells a test what a person would be told. */
export function mendingFor(
  report: (error: UserError) => void,
  disagreed: (disagreement: Disagreement) => void = (one) => assert.fail(JSON.stringify(one.conflicts)),
): Mending {
  const extension = vscode.extensions.getExtension('policy-annotator.policy-annotator');
  assert.ok(extension, 'the extension was not loaded');
  return {
    part: new LazyPart<MendingPart>(extension.extensionUri, 'mending'),
    failed: (_file, error) => report(error),
    wrote: () => undefined,
    saveAs: () => Promise.resolve(),
    disagreed,
    writeTogether: ({ apply }) => Promise.resolve(apply()),
    setAside: () => Promise.resolve(() => undefined),
  };
}

/** What the extension is activated with, as far as FileMending and the corpus need it. */
export function contextWith(storage: vscode.Uri): vscode.ExtensionContext {
  const extension = vscode.extensions.getExtension('policy-annotator.policy-annotator');
  assert.ok(extension, 'the extension was not loaded');
  const kept = new Map<string, unknown>();
  const workspaceState = {
    get: (key: string, otherwise: unknown) => kept.get(key) ?? otherwise,
    update: (key: string, value: unknown) => Promise.resolve(void kept.set(key, value)),
  };
  return {
    extension,
    extensionUri: extension.extensionUri,
    storageUri: storage,
    workspaceState,
  } as unknown as vscode.ExtensionContext;
}
