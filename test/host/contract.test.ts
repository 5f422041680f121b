import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { api, article, messagesOf, rangeOf, read, root, run, sidecarOf, until, write } from './support';

const text = [
  'Pyongyang Warns of “Offensive” Answer',
  '',
  'North Korea said on Monday that the drill was a rehearsal for war. The DPRK called it “reckless”.[1]',
  'Washington rejected the charge. North Korea did not answer. Russia agreed.',
  '',
].join('\n');

interface Item {
  readonly id: string;
  readonly [field: string]: unknown;
}

interface File {
  readonly article: { readonly sha256: string; readonly length: number; readonly [field: string]: unknown };
  readonly coding?: readonly object[];
  readonly annotations: readonly (Item & { readonly target: readonly Item[] })[];
}

async function stored(uri: vscode.Uri, is: (file: File) => boolean = () => true): Promise<File> {
  return until('the sidecar', async () => {
    const content = await read(sidecarOf(uri));
    // Without rename, as in the web, a reader may see the file while it is being written.
    const file = content?.endsWith('\n}\n') ? (JSON.parse(content) as File) : undefined;
    return file && is(file) ? file : undefined;
  });
}

async function idsOf(uri: vscode.Uri): Promise<string[]> {
  return (await (await api()).annotations(uri)).map(({ id }) => id);
}

function tag(uri: vscode.Uri, actor: string, words = actor, n = 0): Thenable<string> {
  return run<string>('tagActor', { article: uri, actor, range: rangeOf(text, words, n) });
}

async function sha256(of: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(of));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Leaves no folders of other tests, some of which hold broken files. */
async function clear(): Promise<void> {
  for (const [name] of await vscode.workspace.fs.readDirectory(root()))
    if (/^t[0-9a-z]{1,8}$/.test(name))
      await vscode.workspace.fs.delete(vscode.Uri.joinPath(root(), name), { recursive: true });
}

async function closeEditor(): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
}

describe('Several commands at once', () => {
  it('fifty mentions of a new actor under several names, none awaited: all are there', async () => {
    const uri = await article(text);
    const words = ['North Korea', 'DPRK', 'Pyongyang', 'Washington', 'Russia'];
    const ids = await Promise.all(
      Array.from({ length: 50 }, (_, n) => tag(uri, 'Ruritania', words[n % words.length] ?? '')),
    );
    assert.equal(new Set(ids).size, 50);
    assert.ok(ids.every((id) => /^[0-9a-z]{12}$/.test(id)));
    const file = await stored(uri, ({ annotations }) => annotations.length === 50);
    assert.deepEqual(file.annotations.map(({ id }) => id).sort(), [...ids].sort());
    const [actor, ...more] = (await (await api()).codebook(uri)).actors ?? [];
    assert.equal(more.length, 0);
    assert.deepEqual([...(actor?.aliases ?? [])].sort(), [...words].sort());
  });

  it('finds a codebook that came nearer meanwhile', async () => {
    const uri = await article(text);
    await tag(uri, 'Russia');
    const nearer = vscode.Uri.joinPath(uri, '..', 'policy-codebook.json');
    await write(
      nearer,
      `${JSON.stringify({ format: 'policy-codebook', version: 1, actors: [{ id: 'x', name: 'X' }] })}\n`,
    );
    await until('the nearer one', async () => (await (await api()).codebook(uri)).actors?.[0]?.id === 'x');
  });

  it('in two articles that share a codebook', async () => {
    const uri = await article(text);
    const other = vscode.Uri.joinPath(uri, '..', 'other.txt');
    await write(other, text);
    const ids = await Promise.all([
      tag(uri, 'North Korea'),
      tag(other, 'North Korea'),
      tag(uri, 'North Korea', 'DPRK'),
      tag(other, 'North Korea', 'Pyongyang'),
    ]);
    assert.ok(ids.every((id) => typeof id === 'string'));
    assert.deepEqual((await idsOf(uri)).sort(), [ids[0], ids[2]].sort());
    assert.deepEqual((await idsOf(other)).sort(), [ids[1], ids[3]].sort());
  });

  it('a tag and its undo', async () => {
    const uri = await article(text);
    const first = await tag(uri, 'Russia');
    const both = [tag(uri, 'Washington'), run<boolean>('undo', { article: uri })] as const;
    assert.equal(typeof (await both[0]), 'string');
    assert.equal(await both[1], true);
    assert.deepEqual(await idsOf(uri), [first]);
  });

  it('steps that keep coming don’t put off the writing', async () => {
    const uri = await article(text);
    await tag(uri, 'Russia');
    const end = Date.now() + 1500;
    let [made, written] = [1, 0];
    while (Date.now() < end) {
      await tag(uri, 'Russia');
      made += 1;
      written = Math.max(written, (await stored(uri)).annotations.length);
    }
    assert.ok(written > 1);
    await until('the last one is written', async () => (await stored(uri)).annotations.length === made);
  });
});

