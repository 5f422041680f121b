import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { sha256 } from '../../src/sidecar/hash';
import { api, article, hovered, messagesOf, rangeOf, run, sidecarOf, storedSidecar, write } from './support';

const text = 'Karsk says that the levy is lawful. Velmar disputes that, and Karsk insists on it.\n';

/** Two people's readings: of one claim another stance, a mention that only lee has, and one that both have. */
async function codedTwice(): Promise<vscode.Uri> {
  const uri = await article(text);
  const codebook = { format: 'policy-codebook', version: 1, actors: [{ id: 'karsk', name: 'Karsk' }] };
  await write(vscode.Uri.joinPath(uri, '../../policy-codebook.json'), `${JSON.stringify(codebook, null, 2)}\n`);
  const at = (words: string, n = 0): object => {
    const { start, end } = rangeOf(text, words, n);
    return { start, end, exact: words, prefix: text.slice(0, start), suffix: text.slice(end) };
  };
  const speaker = { links: [{ role: 'speaker', actor: 'karsk' }] };
  const annotations = [
    { id: 'k-claim', type: 'claim', target: [at('the levy is lawful')], stance: 'oppose', ...speaker, creator: 'kim' },
    { id: 'k-first', type: 'actor', target: [at('Karsk')], actor: 'karsk', creator: 'kim' },
    { id: 'l-claim', type: 'claim', target: [at('that the levy is lawful')], stance: 'support', creator: 'lee' },
    { id: 'l-first', type: 'actor', target: [at('Karsk')], actor: 'karsk', creator: 'lee' },
    { id: 'l-second', type: 'actor', target: [at('Karsk', 1)], actor: 'karsk', creator: 'lee' },
  ];
  const info = { file: 'article.txt', sha256: await sha256(text), length: text.length };
  const sidecar = { format: 'policy-annotations', version: 1, article: info, annotations };
  await write(sidecarOf(uri), `${JSON.stringify(sidecar, null, 2)}\n`);
  await vscode.window.showTextDocument(uri);
  return uri;
}

const claims = ['k-claim', 'l-claim'];

async function open(uri: vscode.Uri): Promise<readonly (readonly string[])[]> {
  const found: (readonly string[])[] = [];
  await messagesOf(async () => {
    for (;;) {
      const ids = await run<readonly string[] | undefined>('nextDisagreement', { article: uri });
      if (!ids || found.some((known) => known.join() === ids.join())) return;
      found.push(ids);
    }
  });
  return found;
}

