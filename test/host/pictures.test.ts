import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { article, rangeOf, read, root, run, until } from './support';

const text = 'Ruritania backs the levy. Borduria backs the levy. Syldavia opposes the levy.\n';

/** An article in which two actors are for a topic and one is against it. */
async function annotated(): Promise<vscode.Uri> {
  const uri = await article(text);
  const claims = [
    ['Ruritania backs the levy', 'Ruritania', 'support'],
    ['Borduria backs the levy', 'Borduria', 'support'],
    ['Syldavia opposes the levy', 'Syldavia', 'oppose'],
  ] as const;
  for (const [words, speaker, stance] of claims) {
    assert.ok(await run('tagActor', { article: uri, actor: speaker, range: rangeOf(text, speaker) }));
    const range = rangeOf(text, words);
    assert.ok(await run('tagClaim', { article: uri, topic: 'The levy', stance, speaker, range }));
  }
  return uri;
}

function isOpen(): boolean {
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
  return tabs.some(
    ({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith('picture.network'),
  );
}

describe('Pictures', () => {
  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('are shown and saved by a command that never asks', async () => {
    const uri = await annotated();
    const saved = (name: string): vscode.Uri => vscode.Uri.joinPath(uri, '..', name);
    const target = saved('network.csv');
    assert.equal(await run('showNetwork', { article: uri, save: { format: 'csv', target } }), true);
    assert.ok(isOpen());
    assert.equal(
      await read(target),
      ',Borduria,Ruritania,Syldavia\nBorduria,0,1,-1\nRuritania,1,0,-1\nSyldavia,-1,-1,0\n',
    );

    const svg = saved('network.svg');
    const asked = { article: uri, mode: 'two-mode', save: { format: 'svg', target: svg.toString() } };
    assert.equal(await run('showNetwork', asked), true);
    const drawn = (await read(svg)) ?? '';
    assert.match(drawn, /^<\?xml .*<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/s);
    assert.ok(drawn.includes('>The levy</text>') && drawn.includes('>Syldavia</text>'), drawn);
  });

  it('change nothing where they are asked for what can’t be', async () => {
    const uri = await annotated();
    assert.equal(await run('showNetwork', { article: uri, mode: 'one-mode', aggregation: 'combine' }), false);
    assert.equal(await run('showNetwork', { colour: 'red' }), false);
    assert.equal(await run('showNetwork', { save: { format: 'pdf', target: 'network.pdf' } }), false);
    assert.ok(!isOpen());
    // Neither an article nor annotations are replaced by a picture.
    assert.equal(await run('showNetwork', { article: uri, save: { format: 'csv', target: uri } }), false);
    assert.equal(await read(uri), text);
  });

  it('say what is missing where there is nothing to be drawn', async () => {
    const uri = await article('Nothing is said here.\n');
    const target = vscode.Uri.joinPath(root(), 'nothing.csv');
    assert.equal(await run('showNetwork', { article: uri, save: { format: 'csv', target } }), false);
    assert.equal(await read(target), undefined);
  });

  it('lead to a list of exactly the claims behind a thing', async () => {
    const uri = await annotated();
    const id = await run<string>('tagClaim', { article: uri, topic: 'The levy', range: { start: 0, end: 9 } });
    const listed = { claims: [{ article: uri.toString(), id }], title: 'A – B' };
    assert.equal(await run('listClaims', listed), true);
    await until('the list', () => vscode.window.activeTextEditor?.document.uri.scheme === 'policy-annotator-list');
    const list = vscode.window.activeTextEditor?.document.getText() ?? '';
    assert.match(list, /^A – B · 1 claim/);
    assert.equal(list.match(/, line 1/g)?.length, 1);
  });
});