describe('What is written', () => {
  it('leaves other annotations to the letter, also the fields of their ranges that we don’t know', async () => {
    const uri = await article(text);
    const made = {
      id: 'aaaa',
      type: 'actor',
      target: [
        { start: 0, end: 9, exact: 'Pyongyang', prefix: '', suffix: ' Warns', page: 3 },
        { start: 38 + 1, end: 39 + 11, exact: 'North Korea', prefix: '\n', suffix: ' said', page: 4 },
      ],
      actor: 'north-korea',
      weight: 0.5,
    };
    const head = { file: 'article.txt', sha256: await sha256(text), length: text.length, shelf: 'A' };
    assert.equal(text.slice(39, 50), 'North Korea');
    const excluded = [{ start: 0, end: 37, exact: text.slice(0, 37), prefix: '', suffix: '\n\nNorth', why: 'x' }];
    await write(
      sidecarOf(uri),
      `${JSON.stringify({ format: 'policy-annotations', version: 1, article: { ...head, excluded }, annotations: [made] }, null, 2)}\n`,
    );
    await tag(uri, 'Russia');
    const file = await stored(uri, ({ annotations }) => annotations.length === 2);
    assert.deepEqual(
      file.annotations.find(({ id }) => id === 'aaaa'),
      made,
    );
    assert.equal(file.article['shelf'], 'A');
    assert.deepEqual(file.article['excluded'], excluded);
  });

  it('isn’t put into canonical form by saving the article', async () => {
    const uri = await article(text);
    await tag(uri, 'Russia');
    const loose = JSON.stringify(await stored(uri));
    await write(sidecarOf(uri), loose);
    const editor = await vscode.window.showTextDocument(uri);
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), 'X'));
    await vscode.commands.executeCommand('undo');
    await until('the text is back', () => editor.document.getText() === text);
    await editor.document.save();
    const other = await article(text, 'later.txt');
    await tag(other, 'Russia'); // later than what the save would have written
    await tag(other, 'Washington');
    await stored(other, ({ annotations }) => annotations.length === 2);
    assert.equal(await read(sidecarOf(uri)), loose);
    await closeEditor();
  });

  it('has no field without a value, and no link twice', async () => {
    const uri = await article(text);
    await tag(uri, 'Russia');
    const id = await run<string>('tagClaim', {
      article: uri,
      range: rangeOf(text, 'Russia agreed'),
      speaker: ['Russia', 'russia'],
      attributes: { act: null },
    });
    const file = await stored(uri, ({ annotations }) => annotations.length === 2);
    const claim = file.annotations.find((annotation) => annotation.id === id);
    assert.deepEqual(Object.keys(claim ?? {}), ['id', 'type', 'target', 'links', 'creator', 'created']);
    assert.deepEqual(claim?.['links'], [{ role: 'speaker', actor: 'russia' }]);
  });

  it('names the article’s encoding by its registered name', async () => {
    const uri = await article('');
    const bytes = Uint8Array.from([...'Caf\u00e9 Russia agreed\n'].map((c) => c.charCodeAt(0)));
    await vscode.workspace.fs.writeFile(uri, bytes);
    await vscode.workspace.openTextDocument(uri, { encoding: 'iso88591' });
    await run('tagActor', { article: uri, actor: 'Russia', range: { start: 5, end: 11 } });
    const { article: head, annotations } = await stored(uri);
    assert.equal(head['encoding'], 'iso-8859-1');
    assert.equal(head.sha256, await sha256('Café Russia agreed\n'));
    assert.equal(annotations[0]?.target[0]?.['exact'], 'Russia');
  });

  it('fits an article with BOM, CRLF, a lone CR and emoji', async () => {
    const content = '\uFEFFOne 🚀\r\nRussia\rTwo 👩‍👩‍👧 北京 قال\r\n';
    const plain = 'One 🚀\nRussia\nTwo 👩‍👩‍👧 北京 قال\n';
    const uri = await article(content, 'Ein Name mit #, %41 & ü 北.txt');
    await run('tagActor', { article: uri, actor: 'Beijing', range: rangeOf(plain, '北京') });
    const { article: head, annotations } = await stored(uri);
    assert.equal(head.sha256, await sha256(plain));
    assert.equal(head.length, plain.length);
    assert.equal(head['file'], 'Ein Name mit #, %41 & ü 北.txt');
    assert.equal(annotations[0]?.target[0]?.['exact'], '北京');
    assert.equal(annotations[0]?.target[0]?.['start'], plain.indexOf('北京'));
  });
});

