import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { api, article, messagesOf, rangeOf, read, run, sidecarOf, until } from './support';

const text = 'North Korea fired. Russia said that North Korea was right. Russia smiled.\n';

/** An article in the editor, the cursor at its begin, with two actors that are tagged once in another one. */
async function shown(): Promise<vscode.Uri> {
  const uri = await article(text);
  const other = vscode.Uri.joinPath(uri, '..', 'other.txt');
  await vscode.workspace.fs.writeFile(other, new TextEncoder().encode('North Korea, Russia'));
  await run('tagActor', { article: other, range: { start: 0, end: 11 }, actor: 'North Korea' });
  await run('tagActor', { article: other, range: { start: 13, end: 19 }, actor: 'Russia' });
  const editor = await vscode.window.showTextDocument(uri);
  editor.selection = new vscode.Selection(0, 0, 0, 0);
  return uri;
}

function selected(): string {
  const editor = vscode.window.activeTextEditor;
  return editor?.document.getText(editor.selection) ?? '';
}

function putCursor(offset: number): void {
  const editor = vscode.window.activeTextEditor;
  assert.ok(editor);
  const at = editor.document.positionAt(offset);
  editor.selection = new vscode.Selection(at, at);
}

async function actors(uri: vscode.Uri): Promise<readonly (string | undefined)[]> {
  return (await (await api()).annotations(uri)).filter(({ type }) => type === 'actor').map(({ actor }) => actor);
}

describe('Annotate mode', () => {
  it('makes articles read-only while it is on', async () => {
    await shown();
    const types = async (): Promise<boolean> => {
      const editor = vscode.window.activeTextEditor;
      const before = editor?.document.getText();
      await vscode.commands.executeCommand('type', { text: '#' });
      const isTyped = editor?.document.getText() !== before;
      if (isTyped) await vscode.commands.executeCommand('undo');
      return isTyped;
    };
    assert.equal(await run('toggleAnnotateMode'), true);
    try {
      assert.equal(await types(), false);
    } finally {
      assert.equal(await run('toggleAnnotateMode'), false);
    }
    await until('can be typed in again', types);
  });

  it('tags the name at the cursor without asking', async () => {
    const uri = await shown();
    assert.ok(await run('tagActorHere'));
    putCursor(rangeOf(text, 'Russia').start);
    assert.ok(await run('tagActorHere'));
    assert.deepEqual(await actors(uri), ['north-korea', 'russia']);
  });

  it('tags the name at the cursor and wherever else it stands, as one step; on a tagged one the others', async () => {
    const uri = await shown();
    assert.ok(await run('tagActorEverywhere'));
    assert.deepEqual(await actors(uri), ['north-korea', 'north-korea']);
    await run('undo', { article: uri });
    assert.deepEqual(await actors(uri), []);
    putCursor(rangeOf(text, 'Russia').start);
    assert.ok(await run('tagActorHere'));
    assert.ok(await run('tagActorEverywhere'));
    assert.deepEqual(await actors(uri), ['russia', 'russia']);
    const told = await messagesOf(async () => {
      assert.equal(await run('tagActorEverywhere'), undefined);
    });
    assert.equal(told.length, 1);
    assert.deepEqual(await actors(uri), ['russia', 'russia']);
  });

  it('tags what is pinned to a digit', async () => {
    const uri = await shown();
    assert.equal(await run('pin', { slot: 1, actor: 'North Korea' }), true);
    const range = rangeOf(text, 'Russia');
    const editor = vscode.window.activeTextEditor;
    assert.ok(editor);
    editor.selection = new vscode.Selection(0, range.start, 0, range.end);
    assert.ok(await run('tagPinned', { slot: 1 }));
    assert.deepEqual(await actors(uri), ['north-korea']);
    const told = await messagesOf(async () => {
      assert.equal(await run('pin', { slot: 10, actor: 'Russia' }), false);
      assert.equal(await run('pin', { slot: 2, actor: 'France' }), false);
    });
    assert.equal(told.length, 2);
  });
});

