import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Sidecar } from '../../src/model/article';
import { api, article, rangeOf, read, run, sidecarOf, until, write } from './support';

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

async function sidecarAt(uri: vscode.Uri): Promise<Sidecar> {
  return JSON.parse((await until('the sidecar', () => read(sidecarOf(uri)))) ?? '') as Sidecar;
}

/** What warnings and questions say while `work` runs; `answer` is the button that is pressed. */
async function toldWhile(
  kind: 'showWarningMessage' | 'showInformationMessage',
  answer: string | undefined,
  work: () => Promise<unknown>,
): Promise<string[]> {
  const told: string[] = [];
  const window = vscode.window as unknown as Record<typeof kind, unknown>;
  const original = window[kind];
  window[kind] = (message: string, ...rest: unknown[]) => {
    told.push(message);
    return Promise.resolve(rest.includes(answer) ? answer : undefined);
  };
  try {
    await work();
  } finally {
    window[kind] = original;
  }
  return told;
}

describe('An article that is renamed in VS Code', () => {
  it('takes its sidecar along, and its history goes on', async () => {
    const from = await annotated();
    const to = beside(from, 'renamed.txt');
    await vscode.window.showTextDocument(from);
    assert.ok(await run('tagActor', { actor: 'North Korea', range: rangeOf(text, 'North Korea') }));
    const before = await sidecarAt(from);
    await rename([from, to]);
    await until('the sidecar at its new place', () => read(sidecarOf(to)));
    assert.equal(await read(sidecarOf(from)), undefined);
    assert.equal((await sidecarAt(to)).article.file, before.article.file);
    assert.equal((await annotationsOf(to)).length, 2);

    assert.equal(await run('undo', { article: to }), true);
    await until('one annotation less', async () => (await sidecarAt(to)).annotations.length === 1);
    assert.equal((await sidecarAt(to)).article.file, 'renamed.txt');
    assert.equal(await run('redo', { article: to }), true);
    await until('both again', async () => (await sidecarAt(to)).annotations.length === 2);
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
    await until('the sidecar of the saved text', async () => (await sidecarAt(to)).article.length === text.length + 11);
    assert.equal(await read(sidecarOf(from)), undefined);
    assert.equal(await read(from), undefined);
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
