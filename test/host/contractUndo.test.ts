import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { api, article, messagesOf, rangeOf, read, run, sidecarOf, until, write } from './support';

const text = [
  'North Korea said on Monday that the drill was a rehearsal for war. The DPRK called it “reckless”.[1]',
  'Washington rejected the charge. North Korea did not answer. Pyongyang and Russia agreed.',
  '',
].join('\n');

function tag(uri: vscode.Uri, actor: string, words = actor, n = 0): Thenable<string> {
  return run<string>('tagActor', { article: uri, actor, range: rangeOf(text, words, n) });
}

async function idsOf(uri: vscode.Uri): Promise<string[]> {
  return (await (await api()).annotations(uri)).map(({ id }) => id);
}

async function aliases(uri: vscode.Uri): Promise<readonly string[] | undefined> {
  return (await (await api()).codebook(uri)).actors?.[0]?.aliases;
}

async function twoArticles(): Promise<[vscode.Uri, vscode.Uri]> {
  const uri = await article(text);
  const other = vscode.Uri.joinPath(uri, '..', 'other.txt');
  await write(other, text);
  return [uri, other];
}

/** As a person opens it; a document that an extension opened is kept open by VS Code for a while. */
async function opened(uri: vscode.Uri): Promise<vscode.TextEditor> {
  await vscode.commands.executeCommand('vscode.open', uri);
  return until('the editor', () => {
    const editor = vscode.window.activeTextEditor;
    return editor?.document.uri.toString() === uri.toString() ? editor : undefined;
  });
}

async function sha256(of: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(of));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

describe('Undo', () => {
  it('takes an alias back though another article taught the actor another one meanwhile', async () => {
    const [uri, other] = await twoArticles();
    await tag(uri, 'North Korea');
    await tag(uri, 'North Korea', 'DPRK');
    await tag(other, 'North Korea', 'Pyongyang');
    assert.equal(await run('undo', { article: uri }), true);
    assert.deepEqual(await aliases(uri), ['Pyongyang']);
    assert.equal(await run('redo', { article: uri }), true);
    assert.deepEqual(await aliases(uri), ['Pyongyang', 'DPRK']);
    assert.equal((await idsOf(uri)).length, 2);
  });

  it('works after the codebook was changed elsewhere', async () => {
    const uri = await article(text);
    await tag(uri, 'North Korea');
    await tag(uri, 'North Korea', 'DPRK');
    const codebook = vscode.Uri.joinPath(uri, '..', '..', 'policy-codebook.json');
    const content = await until('the codebook', async () => {
      const now = await read(codebook);
      return now?.includes('DPRK') ? now : undefined;
    });
    await write(codebook, content.replace('"name": "North Korea"', '"name": "N. Korea"'));
    await until('read again', async () => (await (await api()).codebook(uri)).actors?.[0]?.name === 'N. Korea');
    assert.equal(await run('undo', { article: uri }), true);
    assert.deepEqual((await (await api()).codebook(uri)).actors, [{ id: 'north-korea', name: 'N. Korea' }]);
    assert.equal((await idsOf(uri)).length, 1);
  });

  it('leaves redo of one article alone when another goes on', async () => {
    const [uri, other] = await twoArticles();
    const id = await tag(uri, 'North Korea');
    assert.equal(await run('undo', { article: uri }), true);
    await tag(other, 'Russia');
    assert.equal(await run('redo', { article: uri }), true);
    assert.deepEqual(await idsOf(uri), [id]);
    assert.equal(await run('undo', { article: uri }), true);
    await tag(uri, 'Russia');
    let again: unknown;
    await messagesOf(async () => {
      again = await run('redo', { article: uri });
    });
    assert.equal(again, false, 'a new step ends redo');
  });

  it('gives up a step whose annotation was changed elsewhere, and goes on with the one before', async () => {
    const uri = await article(text);
    await tag(uri, 'North Korea');
    const second = await tag(uri, 'Russia');
    const content = await until('both', async () => {
      const now = await read(sidecarOf(uri));
      return now?.includes(second) ? now : undefined;
    });
    await write(sidecarOf(uri), content.replace('"actor": "russia",', '"actor": "russia",\n      "note": "theirs",'));
    let undone: unknown;
    const messages = await messagesOf(async () => {
      undone = await run('undo', { article: uri });
    });
    assert.equal(undone, false);
    assert.match(messages.join(), /changed since/);
    assert.equal(await run('undo', { article: uri }), true);
    assert.deepEqual(await idsOf(uri), [second]);
  });

  it('works after the article was closed, changed and opened again', async () => {
    const uri = await article(text);
    await opened(uri);
    const first = await tag(uri, 'North Korea');
    const second = await tag(uri, 'Russia');
    await run('removeAnnotation', { article: uri, id: first });
    const closed = new Promise<void>((resolve) => {
      const subscription = vscode.workspace.onDidCloseTextDocument((document) => {
        if (document.uri.toString() !== uri.toString()) return;
        subscription.dispose();
        resolve();
      });
    });
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    await closed;
    await write(uri, `A new line.\n${text}`);
    assert.equal(await run('undo', { article: uri }), true);
    const placed = await (await api()).annotations(uri);
    assert.deepEqual(
      placed.map(({ id, standing, target }) => [id, standing, target[0]?.start, target[0]?.exact]),
      [
        [first, 'anchored', 12, 'North Korea'],
        [second, 'anchored', 12 + rangeOf(text, 'Russia').start, 'Russia'],
      ],
    );
    assert.equal(await run('undo', { article: uri }), true);
    assert.deepEqual(await idsOf(uri), [first]);
  });
});

