import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { api, article, messagesOf, rangeOf, read, run, sidecarOf, storedSidecar, until } from './support';

const text = [
  'Pyongyang Warns of “Offensive” Answer',
  '',
  'North Korea said on Monday that the drill was a rehearsal for war. The DPRK called it “a reckless provocation”.[1]',
  'Washington rejected the charge. 🚀 North Korea did not answer.',
  '',
].join('\n');

interface Stored {
  readonly article: { readonly sha256: string; readonly length: number };
  readonly annotations: readonly {
    readonly id: string;
    readonly target: readonly { readonly start: number; readonly exact: string }[];
  }[];
}

async function stored(uri: vscode.Uri): Promise<Stored> {
  return (await storedSidecar(uri)) as Stored;
}

describe('The main job', () => {
  it('tags an actor under several names, and keeps it in the sidecar and the codebook', async () => {
    const uri = await article(text);
    const first = await run<string>('tagActor', {
      article: uri,
      actor: 'North Korea',
      kind: 'state',
      range: rangeOf(text, 'North Korea'),
    });
    assert.match(first, /^[0-9a-z]{12}$/);
    const second = await run<string>('tagActor', {
      article: uri.toString(),
      actor: 'North Korea',
      range: rangeOf(text, 'DPRK'),
    });
    assert.ok(second);
    const sidecar = await until('two annotations', async () => {
      const now = await stored(uri);
      return now.annotations.length === 2 ? now : undefined;
    });
    assert.equal(sidecar.article.length, text.length);
    const codebook = await (await api()).codebook(uri);
    const [actor] = codebook.actors ?? [];
    assert.deepEqual(actor, { id: actor?.id, name: 'North Korea', kind: 'state', aliases: ['DPRK'] });
    const placed = await (await api()).annotations(uri);
    assert.deepEqual(
      placed.map(({ id, type, standing, target }) => [id, type, standing, target[0]?.exact]),
      [
        [first, 'actor', 'anchored', 'North Korea'],
        [second, 'actor', 'anchored', 'DPRK'],
      ],
    );
  });

  it('follows typing, undo and an unsaved step', async () => {
    const uri = await article(text);
    const document = await vscode.workspace.openTextDocument(uri);
    const editor = await vscode.window.showTextDocument(document);
    const id = await run<string>('tagActor', { actor: 'Washington', range: rangeOf(text, 'Washington') });
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), 'EXTRA '));
    const [moved] = await (await api()).annotations(uri);
    assert.equal(moved?.target[0]?.start, rangeOf(text, 'Washington').start + 6);
    await editor.edit((edit) =>
      edit.delete(
        new vscode.Range(
          document.positionAt(moved?.target[0]?.start ?? 0),
          document.positionAt(moved?.target[0]?.end ?? 0),
        ),
      ),
    );
    const [gone] = await (await api()).annotations(uri);
    assert.equal(gone?.standing, 'orphaned');
    await vscode.commands.executeCommand('undo');
    const [back] = await until('the target is back', async () => {
      const now = await (await api()).annotations(uri);
      return now[0]?.standing === 'anchored' ? now : undefined;
    });
    assert.equal(back?.target[0]?.exact, 'Washington');
    assert.equal(back?.id, id);
  });

  it('marks a claim with speaker, stance and source, and takes the step back as a whole', async () => {
    const uri = await article(text);
    await run('tagActor', { article: uri, actor: 'North Korea', range: rangeOf(text, 'North Korea') });
    const source = await run<string>('tagSource', { article: uri, range: rangeOf(text, '[1]'), reference: 'KCNA' });
    const claim = await run<string>('tagClaim', {
      article: uri,
      range: rangeOf(text, 'the drill was a rehearsal for war'),
      topic: 'Drills are legitimate',
      stance: 'oppose',
      attribution: 'reported',
      speaker: 'North Korea',
      source,
      attributes: { act: 'accuse' },
    });
    const made = (await (await api()).annotations(uri)).find(({ id }) => id === claim);
    assert.equal(made?.topic, 'drills-are-legitimate');
    assert.equal(made?.links?.length, 2);
    assert.equal(await run('undo', { article: uri }), true);
    assert.equal(
      (await (await api()).annotations(uri)).some(({ id }) => id === claim),
      false,
    );
    assert.equal((await (await api()).codebook(uri)).topics?.length ?? 0, 0);
    assert.equal(await run('redo', { article: uri }), true);
    assert.ok((await (await api()).annotations(uri)).some(({ id }) => id === claim));
  });

  it('jumps from mention to mention and round', async () => {
    const uri = await article(text);
    await vscode.window.showTextDocument(uri);
    const first = await run<string>('tagActor', { actor: 'North Korea', range: rangeOf(text, 'North Korea') });
    const second = await run<string>('tagActor', { actor: 'North Korea', range: rangeOf(text, 'North Korea', 1) });
    assert.equal(await run('nextMention', { actor: 'North Korea' }), first);
    assert.equal(await run('nextMention'), second);
    assert.equal(
      vscode.window.activeTextEditor?.document.getText(vscode.window.activeTextEditor.selection),
      'North Korea',
    );
    assert.equal(await run('nextMention'), first);
    assert.equal(await run('previousMention'), second);
  });

  it('exports', async () => {
    const uri = await article(text);
    await run('tagActor', { article: uri, actor: 'North Korea', range: rangeOf(text, 'North Korea', 1) });
    const target = uri.with({ path: `${uri.path}.csv` });
    const written = await run<vscode.Uri>('export', { article: uri, format: 'csv', target });
    assert.equal(written.toString(), target.toString());
    const csv = await read(target);
    assert.match(csv ?? '', /North Korea/);
  });

  it('says what is wrong with a range, and leaves everything as it was', async () => {
    const uri = await article(text);
    for (const [range, says] of [
      [{ start: 5, end: 3 }, /before it starts/],
      [{ start: 0, end: 10_000 }, /outside/],
      [{ start: 0.5, end: 3 }, /whole numbers/],
      [{ start: 0, end: text.indexOf('🚀') + 1 }, /cuts a character/],
    ] as const) {
      let result: unknown = 'not called';
      const messages = await messagesOf(async () => {
        result = await run('tagActor', { article: uri, actor: 'X', range });
      });
      assert.equal(result, undefined);
      assert.match(messages.join(), says);
    }
    assert.equal(await read(sidecarOf(uri)), undefined);
  });
});
