import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { api, article, messagesOf, rangeOf, read, run, sidecarOf, until, write } from './support';

const text = 'North Korea said on Monday that the drill was a rehearsal for war.\n';
const annotation = (id: string, end = 11): object => ({
  id,
  type: 'actor',
  target: [{ start: 0, end, exact: 'North Korea', prefix: '', suffix: ' said on Monday that the drill w' }],
  actor: 'north-korea',
});
const sidecar = (changes: object): string =>
  JSON.stringify(
    {
      format: 'policy-annotations',
      version: 1,
      article: { file: 'article.txt', sha256: 'a'.repeat(64), length: text.length },
      annotations: [annotation('aaaa')],
      ...changes,
    },
    null,
    2,
  ) + '\n';

const badSidecars: readonly [name: string, content: string, says: RegExp][] = [
  ['empty', '', /line 1/],
  ['truncated', sidecar({}).slice(0, 200), /line \d/],
  ['not JSON', 'These are my notes.', /line 1/],
  ['not ours', '{\n  "format": "somebody-elses",\n  "annotations": []\n}\n', /line 2/],
  ['of a newer version', sidecar({ version: 2 }), /version/],
  ['with one id twice', sidecar({ annotations: [annotation('aaaa'), annotation('aaaa')] }), /aaaa/],
  ['with a target outside of the text', sidecar({ annotations: [annotation('aaaa', 5000)] }), /line 1\d/],
  [
    'with a number that can’t be kept',
    sidecar({}).replace('"version": 1', '"version": 1,\n  "big": 9007199254740993'),
    /line 4/,
  ],
];

describe('A sidecar that can’t be read', () => {
  for (const [name, content, says] of badSidecars) {
    it(`${name}: the message names the file and the line, and the file stays as it is`, async () => {
      const uri = await article(text);
      await write(sidecarOf(uri), content);
      let id: unknown = 'not called';
      const messages = await messagesOf(async () => {
        id = await run('tagActor', { article: uri, actor: 'Russia', range: rangeOf(text, 'Monday') });
      });
      assert.equal(id, undefined);
      assert.equal(messages.length, 1);
      assert.match(messages[0] ?? '', /article\.txt\.annotations\.json, line \d+/);
      assert.match(messages[0] ?? '', says);
      assert.equal(await read(sidecarOf(uri)), content);
    });
  }

  it('works again as soon as it reads', async () => {
    const uri = await article(text);
    await write(sidecarOf(uri), '{');
    await messagesOf(() => run('tagActor', { article: uri, actor: 'Russia', range: rangeOf(text, 'Monday') }));
    await write(sidecarOf(uri), sidecar({}));
    await until('the mended sidecar', async () => (await (await api()).annotations(uri).catch(() => [])).length === 1);
    const id = await run<string>('tagActor', { article: uri, actor: 'Monday People', range: rangeOf(text, 'Monday') });
    assert.match(id, /^[0-9a-z]{12}$/);
    assert.match((await read(sidecarOf(uri))) ?? '', /"aaaa"/);
  });

  it('that is a folder: nothing is written', async () => {
    const uri = await article(text);
    await vscode.workspace.fs.createDirectory(sidecarOf(uri));
    let id: unknown = 'not called';
    const messages = await messagesOf(async () => {
      id = await run('tagActor', { article: uri, actor: 'Russia', range: rangeOf(text, 'Monday') });
    });
    assert.equal(id, undefined);
    assert.equal(messages.length, 1);
  });
});

describe('A sidecar that the disk doesn’t take', () => {
  it('(its name is too long): a message, and neither sidecar nor codebook is changed', async () => {
    const uri = await article(text, `${'n'.repeat(245)}.txt`);
    const codebook = vscode.Uri.joinPath(uri, '..', '..', 'policy-codebook.json');
    const before = await read(codebook);
    let id: unknown = 'not called';
    const messages = await messagesOf(async () => {
      id = await run('tagActor', { article: uri, actor: 'Russia', range: rangeOf(text, 'Monday') });
    });
    assert.equal(id, undefined);
    assert.equal(messages.length, 1);
    assert.equal(await read(codebook), before);
    assert.equal((await (await api()).codebook(uri)).actors, undefined);
  });
});

describe('A codebook that can’t be read', () => {
  for (const [name, content] of [
    ['not JSON', 'x'],
    ['of a newer version', '{\n  "format": "policy-codebook",\n  "version": 7\n}\n'],
    [
      'with one id twice',
      '{\n  "format": "policy-codebook",\n  "version": 1,\n  "actors": [\n    { "id": "a", "name": "A" },\n    { "id": "a", "name": "B" }\n  ]\n}\n',
    ],
  ] as const) {
    it(`${name}: tagging is refused, and both files stay as they are`, async () => {
      const uri = await article(text);
      const codebook = vscode.Uri.joinPath(uri, '..', 'policy-codebook.json');
      await write(codebook, content);
      let id: unknown = 'not called';
      const messages = await messagesOf(async () => {
        id = await run('tagActor', { article: uri, actor: 'Russia', range: rangeOf(text, 'Monday') });
      });
      assert.equal(id, undefined);
      assert.match(messages[0] ?? '', /policy-codebook\.json, line \d+/);
      assert.equal(await read(codebook), content);
      assert.equal(await read(sidecarOf(uri)), undefined);
    });
  }
});

