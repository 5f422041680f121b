import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { sha256 } from '../../src/sidecar/hash';
import { api, article, hovered, messagesOf, rangeOf, run, sidecarOf, storedSidecar, until, write } from './support';

/** About an actor whom no other test knows: what these leave in the workspace is looked through too. */
const text = 'Drumlin says that the levy is lawful. Velmar disputes that. Drumlin insists.\n';
const others = { creator: 'lee', created: '2026-11-22T05:00:00Z' };

/** An article of which lee marked everything: two mentions of Drumlin, and a claim of his. */
async function marked(): Promise<vscode.Uri> {
  const uri = await article(text);
  const codebook = { format: 'policy-codebook', version: 1, actors: [{ id: 'drumlin', name: 'Drumlin' }] };
  await write(vscode.Uri.joinPath(uri, '../../policy-codebook.json'), `${JSON.stringify(codebook, null, 2)}\n`);
  const at = (words: string, n = 0): object => {
    const { start, end } = rangeOf(text, words, n);
    return { start, end, exact: words, prefix: text.slice(0, start), suffix: text.slice(end) };
  };
  const speaker = { role: 'speaker', actor: 'drumlin', annotation: 'lees-first' };
  const sidecar = {
    ...{ format: 'policy-annotations', version: 1 },
    article: { file: 'article.txt', sha256: await sha256(text), length: text.length },
    coding: [{ creator: 'lee', status: 'done', note: 'clearly for the levy' }],
    annotations: [
      { id: 'lees-claim', type: 'claim', target: [at('the levy is lawful')], links: [speaker], ...others },
      { id: 'lees-first', type: 'actor', target: [at('Drumlin')], actor: 'drumlin', ...others },
      { id: 'lees-second', type: 'actor', target: [at('Drumlin', 1)], actor: 'drumlin', ...others },
    ],
  };
  await write(sidecarOf(uri), `${JSON.stringify(sidecar, null, 2)}\n`);
  await vscode.window.showTextDocument(uri);
  return uri;
}

/** How many references to what stands at the beginning the article has; other tests leave articles too. */
async function referred(uri: vscode.Uri): Promise<number> {
  const position = new vscode.Position(0, 1);
  const found = await vscode.commands.executeCommand<vscode.Location[]>(
    'vscode.executeReferenceProvider',
    uri,
    position,
  );
  return found.filter((one) => one.uri.toString() === uri.toString()).length;
}

async function count(provider: string, uri: vscode.Uri): Promise<number> {
  const position = new vscode.Position(0, 1);
  const found = await vscode.commands.executeCommand<unknown[] | undefined>(`vscode.execute${provider}`, uri, position);
  return found?.length ?? 0;
}

