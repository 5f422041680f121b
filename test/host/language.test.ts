import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Annotation } from '../../src/model/annotation';
import type { Codebook } from '../../src/model/codebook';
import { sha256 } from '../../src/sidecar/hash';
import { printCodebook, printSidecar } from '../../src/sidecar/print';
import { api, article, hovered, messagesOf, rangeOf, read, run, sidecarOf, until, write } from './support';

/** Ids that no other test's articles have: references are those of the workspace. */
const own = Math.random().toString(36).slice(2, 8);
const [korea, russia, tests, kcna] = [`korea-${own}`, `russia-${own}`, `tests-${own}`, `kcna-${own}`];

const text = [
  'The Drill and Its Critics',
  '',
  'North Korea said on Monday that its tests are legal. Old Korea and the DPRK repeated that [1].',
  'Both countries agree, and Pyongyang is not tagged.',
  '',
  'What Others Say',
  'Moscow was silent for a while, and then it spoke for longer than anybody else did.',
  '[1] KCNA, March 4, 2024.',
  '',
].join('\n');
const second = 'A later text.\n\nThe DPRK once more: tests are legal.\n';

const codebook: Codebook = {
  ...{ format: 'policy-codebook', version: 1 },
  actors: [
    { id: korea, name: 'North Korea', kind: 'state', aliases: ['DPRK', 'Pyongyang'], formerIds: [`old-${own}`] },
    { id: russia, name: 'Russia', kind: 'state', aliases: ['Moscow'] },
  ],
  topics: [{ id: tests, name: 'Missile tests are legal' }],
  sources: [{ id: kcna, name: 'KCNA report' }],
};

function marked(of: string, id: string, type: string, words: string, fields: Partial<Annotation> = {}): Annotation {
  const { start, end } = rangeOf(of, words);
  const around = { prefix: of.slice(Math.max(0, start - 32), start), suffix: of.slice(end, end + 32) };
  return { id, type, target: [{ start, end, exact: words, ...around }], ...fields };
}

async function put(uri: vscode.Uri, content: string, annotations: readonly Annotation[]): Promise<void> {
  await write(uri, content);
  const info = {
    file: uri.path.slice(uri.path.lastIndexOf('/') + 1),
    sha256: await sha256(content),
    length: content.length,
  };
  await write(sidecarOf(uri), printSidecar({ format: 'policy-annotations', version: 1, article: info, annotations }));
}

const claim = 'North Korea said on Monday that its tests are legal.';
let uri: vscode.Uri;
let other: vscode.Uri;
let codebookUri: vscode.Uri;

function at(words: string, offset = 1, of = text): vscode.Position {
  const before = of.slice(0, rangeOf(of, words).start + offset).split('\n');
  return new vscode.Position(before.length - 1, before.at(-1)?.length ?? 0);
}

function words(document: vscode.TextDocument, ranges: readonly vscode.Range[]): string[] {
  return ranges.map((range) => document.getText(range));
}

async function definitions(position: vscode.Position): Promise<readonly [origin: string, target: string][]> {
  const links = await vscode.commands.executeCommand<vscode.LocationLink[]>(
    'vscode.executeDefinitionProvider',
    uri,
    position,
  );
  const document = await vscode.workspace.openTextDocument(uri);
  return Promise.all(
    links.map(async ({ originSelectionRange, targetUri, targetRange, targetSelectionRange }) => {
      const target = await vscode.workspace.openTextDocument(targetUri);
      assert.ok(originSelectionRange && targetSelectionRange && targetRange.contains(targetSelectionRange));
      return [document.getText(originSelectionRange), target.getText(targetSelectionRange)] as const;
    }),
  ) as Promise<[string, string][]>;
}

/** Each as file and words, in the order of VS Code. */
async function references(position: vscode.Position): Promise<string[]> {
  const found = await vscode.commands.executeCommand<vscode.Location[]>(
    'vscode.executeReferenceProvider',
    uri,
    position,
  );
  return Promise.all(
    found.map(async (location) => {
      const document = await vscode.workspace.openTextDocument(location.uri);
      return `${location.uri.path.split('/').at(-1)}: ${document.getText(location.range)}`;
    }),
  );
}

