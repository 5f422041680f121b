import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { PlacedAnnotation } from '../../src/model/annotation';
import { api, article, git, rangeOf, read, run, sidecarOf, storedSidecar, toldWhile, until, write } from './support';

const text = [
  'Velmar protests against the levy',
  '',
  'The ministry in Velmar said on Monday that "the levy is unlawful", and that it would go to the court of Lysa. Its',
  'spokesman, Jörg Größe, called Karsk’s answer “a joke”.',
  '',
  'Karsk rejected the charge. The levy, its envoy said, follows from the convention of 1988, which Velmar signed.',
  '',
  'Observers doubt that. In their view Karsk wants to hold the strait, whatever the convention says of it.',
  'A report of the port of Dravno puts the traffic at forty ships a day, half of them under the flag of Velmar.',
  '',
].join('\n');

/** What is annotated, each once, by its words: the n-th such words in the text. */
const marked: readonly (readonly [words: string, n: number])[] = [
  ['Velmar', 1],
  ['"the levy is unlawful"', 0],
  ['spokesman, Jörg Größe', 0],
  ['Karsk', 1],
  ['which Velmar signed', 0],
  ['wants to hold the strait', 0],
  ['forty ships a day', 0],
];

/** Annotates an article that nobody has open afterwards; gives what it was about by the annotations' ids. */
async function annotated(uri: vscode.Uri, content = text, words = marked): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  await shown(uri);
  for (const [what, n] of words) {
    ids.set(await run<string>('tagPassage', { article: uri, range: rangeOf(content, what, n) }), what);
  }
  await until('all are written', async () => {
    const sidecar = await read(sidecarOf(uri));
    return [...ids.keys()].every((id) => sidecar?.includes(id));
  });
  await closed(uri);
  return ids;
}

/** Opens the article as a person does: VS Code lets go of such a document when its editor is closed. */
async function shown(uri: vscode.Uri): Promise<vscode.TextEditor> {
  await vscode.commands.executeCommand('vscode.open', uri, { preview: false });
  return until('the editor', () => vscode.window.visibleTextEditors.find(({ document }) => same(document.uri, uri)));
}

async function closed(uri: vscode.Uri): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  await until('the document is closed', () => !vscode.workspace.textDocuments.some((other) => same(other.uri, uri)));
}

function same(a: vscode.Uri, b: vscode.Uri): boolean {
  return a.toString() === b.toString();
}

async function found(uri: vscode.Uri): Promise<readonly PlacedAnnotation[]> {
  await shown(uri);
  return (await api()).annotations(uri);
}

/** The one annotation of an article. */
async function only(uri: vscode.Uri): Promise<PlacedAnnotation> {
  const [annotation] = await found(uri);
  assert.ok(annotation, 'it is lost');
  return annotation;
}

async function lfText(uri: vscode.Uri): Promise<string> {
  return (await vscode.workspace.openTextDocument(uri))
    .getText()
    .replace(/\r\n?/g, '\n')
    .replace(/^\uFEFF/, '');
}

/** Each annotation in words: its standing and what stands at its place, in the order of {@link marked}. */
async function said(uri: vscode.Uri, ids: ReadonlyMap<string, string>): Promise<string[]> {
  const annotations = new Map((await found(uri)).map((annotation) => [annotation.id, annotation]));
  const now = await lfText(uri);
  return [...ids.keys()].map((id) => {
    const annotation = annotations.get(id);
    assert.ok(annotation, 'an annotation is lost');
    if (annotation.standing !== 'anchored') return annotation.standing;
    return annotation.target.map(({ start, end }) => now.slice(start, end)).join(' … ');
  });
}

/** What a file is, to see that nobody touches it. */
async function state(uri: vscode.Uri): Promise<string> {
  const { mtime, size } = await vscode.workspace.fs.stat(uri);
  return `${mtime} ${size} ${Array.from(await vscode.workspace.fs.readFile(uri)).join()}`;
}

interface Change {
  readonly what: string;
  readonly to: (old: string) => string;
  /** What the words are now; the same without it. */
  readonly words?: (words: string) => string;
}

