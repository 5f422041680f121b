import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Annotation } from '../../src/model/annotation';
import type { Codebook } from '../../src/model/codebook';
import { sha256 } from '../../src/sidecar/hash';
import { printCodebook, printSidecar } from '../../src/sidecar/print';
import { api, article, rangeOf, run, sidecarOf, storedSidecar, until, write } from './support';

const text = [
  'The Drill and Its Critics',
  '',
  'Tests are legal, says Korea. They are against the law, Korea said a year later.',
  'Moscow, Korea and Korea’s neighbours are silent.',
  '',
].join('\n');

/** Actors of each run are others: contradictions are looked for in the workspace. */
const korea = `korea-${Math.random().toString(36).slice(2, 8)}`;
const codebook: Codebook = {
  ...{ format: 'policy-codebook', version: 1 },
  actors: [{ id: korea, name: 'Korea' }],
  topics: [{ id: 'tests', name: 'Tests are legal' }],
};

function marked(id: string, type: string, words: string, fields: Partial<Annotation> = {}, n = 0): Annotation {
  const { start, end } = rangeOf(text, words, n);
  const around = { prefix: text.slice(Math.max(0, start - 32), start), suffix: text.slice(end, end + 32) };
  return { id, type, target: [{ start, end, exact: words, ...around }], ...fields };
}

async function put(annotations: readonly Annotation[], of = text): Promise<vscode.Uri> {
  const uri = await article(text);
  await write(vscode.Uri.joinPath(uri, '..', '..', 'policy-codebook.json'), printCodebook(codebook));
  const info = { file: 'article.txt', sha256: await sha256(of), length: of.length };
  await write(sidecarOf(uri), printSidecar({ format: 'policy-annotations', version: 1, article: info, annotations }));
  await vscode.window.showTextDocument(uri);
  await (await api()).annotations(uri);
  return uri;
}

function problems(uri: vscode.Uri): readonly string[] {
  const ours = vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'Policy Annotator');
  return ours.map(
    ({ code, message, range }) => `${String(code)} ${range.start.line}:${range.start.character} ${message}`,
  );
}

async function told(uri: vscode.Uri, expected: readonly string[]): Promise<void> {
  const wanted = JSON.stringify(expected);
  await until(`${wanted}, not ${JSON.stringify(problems(uri))}`, () => JSON.stringify(problems(uri)) === wanted);
}

async function fixes(uri: vscode.Uri, words: string): Promise<ReadonlyMap<string, vscode.CodeAction>> {
  const document = await vscode.workspace.openTextDocument(uri);
  const at = document.positionAt(rangeOf(text, words).start + 1);
  const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
    ...(['vscode.executeCodeActionProvider', uri, new vscode.Range(at, at), 'quickfix'] as const),
  );
  return new Map(actions.map((action) => [action.title, action]));
}

async function fix(uri: vscode.Uri, words: string, title: string): Promise<void> {
  const action = (await fixes(uri, words)).get(title);
  assert.ok(action?.command, `there is no ${title}`);
  await vscode.commands.executeCommand(action.command.command, ...(action.command.arguments ?? []));
}

/** Turns checks on or off while `work` runs. */
async function setting(values: Readonly<Record<string, boolean>>, work: () => Promise<void>): Promise<void> {
  const set = async (on: (name: string) => boolean | undefined): Promise<void> => {
    const settings = vscode.workspace.getConfiguration('policyAnnotator.diagnostics');
    for (const name of Object.keys(values)) await settings.update(name, on(name), vscode.ConfigurationTarget.Workspace);
  };
  await set((name) => values[name]);
  try {
    await work();
  } finally {
    await set(() => undefined);
  }
}