describe('Blind coding', () => {
  afterEach(async () => {
    assert.equal(await run('filterCreators', {}), true);
  });

  it('hides what others marked wherever annotations show, and shows it again', async () => {
    const uri = await marked();
    const seen = async (): Promise<object> => {
      const editor = await vscode.window.showTextDocument(uri);
      editor.selection = new vscode.Selection(0, 0, 0, 0);
      return {
        hover: (await hovered(uri, new vscode.Position(0, 1))).includes('lee'),
        claim: (await hovered(uri, new vscode.Position(0, 22))).includes('lee'),
        highlights: await count('DocumentHighlights', uri),
        references: await referred(uri),
        next: await run('nextAnnotation', { article: uri }),
      };
    };
    const all = {
      ...{ hover: true, claim: true, highlights: 2, references: 2 },
      next: 'lees-claim',
    };
    await (await api()).annotations(uri); // a hover waits for nobody
    assert.deepEqual(await seen(), all);
    assert.equal(await run('showOnlyMine', { on: true }), true);
    const told = await messagesOf(async () => {
      assert.deepEqual(await seen(), {
        ...{ hover: false, claim: false, highlights: 0, references: 0 },
        next: undefined,
      });
      assert.equal(await run('nextMention', { article: uri, actor: 'drumlin' }), undefined);
      assert.equal(await run('nextMention', { article: uri, actor: 'drumlin', scope: 'workspace' }), undefined);
      assert.equal(await run('goToActor', { article: uri, actor: 'drumlin' }), undefined);
    });
    assert.equal(told.length, 4);
    await until('no symbol', async () => (await count('DocumentSymbolProvider', uri)) === 0); // VS Code is told after a pause
    assert.equal((await (await api()).annotations(uri)).length, 3); // for other extensions, as for exports
    assert.equal(await run('showOnlyMine'), true);
    assert.deepEqual(await seen(), all);
    await until('the symbol', async () => (await count('DocumentSymbolProvider', uri)) === 1);
  });

  it('tags what another has tagged, without touching that', async () => {
    const uri = await marked();
    assert.equal(await run('showOnlyMine', { on: true }), true);
    const ids = await run<string[]>('tagAllMentions', { article: uri, actor: 'drumlin' });
    assert.equal(ids.length, 2);
    const mine = await run<string>('tagClaim', { article: uri, range: rangeOf(text, 'the levy is lawful') });
    const stored = await until('all of them', async () => {
      const { annotations } = await storedSidecar(uri);
      return annotations.length === 6 ? annotations : undefined;
    });
    for (const id of ['lees-claim', 'lees-first', 'lees-second']) {
      const lees = stored.find((one) => one.id === id);
      assert.deepEqual([lees?.creator, lees?.modified], ['lee', undefined]);
    }
    assert.equal(await run('nextMention', { article: uri, actor: 'drumlin' }), ids[1]);
    assert.equal(await run('removeAnnotation', { article: uri, id: mine }), true);
    assert.equal(await run('undo', { article: uri }), true);
    assert.equal((await (await api()).annotations(uri)).length, 6);
  });

  it('refuses to change what is hidden, and says that it is', async () => {
    const uri = await marked();
    assert.equal(await run('showOnlyMine', { on: true }), true);
    const before = JSON.stringify(await (await api()).annotations(uri));
    const told = await messagesOf(async () => {
      assert.equal(await run('removeAnnotation', { article: uri, id: 'lees-claim' }), false);
      assert.equal(await run('editAnnotation', { article: uri, id: 'lees-claim', stance: 'oppose' }), false);
      assert.equal(
        await run('resizeAnnotation', { article: uri, id: 'lees-claim', range: { start: 0, end: 5 } }),
        false,
      );
      assert.equal(await run('link', { article: uri, from: 'lees-claim', role: 'holder', actor: 'drumlin' }), false);
      assert.equal(
        await run('recode', { annotations: [{ article: uri, id: 'lees-claim' }], stance: 'oppose' }),
        undefined,
      );
    });
    assert.equal(told.length, 5);
    for (const message of told) assert.match(message, /lees-claim.*hidden/u);
    const [none] = await messagesOf(async () => {
      assert.equal(await run('removeAnnotation', { article: uri, range: rangeOf(text, 'Drumlin') }), false);
    });
    assert.match(none ?? '', /no annotation at this range/u);
    assert.equal(JSON.stringify(await (await api()).annotations(uri)), before);
  });

  it('shows those of some annotators, and doesn’t let one mark what one wouldn’t see', async () => {
    const uri = await marked();
    assert.equal(await run('filterCreators', { creators: ['lee'] }), true);
    assert.equal(await run('nextMention', { article: uri, actor: 'drumlin' }), 'lees-second');
    const told = await messagesOf(async () => {
      assert.equal(await run('tagActor', { article: uri, range: rangeOf(text, 'Velmar') }), undefined);
      assert.equal(await run('filterCreators', { creator: 'lee' }), false);
      assert.equal(await run('showOnlyMine', { on: 'yes' }), false);
    });
    assert.match(told[0] ?? '', /Your own annotations are hidden/u);
    assert.equal(told.length, 3);
    assert.equal(await run('filterCreators', { creators: [] }), true);
    assert.ok(await run('tagActor', { article: uri, range: rangeOf(text, 'Velmar') }));
  });

  it('doesn’t let the codebook’s own commands overlook, or change unseen, what is hidden', async () => {
    const uri = await marked();
    assert.equal(await run('showOnlyMine', { on: true }), true);
    const before = JSON.stringify(await (await api()).annotations(uri));
    const told = await messagesOf(async () => {
      assert.equal(await run('deleteActor', { article: uri, actor: 'drumlin', mentions: 'remove' }), false);
      assert.equal(
        await run('splitActor', { article: uri, actor: 'drumlin', name: 'Another', names: ['Drumlin'] }),
        undefined,
      );
    });
    assert.deepEqual(
      told.map((message) => /hidden: (\d)/u.exec(message)?.[1]),
      ['3', '1'],
    );
    assert.equal(JSON.stringify(await (await api()).annotations(uri)), before);
    assert.equal(await run('filterCreators', {}), true);
    assert.equal(await run('deleteActor', { article: uri, actor: 'drumlin', mentions: 'remove' }), true);
  });

  it('isn’t broken by undo: an actor that a hidden annotation speaks of stays', async () => {
    const uri = await article(text);
    await vscode.window.showTextDocument(uri);
    const id = await run<string>('tagActor', { article: uri, actor: 'Velmar', range: rangeOf(text, 'Velmar') });
    const sidecar = await storedSidecar(uri);
    const lees = sidecar.annotations.map((one) => ({ ...one, id: 'lees', ...others }));
    const annotations = [...sidecar.annotations, ...lees].sort((a, b) => (a.id < b.id ? -1 : 1));
    await write(sidecarOf(uri), `${JSON.stringify({ ...sidecar, annotations }, null, 2)}\n`);
    await until('lee’s', async () => (await (await api()).annotations(uri)).length === 2);
    assert.equal(await run('showOnlyMine', { on: true }), true);
    assert.equal(await run('undo', { article: uri }), true);
    assert.deepEqual(
      (await (await api()).annotations(uri)).map((one) => one.id),
      ['lees'],
    );
    assert.equal((await (await api()).codebook(uri)).actors?.length, 1);
    assert.equal(await run('redo', { article: uri }), true);
    assert.ok((await (await api()).annotations(uri)).some((one) => one.id === id));
  });
});
