import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Annotation, PlacedAnnotation } from '../../src/model/annotation';
import type { Sidecar } from '../../src/model/article';
import { sha256 } from '../../src/sidecar/hash';
import { printSidecar } from '../../src/sidecar/print';
import {
  api,
  article,
  hovered,
  messagesOf,
  rangeOf,
  read,
  run,
  sidecarOf,
  storedSidecar,
  until,
  write,
} from './support';

const text = 'North Korea said on Monday that the drill was a rehearsal for war. Russia agreed.\n';

/** A sidecar for a text, with these annotations. */
async function sidecar(content: string, annotations: readonly Annotation[], file = 'article.txt'): Promise<Sidecar> {
  return {
    format: 'policy-annotations',
    version: 1,
    article: { file, sha256: await sha256(content), length: content.length },
    annotations,
  };
}

function marked(id: string, words: string, fields: Partial<Annotation> = {}, content = text): Annotation {
  const { start, end } = rangeOf(content, words);
  const around = { prefix: content.slice(Math.max(0, start - 32), start), suffix: content.slice(end, end + 32) };
  return { id, type: 'actor', target: [{ start, end, exact: words, ...around }], ...fields };
}

async function annotationsOf(uri: vscode.Uri): Promise<readonly PlacedAnnotation[]> {
  return (await api()).annotations(uri);
}

async function bytesOf(uri: vscode.Uri): Promise<string> {
  return [...(await vscode.workspace.fs.readFile(uri))].join();
}

describe('A hostile sidecar', () => {
  const deep = `${'{"a":['.repeat(200_000)}${']}'.repeat(200_000)}`;
  const cases: readonly (readonly [name: string, change: (printed: string) => string | Uint8Array, says: RegExp])[] = [
    ['of a huge depth', (printed) => printed.replace('"version": 1', `"version": 1, "deep": ${deep}`), /deep/],
    ['with a number beyond all bounds', (printed) => printed.replace('"start": 0', '"start": 1e400'), /start/],
    ['with such a number elsewhere', (printed) => printed.replace('"version": 1', '"version": 1, "n": 1e400'), /1e400/],
    [
      'with a number that can’t be kept',
      (printed) => printed.replace('"version": 1', '"version": 1, "n": 9007199254740993'),
      /9007199254740993/,
    ],
    [
      'with a key that stands twice',
      (printed) => printed.replace('"version": 1', '"version": 1, "x": 1, "x": 2'),
      /"x"/,
    ],
    [
      'with bytes that aren’t UTF-8',
      (printed) => {
        const bytes = new TextEncoder().encode(printed);
        bytes[bytes.indexOf(0x4e)] = 0xff;
        return bytes;
      },
      /UTF-8/,
    ],
    [
      'in UTF-16',
      (printed) => Uint8Array.from([0xff, 0xfe, ...[...printed].flatMap((c) => [c.charCodeAt(0), 0])]),
      /UTF-8/,
    ],
    ['of zeros', () => new Uint8Array(10_000), /line 1/],
  ];
  for (const [name, change, says] of cases) {
    it(`${name}: nothing is written to it, and the message says where and why`, async () => {
      const uri = await article(text);
      const printed = printSidecar(await sidecar(text, [marked('a1', 'North Korea', { actor: 'nk' })]));
      const content = change(printed);
      const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
      await vscode.workspace.fs.writeFile(sidecarOf(uri), bytes);
      let id: unknown = 'not called';
      const messages = await messagesOf(async () => {
        id = await run('tagActor', { article: uri, actor: 'Russia', range: rangeOf(text, 'Russia') });
      });
      assert.equal(id, undefined);
      assert.equal(messages.length, 1);
      assert.match(messages[0] ?? '', says);
      assert.match(messages[0] ?? '', /article\.txt\.annotations\.json, line \d+/);
      assert.equal(await bytesOf(sidecarOf(uri)), [...bytes].join());
    });
  }

  it('with a byte order mark is read, and written without it when something changes', async () => {
    const uri = await article(text);
    await write(
      sidecarOf(uri),
      `\ufeff${printSidecar(await sidecar(text, [marked('a1', 'North Korea', { actor: 'nk' })]))}`,
    );
    assert.equal((await annotationsOf(uri)).length, 1);
    assert.ok(await run('tagActor', { article: uri, actor: 'Russia', range: rangeOf(text, 'Russia') }));
    await until('both', async () => {
      const content = await read(sidecarOf(uri));
      return content?.startsWith('{') && content.includes('"a1"') && content.includes('"russia"');
    });
  });

  it('with halves of characters keeps them', async () => {
    const uri = await article(text);
    const odd = { note: 'a\ud800b', summary: '\udc00' };
    await write(
      sidecarOf(uri),
      printSidecar(await sidecar(text, [marked('\ud83d', 'North Korea', { actor: '\ude00', ...odd })])),
    );
    assert.deepEqual(
      (await annotationsOf(uri)).map(({ id, actor, note }) => [id, actor, note]),
      [['\ud83d', '\ude00', odd.note]],
    );
    assert.equal(await run('editAnnotation', { article: uri, id: '\ud83d', date: '2022' }), true);
    await until('the change', async () => (await read(sidecarOf(uri)))?.includes('"2022"'));
    const [stored] = (await storedSidecar(uri)).annotations;
    assert.deepEqual(
      [stored?.id, stored?.actor, stored?.note, stored?.summary],
      ['\ud83d', '\ude00', odd.note, odd.summary],
    );
    assert.ok(await hovered(uri, new vscode.Position(0, 3)));
  });

  for (const file of [
    '/etc/passwd',
    '..\\..\\x',
    '../../../x.txt',
    '\\\\host\\share\\x',
    'C:\\x.txt',
    'https://a.example/x',
    'command:x',
  ]) {
    it(`that says it is of ${file}: that is never a path, and the true name is written with the next change`, async () => {
      const uri = await article(text);
      const mine = marked('a1', 'North Korea', { actor: 'nk' });
      await write(sidecarOf(uri), printSidecar(await sidecar(text, [mine], file)));
      assert.equal((await annotationsOf(uri)).length, 1);
      const folder = await vscode.workspace.fs.readDirectory(vscode.Uri.joinPath(uri, '..'));
      assert.ok(await run('tagActor', { article: uri, actor: 'Russia', range: rangeOf(text, 'Russia') }));
      await until('the change', async () => (await read(sidecarOf(uri)))?.includes('"file": "article.txt"'));
      assert.deepEqual(await vscode.workspace.fs.readDirectory(vscode.Uri.joinPath(uri, '..')), folder);
      const target = vscode.Uri.joinPath(uri, '..', 'out.json');
      assert.ok(await run('export', { format: 'json', article: uri, target }));
      assert.match((await read(target)) ?? '', /"path": "(?:[^"/\\]+\/)*article\.txt"/);
    });
  }
});

