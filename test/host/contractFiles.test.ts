import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { catalogue } from '../../src/exchange/catalogue';
import { sha256OfBytes } from '../../src/sidecar/hash';
import { api, article, messagesOf, rangeOf, read, root, run, sidecarOf, storedSidecar, until, write } from './support';

const text = [
  'Pyongyang Warns of “Offensive” Answer',
  '',
  'North Korea said on Monday that the drill was a rehearsal for war. The DPRK called it “reckless”.[1]',
  'Washington rejected the charge. Russia agreed.',
  'Share this article',
].join('\n');

function tag(uri: vscode.Uri | string, actor: string, words = actor): Thenable<string> {
  return run<string>('tagActor', { article: uri, actor, range: rangeOf(text, words) });
}

async function idsOf(uri: vscode.Uri): Promise<string[]> {
  return (await (await api()).annotations(uri)).map(({ id }) => id);
}

async function opened(uri: vscode.Uri): Promise<vscode.TextEditor> {
  await vscode.commands.executeCommand('vscode.open', uri);
  return until('the editor', () => {
    const editor = vscode.window.activeTextEditor;
    return editor?.document.uri.toString() === uri.toString() ? editor : undefined;
  });
}

async function neverOpened(uri: vscode.Uri, actor = 'russia'): Promise<vscode.Uri> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  const sha256 = [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  const range = rangeOf(text, 'Russia');
  const target = [{ ...range, exact: 'Russia', prefix: text.slice(range.start - 32, range.start), suffix: ' agreed.' }];
  const value = {
    format: 'policy-annotations',
    version: 1,
    article: { file: 'article.txt', sha256, length: text.length },
    annotations: [{ id: `id-of-${uri.path.split('/').at(-1)}`, type: 'actor', target, actor }],
  };
  await write(uri, text);
  await write(sidecarOf(uri), `${JSON.stringify(value, null, 2)}\n`);
  return uri;
}

describe('The order of fields on disk', () => {
  it('is that of the contract, at every level', async () => {
    const uri = await article(text);
    const mention = await tag(uri, 'Russia');
    const source = await run<string>('tagSource', {
      article: uri,
      range: rangeOf(text, '[1]'),
      url: 'https://example.org/1',
      date: '2023-12',
      reference: 'KCNA',
      kind: 'statement',
    });
    const claim = await run<string>('tagClaim', {
      range: rangeOf(text, 'Russia agreed'),
      note: 'n',
      attributes: { act: 'praise' },
      date: '2023',
      summary: 's',
      source,
      addressee: 'Russia',
      attribution: 'reported',
      stance: 'support',
      topic: 'The drill',
      article: uri,
    });
    await run('link', { article: uri, from: claim, for: 'Russia', annotation: mention, role: 'speaker' });
    await run('editArticleMetadata', {
      article: uri,
      url: 'https://example.org',
      title: 'T',
      date: '2023',
      author: 'A',
    });
    await run('exclude', { article: uri, range: rangeOf(text, 'Share this article') });
    await run('setCodingStatus', { article: uri, note: 'n', status: 'doing' });
    const orders: Readonly<Record<string, readonly string[]>> = {
      '': ['format', 'version', 'article', 'coding', 'annotations'],
      article: ['file', 'sha256', 'length', 'title', 'author', 'date', 'url', 'excluded'],
      coding: ['creator', 'status', 'date', 'note'],
      excluded: ['start', 'end', 'exact', 'prefix', 'suffix'],
      target: ['start', 'end', 'exact', 'prefix', 'suffix'],
      links: ['role', 'actor', 'annotation', 'for'],
    };
    const fields = {
      actor: ['id', 'type', 'target', 'actor', 'form', 'creator', 'created'],
      source: ['id', 'type', 'target', 'kind', 'reference', 'url', 'date', 'creator', 'created'],
      claim: [
        ...['id', 'type', 'target', 'topic', 'stance', 'attribution', 'summary', 'date', 'links', 'attributes', 'note'],
        ...['creator', 'created', 'modified'],
      ],
    };
    const content = await until('all', async () => {
      const now = await read(sidecarOf(uri));
      return now?.includes('"doing"') && now.includes('"for"') ? now : undefined;
    });
    const file = JSON.parse(content) as Record<string, unknown>;
    assert.equal(content, `${JSON.stringify(file, null, 2)}\n`);
    assert.deepEqual(Object.keys(file), orders['']);
    const head = file['article'] as { excluded: object[] };
    const [coding] = file['coding'] as object[];
    assert.deepEqual(Object.keys(head), orders['article']);
    assert.deepEqual(Object.keys(coding ?? {}), orders['coding']);
    assert.deepEqual(Object.keys(head.excluded[0] ?? {}), orders['excluded']);
    const annotations = file['annotations'] as {
      id: string;
      type: keyof typeof fields;
      target: object[];
      links?: object[];
    }[];
    assert.deepEqual(
      annotations.map(({ id }) => id),
      [mention, source, claim].sort(),
    );
    for (const annotation of annotations) {
      assert.deepEqual(Object.keys(annotation), fields[annotation.type]);
      assert.deepEqual(Object.keys(annotation.target[0] ?? {}), orders['target']);
    }
    const links = annotations.find(({ type }) => type === 'claim')?.links ?? [];
    assert.deepEqual(Object.keys(links.at(-1) ?? {}), orders['links']);
    assert.match(content, /"created": "\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ"/);
  });
});

