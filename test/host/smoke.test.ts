import assert from 'node:assert/strict';
import * as vscode from 'vscode';

/** Put in by the bundler (test/harness/bundles.mjs). */
declare const MEANT_HOST: 'node' | 'web';

describe('The extension in its host', () => {
  it('activates', async () => {
    const extension = vscode.extensions.getExtension('policy-annotator.policy-annotator');
    assert.ok(extension, 'the extension was not loaded');
    await extension.activate();
    assert.equal(extension.isActive, true);
  });

  it('runs in the host that it was meant for', () => {
    assert.equal(typeof process === 'undefined' ? 'web' : 'node', MEANT_HOST);
  });

  it('sees the fixture', async () => {
    const folder = vscode.workspace.workspaceFolders?.[0];
    assert.ok(folder, 'no folder is open');
    const article = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder.uri, 'articles', 'first.txt'));
    assert.match(article.getText(), /^Pyongyang Warns/);
  });
});