describe('A mention', () => {
  it('with a possessive or an article teaches no such alias', async () => {
    const said = 'North Korea’s army and the DPRK met the North Korea delegation.\n';
    const uri = await article(said);
    for (const words of ['North Korea’s', 'the DPRK', 'the North Korea'])
      assert.ok(await run('tagActor', { article: uri, actor: 'North Korea', range: rangeOf(said, words) }));
    const [actor] = (await (await api()).codebook(uri)).actors ?? [];
    assert.deepEqual(actor, { id: 'north-korea', name: 'North Korea', aliases: ['DPRK'] });
  });
});

describe('An annotation that isn’t named by its id', () => {
  it('is the one at the range', async () => {
    const uri = await article(text);
    const first = await tag(uri, 'North Korea');
    const claim = await run<string>('tagClaim', {
      article: uri,
      range: rangeOf(text, 'North Korea said on Monday that the drill was a rehearsal for war.'),
    });
    const second = await tag(uri, 'North Korea', 'North Korea', 1);
    const range = rangeOf(text, 'North Korea', 1);
    assert.equal(await run('removeAnnotation', { article: uri, range }), true);
    assert.deepEqual((await idsOf(uri)).sort(), [first, claim].sort());
    assert.ok(second);
    const at = rangeOf(text, 'rehearsal');
    assert.equal(await run('editAnnotation', { article: uri, range: at, note: 'here' }), true);
    const edited = (await (await api()).annotations(uri)).find(({ id }) => id === claim);
    assert.equal(edited?.note, 'here');
    assert.deepEqual([edited?.target[0]?.start, edited?.target[0]?.exact.length], [39, 66]);
  });

  it('is refused where nothing says which', async () => {
    const uri = await article(text);
    await tag(uri, 'Pyongyang');
    let result: unknown;
    const messages = await messagesOf(async () => {
      result = await run('removeAnnotation', { article: uri });
    });
    assert.equal(result, false);
    assert.equal(messages.length, 1);
    assert.equal((await idsOf(uri)).length, 1);
  });

  it('that is edited to what it is already stays as it is', async () => {
    const uri = await article(text);
    const id = await run<string>('tagClaim', { article: uri, range: rangeOf(text, 'Russia agreed'), stance: 'oppose' });
    assert.equal(await run('editAnnotation', { article: uri, id, stance: 'oppose' }), true);
    const [claim] = await (await api()).annotations(uri);
    assert.equal(claim?.modified, undefined);
  });
});

