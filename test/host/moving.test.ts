import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { sha256 } from '../../src/sidecar/hash';
import {
  api,
  article,
  messagesOf,
  rangeOf,
  read,
  run,
  sidecarOf,
  storedSidecar,
  toldWhile,
  until,
  write,
} from './support';

const text = 'North Korea said on Monday that the drill was a rehearsal for war. Russia agreed.\n';

/** An article with one mention, written. */
async function annotated(name?: string): Promise<vscode.Uri> {
  const uri = await article(text, name);
  assert.ok(await run('tagActor', { article: uri, actor: 'Russia', range: rangeOf(text, 'Russia') }));
  await until('the sidecar', () => read(sidecarOf(uri)));
  return uri;
}

function beside(uri: vscode.Uri, path: string): vscode.Uri {
  return vscode.Uri.joinPath(uri, '..', path);
}

/** Renames as VS Code does it for a person: whoever takes part is asked. */
async function rename(...moves: readonly (readonly [vscode.Uri, vscode.Uri])[]): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  for (const [from, to] of moves) edit.renameFile(from, to);
  assert.equal(await vscode.workspace.applyEdit(edit), true);
}

async function remove(uri: vscode.Uri): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.deleteFile(uri, { recursive: true });
  assert.equal(await vscode.workspace.applyEdit(edit), true);
}

async function annotationsOf(uri: vscode.Uri): Promise<readonly { readonly id: string }[]> {
  return (await api()).annotations(uri);
}

