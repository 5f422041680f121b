import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Annotation } from '../../src/model/annotation';
import type { Actor, Codebook } from '../../src/model/codebook';
import { api, article, messagesOf, rangeOf, read, run, storedSidecar, until, write } from './support';

const text = 'North Korea and the DPRK said so. DPRK’s guns. Russia agreed with Pyongyang.\n';

interface Place {
  readonly uri: vscode.Uri;
  readonly other: vscode.Uri;
}

/** Two articles of one codebook with mentions of North Korea by three names and a claim of its. */
async function tagged(): Promise<Place> {
  const uri = await article(text);
  const other = vscode.Uri.joinPath(uri, '..', 'other.txt');
  await write(other, 'DPRK again.\n');
  const tag = (where: vscode.Uri, range: object, actor: string): Thenable<unknown> =>
    run('tagActor', { article: where, range, actor });
  await tag(uri, rangeOf(text, 'North Korea'), 'North Korea');
  await tag(uri, rangeOf(text, 'DPRK'), 'North Korea');
  await tag(uri, rangeOf(text, 'DPRK', 1), 'North Korea');
  await tag(uri, rangeOf(text, 'Russia'), 'Russia');
  await tag(other, { start: 0, end: 4 }, 'North Korea');
  await run('tagClaim', { article: uri, range: { start: 0, end: 33 }, topic: 'Drills', speaker: 'North Korea' });
  return { uri, other };
}

async function codebookOf(uri: vscode.Uri): Promise<Codebook> {
  return (await api()).codebook(uri);
}

async function actorOf(uri: vscode.Uri, id: string): Promise<Actor | undefined> {
  return (await codebookOf(uri)).actors?.find((actor) => actor.id === id);
}

async function ofType(uri: vscode.Uri, type: string): Promise<readonly Annotation[]> {
  return (await (await api()).annotations(uri)).filter((annotation) => annotation.type === type);
}

const actors = async (uri: vscode.Uri): Promise<readonly (string | undefined)[]> =>
  (await ofType(uri, 'actor')).map(({ actor }) => actor);

describe('Merging in the codebook', () => {
  it('leaves the articles as they are; jumps, names and undo follow', async () => {
    const { uri, other } = await tagged();
    await storedSidecar(other);
    const before = await read(other.with({ path: `${other.path}.annotations.json` }));
    assert.equal(await run('mergeActors', { article: uri, actor: 'north-korea', into: 'Russia' }), true);
    const merged = await actorOf(uri, 'russia');
    assert.deepEqual(merged?.aliases, ['North Korea', 'DPRK']);
    assert.deepEqual(merged.formerIds, ['north-korea']);
    assert.equal(await actorOf(uri, 'north-korea'), undefined);
    assert.equal(await read(other.with({ path: `${other.path}.annotations.json` })), before);
    await vscode.window.showTextDocument(other);
    assert.ok(await run('nextMention', { article: other, actor: 'DPRK' }));
    assert.equal(await run('undo', { article: uri }), true);
    assert.equal((await actorOf(uri, 'north-korea'))?.name, 'North Korea');
    assert.deepEqual((await actorOf(uri, 'russia'))?.formerIds, undefined);
  });

  it('refuses what isn’t there, and an item into itself', async () => {
    const { uri } = await tagged();
    const told = await messagesOf(async () => {
      assert.equal(await run('mergeActors', { article: uri, actor: 'north-korea', into: 'north-korea' }), false);
      assert.equal(await run('mergeTopics', { article: uri, topic: 'Drills', into: 'Peace' }), false);
      assert.equal(await run('mergeActors', { article: uri, actor: 'north-korea' }), false);
    });
    assert.equal(told.length, 3);
    assert.equal((await codebookOf(uri)).actors?.length, 2);
  });
});

describe('Splitting an actor', () => {
  it('gives a new one all mentions by a name, in all articles, as one step', async () => {
    const { uri, other } = await tagged();
    const id = await run('splitActor', { article: uri, actor: 'North Korea', name: 'The DPRK', names: ['DPRK'] });
    assert.equal(id, 'the-dprk');
    assert.deepEqual(await actors(uri), ['north-korea', 'the-dprk', 'the-dprk', 'russia']);
    assert.deepEqual(await actors(other), ['the-dprk']);
    assert.deepEqual((await actorOf(uri, 'the-dprk'))?.aliases, ['DPRK']);
    assert.equal((await actorOf(uri, 'north-korea'))?.aliases, undefined);
    await until('written', async () => (await storedSidecar(other)).annotations[0]?.actor === 'the-dprk');
    assert.equal(await run('undo', { article: other }), true);
    assert.deepEqual(await actors(uri), ['north-korea', 'north-korea', 'north-korea', 'russia']);
    assert.deepEqual(await actors(other), ['north-korea']);
    assert.equal(await actorOf(uri, 'the-dprk'), undefined);
    assert.deepEqual((await actorOf(uri, 'north-korea'))?.aliases, ['DPRK']);
  });

  it('by single mentions takes the links that lead to them along', async () => {
    const { uri } = await tagged();
    const [first] = await ofType(uri, 'actor');
    const [claim] = await ofType(uri, 'claim');
    await run('link', {
      article: uri,
      from: claim?.id,
      role: 'addressee',
      actor: 'north-korea',
      annotation: first?.id,
    });
    const annotations = [{ article: String(uri), id: first?.id }];
    assert.equal(
      await run('splitActor', { article: uri, actor: 'north-korea', name: 'South Korea', annotations }),
      'south-korea',
    );
    const [after] = await ofType(uri, 'claim');
    assert.deepEqual(
      after?.links?.map(({ role, actor }) => [role, actor]),
      [
        ['speaker', 'north-korea'],
        ['addressee', 'south-korea'],
      ],
    );
  });

  it('changes nothing where nothing would go along', async () => {
    const { uri } = await tagged();
    const told = await messagesOf(async () => {
      assert.equal(
        await run('splitActor', { article: uri, actor: 'russia', name: 'Siberia', names: ['Siberia'] }),
        undefined,
      );
      assert.equal(await run('splitActor', { article: uri, actor: 'russia', name: 'Siberia' }), undefined);
      assert.equal(
        await run('splitActor', { article: uri, actor: 'russia', name: 'North Korea', names: ['Russia'] }),
        undefined,
      );
    });
    assert.equal(told.length, 3);
    assert.equal((await codebookOf(uri)).actors?.length, 2);
  });
});

