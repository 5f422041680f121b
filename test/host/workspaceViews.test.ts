import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { article, messagesOf, rangeOf, run, until, write } from './support';

const text = 'Karsk says that the levy is lawful.\nVelmar disputes that.\n';

describe('The views of the workspace', () => {
  it('go to the next article in the workspace’s order that one has still to read', async () => {
    const uri = await article(text, 'a.txt');
    const [b, c, d] = ['b.txt', 'c.md', 'd.txt'].map((name) => vscode.Uri.joinPath(uri, '..', name));
    assert.ok(b && c && d);
    for (const other of [b, c, d]) await write(other, text);
    assert.ok(await run('setCodingStatus', { article: b, status: 'done' }));
    assert.ok(await run('setCodingStatus', { article: c, status: 'doing' }));
    assert.equal(await run('nextUncodedArticle', { article: uri }), c.toString());
    assert.equal(vscode.window.activeTextEditor?.document.uri.toString(), c.toString());
    assert.equal(await run('nextUncodedArticle', {}), d.toString());
    assert.ok(await run('setCodingStatus', { article: c, status: 'irrelevant' }));
    assert.equal(await run('nextUncodedArticle', { article: uri.toString() }), d.toString());
  });

  it('list claims in an editor, as they are, and follow what becomes of them', async () => {
    const uri = await article(text);
    const claim = { article: uri, topic: 'The levy is lawful', range: rangeOf(text, 'the levy is lawful') };
    const id = await run<string>('tagClaim', { ...claim, stance: 'support' });
    assert.ok(await run('listClaims', { article: uri, topic: 'The levy is lawful' }));
    const document = vscode.window.activeTextEditor?.document;
    assert.equal(document?.uri.scheme, 'policy-annotator-list');
    assert.match(
      document.getText(),
      /article\.txt, line 1\nThe levy is lawful · Support.*\nKarsk says that the levy is lawful\./u,
    );
    assert.ok(await run('editAnnotation', { article: uri, id, stance: 'oppose' }));
    await until('the other stance', () => document.getText().includes('· Oppose'));
  });

  it('change nothing on bad input', async () => {
    const told = await messagesOf(async () => {
      assert.equal(await run('groupClaims', { by: 'colour' }), false);
      assert.equal(await run('groupClaims', {}), false);
      assert.equal(await run('listClaims', { topic: 'Nobody speaks of this' }), false);
      assert.equal(await run('filterClaims', { words: 'x' }), false);
      assert.equal(await run('nextUncodedArticle', { creator: 'lee' }), undefined);
    });
    assert.equal(told.length, 5);
    assert.equal(await run('groupClaims', { by: 'speaker' }), true);
    assert.equal(await run('groupClaims', { by: 'topic' }), true);
  });
});