const straight = (old: string): string => old.replace(/[“”]/g, '"').replace(/’/g, "'");
const changes: readonly Change[] = [
  { what: 'straightened quotes', to: straight, words: straight },
  { what: 'curly quotes', to: (old) => old.replace(/"(.*?)"/g, '“$1”'), words: (old) => old.replace(/"(.*)"/, '“$1”') },
  {
    what: 'lines flowed anew',
    to: (old) => old.replace(/([^\n])\n(?=[^\n])/g, '$1 ').replace(/(.{30,50}) /g, '$1\n'),
    words: (old) => old,
  },
  { what: 'line ends of Windows', to: (old) => old.replaceAll('\n', '\r\n') },
  { what: 'decomposed letters', to: (old) => old.normalize('NFD'), words: (old) => old.normalize('NFD') },
  { what: 'a byte order mark', to: (old: string) => `\uFEFF${old}` },
  {
    what: 'a moved paragraph',
    to: (old: string) => {
      const [head = '', first = '', second = '', third = ''] = old.split('\n\n');
      return [head, third.trimEnd(), second, `${first}\n`].join('\n\n');
    },
  },
  {
    what: 'a page that was scraped again',
    to: (old) =>
      `Skip to content\nMenu\n\n${old.replace('on Monday', 'on Tuesday')}\nRelated stories\n\nKarsk: a profile\n`,
  },
];