describe('An article is named by', () => {
  it('its Uri, that as text, its path, or its path in the folder', async () => {
    const uri = await article(text, 'Ein Näme #1 100%.txt');
    const relative = uri.path.slice(root().path.length + 1);
    for (const name of [uri, uri.toString(), uri.path, relative])
      assert.match(await tag(name as string, 'Russia'), /./);
    assert.equal((await idsOf(uri)).length, 4);
  });
});

describe('A sidecar', () => {
  it('deleted outside is forgotten, one that comes back is read; undo of what is gone is refused', async () => {
    const uri = await article(text);
    const first = await tag(uri, 'Russia');
    const content = await until('the sidecar', () => read(sidecarOf(uri)));
    await vscode.workspace.fs.delete(sidecarOf(uri));
    assert.deepEqual(await idsOf(uri), []);
    const messages = await messagesOf(async () => assert.equal(await run('undo', { article: uri }), false));
    assert.equal(messages.length, 1);
    const second = await tag(uri, 'Washington');
    assert.deepEqual(await idsOf(uri), [second]);
    await until('written', async () => (await read(sidecarOf(uri)))?.includes(second));
    assert.equal(await run('removeAnnotation', { article: uri, id: second }), true);
    await until('removed', async () => (await storedSidecar(uri)).annotations.length === 0);
    await write(sidecarOf(uri), content);
    assert.deepEqual(await idsOf(uri), [first]);
  });

  it('that is broken is not complained of when its article is closed', async () => {
    const uri = await article(text);
    await write(sidecarOf(uri), '{ broken');
    await messagesOf(async (told) => {
      await opened(uri);
      await until('what is told on opening', () => told.length > 0);
    });
    const messages = await messagesOf(async () => {
      await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
      const other = await article(text, 'other.txt');
      await opened(other);
      await tag(other, 'Russia');
      await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
      await until('written', async () => (await read(sidecarOf(other)))?.includes('russia'));
    });
    assert.deepEqual(messages, []);
  });

  it('can be read after boilerplate at the end was deleted and saved; undo brings it back', async () => {
    const uri = await article(text);
    const editor = await opened(uri);
    assert.equal(await run('exclude', { range: rangeOf(text, 'Share this article') }), true);
    await editor.edit((edit) => edit.delete(new vscode.Range(4, 0, 5, 0)));
    await editor.document.save();
    const length = editor.document.getText().length;
    await until(
      'the shorter text',
      async () => (await read(sidecarOf(uri)))?.includes(`"length": ${length}\n`) ?? false,
    );
    assert.doesNotMatch((await read(sidecarOf(uri))) ?? '', /Share/);
    await vscode.commands.executeCommand('undo');
    await until('the text', () => editor.document.getText() === text);
    await editor.document.save();
    await until('boilerplate again', async () =>
      (await read(sidecarOf(uri)))?.includes('"exact": "Share this article"'),
    );
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
  });

  it('of an article in another encoding says so, and is exported right though never opened', async () => {
    const uri = await article('');
    const said = 'Café: Russia agreed at once and said so on Monday.\n';
    await vscode.workspace.fs.writeFile(uri, Uint8Array.from([...said].map((c) => c.charCodeAt(0))));
    await vscode.workspace.openTextDocument(uri, { encoding: 'windows1252' });
    await run('tagActor', { article: uri, actor: 'Russia', range: rangeOf(said, 'Russia') });
    const content = await until('the sidecar', () => read(sidecarOf(uri)));
    assert.match(content, /"encoding": "windows-1252"/);
    const copy = vscode.Uri.joinPath(uri, '..', 'copy.txt');
    await vscode.workspace.fs.copy(uri, copy);
    await write(sidecarOf(copy), content.replace('article.txt', 'copy.txt'));
    const bytes = await (await api()).export('csv', [copy]);
    assert.match(new TextDecoder().decode(bytes), /anchored/);
  });
});

