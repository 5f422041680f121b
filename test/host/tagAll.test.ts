import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { api, article, messagesOf, rangeOf, run, write } from './support';

const text = [
  'North Korea’s drills worry the US and its allies. The DPRK said so; the US',
  'agreed. North',
  'Korea fired. It bores us. See NORTH KOREAN maps.',
  'Copyright North Korea Times',
].join('\n');

async function surfaces(uri: vscode.Uri, actor: string): Promise<readonly string[]> {
  const annotations = await (await api()).annotations(uri);
  return annotations.flatMap((one) => (one.actor === actor ? [one.target[0]?.exact ?? ''] : []));
}

describe('Tagging all mentions', () => {
  async function prepared(): Promise<vscode.Uri> {
    const uri = await article(text);
    await run('tagActor', { article: uri, range: rangeOf(text, 'DPRK'), actor: 'North Korea' });
    await run('exclude', { article: uri, range: rangeOf(text, 'Copyright North Korea Times') });
    return uri;
  }

  it('finds every name, as words of their own, over line breaks, outside boilerplate, and none twice; one undo', async () => {
    const uri = await prepared();
    const ids = await run<string[]>('tagAllMentions', { article: uri, actor: 'north-korea' });
    assert.equal(ids.length, 2);
    assert.deepEqual(await surfaces(uri, 'north-korea'), ['North Korea', 'DPRK', 'North\nKorea']);
    assert.deepEqual(await run('tagAllMentions', { article: uri, actor: 'DPRK' }), []);
    assert.equal(await run('undo', { article: uri }), true);
    assert.deepEqual(await surfaces(uri, 'north-korea'), ['DPRK']);
  });

  it('finds a member within a collective’s name, where the collective is an actor', async () => {
    const uri = await prepared();
    await run('tagActor', {
      article: uri,
      range: rangeOf(text, 'the US and its allies'),
      actor: 'the US and its allies',
      kind: 'group',
    });
    await run('tagActor', { article: uri, range: rangeOf(text, 'US', 1), actor: 'US' });
    await run('tagAllMentions', { article: uri, actor: 'US' });
    assert.deepEqual(await surfaces(uri, 'us'), ['US', 'US']);
  });

  it('in all articles of the codebook, annotated or not, and in no other’s', async () => {
    const uri = await prepared();
    const other = vscode.Uri.joinPath(uri, '..', 'new.txt');
    await write(other, 'About North Korea, and North Korea.\n');
    const stranger = await article('North Korea is elsewhere.');
    const ids = await run<string[]>('tagAllMentions', { article: uri, actor: 'North Korea', scope: 'workspace' });
    assert.equal(ids.length, 4);
    assert.deepEqual(await surfaces(other, 'north-korea'), ['North Korea', 'North Korea']);
    assert.deepEqual(await surfaces(stranger, 'north-korea'), []);
    assert.equal(await run('undo', { article: other }), true);
    assert.deepEqual(await surfaces(other, 'north-korea'), []);
  });

  it('leaves out a name that actors share, and what is tagged as another’s', async () => {
    const names = 'Georgia met Georgia. Georgia left.';
    const uri = await article(names);
    await run('tagActor', { article: uri, range: { start: 0, end: 7 }, actor: 'Georgia', kind: 'state' });
    await run('tagActor', {
      article: uri,
      range: rangeOf(names, 'Georgia', 1),
      actor: 'Georgia Smith',
      kind: 'person',
    });
    assert.deepEqual(await run('tagAllMentions', { article: uri, actor: 'Georgia Smith' }), []);
  });

  it('refuses an actor that isn’t known', async () => {
    const uri = await prepared();
    const told = await messagesOf(async () => {
      assert.equal(await run('tagAllMentions', { article: uri, actor: 'France' }), undefined);
      assert.equal(await run('tagAllMentions', { article: uri }), undefined);
    });
    assert.equal(told.length, 2);
  });
});