describe('An article that is renamed in VS Code', () => {
  it('takes its sidecar along, and its history goes on', async () => {
    const from = await annotated();
    const to = beside(from, 'renamed.txt');
    await vscode.window.showTextDocument(from);
    assert.ok(await run('tagActor', { actor: 'North Korea', range: rangeOf(text, 'North Korea') }));
    const before = await storedSidecar(from);
    await rename([from, to]);
    await until('the sidecar at its new place', () => read(sidecarOf(to)));
    assert.equal(await read(sidecarOf(from)), undefined);
    assert.equal((await storedSidecar(to)).article.file, before.article.file);
    assert.equal((await annotationsOf(to)).length, 2);

    assert.equal(await run('undo', { article: to }), true);
    await until('one annotation less', async () => (await storedSidecar(to)).annotations.length === 1);
    assert.equal((await storedSidecar(to)).article.file, 'renamed.txt');
    assert.equal(await run('redo', { article: to }), true);
    await until('both again', async () => (await storedSidecar(to)).annotations.length === 2);
    assert.equal(await read(sidecarOf(from)), undefined);
  });

  it('in an editor whose text isn’t saved: nothing is lost, and nothing is written at the old place', async () => {
    const from = await annotated();
    const to = beside(from, 'unsaved.txt');
    const editor = await vscode.window.showTextDocument(from);
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), 'Yesterday, '));
    const said = rangeOf(`Yesterday, ${text}`, 'North Korea');
    assert.ok(await run('tagActor', { actor: 'North Korea', range: said }));
    await rename([from, to]);
    await until('the sidecar at its new place', () => read(sidecarOf(to)));
    const document = await until('the document', () =>
      vscode.workspace.textDocuments.find(({ uri }) => uri.toString() === to.toString()),
    );
    assert.equal(document.getText(), `Yesterday, ${text}`);
    const placed = await (await api()).annotations(to);
    assert.deepEqual(
      placed.map(({ standing, target }) => [standing, document.getText().slice(target[0]?.start, target[0]?.end)]),
      [
        ['anchored', 'North Korea'],
        ['anchored', 'Russia'],
      ],
    );
    assert.equal(await document.save(), true);
    await until(
      'the sidecar of the saved text',
      async () => (await storedSidecar(to)).article.length === text.length + 11,
    );
    assert.equal(await read(sidecarOf(from)), undefined);
    assert.equal(await read(from), undefined);
  });

  it('while it is closed: its history goes on', async () => {
    const from = await annotated();
    await vscode.window.showTextDocument(from);
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    const to = beside(from, 'closed.txt');
    await rename([from, to]);
    assert.deepEqual(await messagesOf(() => run('undo', { article: to })), []);
    await until('no annotation', async () => (await storedSidecar(to)).annotations.length === 0);
    assert.equal(await run('redo', { article: to }), true);
    await until('the annotation', async () => (await storedSidecar(to)).annotations.length === 1);
    assert.equal(await read(sidecarOf(from)), undefined);
  });

  it('with a sidecar that can’t be read: that goes along as it is', async () => {
    const from = await article(text);
    const broken = '<<<<<<< ours\n{}\n';
    await write(sidecarOf(from), broken);
    await vscode.window.showTextDocument(from);
    await assert.rejects(annotationsOf(from));
    const to = beside(from, 'broken.txt');
    await rename([from, to]);
    await assert.rejects(annotationsOf(to));
    assert.equal(await read(sidecarOf(to)), broken);
    assert.equal(await read(sidecarOf(from)), undefined);
    const [message] = await messagesOf(() => run('setCodingStatus', { article: to, status: 'done' }));
    assert.match(message ?? '', /broken\.txt\.annotations\.json, line 1/);
  });

  it('together with its sidecar, or in a folder: that is moved once', async () => {
    const from = await annotated();
    const to = beside(from, 'both.txt');
    await rename([from, to], [sidecarOf(from), sidecarOf(to)]);
    assert.equal((await annotationsOf(to)).length, 1);
    const folder = beside(from, '../elsewhere');
    await rename([beside(from, '.'), folder]);
    const moved = vscode.Uri.joinPath(folder, 'both.txt');
    assert.equal((await annotationsOf(moved)).length, 1);
    assert.equal(await read(sidecarOf(to)), undefined);
  });

  it('with its folder, while it is open: its history goes on', async () => {
    const from = await annotated();
    await vscode.window.showTextDocument(from);
    assert.ok(await run('tagActor', { actor: 'North Korea', range: rangeOf(text, 'North Korea') }));
    const folder = beside(from, '../renamed');
    await rename([beside(from, '.'), folder]);
    const to = vscode.Uri.joinPath(folder, 'article.txt');
    assert.equal((await annotationsOf(to)).length, 2);
    assert.equal(await run('undo', { article: to }), true);
    await until('one annotation less', async () => (await storedSidecar(to)).annotations.length === 1);
    assert.equal(await read(sidecarOf(from)), undefined);
  });

  it('to a name that has a sidecar: that one stays, and it is said', async () => {
    const from = await annotated();
    const to = beside(from, 'taken.txt');
    await write(sidecarOf(to), (await read(sidecarOf(from)))?.replace('"russia"', '"somebody"') ?? '');
    const told = await toldWhile('showWarningMessage', undefined, () => rename([from, to]));
    assert.match(
      told.join('\n'),
      /taken\.txt\.annotations\.json is there already.*stay in .*article\.txt\.annotations/,
    );
    assert.match((await read(sidecarOf(to))) ?? '', /"somebody"/);
    assert.match((await read(sidecarOf(from))) ?? '', /"russia"/);
  });

  it('into a folder with another codebook: it says whom that doesn’t know, and copies them', async () => {
    const from = await annotated();
    const other = await article('Other.\n');
    const to = beside(other, 'moved.txt');
    const codebook = beside(other, '../policy-codebook.json');
    const told = await toldWhile('showWarningMessage', 'Copy to Codebook', async () => {
      await rename([from, to]);
      await until('the actor in the other codebook', async () => (await read(codebook))?.includes('"name": "Russia"'));
    });
    assert.match(told.join('\n'), /doesn’t know what they speak of: Russia\./);
    assert.equal((await annotationsOf(to)).length, 1);
  });
});

describe('An article that is deleted in VS Code', () => {
  it('takes its sidecar along, and nothing is written any more', async () => {
    const uri = await annotated();
    await vscode.window.showTextDocument(uri);
    await run('tagActor', { actor: 'North Korea', range: rangeOf(text, 'North Korea') });
    await remove(uri);
    assert.equal(await read(sidecarOf(uri)), undefined);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    assert.equal(await read(sidecarOf(uri)), undefined);
  });
});

describe('An article with unsaved changes that is deleted in VS Code', () => {
  it('takes along what was annotated in these: its sidecar doesn’t come back', async () => {
    const uri = await annotated();
    const editor = await vscode.window.showTextDocument(uri);
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), 'Yesterday, '));
    await run('tagActor', { actor: 'North Korea', range: rangeOf(editor.document.getText(), 'North Korea') });
    await remove(uri);
    await until('it is no longer unsaved', () => !editor.document.isDirty || editor.document.isClosed);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    // What another article has to write comes later than what this one would have had.
    const other = await annotated();
    assert.equal((await storedSidecar(other)).annotations.length, 1);
    assert.equal(await read(sidecarOf(uri)), undefined);
  });
});