describe('An article that is closed', () => {
  it('and opened again at once has what was done last', async () => {
    const uri = await article(text);
    await opened(uri);
    const ids = [await tag(uri, 'North Korea'), await tag(uri, 'Washington'), await tag(uri, 'Russia')];
    void vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    await until('closed', () => !vscode.workspace.textDocuments.some((open) => open.uri.toString() === uri.toString()));
    assert.deepEqual(await idsOf(uri), ids);
  });

  it('without saving leaves a sidecar of the text on disk', async () => {
    const uri = await article(text);
    const editor = await opened(uri);
    await tag(uri, 'North Korea');
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), 'Never saved. '));
    const now = editor.document.getText();
    const second = await run<string>('tagActor', { actor: 'Russia', range: rangeOf(now, 'Russia') });
    const third = await run<string>('tagActor', { actor: 'Never', range: rangeOf(now, 'Never') });
    await until('written against the buffer', async () =>
      ((await read(sidecarOf(uri))) ?? '').includes(`"length": ${now.length}`),
    );
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await until('reverted', () => editor.document.isClosed || !editor.document.isDirty);
    const hash = await sha256(text);
    await until('the hash of the text on disk', async () => ((await read(sidecarOf(uri))) ?? '').includes(hash));
    const placed = await (await api()).annotations(uri);
    const russia = placed.find(({ id }) => id === second);
    assert.deepEqual([russia?.standing, russia?.target[0]?.start], ['anchored', rangeOf(text, 'Russia').start]);
    const never = placed.find(({ id }) => id === third);
    assert.notEqual(never?.standing, 'anchored');
    assert.equal(never?.target[0]?.exact, 'Never');
  });

  it('nor does a target stay deleted whose deletion was never saved', async () => {
    const uri = await article(text);
    const editor = await opened(uri);
    const id = await tag(uri, 'Washington');
    await editor.edit((edit) => edit.delete(new vscode.Range(1, 0, 1, 20)));
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await until('closed', () => !vscode.workspace.textDocuments.some((open) => open.uri.toString() === uri.toString()));
    const [placed] = await (await api()).annotations(uri);
    assert.deepEqual([placed?.id, placed?.standing, placed?.target[0]?.exact], [id, 'anchored', 'Washington']);
  });

  it('is renamed without losing anything', async () => {
    const uri = await article(text);
    await opened(uri);
    const id = await tag(uri, 'Russia');
    const renamed = vscode.Uri.joinPath(uri, '..', 'renamed.txt');
    const edit = new vscode.WorkspaceEdit();
    edit.renameFile(uri, renamed);
    assert.equal(await vscode.workspace.applyEdit(edit), true);
    assert.match((await read(sidecarOf(renamed))) ?? '', new RegExp(id));
    assert.equal(await read(sidecarOf(uri)), undefined);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });
});

describe('A file system that takes no writing', () => {
  it('is refused with a message', async () => {
    const changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
    const provider: vscode.FileSystemProvider = {
      onDidChangeFile: changed.event,
      watch: () => new vscode.Disposable(() => undefined),
      stat: (uri) => {
        if (!uri.path.endsWith('/article.txt')) throw vscode.FileSystemError.FileNotFound(uri);
        return { type: vscode.FileType.File, ctime: 0, mtime: 0, size: text.length };
      },
      readDirectory: () => [],
      createDirectory: () => undefined,
      readFile: (uri) => {
        if (!uri.path.endsWith('/article.txt')) throw vscode.FileSystemError.FileNotFound(uri);
        return new TextEncoder().encode(text);
      },
      writeFile: (uri) => {
        throw vscode.FileSystemError.NoPermissions(uri);
      },
      delete: () => undefined,
      rename: () => undefined,
    };
    const registration = vscode.workspace.registerFileSystemProvider('readonlytest', provider, { isReadonly: true });
    const uri = vscode.Uri.parse('readonlytest:/articles/article.txt');
    let id: unknown = 'not called';
    const messages = await messagesOf(async () => {
      id = await tag(uri, 'Russia');
    });
    registration.dispose();
    assert.equal(id, undefined);
    assert.equal(messages.length, 1);
    assert.match(messages[0] ?? '', /read-only/);
  });
});