describe('A link', () => {
  it('to a mention names its actor too; it is removed by either', async () => {
    const uri = await article(text);
    const mention = await tag(uri, 'Russia');
    const from = await run<string>('tagClaim', { article: uri, range: rangeOf(text, 'Russia agreed') });
    const links = async (): Promise<unknown> =>
      (await (await api()).annotations(uri)).find(({ id }) => id === from)?.links;
    assert.equal(await run('link', { article: uri, from, role: 'speaker', annotation: mention }), true);
    assert.deepEqual(await links(), [{ role: 'speaker', actor: 'russia', annotation: mention }]);
    assert.equal(await run('unlink', { article: uri, from, role: 'speaker', annotation: mention }), true);
    assert.equal(await links(), undefined);
    await run('link', { article: uri, from, role: 'speaker', annotation: mention });
    assert.equal(await run('unlink', { article: uri, from, role: 'speaker', actor: 'Russia' }), true);
    assert.equal(await links(), undefined);
  });

  it('that another tool made to a mention alone is removed', async () => {
    const uri = await article(text);
    const mention = await tag(uri, 'Russia');
    const from = await run<string>('tagClaim', { article: uri, range: rangeOf(text, 'Russia agreed') });
    const file = await stored(uri, ({ annotations }) => annotations.length === 2);
    const annotations = file.annotations.map((annotation) =>
      annotation.id === from ? { ...annotation, links: [{ role: 'cites', annotation: mention }] } : annotation,
    );
    await write(sidecarOf(uri), `${JSON.stringify({ ...file, annotations }, null, 2)}\n`);
    assert.equal(await run('unlink', { article: uri, from, role: 'cites', annotation: mention }), true);
    const claim = (await (await api()).annotations(uri)).find(({ id }) => id === from);
    assert.equal(claim?.links, undefined);
  });
});

describe('A jump', () => {
  it('from an article that no editor shows begins at its first mention, even at its start', async () => {
    const uri = await article(text);
    const first = await tag(uri, 'Pyongyang');
    await tag(uri, 'Pyongyang', 'DPRK');
    assert.equal(await run('nextMention', { article: uri, actor: 'Pyongyang' }), first);
    const editor = vscode.window.activeTextEditor;
    assert.equal(editor?.document.getText(editor.selection), 'Pyongyang');
    await closeEditor();
  });

  it('goes where an uncertain target likely is, not to its old offsets', async () => {
    const uri = await article(text);
    const id = await tag(uri, 'Washington');
    await stored(uri);
    await run('forgetOldTexts', {}); // with its text it would be known to be gone
    const copy = vscode.Uri.joinPath(uri, '..', 'copy.txt');
    await write(copy, 'Another text, in which the name Washington stands once.\n');
    const lost = '0'.repeat(64); // Its text is nowhere to be had.
    const content = ((await read(sidecarOf(uri))) ?? '').replace('article.txt', 'copy.txt');
    await write(sidecarOf(copy), content.replace(await sha256(text), lost));
    const [placed] = await (await api()).annotations(copy);
    assert.equal(placed?.standing, 'uncertain');
    assert.equal(placed.text, lost);
    assert.equal(await run('nextMention', { article: copy, actor: 'Washington' }), id);
    const editor = vscode.window.activeTextEditor;
    assert.equal(editor?.document.getText(editor.selection), 'Washington');
    await closeEditor();
  });

  it('two annotations on one range are two stops; Go Back returns', async () => {
    const uri = await article(text);
    const ids = [await tag(uri, 'Russia'), await tag(uri, 'Washington', 'Russia')].sort();
    await vscode.window.showTextDocument(uri, { selection: new vscode.Range(0, 0, 0, 0) });
    const stops = [await run('nextAnnotation', { type: 'actor' }), await run('nextAnnotation', { type: 'actor' })];
    assert.deepEqual(stops, ids);
    const other = await article(text, 'other.txt');
    await tag(other, 'Russia');
    await run('nextMention', { article: other, actor: 'Russia' });
    assert.equal(vscode.window.activeTextEditor?.document.uri.toString(), other.toString());
    await vscode.commands.executeCommand('workbench.action.navigateBack');
    await until('back', () => vscode.window.activeTextEditor?.document.uri.toString() === uri.toString());
    assert.equal(vscode.window.activeTextEditor?.document.getText(vscode.window.activeTextEditor.selection), 'Russia');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });
});