describe('Bad arguments', () => {
  const cases: readonly [name: string, command: string, args: object, says: RegExp, gives: unknown][] = [
    ['white space only', 'tagActor', { actor: 'X', range: { start: 11, end: 12 } }, /white space/, undefined],
    ['an annotation that isn’t there', 'removeAnnotation', { id: 'nosuchid' }, /nosuchid/, false],
    ['an actor that isn’t known', 'nextMention', { actor: 'Atlantis' }, /Atlantis/, undefined],
    [
      'a speaker that isn’t known',
      'tagClaim',
      { speaker: 'Atlantis', range: { start: 0, end: 11 } },
      /Atlantis/,
      undefined,
    ],
    ['a stance that isn’t known', 'tagClaim', { stance: 'maybe', range: { start: 0, end: 11 } }, /maybe/, undefined],
    [
      'an attribution that isn’t known',
      'tagClaim',
      { attribution: 'sung', range: { start: 0, end: 11 } },
      /sung/,
      undefined,
    ],
    ['a day that doesn’t exist', 'tagClaim', { date: '2023-02-30', range: { start: 0, end: 11 } }, /date/, undefined],
    ['a misspelt argument', 'tagActor', { actr: 'X', range: { start: 0, end: 11 } }, /actr/, undefined],
    ['a range that is none', 'tagActor', { actor: 'X', range: [0, 11] }, /range/, undefined],
    ['a format that isn’t there', 'export', { format: 'pdf' }, /pdf/, undefined],
    ['a status that isn’t there', 'setCodingStatus', { status: 'perhaps' }, /perhaps/, false],
    ['a link from nowhere', 'link', { from: 'nosuchid', role: 'speaker', actor: 'X' }, /nosuchid/, false],
    [
      'an article that isn’t there',
      'tagActor',
      { article: 'nowhere/at/all.txt', actor: 'X', range: { start: 0, end: 1 } },
      /all\.txt/,
      undefined,
    ],
    [
      'an export target that can’t be written',
      'export',
      { format: 'csv', target: 'articles' },
      /could not be written/,
      undefined,
    ],
  ];
  for (const [name, command, args, says, gives] of cases) {
    it(`${name}: a message, and nothing is changed`, async () => {
      const uri = await article(text);
      const codebook = await read(vscode.Uri.joinPath(uri, '..', '..', 'policy-codebook.json'));
      let result: unknown = 'not called';
      const messages = await messagesOf(async () => {
        result = await run(command, { article: uri, ...args });
      });
      assert.equal(result, gives);
      assert.equal(messages.length, 1);
      assert.match(messages[0] ?? '', says);
      assert.equal(await read(sidecarOf(uri)), undefined);
      assert.equal(await read(vscode.Uri.joinPath(uri, '..', '..', 'policy-codebook.json')), codebook);
    });
  }

  it('no editor open: says so', async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await until('no editor', () => vscode.window.activeTextEditor === undefined);
    let result: unknown = 'not called';
    const messages = await messagesOf(async () => {
      result = await run('tagActor', { actor: 'X' });
    });
    assert.equal(result, undefined);
    assert.match(messages[0] ?? '', /Open an article first/);
  });

  it('an untitled document: says that it must be saved first', async () => {
    const document = await vscode.workspace.openTextDocument({ content: text });
    await vscode.window.showTextDocument(document);
    const messages = await messagesOf(() => run('tagActor', { actor: 'X', range: { start: 0, end: 11 } }));
    assert.match(messages[0] ?? '', /Save this document first/);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });
});

describe('An article of 5 MB', () => {
  it('is tagged and jumped through', async () => {
    const long = `${text}${'Nothing of note was said on that day, and nobody asked. '.repeat(94_000)}\nNorth Korea said it again.\n`;
    assert.ok(long.length > 5_000_000);
    const uri = await article(long, 'long.txt');
    const last = long.lastIndexOf('North Korea');
    const first = await run<string>('tagActor', {
      article: uri,
      actor: 'North Korea',
      range: rangeOf(long, 'North Korea'),
    });
    const second = await run<string>('tagActor', {
      article: uri,
      actor: 'North Korea',
      range: { start: last, end: last + 11 },
    });
    assert.deepEqual(
      (await (await api()).annotations(uri)).map(({ id, standing }) => [id, standing]),
      [
        [first, 'anchored'],
        [second, 'anchored'],
      ],
    );
  });
});