describe('Disagreements', () => {
  it('are gone to in their order, the worst first, round at the end', async () => {
    const uri = await codedTwice();
    const go = (direction: string): Thenable<unknown> => run(`${direction}Disagreement`, { article: uri });
    assert.deepEqual(await go('next'), claims);
    const selected = vscode.window.activeTextEditor?.selection;
    assert.equal(vscode.window.activeTextEditor?.document.getText(selected), 'that the levy is lawful');
    assert.deepEqual(await go('next'), ['l-second']);
    assert.deepEqual(await go('next'), claims);
    assert.deepEqual(await go('previous'), ['l-second']);
  });

  it('are decided by an annotation that supersedes both sides; undo brings them back', async () => {
    const uri = await codedTwice();
    const [id] = await run<string[]>('adjudicate', { article: uri, ids: claims, take: 'second' });
    const { annotations } = await storedSidecar(uri);
    assert.equal(annotations.length, 6);
    const decision = annotations.find((one) => one.id === id);
    assert.deepEqual(
      [decision?.type, decision?.stance, decision?.target[0]?.exact, decision?.supersedes],
      ['claim', 'support', 'that the levy is lawful', claims],
    );
    assert.notEqual(decision?.creator, 'lee');
    const said = await hovered(uri, new vscode.Position(0, text.indexOf('levy')));
    assert.match(said, /Decides between: Claim Karsk[^\n]*kim[^\n]* Claim [^\n]*lee/u);
    assert.equal(said.match(/Superseded by: Claim /gu)?.length, 2);
    assert.deepEqual(await open(uri), [['l-second']]);
    assert.equal(await run('undo', { article: uri }), true);
    assert.deepEqual(await open(uri), [claims, ['l-second']]);
    assert.equal(await run('redo', { article: uri }), true);
    assert.deepEqual(await open(uri), [['l-second']]);
  });

  it('are decided for both, for one of both together, or for none', async () => {
    const uri = await codedTwice();
    const decided = async (how: object): Promise<readonly unknown[]> => {
      const ids = await run<string[]>('adjudicate', { article: uri, ids: claims, ...how });
      const annotations = await (await api()).annotations(uri);
      assert.deepEqual(await open(uri), [['l-second']]);
      assert.equal(await run('undo', { article: uri }), true);
      return annotations
        .filter(({ id }) => ids.includes(id))
        .map(({ type, stance, target, links, supersedes }) => [
          ...[type, stance, target.map(({ exact }) => exact), links?.length ?? 0],
          supersedes,
        ])
        .sort((a, b) => (String(a[1]) < String(b[1]) ? -1 : 1));
    };
    const [short, long] = ['the levy is lawful', 'that the levy is lawful'];
    assert.deepEqual(await decided({ take: 'both' }), [
      ['claim', 'oppose', [short], 1, ['k-claim']],
      ['claim', 'support', [long], 0, ['l-claim']],
    ]);
    assert.deepEqual(await decided({ take: 'merged' }), [['claim', 'oppose', [long], 1, claims]]);
    assert.deepEqual(await decided({ take: 'merged', by: 'l-claim', target: 'intersection' }), [
      ['claim', 'support', [short], 1, claims],
    ]);
    assert.deepEqual(await decided({ take: 'none' }), [['none', undefined, [long], 0, claims]]);
    assert.deepEqual(await decided({ take: 'k-claim' }), [['claim', 'oppose', [short], 1, claims]]);
  });

  it('of what only one marked are decided by that, or by nothing', async () => {
    const uri = await codedTwice();
    assert.ok(await run('adjudicate', { article: uri, ids: ['l-second'], take: 'first' }));
    assert.deepEqual(await open(uri), [claims]);
    const figures = (await (await api()).annotations(uri)).filter(({ type }) => type === 'actor');
    assert.equal(figures.length, 4); // the originals stay
  });

  it('change nothing on bad input', async () => {
    const uri = await codedTwice();
    const before = JSON.stringify(await (await api()).annotations(uri));
    const bad = [
      { ids: claims },
      { ids: claims, take: 'third' },
      { ids: [], take: 'first' },
      { ids: ['nobody’s'], take: 'first' },
      { ids: ['l-claim'], take: 'second' },
      { ids: ['l-claim'], take: 'both' },
      { ids: ['l-claim', 'l-second'], take: 'merged' },
      { ids: ['k-first', 'l-second'], take: 'merged', target: 'intersection' },
      { ids: claims, take: 'merged', by: 'l-first' },
      { ids: claims, take: 'first', why: 'because' },
    ];
    const told = await messagesOf(async () => {
      for (const args of bad) assert.equal(await run('adjudicate', { article: uri, ...args }), undefined);
      assert.equal(await run('showDisagreements', { scope: 'world' }), undefined);
    });
    assert.equal(told.length, bad.length + 1);
    assert.equal(JSON.stringify(await (await api()).annotations(uri)), before);
    assert.ok(await run('adjudicate', { article: uri, ids: claims, take: 'first' }));
    const [again] = await messagesOf(async () => {
      assert.equal(await run('adjudicate', { article: uri, ids: claims, take: 'second' }), undefined);
    });
    assert.match(again ?? '', /decided already/u);
  });

  it('are none while others are hidden', async () => {
    const uri = await codedTwice();
    assert.equal(await run('filterCreators', { creators: ['lee'] }), true);
    assert.deepEqual(await open(uri), []);
    const [hidden] = await messagesOf(async () => {
      assert.equal(await run('adjudicate', { article: uri, ids: claims, take: 'first' }), undefined);
    });
    assert.match(hidden ?? '', /hidden/u);
    assert.equal(await run('filterCreators', {}), true);
    assert.deepEqual(await open(uri), [claims, ['l-second']]);
  });

  it('are found in the whole workspace, of articles that aren’t open too', async () => {
    const uri = await codedTwice();
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    const ids: unknown[] = [];
    for (let n = 0; n < 40; n += 1) {
      ids.push(await run('nextDisagreement', { scope: 'workspace' }));
      if (vscode.window.activeTextEditor?.document.uri.toString() === uri.toString()) return;
    }
    assert.fail(`it wasn’t among ${JSON.stringify(ids)}`);
  });

  it('and agreement are told as a table, of an article or the workspace', async () => {
    const uri = await codedTwice();
    assert.equal(await run('showAgreement', { article: uri, settings: { samples: 0 } }), true);
    const shown = vscode.window.activeTextEditor?.document;
    assert.equal(shown?.languageId, 'markdown');
    assert.match(shown.getText(), /^# Agreement/u);
    assert.match(shown.getText(), /Annotators: kim, lee\n/u);
    assert.match(shown.getText(), /\| kim – lee .*\| stance /u);
    const target = vscode.Uri.joinPath(uri, '../agreement.csv');
    const csv = { article: uri, format: 'csv', target, settings: { samples: 0 } };
    assert.equal(await run('showAgreement', csv), true);
    const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(target));
    assert.match(text, /^creators,articles,by,/u);
    const told = await messagesOf(async () => {
      assert.equal(await run('showAgreement', csv), false);
      assert.equal(await run('showAgreement', { article: uri, settings: { unit: 'line' } }), false);
      assert.equal(await run('showAgreement', { article: uri, settings: { units: 'word' } }), false);
      assert.equal(await run('showAgreement', { article: uri, format: 'xml' }), false);
      assert.equal(await run('showAgreement', { article: await article('Alone.') }), false);
      assert.equal(await run('showOnlyMine', { on: true }), true);
      assert.equal(await run('showAgreement', { article: uri }), false);
    });
    assert.equal(await run('showOnlyMine', { on: false }), true);
    assert.equal(told.length, 6);
    assert.equal(await run('showAgreement', { articles: [uri], settings: { samples: 0 } }), true);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });
});
