import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Sidecar } from '../../src/model/article';
import type { Annotation } from '../../src/model/annotation';
import { api, article, rangeOf, run, storedSidecar, until } from './support';

const text = [
  'Headline of the day',
  '',
  'North Korea said on Monday that the drill was a rehearsal for war.[1] Russia agreed.',
  'Share Share Share',
  '',
].join('\n');

/** The sidecar as soon as it is as wanted. */
async function sidecar(uri: vscode.Uri, wanted: (sidecar: Sidecar) => boolean): Promise<Sidecar> {
  return until('the sidecar as wanted', async () => {
    const value = await storedSidecar(uri);
    return wanted(value) ? value : undefined;
  });
}

async function annotation(uri: vscode.Uri, id: string): Promise<Annotation> {
  const found = (await (await api()).annotations(uri)).find((other) => other.id === id);
  assert.ok(found, `no annotation ${id}`);
  return found;
}

async function prepared(): Promise<{ uri: vscode.Uri; korea: string; claim: string; source: string }> {
  const uri = await article(text);
  const korea = await run<string>('tagActor', {
    article: uri,
    actor: 'North Korea',
    range: rangeOf(text, 'North Korea'),
  });
  await run('tagActor', { article: uri, actor: 'Russia', range: rangeOf(text, 'Russia') });
  const source = await run<string>('tagSource', { article: uri, range: rangeOf(text, '[1]'), kind: 'statement' });
  const claim = await run<string>('tagClaim', {
    article: uri,
    range: rangeOf(text, 'the drill was a rehearsal for war'),
    topic: 'The drill',
    stance: 'oppose',
    speaker: ['North Korea', 'Russia'],
  });
  return { uri, korea, claim, source };
}

describe('Editing an annotation', () => {
  it('changes fields, and null removes one; undo takes it back', async () => {
    const { uri, claim } = await prepared();
    assert.equal(
      await run('editAnnotation', {
        article: uri,
        id: claim,
        stance: null,
        attribution: 'quoted',
        speaker: 'Russia',
        addressee: 'North Korea',
        attributes: { act: 'accuse', hedged: true },
        note: 'Look again',
      }),
      true,
    );
    const edited = await annotation(uri, claim);
    assert.equal(edited.stance, undefined);
    assert.equal(edited.attribution, 'quoted');
    assert.deepEqual(edited.links, [
      { role: 'speaker', actor: 'russia' },
      { role: 'addressee', actor: 'north-korea' },
    ]);
    assert.deepEqual(edited.attributes, { act: 'accuse', hedged: true });
    assert.ok(edited.modified);
    assert.equal(await run('editAnnotation', { article: uri, id: claim, attributes: { hedged: null } }), true);
    assert.deepEqual((await annotation(uri, claim)).attributes, { act: 'accuse' });
    await run('undo', { article: uri });
    await run('undo', { article: uri });
    assert.equal((await annotation(uri, claim)).stance, 'oppose');
    assert.equal((await annotation(uri, claim)).note, undefined);
  });

  it('resizes and extends its target', async () => {
    const { uri, claim } = await prepared();
    assert.equal(await run('resizeAnnotation', { article: uri, id: claim, range: rangeOf(text, 'the drill') }), true);
    assert.equal(
      await run('extendAnnotation', { article: uri, id: claim, range: rangeOf(text, 'Russia agreed') }),
      true,
    );
    assert.deepEqual(
      (await annotation(uri, claim)).target.map(({ exact }) => exact),
      ['the drill', 'Russia agreed'],
    );
  });

  it('links and unlinks; removing a mention leaves the link its actor', async () => {
    const { uri, claim, source, korea } = await prepared();
    assert.equal(await run('link', { article: uri, from: claim, role: 'evidence', annotation: source }), true);
    assert.equal(
      await run('link', {
        article: uri,
        from: claim,
        role: 'speaker',
        actor: 'North Korea',
        annotation: korea,
        for: 'Russia',
      }),
      true,
    );
    assert.deepEqual((await annotation(uri, claim)).links, [
      { role: 'speaker', actor: 'north-korea', annotation: korea, for: 'russia' },
      { role: 'speaker', actor: 'russia' },
      { role: 'evidence', annotation: source },
    ]);
    assert.equal(
      await run('editAnnotation', { article: uri, id: claim, speaker: ['North Korea', 'Russia'], note: 'Same' }),
      true,
    );
    assert.equal((await annotation(uri, claim)).links?.[0]?.for, 'russia', 'naming a speaker again keeps for whom');
    assert.equal(await run('removeAnnotation', { article: uri, id: korea }), true);
    assert.equal(await run('removeAnnotation', { article: uri, id: source }), true);
    assert.deepEqual((await annotation(uri, claim)).links, [
      { role: 'speaker', actor: 'north-korea', for: 'russia' },
      { role: 'speaker', actor: 'russia' },
    ]);
    assert.equal(await run('unlink', { article: uri, from: claim, role: 'speaker', actor: 'Russia' }), true);
    assert.equal((await annotation(uri, claim)).links?.length, 1);
  });

  it('keeps its place when a removal is undone after the text changed', async () => {
    const { uri, korea } = await prepared();
    const editor = await vscode.window.showTextDocument(uri);
    assert.equal(await run('removeAnnotation', { article: uri, id: korea }), true);
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), 'NEW '));
    assert.equal(await run('undo', { article: uri }), true);
    const [range] = (await annotation(uri, korea)).target;
    assert.equal(range?.start, rangeOf(text, 'North Korea').start + 4);
    assert.equal(range?.exact, 'North Korea');
  });
});