describe('An article that was changed while it was closed', () => {
  for (const { what, to, words = (old: string) => old } of changes) {
    for (const source of ['with the old text', 'with the selectors alone']) {
      it(`by ${what} has its annotations at their words, ${source}`, async () => {
        const uri = await article(text);
        const ids = await annotated(uri);
        if (source === 'with the selectors alone') assert.equal(await run('forgetOldTexts', {}), true);
        await write(uri, to(text));
        const before = [await state(uri), await state(sidecarOf(uri))];
        const spaced = (all: readonly string[]): string[] => all.map((one) => one.replace(/\s+/g, ' '));
        assert.deepEqual(spaced(await said(uri, ids)), spaced([...ids.values()].map(words)));
        await closed(uri);
        assert.deepEqual([await state(uri), await state(sidecarOf(uri))], before, 'opening wrote something');
      });
    }
  }

  it('keeps a name that was deleted an orphan, and its old text findable', async () => {
    const uri = await article(text);
    const ids = await annotated(uri, text, [
      ['Velmar', 1],
      ['Karsk', 1],
      ['forty ships a day', 0],
    ]);
    const now = text
      .replace('The ministry in Velmar said on Monday', 'It was said on Monday')
      .replace('Karsk rejected the charge. The', 'The');
    await write(uri, now);
    assert.deepEqual(await said(uri, ids), ['orphaned', 'orphaned', 'forty ships a day']);
    const { sha256 } = (await storedSidecar(uri)).article;
    for (const { standing, text: older, target } of await found(uri)) {
      assert.equal(older, standing === 'anchored' ? undefined : sha256);
      assert.equal(target[0]?.exact, standing === 'anchored' ? 'forty ships a day' : target[0]?.exact);
    }
    // A step writes the sidecar for the new text; what is gone goes on referring to the old one.
    const added = await run<string>('tagPassage', { article: uri, range: rangeOf(now, 'Observers') });
    const written = await until('it is written', async () => {
      const sidecar = await storedSidecar(uri);
      return sidecar.annotations.some(({ id }) => id === added) ? sidecar : undefined;
    });
    assert.notEqual(written.article.sha256, sha256);
    for (const { id, text: older, target } of written.annotations) {
      const gone = ids.has(id) && ids.get(id) !== 'forty ships a day';
      assert.equal(older, gone ? sha256 : undefined);
      assert.equal(target[0]?.exact, id === added ? 'Observers' : ids.get(id));
    }
    // The text comes back, from a backup say: so do they.
    await closed(uri);
    await write(uri, text);
    assert.deepEqual(await said(uri, ids), ['Velmar', 'Karsk', 'forty ships a day']);
    const [velmar] = await found(uri);
    assert.equal(velmar?.target[0]?.start, rangeOf(text, 'Velmar', 1).start);
  });

  it('tells how sure a place is, and where else it may be', async () => {
    const list = Array.from({ length: 8 }, (_, n) => `Item ${n + 1}: Velmar, a member of the convention.`).join('\n');
    const old = `The members.\n\n${list}\n`;
    const uri = await article(old);
    const ids = await annotated(uri, old, [
      ['Velmar', 4],
      ['The members', 0],
    ]);
    await run('forgetOldTexts', {});
    await write(uri, old.replace(/Item \d+: /g, '- ').replace('The members', 'Members'));
    const all = await found(uri);
    const velmar = all.find(({ id }) => ids.get(id) === 'Velmar');
    assert.equal(velmar?.standing, 'uncertain');
    const [range] = velmar.target;
    assert.ok(range?.confidence !== undefined && range.confidence < 1);
    const candidates = range.candidates ?? [];
    assert.ok(candidates.length > 1 && candidates.length <= 5, `${candidates.length} candidates`);
    const now = await lfText(uri);
    for (const { start, end, confidence } of candidates) {
      assert.equal(now.slice(start, end), 'Velmar');
      assert.ok(confidence > 0 && confidence <= 1);
    }
  });

  it('in another encoding has nothing at wrong words, however it is opened', async () => {
    const uri = await article(text);
    const ids = await annotated(uri);
    const latin = text.replace(/[“”]/g, '"').replace(/’/g, "'");
    await vscode.workspace.fs.writeFile(
      uri,
      Uint8Array.from(latin, (letter) => letter.charCodeAt(0)),
    );
    const before = [await state(uri), await state(sidecarOf(uri))];
    const garbled = await said(uri, ids);
    assert.ok((await lfText(uri)).includes('\uFFFD'));
    for (const [index, words] of [...ids.values()].entries()) {
      const isRight = garbled[index] === words || garbled[index] === words.replace(/[öß]/g, '\uFFFD');
      assert.ok(isRight || garbled[index] === 'uncertain', `${garbled[index]} for ${words}`);
    }
    await closed(uri);
    await vscode.workspace.openTextDocument(uri, { encoding: 'iso88591' });
    assert.deepEqual(await said(uri, ids), [...ids.values()]);
    assert.deepEqual([await state(uri), await state(sidecarOf(uri))], before);
  });

  it('opened in another encoding than it was annotated in is offered in that one', async () => {
    const latin = text.replace(/[“”]/g, '"').replace(/’/g, "'");
    const uri = await article(latin);
    const quoted = latin.slice(latin.indexOf('Jörg'), latin.indexOf(' called'));
    await annotated(uri, latin, [[quoted, 0]]);
    const sidecar = (await read(sidecarOf(uri))) ?? '';
    await write(sidecarOf(uri), sidecar.replace(/"length": \d+/, '$&,\n    "encoding": "iso-8859-1"'));
    await vscode.workspace.fs.writeFile(
      uri,
      Uint8Array.from(latin, (letter) => letter.charCodeAt(0)),
    );
    const before = await state(sidecarOf(uri));
    const [message = ''] = await toldWhile('showInformationMessage', 'Reopen as iso-8859-1', async () => {
      await shown(uri);
      await until('the right text', async () => (await lfText(uri)) === latin);
    });
    await until('its place', async () => (await only(uri)).standing === 'anchored');
    assert.match(message, /was opened as utf-8. Its annotations were made in iso-8859-1/);
    assert.deepEqual((await only(uri)).target[0]?.exact, quoted);
    assert.equal(await state(sidecarOf(uri)), before);
  });

  it('of over a million characters is searched while other things go on, and typed in meanwhile', async function () {
    this.timeout(120_000);
    const lines = Array.from({ length: 14_000 }, (_, n) => {
      return `Paragraph ${n} of the report: the port counted ${(n * 7919) % 1000} ships, and ${n % 13} of them came late.`;
    });
    const old = `${lines.join('\n')}\n`;
    assert.ok(old.length > 1_000_000);
    const uri = await article(old);
    const words = [100, 5000, 9000, 13_500].map((n) => [`Paragraph ${n} of the report`, 0] as const);
    const ids = await annotated(uri, old, words);
    await write(uri, old.replaceAll('the port counted', 'the\nport of Dravno counted').replaceAll(', and', ' and'));
    const editor = await shown(uri);
    let done = false;
    let turns = 0;
    const all = (await api()).annotations(uri).finally(() => (done = true));
    const turn = (): void => {
      turns++;
      if (!done) setTimeout(turn, 0);
    };
    turn();
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), 'Typed meanwhile.\n'));
    await editor.edit((edit) => edit.delete(new vscode.Range(3, 0, 4, 0)));
    await all;
    assert.ok(turns > 5, `others had ${turns} turns`);
    assert.deepEqual(await said(uri, ids), [...ids.values()]);
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });
});

