import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { article, messagesOf, rangeOf, read, run, sidecarOf, until, write } from './support';

const text = 'Karsk says that the levy is lawful.\n\nVelmar disputes that, and Karsk knows it.\n';

/** An article in which Karsk is for a topic and Velmar against it, by a source. */
async function coded(): Promise<vscode.Uri> {
  const uri = await article(text);
  const at = { article: uri };
  assert.ok(await run('tagActor', { ...at, actor: 'Karsk', range: rangeOf(text, 'Karsk') }));
  assert.ok(await run('tagActor', { ...at, actor: 'Karsk', range: rangeOf(text, 'Karsk', 1) }));
  assert.ok(await run('tagActor', { ...at, actor: 'Velmar', range: rangeOf(text, 'Velmar') }));
  const claim = { ...at, topic: 'The levy is lawful', date: '2024-03' };
  const range = rangeOf(text, 'the levy is lawful');
  assert.ok(await run('tagClaim', { ...claim, stance: 'support', speaker: 'Karsk', range }));
  const other = rangeOf(text, 'Velmar disputes that');
  assert.ok(await run('tagClaim', { ...claim, stance: 'oppose', speaker: 'Velmar', range: other }));
  await until('the sidecar', () => read(sidecarOf(uri)));
  return uri;
}

/** Saves a picture of one article without asking, and gives the file's rows. */
async function saved(command: string, uri: vscode.Uri, settings: object = {}): Promise<readonly string[]> {
  const target = vscode.Uri.joinPath(uri, '..', '..', `${command}.csv`);
  assert.equal(await run(command, { article: uri, ...settings, save: { target } }), true);
  const content = await read(target);
  assert.ok(content !== undefined);
  return content.trimEnd().split('\n');
}

describe('Charts and the concordance', () => {
  let uri: vscode.Uri;
  before(async () => {
    uri = await coded();
  });
  after(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('save their figures without asking', async () => {
    assert.deepEqual(await saved('showTimeline', uri), [
      'period,from,to,series,claims',
      '2024-03,2024-03-01,2024-03-31,Support,1',
      '2024-03,2024-03-01,2024-03-31,Oppose,1',
    ]);
    assert.deepEqual((await saved('showMatrix', uri, { order: 'name' })).slice(1), [
      'Karsk,The levy is lawful,1,1,0,1',
      'Velmar,The levy is lawful,1,0,1,-1',
    ]);
    assert.deepEqual(await saved('showFrequencies', uri), [
      'actor,mentions,claims,articles',
      'Karsk,2,1,1',
      'Velmar,1,1,1',
    ]);
    const [, ...claims] = await saved('showEvidence', uri);
    assert.equal(claims.length, 2);
  });

  it('read the texts that they need', async () => {
    const inParagraphs = await saved('showCooccurrence', uri);
    assert.deepEqual(inParagraphs.slice(1), ['Karsk,Velmar,1,2,1,0.5']);
    const inArticles = await saved('showCooccurrence', uri, { within: 'article' });
    assert.deepEqual(inArticles.slice(1), ['Karsk,Velmar,1,1,1,1']);
    const mentions = await saved('showConcordance', uri, { actor: 'Karsk', context: 20, sort: 'right' });
    assert.deepEqual(
      mentions.slice(1).map((row) => row.split(',').slice(1, 4).join()),
      [`3,${Object.values(rangeOf(text, 'Karsk', 1)).join()}`, '1,0,5'],
    );
    const words = await saved('showConcordance', uri, { search: 'THAT', 'whole-words': true });
    assert.equal(words.length, 3);
  });

  it('know an article as soon as it is annotated', async () => {
    const other = vscode.Uri.joinPath(uri, '..', 'other.txt');
    await write(other, 'Karsk again.\n');
    assert.ok(await run('tagActor', { article: other, actor: 'Karsk', range: { start: 0, end: 5 } }));
    assert.equal((await saved('showConcordance', other, { actor: 'Karsk' })).length, 2);
  });

  it('say what can’t be, and save nothing', async () => {
    const target = vscode.Uri.joinPath(uri, '..', 'nothing.csv');
    const save = { target };
    const told = await messagesOf(async () => {
      assert.equal(await run('showMatrix', { rows: 'topic', columns: 'topic', save }), false);
      assert.equal(await run('showCooccurrence', { of: 'topics', within: 'claim', save }), false);
      assert.equal(await run('showConcordance', { actor: 'Karsk', search: 'levy', save }), false);
      assert.equal(await run('showConcordance', { article: uri, save }), false);
      assert.equal(await run('showTimeline', { period: 'day', save }), false);
    });
    assert.equal(told.length, 5);
    assert.equal(await read(target), undefined);
  });
});