describe('Offers', () => {
  it('are gone through and accepted by a command each, and are marked then', async () => {
    const uri = await shown();
    assert.ok(await run('nextOffer'));
    const first = selected();
    assert.ok(await run('acceptOffer'));
    assert.deepEqual((await actors(uri)).length, 1);
    assert.equal(first, 'North Korea');
    assert.equal(await run('undo', { article: uri }), true);
    assert.deepEqual(await actors(uri), []);
  });

  it('are accepted all alike, as one step', async () => {
    const uri = await shown();
    putCursor(3);
    await run('acceptOffersAlike');
    assert.deepEqual(await actors(uri), ['north-korea', 'north-korea']);
    await run('undo', { article: uri });
    assert.deepEqual(await actors(uri), []);
  });

  it('are of one type alone where that is wanted', async () => {
    const uri = await shown();
    putCursor(rangeOf(text, 'said').start);
    assert.equal(await run('offerOnly'), 'claim');
    assert.ok(await run('nextOffer'));
    assert.match(selected(), /said/);
    putCursor(3);
    const told = await messagesOf(async () => {
      assert.equal(await run('acceptOffer'), undefined);
      assert.equal(await run('offerOnly', { type: 'passage' }), undefined);
    });
    assert.equal(told.length, 2);
    assert.equal(await run('offerOnly', { article: uri, type: 'source' }), 'source');
    assert.match((await messagesOf(() => run('nextOffer'))).join(), /only sources/);
    assert.equal(await run('offerOnly'), 'all');
    putCursor(3);
    assert.ok(await run('acceptOffer'));
  });

  it('of a claim are accepted with a stance, and a marked one’s changes, by one command', async () => {
    const uri = await shown();
    const claims = async (): Promise<readonly unknown[]> =>
      (await (await api()).annotations(uri)).filter(({ type }) => type === 'claim').map(({ stance }) => stance);
    const { start } = rangeOf(text, 'said');
    putCursor(start);
    const id = await run('setStance', { stance: '+' });
    assert.ok(id);
    assert.deepEqual(await claims(), ['support']);
    putCursor(start);
    assert.equal(await run('setStance', { stance: 'oppose' }), id);
    assert.deepEqual(await claims(), ['oppose']);
    const told = await messagesOf(async () => {
      assert.equal(await run('setStance', { stance: 'maybe' }), undefined);
    });
    assert.equal(told.length, 1);
    assert.deepEqual(await claims(), ['oppose']);
  });

  it('in an author’s own voice are the author’s, who becomes an actor', async () => {
    const uri = await article('Russia’s motive is to weaken China.\n');
    assert.equal(await run('editArticleMetadata', { article: uri, author: 'Noor Hale' }), true);
    await vscode.window.showTextDocument(uri);
    putCursor(20);
    assert.ok(await run('acceptOffer'));
    const [claim] = (await (await api()).annotations(uri)).filter(({ type }) => type === 'claim');
    assert.deepEqual(claim?.links?.[0], { role: 'speaker', actor: 'noor-hale' });
    const { actors: made } = await (await api()).codebook(uri);
    assert.deepEqual(
      made?.find(({ id }) => id === 'noor-hale'),
      { id: 'noor-hale', name: 'Noor Hale', kind: 'person' },
    );
  });

  it('that are rejected aren’t made again', async () => {
    await shown();
    putCursor(3);
    const key = await run('nextOffer').then(async () => {
      putCursor(3);
      assert.equal(await run('rejectOffer'), true);
      putCursor(0);
      return run('previousOffer');
    });
    assert.ok(key);
    putCursor(3);
    const told = await messagesOf(async () => {
      assert.equal(await run('acceptOffer'), undefined);
    });
    assert.match(told.join(), /no offer at the cursor/);
    assert.equal(await run('view.undoInMode'), true);
    const id = await run<string>('acceptOffer');
    assert.ok(id);
    assert.equal(await run('view.undoInMode'), true);
    assert.equal(await run('redo'), true);
  });

  it('that were rejected are made again by a command', async () => {
    const uri = await shown();
    putCursor(3);
    assert.equal(await run('rejectOffer'), true);
    assert.equal(await run('offerAgain', { article: uri }), 1);
    assert.equal(await run('offerAgain', { article: uri }), 0);
    putCursor(3);
    assert.ok(await run('acceptOffer'));
  });
});

describe('Finishing an article', () => {
  it('sets its status, and opens the next one that isn’t finished', async () => {
    const uri = await shown();
    const other = vscode.Uri.joinPath(uri, '..', 'other.txt');
    const next = await run<string>('finishArticle');
    assert.equal(next, other.toString());
    assert.equal(vscode.window.activeTextEditor?.document.uri.toString(), next);
    const sidecar = JSON.parse((await read(sidecarOf(uri))) ?? '{}') as { coding?: { status: string }[] };
    assert.deepEqual(
      sidecar.coding?.map(({ status }) => status),
      ['done'],
    );
    const back = await run<string>('nextUncodedArticle', { article: other });
    assert.notEqual(back, uri.toString());
  });
});