describe('A name that two actors share', () => {
  it('is tagged as the one that is said, and refused where none is', async () => {
    const uri = await article(text);
    const range = rangeOf(text, 'Russia');
    await run('tagActor', { article: uri, actor: 'Russia', range });
    await run('tagActor', { article: uri, actor: 'Russian government', range });
    const codebook = await (await api()).codebook(uri);
    assert.deepEqual(codebook.actors?.find(({ name }) => name === 'Russian government')?.aliases, ['Russia']);
    assert.ok(await run<string>('tagActor', { article: uri, actor: 'russian-government', range }));
    assert.equal((await (await api()).annotations(uri)).length, 3);
  });
});

describe('What is said of an article', () => {
  it('boilerplate, status and metadata are in the sidecar, and undone', async () => {
    const uri = await article(text);
    assert.equal(await run('exclude', { article: uri, range: rangeOf(text, 'Share Share Share') }), true);
    assert.equal(await run('setCodingStatus', { article: uri, status: 'done', note: 'twice' }), true);
    assert.equal(
      await run('editArticleMetadata', { article: uri, title: 'Headline of the day', date: '2023-12' }),
      true,
    );
    const full = await sidecar(uri, ({ article: { title } }) => title !== undefined);
    assert.equal(full.article.excluded?.[0]?.exact, 'Share Share Share');
    assert.equal(full.coding?.[0]?.status, 'done');
    assert.equal(full.article.date, '2023-12');
    for (let i = 0; i < 3; i++) assert.equal(await run('undo', { article: uri }), true);
    const bare = await sidecar(uri, ({ article: { excluded } }) => excluded === undefined);
    assert.deepEqual([bare.coding, bare.article.title, bare.article.date], [undefined, undefined, undefined]);
  });
});

describe('Several selections', () => {
  it('make several annotations in one step', async () => {
    const uri = await article(text);
    const editor = await vscode.window.showTextDocument(uri);
    const select = (words: string): vscode.Selection => {
      const { start, end } = rangeOf(text, words);
      return new vscode.Selection(editor.document.positionAt(start), editor.document.positionAt(end));
    };
    editor.selections = [select('North Korea '), select('Russia')];
    await run('tagActor', { actor: 'Both of them', form: 'nominal' });
    const both = await (await api()).annotations(uri);
    assert.deepEqual(
      both.map(({ target }) => target[0]?.exact),
      ['North Korea', 'Russia'],
    );
    await run('undo');
    assert.equal((await (await api()).annotations(uri)).length, 0);
  });

  it('an empty one grows to the name, the sentence, the reference', async () => {
    const uri = await article(text);
    const editor = await vscode.window.showTextDocument(uri);
    const put = (words: string): void => {
      const at = editor.document.positionAt(rangeOf(text, words).start + 1);
      editor.selection = new vscode.Selection(at, at);
    };
    put('orea said');
    await run('tagActor', {});
    put('drill');
    await run('tagClaim', {});
    put('[1]');
    await run('tagSource', {});
    assert.deepEqual(
      (await (await api()).annotations(uri)).map(({ type, target }) => [type, target[0]?.exact]).sort(),
      [
        ['actor', 'North Korea'],
        ['claim', 'North Korea said on Monday that the drill was a rehearsal for war.[1]'],
        ['source', '[1]'],
      ],
    );
  });
});