describe('A copy that is made in VS Code', () => {
  it('is offered the annotations of the article with the same text', async () => {
    const from = await annotated();
    const to = beside(from, 'copy.txt');
    const told = await toldWhile('showInformationMessage', 'Copy Annotations', async () => {
      const edit = new vscode.WorkspaceEdit();
      edit.createFile(to, { contents: new TextEncoder().encode(text.replaceAll('\n', '\r\n')) });
      assert.equal(await vscode.workspace.applyEdit(edit), true);
      await until('its sidecar', () => read(sidecarOf(to)));
    });
    assert.match(told.join('\n'), /copy\.txt has the same text as .*article\.txt\. Copy its annotations \(1\)\?/);
    const [copy, original] = [await storedSidecar(to), await storedSidecar(from)];
    assert.deepEqual(copy, { ...original, article: { ...original.article, file: 'copy.txt' } });
    assert.equal((await annotationsOf(to)).length, 1);
  });

  it('and not where its text differs, or it has annotations', async () => {
    const from = await annotated();
    const to = beside(from, 'differs.txt');
    await write(to, text.replace('Russia', 'Prussia'));
    const [message] = await messagesOf(() => run('copyAnnotations', { article: to }));
    assert.match(message ?? '', /No annotated article has the same text/);
    assert.equal(await read(sidecarOf(to)), undefined);
    const [other] = await messagesOf(() => run('copyAnnotations', { article: from }));
    assert.match(other ?? '', /or it has annotations/);
  });
});

describe('An article that was moved outside VS Code', () => {
  /** Moves a file without VS Code's taking part. */
  async function moveOutside(from: vscode.Uri, to: vscode.Uri): Promise<void> {
    await vscode.workspace.fs.rename(from, to);
  }

  async function withoutArticle(): Promise<string[]> {
    const uris = await run<vscode.Uri[]>('showAnnotationsWithoutArticle', {});
    return uris.map(String);
  }

  it('is found by its text, and gets its annotations back', async () => {
    // Of a text of its own: other tests leave the same.
    const from = await annotated();
    const own = `${text}Moved outside: ${Math.random()}.\n`;
    await write(from, own);
    const value = await storedSidecar(from);
    const hash = await sha256(own);
    const article = { ...value.article, sha256: hash, length: own.length };
    await write(sidecarOf(from), `${JSON.stringify({ ...value, article }, null, 2)}\n`);
    const to = beside(from, '../found.txt');
    await moveOutside(from, to);
    assert.ok((await withoutArticle()).includes(sidecarOf(from).toString()));
    assert.ok((await run<number>('findMovedArticles', {})) >= 1);
    assert.ok(await read(sidecarOf(to)));
    assert.equal(await read(sidecarOf(from)), undefined);
    assert.equal((await annotationsOf(to)).length, 1);
    assert.ok(!(await withoutArticle()).includes(sidecarOf(from).toString()));
  });

  it('with another text: its annotations are listed, and go to the file that is chosen', async () => {
    const from = await annotated();
    const taken = await annotated('taken.txt');
    const to = beside(from, 'chosen.txt');
    await vscode.workspace.fs.delete(from);
    await write(to, `Yesterday: ${text}`);
    const sidecar = sidecarOf(from);
    assert.ok((await withoutArticle()).includes(sidecar.toString()));
    const [refused] = await messagesOf(() => run('chooseArticle', { sidecar, article: taken }));
    assert.match(refused ?? '', /taken\.txt has annotations of its own already/);
    const [missing] = await messagesOf(() => run('chooseArticle', { sidecar, article: beside(from, 'no.txt') }));
    assert.match(missing ?? '', /no\.txt is no article/);
    assert.ok(await read(sidecar));
    assert.equal(await run('chooseArticle', { sidecar, article: to }), true);
    const [annotation] = await (await api()).annotations(to);
    assert.equal(annotation?.standing, 'anchored');
    assert.equal(await read(sidecar), undefined);
  });

  it('while it is open, with a history: that goes on', async () => {
    const from = await annotated();
    await vscode.window.showTextDocument(from);
    const to = beside(from, '../history.txt');
    await moveOutside(from, to);
    assert.equal(await run('chooseArticle', { sidecar: sidecarOf(from), article: to }), true);
    assert.equal(await run('undo', { article: to }), true);
    await until('no annotation', async () => (await storedSidecar(to)).annotations.length === 0);
    assert.equal(await read(sidecarOf(from)), undefined);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });
});