describe('An actor that another was merged into', () => {
  it('is found by the former id in jumps, tagging, claims and exports', async () => {
    const uri = await article(text);
    const codebook = {
      format: 'policy-codebook',
      version: 1,
      actors: [{ id: 'rf', name: 'Russia', formerIds: ['russia'] }],
    };
    await write(vscode.Uri.joinPath(uri, '..', '..', 'policy-codebook.json'), JSON.stringify(codebook));
    await neverOpened(uri);
    assert.equal(await run('nextMention', { article: uri, actor: 'Russia' }), 'id-of-article.txt');
    assert.equal(await run('goToActor', { article: uri, actor: 'russia' }), 'id-of-article.txt');
    const again = await run<string>('tagActor', { article: uri, actor: 'russia', range: rangeOf(text, 'Washington') });
    const claim = await run<string>('tagClaim', {
      article: uri,
      speaker: 'russia',
      range: rangeOf(text, 'Russia agreed'),
    });
    const placed = await (await api()).annotations(uri);
    assert.equal(placed.find(({ id }) => id === again)?.actor, 'rf');
    assert.equal(placed.find(({ id }) => id === claim)?.links?.[0]?.actor, 'rf');
    const csv = new TextDecoder().decode(await (await api()).export('csv', [uri]));
    const row = csv.split('\r\n').find((line) => line.includes('id-of-article.txt'));
    assert.match(row ?? '', /,rf,Russia,/);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });
});

describe('Jumps through the workspace', () => {
  it('go by relative path through articles that were never opened, round and back', async () => {
    const uri = await article(text);
    const codebook = { format: 'policy-codebook', version: 1, actors: [{ id: 'zembla', name: 'Zembla' }] };
    await write(vscode.Uri.joinPath(uri, '..', '..', 'policy-codebook.json'), JSON.stringify(codebook));
    // By code units, from article.txt on: "-" before "/" before "a"; capitals before small letters.
    const names = ['B.txt', 'a-1.txt', 'a/z.txt', 'a.1.txt', 'ä.txt'];
    for (const name of names) await neverOpened(vscode.Uri.joinPath(uri, '..', ...name.split('/')), 'zembla');
    const order = ['ä.txt', 'B.txt', 'a-1.txt', 'a.1.txt', 'z.txt'].map((name) => `id-of-${name}`);
    const args = { article: uri, actor: 'Zembla', scope: 'workspace' };
    const visited = [await run('nextMention', args)];
    for (let n = 1; n < 6; n++) visited.push(await run('nextMention', { actor: 'Zembla', scope: 'workspace' }));
    assert.deepEqual(visited, [...order, order[0]]);
    assert.equal(await run('previousMention', { actor: 'Zembla', scope: 'workspace' }), order[4]);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });
});

describe('An export', () => {
  it('in every format, with a target as Uri or text or none, is what the API gives', async () => {
    const uri = await neverOpened(await article(text));
    const { export: exported, formats } = await api();
    assert.deepEqual(
      formats.map(({ id, writes, reads }) => ({ id, writes, reads })),
      catalogue.map(({ id, writes, reads }) => ({ id, writes, reads })),
    );
    for (const { id, files } of catalogue.filter(({ writes }) => writes)) {
      const target = vscode.Uri.joinPath(uri, '..', `out put.${files === 'one' ? id : 'zip'}`);
      const expected = await sha256OfBytes(await exported(id, [uri]));
      for (const to of [target, target.toString(), undefined]) {
        const result = await run<vscode.Uri>('export', { article: uri, format: id, ...(to ? { target: to } : {}) });
        if (to) assert.equal(result.toString(), target.toString());
        if (to || files === 'one') {
          assert.equal(await sha256OfBytes(await vscode.workspace.fs.readFile(result)), expected, id);
        } else {
          assert.ok((await vscode.workspace.fs.readDirectory(result)).length > 0, id);
        }
        await vscode.workspace.fs.delete(result, { recursive: true });
      }
    }
  });
});

describe('A command with an argument object', () => {
  it('never asks, whatever the object holds: it says what is wrong, and gives undefined or false', async () => {
    const uri = await article(text);
    await tag(uri, 'Russia');
    const before = await until('the sidecar', () => read(sidecarOf(uri)));
    const booleans = ['removeAnnotation', 'editAnnotation', 'resizeAnnotation', 'extendAnnotation', 'link', 'unlink'];
    booleans.push('exclude', 'setCodingStatus');
    const others = ['tagActor', 'tagClaim', 'tagSource', 'tagPassage', 'nextMention', 'previousMention', 'export'];
    others.push('goToActor', 'nextAnnotation', 'previousAnnotation');
    const bad: readonly object[] = [
      { article: uri, nonsense: 1 },
      { article: 7 },
      { article: uri, range: 'x' },
      { article: uri, range: { start: '0', end: 3 } },
      { article: uri, range: { start: NaN, end: 3 } },
      { article: uri, range: { start: 0, end: Infinity } },
      { article: uri, ranges: [] },
      { article: uri, ranges: [rangeOf(text, 'Russia'), rangeOf(text, 'Russia agreed')] },
      { article: uri, range: null, id: 3 },
      { article: 'no/such/article.txt' },
    ];
    for (const [commands, gives] of [
      [booleans, false],
      [others, undefined],
    ] as const) {
      for (const command of commands) {
        for (const args of bad) {
          let result: unknown = 'not called';
          const messages = await messagesOf(async () => {
            result = await run(command, args);
          });
          const what = `${command} ${JSON.stringify(args)}`;
          assert.equal(result, gives, what);
          assert.equal(messages.length, 1, what);
        }
      }
    }
    assert.equal(await read(sidecarOf(uri)), before);
  });
});