describe('An actor is a symbol', () => {
  before(async () => {
    uri = await article(text);
    other = vscode.Uri.joinPath(uri, '..', 'other.txt');
    codebookUri = vscode.Uri.joinPath(uri, '..', '..', 'policy-codebook.json');
    await write(codebookUri, printCodebook(codebook));
    await put(uri, text, [
      marked(text, 'a1', 'actor', 'North Korea', { actor: korea }),
      marked(text, 'a2', 'actor', 'Old Korea', { actor: `old-${own}` }),
      marked(text, 'a3', 'actor', 'DPRK', { actor: korea }),
      marked(text, 'a4', 'actor', 'Both countries', { actor: korea }),
      marked(text, 'a5', 'actor', 'Both countries', { actor: russia }),
      marked(text, 'c1', 'claim', claim, {
        ...{ topic: tests, stance: 'support', date: '2024-03-04' },
        links: [
          { role: 'speaker', actor: korea, annotation: 'a1' },
          { role: 'source', source: kcna },
        ],
      }),
      marked(text, 's1', 'source', '[1] KCNA, March 4, 2024.', { source: kcna }),
    ]);
    await put(other, second, [
      marked(second, 'b1', 'actor', 'DPRK', { actor: korea }),
      marked(second, 'b2', 'claim', 'tests are legal', { topic: tests, links: [{ role: 'speaker', actor: korea }] }),
    ]);
    await vscode.window.showTextDocument(uri);
    await (await api()).annotations(uri);
  });

  it('that leads to its entry in the codebook, by a mention, a former id or a name that nobody tagged', async () => {
    assert.deepEqual(await definitions(at('North Korea')), [['North Korea', 'North Korea']]);
    assert.deepEqual(await definitions(at('Old Korea')), [['Old Korea', 'North Korea']]);
    assert.deepEqual(await definitions(at('Pyongyang')), [['Pyongyang', 'North Korea']]);
    assert.deepEqual(await definitions(at('Both countries')), [
      ['Both countries', 'North Korea'],
      ['Both countries', 'Russia'],
    ]);
    assert.deepEqual(await definitions(at('said on Monday')), [[claim, 'Missile tests are legal']]);
    assert.deepEqual(await definitions(at('[1] KCNA', 4)), [['[1] KCNA, March 4, 2024.', 'KCNA report']]);
    assert.deepEqual(await definitions(at('silent')), []);
  });

  it('whose entry is found in a codebook that is open with changes', async () => {
    const document = await vscode.workspace.openTextDocument(codebookUri);
    const edit = new vscode.WorkspaceEdit();
    edit.insert(codebookUri, new vscode.Position(1, 0), '\n\n');
    assert.ok(await vscode.workspace.applyEdit(edit));
    assert.deepEqual(await definitions(at('North Korea')), [['North Korea', 'North Korea']]);
    const back = new vscode.WorkspaceEdit();
    back.delete(codebookUri, new vscode.Range(1, 0, 3, 0));
    assert.ok(await vscode.workspace.applyEdit(back));
    await document.save();
  });

  it('whose mentions are found all over the workspace, a topic’s claims and a source’s places too', async () => {
    assert.deepEqual(await references(at('DPRK')), [
      'article.txt: North Korea',
      'article.txt: Old Korea',
      'article.txt: DPRK',
      'article.txt: Both countries',
      'other.txt: DPRK',
      'policy-codebook.json: North Korea',
    ]);
    assert.deepEqual(await references(at('said on Monday')), [
      `article.txt: ${claim}`,
      'other.txt: tests are legal',
      'policy-codebook.json: Missile tests are legal',
    ]);
    assert.deepEqual(await references(at('[1] KCNA', 4)), [
      `article.txt: ${claim}`,
      'article.txt: [1] KCNA, March 4, 2024.',
      'policy-codebook.json: KCNA report',
    ]);
  });

  it('whose mentions are found where they stand now in an article that was changed since', async () => {
    const late = vscode.Uri.joinPath(uri, '..', 'late.txt');
    const was = 'The DPRK is here, and the DPRK is there.\n';
    await put(late, was, [{ ...marked(was, 'l1', 'actor', 'DPRK', { actor: `old-${own}` }) }]);
    await write(late, `A new line.\n${was}`);
    const found = await vscode.commands.executeCommand<vscode.Location[]>(
      ...['vscode.executeReferenceProvider', uri, at('DPRK')],
    );
    const there = found.filter((location) => location.uri.toString() === late.toString());
    assert.deepEqual(
      there.map(({ range: { start, end } }) => [start.line, start.character, end.character]),
      [[1, 4, 8]],
      'the nearest to where it was',
    );
    await vscode.workspace.fs.delete(sidecarOf(late));
  });

  it('whose mentions are highlighted under all its names', async () => {
    const highlights = (position: vscode.Position): Thenable<vscode.DocumentHighlight[]> =>
      vscode.commands.executeCommand('vscode.executeDocumentHighlights', uri, position);
    const document = await vscode.workspace.openTextDocument(uri);
    const found = await highlights(at('DPRK'));
    assert.deepEqual(
      words(
        document,
        found.map(({ range }) => range),
      ),
      ['North Korea', 'Old Korea', 'DPRK', 'Both countries'],
    );
    assert.deepEqual(await highlights(at('silent')), [], 'words that are alike are no symbols');
  });

  it('with its figures in the hover', async () => {
    const said = async (position: vscode.Position): Promise<string> => {
      const all = await hovered(uri, position);
      return all.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));
    };
    await until('the figures', async () =>
      (await said(at('DPRK'))).includes(
        'In all articles: 5 mentions, 2 claims (1 Support, 1 without stance) in 2 articles, 2024-03-04',
      ),
    );
    assert.match(
      await said(at('said on Monday')),
      /Topic in all articles: 2 claims \(1 Support, 1 without stance\) in 2 articles/,
    );
    assert.match(await said(at('[1] KCNA', 4)), /Source in all articles: 1 place, 1 claim \(1 Support\) in 1 article/);
  });

  it('that is found by name or alias, by letters in their order', async () => {
    const find = async (typed: string): Promise<string[]> => {
      const found = await vscode.commands.executeCommand<vscode.SymbolInformation[]>(
        'vscode.executeWorkspaceSymbolProvider',
        typed,
      );
      const here = found.filter(({ location }) => location.uri.toString() === codebookUri.toString());
      return here.map(({ name, containerName, location }) => `${name}, ${containerName}, ${location.range.start.line}`);
    };
    const line = codebookLine(`"name": "North Korea"`);
    assert.deepEqual(await find('nrtkor'), [`North Korea, actor, ${line}`]);
    assert.deepEqual(await find('PYONG'), [`Pyongyang, North Korea, ${line}`]);
    assert.deepEqual(await find('missile legal'), [
      `Missile tests are legal, topic, ${codebookLine('"name": "Missile')}`,
    ]);
    assert.deepEqual(await find('kcnarep'), [`KCNA report, source, ${codebookLine('"name": "KCNA')}`]);
  });

  it('in an article that folds by its headings', async () => {
    const ranges = await vscode.commands.executeCommand<vscode.FoldingRange[]>(
      'vscode.executeFoldingRangeProvider',
      uri,
    );
    assert.deepEqual(
      ranges.map(({ start, end }) => [start, end]),
      [
        [0, 7],
        [5, 7],
      ],
    );
  });

  it('that is renamed by F2: the codebook’s name, the article untouched, and undo takes it back', async () => {
    const before = await read(uri);
    const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
      'vscode.executeDocumentRenameProvider',
      ...[uri, at('DPRK'), 'People’s Korea'],
    );
    assert.equal(edit.size, 0);
    const renamed = async (): Promise<unknown> =>
      (await (await api()).codebook(uri)).actors?.find(({ id }) => id === korea);
    assert.deepEqual(await renamed(), {
      ...codebook.actors?.[0],
      name: 'People’s Korea',
      aliases: ['DPRK', 'Pyongyang', 'North Korea'],
    });
    assert.equal(await read(uri), before);
    assert.equal(await run('undo', { article: uri }), true);
    assert.deepEqual(await renamed(), codebook.actors?.[0]);
    await assert.rejects(
      Promise.resolve(
        vscode.commands.executeCommand('vscode.executeDocumentRenameProvider', uri, at('DPRK'), 'Russia'),
      ),
      /called “Russia” already/,
    );
    const prepared = await vscode.commands.executeCommand<{ range: vscode.Range; placeholder: string }>(
      ...(['vscode.prepareRename', uri, at('DPRK')] as const),
    );
    assert.equal(prepared.placeholder, 'North Korea');
  });
});

