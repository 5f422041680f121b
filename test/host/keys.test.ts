import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { api } from './support';

interface Binding {
  readonly key: string;
  readonly command: string;
  readonly when?: string;
}

/** Ours on purpose: the text's own undo and redo, while the last thing done was an annotation step. */
const shared = new Set(['undo', 'redo'].map((id) => `policyAnnotator.${id}`));

/** In our trees and in lists of claims keys are ours as well. */
const own = /focusedView == '?policyAnnotator\.|editorLangId == '?policy-claims/;

/** Contexts of VS Code's own that ours leave alone, or that aren't an article's editor with the focus. */
const elsewhere = /accessibilityHelpIsShown|inKeybindings|inChat|!inputFocus|!editorTextFocus/;

describe('Keys', () => {
  it('of ours hide none of VS Code’s own', async function () {
    this.timeout(60_000); // VS Code makes the list of all keys when it is asked for
    await api();
    const uri = vscode.Uri.parse('vscode://defaultsettings/keybindings.json');
    const text = (await vscode.workspace.openTextDocument(uri)).getText();
    const json = text.replace(/^\s*\/\/.*$/gm, '').replace(/,(\s*[\]}])/g, '$1');
    const all = JSON.parse(json.slice(json.indexOf('['), json.lastIndexOf(']') + 1)) as Binding[];
    const ours = all.filter(
      ({ command, when = '' }) => command.startsWith('policyAnnotator.') && !shared.has(command) && !own.test(when),
    );
    assert.ok(ours.length > 5, 'our keys are not among the defaults');
    const hidden = ours.flatMap(({ key, command }) =>
      all
        .filter((other) => other.key.split(' ')[0] === key && !other.command.startsWith('policyAnnotator.'))
        .filter(({ when = '' }) => !elsewhere.test(when))
        .map((other) => `${key} (${command}): ${other.command} when ${other.when ?? ''}`),
    );
    assert.deepEqual(hidden, []);
  });
});