describe('An export of the workspace', () => {
  before(clear);

  it('passes over files of other tools that are called alike', async () => {
    const uri = await article(text);
    await tag(uri, 'Russia');
    await stored(uri);
    const others = [
      ['photo.annotations.json', '{"images": []}'],
      ['scan.annotations.json', '[1, 2]'],
    ] as const;
    for (const [name, content] of others) await write(vscode.Uri.joinPath(uri, '..', name), content);
    const target = vscode.Uri.joinPath(uri, '..', '..', 'all.csv');
    const messages = await messagesOf(() => run('export', { article: uri, format: 'csv', scope: 'workspace', target }));
    for (const [name] of others) await vscode.workspace.fs.delete(vscode.Uri.joinPath(uri, '..', name));
    assert.deepEqual(messages, []);
    assert.match((await read(target)) ?? '', /russia/);
  });

  it('with a broken sidecar among many says which, and writes nothing', async () => {
    const uri = await article(text);
    await write(sidecarOf(uri), '{ "format": "policy-annotations", ');
    const target = vscode.Uri.joinPath(uri, '..', '..', 'all.csv');
    const messages = await messagesOf(() => run('export', { article: uri, format: 'csv', scope: 'workspace', target }));
    await vscode.workspace.fs.delete(sidecarOf(uri));
    assert.match(messages.join(), /article\.txt\.annotations\.json, line 1/);
    assert.equal(await read(target), undefined);
  });

  it('never replaces an article, a sidecar or a codebook', async () => {
    const uri = await article(text);
    await tag(uri, 'Russia');
    const codebook = vscode.Uri.joinPath(uri, '..', '..', 'policy-codebook.json');
    await until('the codebook', async () => (await read(codebook))?.includes('russia'));
    for (const target of [uri, sidecarOf(uri), codebook]) {
      const before = await read(target);
      let result: unknown = 'not called';
      const messages = await messagesOf(async () => {
        result = await run('export', { article: uri, format: 'json', target });
      });
      assert.equal(result, undefined);
      assert.equal(messages.length, 1);
      assert.equal(await read(target), before);
    }
  });

  it('takes in a sidecar of a newer version, open or not, and the API gives it', async () => {
    const uri = await article(text);
    await tag(uri, 'Russia');
    const copy = vscode.Uri.joinPath(uri, '..', 'copy.txt');
    await write(copy, text);
    const content = ((await stored(uri)) && (await read(sidecarOf(uri)))) ?? '';
    await write(sidecarOf(copy), content.replace('"version": 1', '"version": 2').replace('article.txt', 'copy.txt'));
    assert.equal((await idsOf(copy)).length, 1);
    const target = vscode.Uri.joinPath(uri, '..', '..', 'one.csv');
    assert.deepEqual(await messagesOf(() => run('export', { article: copy, format: 'csv', target })), []);
    assert.match((await read(target)) ?? '', /russia/);
  });
});

describe('The API', () => {
  it('tells of annotations that moved', async () => {
    const uri = await article(text);
    await tag(uri, 'Russia');
    const editor = await vscode.window.showTextDocument(uri);
    const told: string[] = [];
    const subscription = (await api()).onDidChangeAnnotations((changed) => told.push(changed.toString()));
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), 'Ah. '));
    subscription.dispose();
    assert.ok(told.includes(uri.toString()));
    await closeEditor();
  });

  it('rejects for a sidecar that was broken while the article was open', async () => {
    const uri = await article(text);
    await tag(uri, 'Russia');
    await stored(uri);
    await write(sidecarOf(uri), '{ broken');
    await assert.rejects((await api()).annotations(uri), /line 1/);
  });

  it('gives a bare codebook where there is none', async () => {
    const uri = vscode.Uri.joinPath(root(), '..', `alone-${Date.now()}`, 'lone.txt');
    await write(uri, text);
    assert.deepEqual(await (await api()).codebook(uri), { format: 'policy-codebook', version: 1 });
    assert.ok(await tag(uri, 'Russia'));
    assert.match((await read(vscode.Uri.joinPath(uri, '..', 'policy-codebook.json'))) ?? '', /"russia"/);
    await vscode.workspace.fs.delete(vscode.Uri.joinPath(uri, '..'), { recursive: true });
  });
});