describe('An article that is changed outside while it is open', () => {
  /** Changes the file, and waits until the editor shows that. */
  async function reloaded(uri: vscode.Uri, now: string): Promise<void> {
    await write(uri, now);
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await until('the new text', async () => (await lfText(uri)) === now);
  }

  it('has at their words what comparing the lines didn’t find; undo brings all back, past a save too', async function () {
    this.timeout(60_000);
    const uri = await article(text);
    const ids = await annotated(uri);
    const words = [...ids.values()];
    assert.deepEqual(await said(uri, ids), words);
    const before = await read(sidecarOf(uri));
    const now = straight(text)
      .replace('wants to hold the strait', 'wants to hold all of the strait')
      .replace('which Velmar signed', 'which Velmar\nsigned')
      .replace('spokesman, Jörg Größe', 'spokesman, Jorg Grosse');
    await reloaded(uri, now);
    const [velmar, unlawful, spokesman, karsk, signed, strait, ships] = await said(uri, ids);
    assert.deepEqual(
      [velmar, unlawful, karsk, signed, ships],
      ['Velmar', words[1], 'Karsk', 'which Velmar\nsigned', words[6]],
    );
    assert.ok(strait === 'wants to hold all of the strait' || strait === 'uncertain', strait);
    assert.ok(spokesman === 'spokesman, Jorg Grosse' || spokesman === 'uncertain', spokesman);
    assert.equal(await read(sidecarOf(uri)), before, 'a reload alone wrote the sidecar');
    await vscode.commands.executeCommand('undo');
    await until('the text of before', async () => (await lfText(uri)) === text);
    assert.deepEqual(await said(uri, ids), words);
    await (await shown(uri)).document.save();
    assert.deepEqual(await said(uri, ids), words);
    await vscode.commands.executeCommand('redo');
    await until('the new text again', async () => (await lfText(uri)) === now);
    assert.deepEqual((await said(uri, ids)).slice(3, 5), ['Karsk', 'which Velmar\nsigned']);
    await vscode.commands.executeCommand('undo');
    await until('the text of before again', async () => (await lfText(uri)) === text);
    assert.deepEqual(await said(uri, ids), words);
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });

  it('and back again has everything exactly where it was', async () => {
    const uri = await article(text);
    const ids = await annotated(uri);
    await said(uri, ids);
    await reloaded(uri, 'Nothing of it is left.\n');
    for (const standing of await said(uri, ids)) assert.notEqual(standing, 'anchored');
    await reloaded(uri, text);
    assert.deepEqual(await said(uri, ids), [...ids.values()]);
    const starts = new Map((await found(uri)).map(({ id, target }) => [id, target[0]?.start]));
    [...ids.keys()].forEach((id, index) => {
      const [words, n] = marked[index] ?? ['', 0];
      assert.equal(starts.get(id), rangeOf(text, words, n).start);
    });
  });

  it('keeps as gone what a person deleted, though it stands elsewhere', async () => {
    const uri = await article(text);
    const ids = await annotated(uri, text, [['Velmar', 1]]);
    await found(uri);
    const editor = await shown(uri);
    const { start, end } = rangeOf(text, 'Velmar', 1);
    await editor.edit((edit) => {
      edit.delete(new vscode.Range(editor.document.positionAt(start), editor.document.positionAt(end)));
    });
    assert.deepEqual(await said(uri, ids), ['orphaned']);
    await editor.document.save();
    assert.deepEqual(await said(uri, ids), ['orphaned']);
    await closed(uri);
    assert.deepEqual(await said(uri, ids), ['orphaned']);
  });
});

