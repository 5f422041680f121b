import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { article, hovered, run, until, write } from './support';

const content = {
  format: 'policy-codebook',
  version: 1,
  actors: [
    { id: 'asean', name: 'ASEAN', kind: 'group', members: ['laos', 'nobody'] },
    { id: 'laos', name: 'Laos', parent: 'asean' },
  ],
  topics: [{ id: 'trade', name: 'Trade is good', parent: 'trade' }],
};

/** An article with one mention of Laos, and its codebook in an editor. */
async function shown(): Promise<{
  readonly document: vscode.TextDocument;
  readonly at: (words: string) => vscode.Position;
}> {
  const uri = await article('Laos spoke.');
  const file = vscode.Uri.joinPath(uri, '..', '..', 'policy-codebook.json');
  await write(file, `${JSON.stringify(content, null, 2)}\n`);
  await run('tagActor', { article: uri, range: { start: 0, end: 4 }, actor: 'laos' });
  const document = await vscode.workspace.openTextDocument(file);
  await vscode.window.showTextDocument(document);
  const at = (words: string): vscode.Position => {
    const index = document.getText().indexOf(words);
    assert.ok(index >= 0, words);
    return document.positionAt(index + 2);
  };
  return { document, at };
}

describe('The codebook’s own file', () => {
  it('offers ids where one is expected', async () => {
    const { document, at } = await shown();
    const list = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      at('"asean"\n'),
    );
    const texts = list.items.map(({ insertText }) => insertText);
    assert.ok(texts.includes('"asean"'), JSON.stringify(texts));
    assert.ok(!texts.includes('"laos"'), 'an actor is not below itself');
  });

  it('says of an id who that is', async () => {
    const { document, at } = await shown();
    assert.match(await hovered(document.uri, at('"laos",\n')), /Laos/);
  });

  it('leads from an id to all mentions, and from a reference to the entry', async () => {
    const { document, at } = await shown();
    const found = await vscode.commands.executeCommand<vscode.Location[]>(
      'vscode.executeReferenceProvider',
      document.uri,
      at('"laos",\n      "name"'),
    );
    assert.ok(
      found.some(({ uri }) => uri.path.endsWith('article.txt')),
      JSON.stringify(found),
    );
    const [definition] = await vscode.commands.executeCommand<vscode.LocationLink[]>(
      'vscode.executeDefinitionProvider',
      document.uri,
      at('"asean"\n'),
    );
    assert.equal(definition?.targetRange.contains(at('"ASEAN"')), true);
  });

  it('shows what is wrong with it, as long as that is so', async () => {
    const { document } = await shown();
    const messages = (): string[] => vscode.languages.getDiagnostics(document.uri).map(({ message }) => message);
    await until('the findings', () => messages().some((message) => message.includes('nobody')));
    assert.ok(messages().some((message) => message.includes('"trade" is below itself')));
    const edit = new vscode.WorkspaceEdit();
    const index = document.getText().indexOf('nobody');
    edit.replace(document.uri, new vscode.Range(document.positionAt(index), document.positionAt(index + 6)), 'laos');
    await vscode.workspace.applyEdit(edit);
    await until('no such actor is missing', () => !messages().some((message) => message.includes('nobody')));
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });
});