describe('Ids that every object inherits', () => {
  const ids = ['__proto__', 'constructor', 'toString', 'valueOf'];

  it('are ids like any others: shown, edited, linked, jumped to, exported', async () => {
    const uri = await article(text);
    const codebook = vscode.Uri.joinPath(uri, '..', '..', 'policy-codebook.json');
    const attributes = ids.map((id) => ({ id, name: id, type: 'text', appliesTo: ['claim'] }));
    const lists = {
      actors: ids.map((id) => ({ id, name: `Actor ${id}` })),
      topics: ids.map((id) => ({ id, name: `Topic ${id}` })),
      attributes,
    };
    await write(codebook, `${JSON.stringify({ format: 'policy-codebook', version: 1, ...lists }, null, 2)}\n`);
    await write(
      sidecarOf(uri),
      printSidecar(
        await sidecar(text, [
          ...ids.map((id) => marked(id, 'North Korea', { actor: id })),
          marked('claim', 'the drill was a rehearsal for war', { type: 'claim', topic: '__proto__' }),
        ]),
      ),
    );
    const editor = await vscode.window.showTextDocument(uri);
    for (const id of ids) {
      assert.ok(await run('link', { article: uri, from: 'claim', role: 'speaker', actor: id }), id);
      const set = JSON.parse(`{"${id}": "value of ${id}"}`) as object;
      assert.ok(await run('editAnnotation', { article: uri, id: 'claim', attributes: set }), id);
      assert.equal(await run('nextMention', { article: uri, actor: id }), id);
      assert.ok(await run('editAnnotation', { article: uri, id, note: id }), id);
    }
    const claim = (await annotationsOf(uri)).find(({ id }) => id === 'claim');
    assert.deepEqual(
      Object.entries(claim?.attributes ?? {}),
      ids.map((id) => [id, `value of ${id}`]),
    );
    assert.deepEqual(
      claim?.links?.map(({ actor }) => actor),
      ids,
    );
    assert.match(await hovered(uri, editor.document.positionAt(text.indexOf('rehearsal'))), /value of &#95;&#95;proto/);
    for (const format of ['csv', 'claims-csv', 'jsonl', 'json', 'markdown']) {
      const target = vscode.Uri.joinPath(uri, '..', `out.${format}`);
      assert.ok(await run('export', { format, article: uri, target }), format);
      const exported = (await read(target)) ?? '';
      assert.doesNotMatch(exported, /native code|\[object/, format);
      assert.match(exported, /Topic (?:\\_\\_|__)proto/, format);
    }
    for (const id of ids) assert.equal(await run('removeAnnotation', { article: uri, id }), true);
    for (let times = 0; times < ids.length; times++) assert.equal(await run('undo', { article: uri }), true);
    assert.equal((await annotationsOf(uri)).length, ids.length + 1);
    assert.equal(({} as { note?: string }).note, undefined);
  });
});

describe('Very much of everything', () => {
  it('100,000 annotations in one article: it opens, jumps, is edited and saved', async function () {
    this.timeout(300_000);
    const lines = Array.from({ length: 10_000 }, (_, index) => {
      return `North Korea and Russia said on day ${index} in the capital that talks would go on, and so they did.\n`;
    });
    const content = lines.join('');
    let offset = 0;
    const annotations = lines.flatMap((line, number) => {
      const made = [...line.matchAll(/[a-z]{3,}/gi)].slice(0, 10).map(({ 0: exact, index }, nth): Annotation => {
        const start = offset + index;
        const end = start + exact.length;
        const around = { prefix: content.slice(Math.max(0, start - 32), start), suffix: content.slice(end, end + 32) };
        const fields = nth % 2 === 0 ? { type: 'actor', actor: `a${number % 100}` } : { type: 'claim', topic: 't' };
        const id = `i${String(number * 10 + nth).padStart(6, '0')}`;
        return { id, target: [{ start, end, exact, ...around }], ...fields };
      });
      offset += line.length;
      return made;
    });
    const uri = await article(content);
    await write(sidecarOf(uri), printSidecar(await sidecar(content, annotations)));
    await vscode.commands.executeCommand('policyAnnotator.article.focus');
    const editor = await vscode.window.showTextDocument(uri);
    await until('all of them', async () => (await annotationsOf(uri)).length === 100_000, 120);
    editor.selection = new vscode.Selection(4999, 80, 4999, 80);
    const next = await run<string>('nextAnnotation', {});
    assert.equal(next, 'i050000');
    assert.equal(editor.document.getText(editor.selection), 'North');
    const { mtime } = await vscode.workspace.fs.stat(sidecarOf(uri));
    await vscode.commands.executeCommand('type', { text: 'South' });
    await editor.document.save();
    const hash = await sha256(editor.document.getText());
    await until('a newer sidecar', async () => (await vscode.workspace.fs.stat(sidecarOf(uri))).mtime > mtime, 120);
    assert.ok((await read(sidecarOf(uri)))?.includes(hash));
    const changed = (await annotationsOf(uri)).filter(({ standing }) => standing !== 'anchored');
    assert.deepEqual(
      changed.map(({ id }) => id),
      ['i050000'],
    );
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
  });

  it('a note of a megabyte, names and lists without end: the hover stays short', async function () {
    this.timeout(60_000);
    const uri = await article(text);
    const note = 'long \u202e<b>'.repeat(100_000);
    const attributes = Object.fromEntries(
      Array.from({ length: 20_000 }, (_, index) => [`${index} ${note.slice(0, 90)}`, 'x']),
    );
    const links = Array.from({ length: 20_000 }, (_, index) => ({ role: `r${index}`, actor: `a${index}` }));
    const fields = { actor: note, note, creator: note, attributes, links };
    await write(sidecarOf(uri), printSidecar(await sidecar(text, [marked('a1', 'North Korea', fields)])));
    await vscode.window.showTextDocument(uri);
    assert.equal((await annotationsOf(uri))[0]?.note, note);
    const html = await hovered(uri, new vscode.Position(0, 3));
    assert.ok(html.length > 1000 && html.length < 300_000, `${html.length}`);
    assert.doesNotMatch(html, /\u202e|<b>/u);
  });
});