function codebookLine(words: string): number {
  const content = printCodebook(codebook);
  return content.slice(0, rangeOf(content, words).start).split('\n').length - 1;
}

describe('Renaming', () => {
  const content: Codebook = {
    ...{ format: 'policy-codebook', version: 1 },
    actors: [
      { id: 'a', name: 'North Korea', aliases: ['DPRK'] },
      { id: 'b', name: 'Russia' },
    ],
    topics: [{ id: 't', name: 'Tests are legal' }],
    sources: [{ id: 's', name: 'KCNA' }],
  };

  async function prepared(): Promise<vscode.Uri> {
    const made = await article('North Korea.');
    await write(vscode.Uri.joinPath(made, '..', '..', 'policy-codebook.json'), printCodebook(content));
    return made;
  }

  /** In the order of the file. */
  async function stored(made: vscode.Uri): Promise<Codebook> {
    const { actors = [], ...rest } = await (await api()).codebook(made);
    return { ...rest, actors: [...actors].sort((a, b) => (a.id < b.id ? -1 : 1)) };
  }

  it('is a command for actors, topics and sources, each one step', async () => {
    const made = await prepared();
    assert.equal(await run('renameActor', { article: made, actor: 'DPRK', name: '  N.  Korea ' }), true);
    assert.equal(await run('renameTopic', { article: made, topic: 't', name: 'Tests are lawful' }), true);
    assert.equal(await run('renameSource', { article: made, source: 'KCNA', name: 'News agency' }), true);
    assert.deepEqual(await stored(made), {
      ...content,
      actors: [{ id: 'a', name: 'N. Korea', aliases: ['DPRK', 'North Korea'] }, ...(content.actors?.slice(1) ?? [])],
      topics: [{ id: 't', name: 'Tests are lawful' }],
      sources: [{ id: 's', name: 'News agency' }],
    });
    for (let i = 0; i < 3; i++) assert.equal(await run('undo', { article: made }), true);
    assert.deepEqual(await stored(made), content);
    assert.equal(await run('redo', { article: made }), true);
    assert.equal((await stored(made)).actors?.[0]?.name, 'N. Korea');
  });

  it('works by F2 in Markdown too, which has a provider of its own for headings', async () => {
    const made = await article('# Heading\n\nNorth Korea.\n', 'a.md');
    await run('tagActor', { article: made, actor: 'North Korea', range: { start: 11, end: 22 } });
    const rename = (line: number): Thenable<vscode.WorkspaceEdit> =>
      vscode.commands.executeCommand(
        ...(['vscode.executeDocumentRenameProvider', made, new vscode.Position(line, 3), 'DPRK'] as const),
      );
    assert.equal((await rename(2)).size, 0);
    assert.deepEqual(
      (await stored(made)).actors?.map(({ name }) => name),
      ['DPRK'],
    );
    assert.equal((await rename(0)).size, 1, 'headings are VS Code’s');
  });

  it('refuses a name that another one has, an empty one and whom it doesn’t know', async () => {
    const made = await prepared();
    for (const [command, args, says] of [
      ['renameActor', { actor: 'DPRK', name: 'russia' }, /Another actor is called “Russia”/],
      ['renameActor', { actor: 'DPRK', name: ' ' }, /“name” must be a text/],
      ['renameActor', { actor: 'China', name: 'PRC' }, /no actor “China”/],
      ['renameTopic', { topic: 'nothing', name: 'x' }, /no topic/],
      ['renameSource', { source: 'KCNA' }, /“name” is missing/],
      ['renameActor', { actor: 'a', name: 'x', id: 'y' }, /Unknown argument/],
    ] as const) {
      let result: unknown;
      const told = await messagesOf(async () => {
        result = await run(command, { article: made, ...args });
      });
      assert.equal(result, false);
      assert.match(told.join(), says);
    }
    assert.deepEqual(await stored(made), content);
  });
});