describe('“Find Annotations Again”', () => {
  it('changes nothing where all stand, and says whether it found anything', async () => {
    const uri = await article(text);
    const ids = await annotated(uri);
    assert.equal(await run('findAnnotationsAgain', { article: uri }), false);
    assert.deepEqual(await said(uri, ids), [...ids.values()]);
    assert.equal(await run('findAnnotationsAgain', { article: uri, scope: 'x' }), false);
  });
});

// Git is the desktop's: the web worker host has none.
if (typeof process !== 'undefined') {
  describe('An article in a git repository, of which no old text is kept', () => {
    const list = Array.from({ length: 8 }, (_, n) => `Item ${n + 1}: Velmar, a member of the convention.`);
    const old = `The members.\n\n${list.join('\n')}\n`;
    /** With the selectors alone nobody can tell which is which. */
    const now = old.replace(/Item \d+: /g, '- ');
    const fifth = rangeOf(now, 'Velmar', 4);

    /** The article in two versions, each on a branch; the first one is annotated and checked out. */
    async function repository(name: string): Promise<{ uri: vscode.Uri; folder: vscode.Uri; id: string }> {
      const uri = await article(old, name);
      const folder = vscode.Uri.joinPath(uri, '..');
      await git(folder, 'init');
      await git(folder, 'add', '.');
      await git(folder, 'commit', '-m', 'First');
      await git(folder, 'checkout', '-b', 'scraped');
      await write(uri, now);
      await git(folder, 'commit', '-am', 'Scraped again');
      await git(folder, 'checkout', 'main');
      const [id] = (await annotated(uri, old, [['Velmar', 4]])).keys();
      assert.ok(id);
      return { uri, folder, id };
    }

    it('finds the version that was annotated on another branch than is checked out', async function () {
      this.timeout(60_000);
      const { uri, folder } = await repository('article.txt');
      await git(folder, 'checkout', 'scraped');
      assert.equal(await run('forgetOldTexts', {}), true);
      const { standing, target } = await only(uri);
      assert.deepEqual([standing, target[0]?.start], ['anchored', fifth.start]);
    });

    it('finds it under the name that the article had', async function () {
      this.timeout(60_000);
      const { uri, folder, id } = await repository('draft.txt');
      await git(folder, 'checkout', 'scraped');
      await git(folder, 'mv', 'draft.txt', 'final.txt');
      await git(folder, 'commit', '-m', 'Renamed');
      const sidecar = (await read(sidecarOf(uri))) ?? '';
      const renamed = vscode.Uri.joinPath(folder, 'final.txt');
      await write(sidecarOf(renamed), sidecar.replace('draft.txt', 'final.txt'));
      await run('forgetOldTexts', {});
      const annotation = await only(renamed);
      assert.deepEqual(
        [annotation.id, annotation.standing, annotation.target[0]?.start],
        [id, 'anchored', fifth.start],
      );
    });

    it('follows a checkout while it is open, there and back', async function () {
      this.timeout(60_000);
      const { uri, folder } = await repository('article.txt');
      assert.equal((await only(uri)).target[0]?.start, rangeOf(old, 'Velmar', 4).start);
      await run('forgetOldTexts', {});
      for (const [branch, content, start] of [
        ['scraped', now, fifth.start],
        ['main', old, rangeOf(old, 'Velmar', 4).start],
        ['scraped', now, fifth.start],
      ] as const) {
        await git(folder, 'checkout', branch);
        await vscode.commands.executeCommand('workbench.action.files.revert');
        await until('the text of the branch', async () => (await lfText(uri)) === content);
        const { standing, target } = await only(uri);
        assert.deepEqual([standing, target[0]?.start], ['anchored', start], branch);
      }
    });
  });
}