describe('Deleting from the codebook', () => {
  it('gives the annotations to another, in all articles', async () => {
    const { uri, other } = await tagged();
    const args = { article: uri, actor: 'north-korea', mentions: 'reassign', to: 'Russia' };
    assert.equal(await run('deleteActor', args), true);
    assert.deepEqual(new Set([...(await actors(uri)), ...(await actors(other))]), new Set(['russia']));
    assert.equal((await ofType(uri, 'claim'))[0]?.links?.[0]?.actor, 'russia');
    assert.equal(await actorOf(uri, 'north-korea'), undefined);
  });

  it('removes them, and what links to them; undo brings all back', async () => {
    const { uri, other } = await tagged();
    assert.equal(await run('deleteActor', { article: uri, actor: 'north-korea', mentions: 'remove' }), true);
    assert.deepEqual(await actors(uri), ['russia']);
    assert.deepEqual(await actors(other), []);
    assert.equal((await ofType(uri, 'claim'))[0]?.links, undefined);
    assert.equal(await run('undo', { article: other }), true);
    assert.equal((await actors(uri)).length, 4);
    assert.equal((await actors(other)).length, 1);
    assert.equal((await ofType(uri, 'claim'))[0]?.links?.length, 1);
  });

  it('keeps claims without their topic', async () => {
    const { uri } = await tagged();
    assert.equal(await run('deleteTopic', { article: uri, topic: 'Drills', annotations: 'clear' }), true);
    assert.equal((await ofType(uri, 'claim'))[0]?.topic, undefined);
    assert.deepEqual((await codebookOf(uri)).topics, []);
  });

  it('needs to be told what becomes of them', async () => {
    const { uri } = await tagged();
    const told = await messagesOf(async () => {
      assert.equal(await run('deleteActor', { article: uri, actor: 'north-korea' }), false);
      assert.equal(await run('deleteActor', { article: uri, actor: 'north-korea', mentions: 'reassign' }), false);
      assert.equal(await run('deleteActor', { article: uri, actor: 'north-korea', mentions: 'clear' }), false);
    });
    assert.equal(told.length, 3);
    assert.equal((await codebookOf(uri)).actors?.length, 2);
  });
});

describe('The hierarchy of the codebook', () => {
  it('is changed by a command that refuses circles', async () => {
    const { uri } = await tagged();
    await run('tagClaim', { article: uri, range: { start: 34, end: 45 }, topic: 'Guns' });
    assert.equal(await run('nestTopic', { article: uri, topic: 'Guns', parent: 'Drills' }), true);
    assert.equal((await codebookOf(uri)).topics?.find(({ id }) => id === 'guns')?.parent, 'drills');
    const told = await messagesOf(async () => {
      assert.equal(await run('nestTopic', { article: uri, topic: 'Drills', parent: 'Guns' }), false);
    });
    assert.equal(told.length, 1);
    assert.equal(await run('nestTopic', { article: uri, topic: 'Guns', parent: null }), true);
    assert.equal((await codebookOf(uri)).topics?.find(({ id }) => id === 'guns')?.parent, undefined);
    assert.equal(await run('setActorParent', { article: uri, actor: 'Russia', parent: 'north-korea' }), true);
    assert.equal((await actorOf(uri, 'russia'))?.parent, 'north-korea');
  });
});

describe('Recoding', () => {
  it('changes many annotations of several articles as one step, and tells how many', async () => {
    const { uri, other } = await tagged();
    const annotations = [
      ...(await ofType(uri, 'actor')).map(({ id }) => ({ article: uri, id })),
      ...(await ofType(other, 'actor')).map(({ id }) => ({ article: String(other), id })),
    ];
    assert.equal(await run('recode', { annotations, actor: 'Russia' }), 4);
    assert.deepEqual(new Set([...(await actors(uri)), ...(await actors(other))]), new Set(['russia']));
    assert.equal(await run('undo', { article: uri }), true);
    assert.deepEqual(await actors(other), ['north-korea']);
  });

  it('changes none where one isn’t there, or nothing is said', async () => {
    const { uri } = await tagged();
    const [mention] = await ofType(uri, 'actor');
    const told = await messagesOf(async () => {
      const both = [mention?.id, 'none'].map((id) => ({ article: uri, id }));
      assert.equal(await run('recode', { annotations: both, actor: 'Russia' }), undefined);
      assert.equal(await run('recode', { annotations: both.slice(0, 1) }), undefined);
    });
    assert.equal(told.length, 2);
    assert.equal((await actors(uri))[0], 'north-korea');
  });
});