describe('Checks', () => {
  it('tell of a claim without a speaker, unless it is the author’s own', async () => {
    const uri = await put([
      marked('c1', 'claim', 'Tests are legal, says Korea.', { topic: 'tests', attribution: 'reported' }),
      marked('c2', 'claim', 'They are against the law', { attribution: 'author' }),
      marked('c3', 'claim', 'Korea said', { links: [{ role: 'speaker', actor: korea }] }),
    ]);
    await told(uri, ['missingSpeaker 2:0 This claim has no speaker: “Tests are legal, says Korea.”']);
    assert.deepEqual([...(await fixes(uri, 'says Korea')).keys()], ['Link speaker…', 'The article’s author speaks']);
    await fix(uri, 'says Korea', 'The article’s author speaks');
    await told(uri, []);
    await run('undo', { article: uri });
    await told(uri, ['missingSpeaker 2:0 This claim has no speaker: “Tests are legal, says Korea.”']);
    await setting({ missingSpeaker: false }, () => told(uri, []));
  });

  it('tell of ids that the codebook doesn’t have, and an item is made for one', async () => {
    const uri = await put([
      marked('a1', 'actor', 'Moscow', { actor: 'russia', form: 'name' }),
      marked('c1', 'claim', 'They are against the law', {
        ...{ topic: 'law', attribution: 'author' },
        links: [{ role: 'evidence', source: 'kcna' }],
      }),
    ]);
    const others = [
      'unknownIds 2:29 The codebook has no topic “law”.',
      'unknownIds 2:29 The codebook has no source “kcna”.',
    ];
    await told(uri, [...others, 'unknownIds 3:0 The codebook has no actor “russia”.']);
    await fix(uri, 'Moscow', 'Add “russia” to the codebook');
    await told(uri, others);
    const { actors } = await (await api()).codebook(uri);
    assert.deepEqual(
      actors?.find(({ id }) => id === 'russia'),
      { id: 'russia', name: 'Moscow' },
    );
    assert.ok((await fixes(uri, 'They are')).has('Choose another topic for “law” in this article…'));
  });

  it('tell of a sidecar that is older than its article, until it is saved for that', async () => {
    const uri = await put([marked('a1', 'actor', 'Moscow', { actor: korea })], `${text}More.\n`);
    await told(uri, ['outdatedSidecar 0:0 The annotations of this article were saved for an earlier text of it.']);
    await fix(uri, 'The Drill', 'Save annotations for this text');
    await told(uri, []);
    assert.equal((await storedSidecar(uri)).article.sha256, await sha256(text));
    await run('tagActor', { article: uri, actor: korea, range: rangeOf(text, 'Korea') });
    const editor = await vscode.window.showTextDocument(uri);
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), 'Typed. '));
    await editor.document.save();
    await until('the sidecar', async () => (await storedSidecar(uri)).article.length === text.length + 7);
    assert.deepEqual(problems(uri), []);
  });

  it('that are off by default tell of claims without a source, names that nobody tagged, and contradictions', async () => {
    const links = [{ role: 'speaker', actor: korea }];
    const uri = await put([
      marked('a1', 'actor', 'Korea', { actor: korea }),
      marked('a2', 'actor', 'Korea', { actor: korea }, 1),
      marked('c1', 'claim', 'Tests are legal', { topic: 'tests', stance: 'support', links }),
      marked('c2', 'claim', 'They are against the law', { topic: 'tests', stance: 'oppose', links }),
    ]);
    await setting({ missingSource: true, untaggedNames: true, contradictions: true }, async () => {
      const contradiction = (place: string, isFor: boolean): string =>
        `contradictions ${place} Korea is ${isFor ? 'for' : 'against'} “Tests are legal” here, and ${isFor ? 'against' : 'for'} it elsewhere.`;
      const rest = [
        'missingSource 2:0 This claim has no source: “Tests are legal”',
        'missingSource 2:29 This claim has no source: “They are against the law”',
        'untaggedNames 3:8 “Korea” isn’t tagged.',
        'untaggedNames 3:18 “Korea” isn’t tagged.',
      ];
      await told(uri, [...rest, contradiction('2:0', true), contradiction('2:29', false)]);
      const related = vscode.languages
        .getDiagnostics(uri)
        .find(({ code }) => code === 'contradictions')
        ?.relatedInformation?.map(({ location, message }) => [location.range.start.character, message]);
      assert.deepEqual(related, [[29, 'Korea is against it']]);
      await fix(uri, 'Tests are legal', 'Link it: contradicts the other claim');
      await told(uri, rest);
      await fix(uri, 'Korea and Korea', 'Tag “Korea”');
      await told(
        uri,
        rest.filter((one) => !one.includes('3:8')),
      );
    });
    await told(uri, []);
  });
});
