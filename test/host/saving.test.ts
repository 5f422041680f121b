import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { Files } from '../../src/editor/files';
import { FileMending } from '../../src/editor/mending/fileMending';
import { CodebookFile } from '../../src/editor/store/codebookFile';
import type { Disagreement } from '../../src/editor/store/mending';
import type { CodebookItem } from '../../src/editor/store/step';
import { StoredFile, type Content } from '../../src/editor/store/storedFile';
import type { UserError } from '../../src/editor/userError';
import type { Codebook } from '../../src/model/codebook';
import { printCodebook } from '../../src/sidecar/print';
import { readCodebook } from '../../src/sidecar/read';
import { contextWith, mendingFor } from './mendingFor';
import {
  api,
  article,
  git,
  messagesOf,
  rangeOf,
  read,
  root,
  run,
  sidecarOf,
  storedSidecar,
  until,
  write,
} from './support';

const text = 'North Korea said on Monday that the drill was a rehearsal for war. Russia agreed.\n';

async function newCodebook(): Promise<vscode.Uri> {
  const folder = vscode.Uri.joinPath(root(), `s${Math.random().toString(36).slice(2, 10)}`);
  await vscode.workspace.fs.createDirectory(folder);
  return vscode.Uri.joinPath(folder, 'policy-codebook.json');
}

function addActor(codebook: CodebookFile, id: string, name = id): void {
  const after: CodebookItem & { name: string } = { id, name };
  const before = codebook.item({ list: 'actors', id });
  codebook.apply([{ on: 'codebook', codebook: codebook.key, list: 'actors', id, before, after }]);
}

function codebookText(...actors: readonly { id: string; name: string }[]): string {
  return `${JSON.stringify({ format: 'policy-codebook', version: 1, actors }, null, 2)}\n`;
}

async function idsIn(uri: vscode.Uri): Promise<string[]> {
  const content = (await read(uri)) ?? '';
  // A file system without rename shows the file empty for a moment.
  if (!content.endsWith('}\n') || content.includes('<<<<<<<')) return [];
  return ((JSON.parse(content) as { actors?: { id: string }[] }).actors ?? []).map(({ id }) => id);
}

async function names(uri: vscode.Uri): Promise<string[]> {
  return (await vscode.workspace.fs.readDirectory(vscode.Uri.joinPath(uri, '..'))).map(([name]) => name).sort();
}

function assertNothing(error: UserError): void {
  assert.fail(error.message);
}

describe('Two writers of one file', () => {
  it('with many changes each, without waiting for each other: nothing is lost', async function () {
    this.timeout(120_000);
    const uri = await newCodebook();
    const changes = new Files().isAtomic(uri) ? 100 : 30; // each takes several ways to another process there
    const stores = ['a', 'b'].map((name) => ({
      name,
      store: new CodebookFile(uri, new Files(), mendingFor(assertNothing)),
    }));
    for (const { store } of stores) await store.ready();
    const expected: string[] = [];
    await Promise.all(
      stores.map(async ({ name, store }) => {
        for (let n = 0; n < changes; n++) {
          const id = `${name}-${String(n).padStart(3, '0')}`;
          expected.push(id);
          addActor(store, id);
          // Each after its own time: in step, just so, or some at once.
          if (n % 3 !== 0) await store.flush();
          if (n % 7 === 0) await new Promise((resolve) => setTimeout(resolve, Math.random() * 10));
        }
        await store.flush();
      }),
    );
    // Where nothing can be compared and replaced in one, who was overwritten notices within half a second.
    await until('all of them in the file', async () => (await idsIn(uri)).length === expected.length);
    assert.deepEqual(await idsIn(uri), expected.sort());
    for (const { store } of stores) {
      await until('all of them in memory', async () => {
        await store.refresh();
        return store.content.actors?.length === expected.length;
      });
      store.dispose();
    }
    assert.deepEqual(await names(uri), ['policy-codebook.json']);
  });
});

/** Tells no state of a file from another, as a file system with coarse times does. */
class CoarseFiles extends Files {
  override stamp(): Promise<string> {
    return Promise.resolve('always the same');
  }
}

describe('A file that is changed on disk', () => {
  it('within one tick of its time, to the same length: is seen, and is merged into what is written', async () => {
    const uri = await newCodebook();
    await write(uri, codebookText({ id: 'x', name: 'One' }));
    const store = new CodebookFile(uri, new CoarseFiles(), mendingFor(assertNothing));
    await store.ready();
    await write(uri, codebookText({ id: 'x', name: 'Two' }));
    await store.refresh();
    assert.equal(store.content.actors?.[0]?.name, 'Two');
    await write(uri, codebookText({ id: 'x', name: 'Six' }));
    addActor(store, 'y');
    await store.flush();
    assert.match((await read(uri)) ?? '', /"name": "Six"[^]*"id": "y"/);
    assert.equal(store.content.actors?.[0]?.name, 'Six');
    store.dispose();
  });

  it('a step is made while theirs is being taken over: both are there, whether it was read or written', async () => {
    const uri = await newCodebook();
    let memory: Codebook = { format: 'policy-codebook', version: 1 };
    let meanwhile: string | undefined;
    const step = (id: string): void => {
      memory = { ...memory, actors: [...(memory.actors ?? []), { id, name: id }] };
      file.markChanged();
    };
    const content: Content<Codebook> = {
      read: readCodebook,
      print: printCodebook,
      mender: (part) => part.codebooks,
      compose: () => Promise.resolve({ value: memory, worthAFile: true, done: () => undefined }),
      // An article gets its text's hash here, for instance.
      adopt: (codebook) => {
        if (meanwhile !== undefined) step(meanwhile);
        meanwhile = undefined;
        return Promise.resolve(() => void (memory = codebook ?? memory));
      },
      problemChanged: () => undefined,
    };
    const file = new StoredFile<Codebook>(uri, new Files(), content, mendingFor(assertNothing));
    const pull = (id: string): Promise<void> => write(uri, codebookText(...(memory.actors ?? []), { id, name: id }));
    await pull('a');
    await file.load();

    await pull('b');
    meanwhile = 'c';
    await file.load();
    await file.flush();
    assert.deepEqual(await idsIn(uri), ['a', 'b', 'c']);

    await pull('d');
    step('e');
    meanwhile = 'f';
    await file.flush();
    assert.deepEqual(await idsIn(uri), ['a', 'b', 'c', 'd', 'e', 'f']);
    assert.deepEqual(memory.actors?.map(({ id }) => id).sort(), ['a', 'b', 'c', 'd', 'e', 'f']);
    file.dispose();
  });

  it('as by a pull, while ours is not written: both are there; what both changed is asked about', async () => {
    const uri = await newCodebook();
    await write(uri, codebookText({ id: 'x', name: 'Base' }, { id: 'y', name: 'Y' }));
    const disagreements: Disagreement[] = [];
    const mending = mendingFor(assertNothing, (one) => void disagreements.push(one));
    const store = new CodebookFile(uri, new Files(), mending);
    await store.ready();
    addActor(store, 'x', 'Mine');
    addActor(store, 'mine');
    await write(uri, codebookText({ id: 'theirs', name: 'T' }, { id: 'x', name: 'Theirs' }, { id: 'y', name: 'Y' }));
    await store.flush();
    assert.deepEqual(await idsIn(uri), ['mine', 'theirs', 'x', 'y']);
    assert.equal(store.content.actors?.find(({ id }) => id === 'x')?.name, 'Mine');
    assert.equal(disagreements.length, 1);
    const [{ conflicts, base, ours, theirs } = assert.fail()] = disagreements;
    assert.deepEqual(
      conflicts.map((one) => [one.path, one.base, one.ours, one.theirs]),
      [[['actors', 'x', 'name'], 'Base', 'Mine', 'Theirs']],
    );
    assert.ok(base?.includes('"Base"') && ours.includes('"Mine"') && theirs.includes('"Theirs"'));
    store.dispose();
  });

  it('in the same field as a claim is changed here: mine is kept, theirs can be taken in one step, and taken back', async () => {
    const uri = await article(text);
    const claim = await run<string>('tagClaim', { article: uri, range: rangeOf(text, 'Russia agreed'), note: 'first' });
    const content = await until('the sidecar', () => read(sidecarOf(uri)));
    const note = async (): Promise<string | undefined> =>
      (await (await api()).annotations(uri)).find(({ id }) => id === claim)?.note;
    let tries = 0;
    const messages = await messagesOf(() =>
      // Theirs must come between the edit and its writing, a quarter of a second later.
      until('a disagreement', async () => {
        const [mine, theirs] = [`mine ${++tries}`, `theirs ${tries}`];
        assert.equal(await run('editAnnotation', { article: uri, id: claim, note: mine }), true);
        await write(sidecarOf(uri), content.replace('"first"', `"${theirs}"`));
        // It came too late where it is simply taken over.
        const outcome = await until('a disagreement, or theirs', async () => {
          if (await run('chooseVersions', { file: sidecarOf(uri), take: 'theirs' })) return 'chosen';
          return (await note()) === theirs ? 'too late' : undefined;
        });
        if (outcome === 'too late') return false;
        assert.match((await note()) ?? '', /^theirs/);
        assert.equal(await run('undo', { article: uri }), true);
        assert.match((await note()) ?? '', /^mine/);
        return true;
      }),
    );
    assert.match(messages.join(), /one thing on both sides; yours is kept/);
    assert.equal(await run('chooseVersions', { file: sidecarOf(uri), take: 'theirs' }), false);
  });
});

/** The text of a merge that git left, of two sides that differ in one block of lines. */
function marked(ours: string, theirs: string): string {
  const [mine, yours] = [ours.split('\n'), theirs.split('\n')];
  let start = 0;
  while (mine[start] === yours[start]) start++;
  let end = 0;
  while (mine.at(-1 - end) === yours.at(-1 - end)) end++;
  const until = (lines: string[]): string[] => lines.slice(start, lines.length - end);
  return [
    ...mine.slice(0, start),
    '<<<<<<< HEAD',
    ...until(mine),
    '=======',
    ...until(yours),
    '>>>>>>> colleague',
    ...mine.slice(mine.length - end),
  ].join('\n');
}

describe('A file with git’s conflict markers', () => {
  it('is what both sides come to; the marked one is kept beside it', async () => {
    const uri = await article(text);
    await run('tagActor', { article: uri, actor: 'Russia', range: rangeOf(text, 'Russia') });
    const base = await until('the sidecar', () => read(sidecarOf(uri)));
    const russia = (JSON.parse(base) as { annotations: { id: string }[] }).annotations[0];
    const side = (id: string): string => {
      const value = JSON.parse(base) as { annotations: { id: string }[] };
      value.annotations.push({ ...russia, id });
      return `${JSON.stringify(value, null, 2)}\n`;
    };
    const conflict = marked(side('zzz-mine'), side('zzz-theirs'));
    await write(sidecarOf(uri), conflict);
    await until('both sides', async () => {
      const ids = (await (await api()).annotations(uri)).map(({ id }) => id);
      return ids.length === 3 && ids.includes('zzz-mine') && ids.includes('zzz-theirs');
    });
    const merged = await until('the merged file', async () => {
      const content = await read(sidecarOf(uri));
      return content?.endsWith('}\n') && !content.includes('<<<<<<<') ? content : undefined;
    });
    assert.equal((JSON.parse(merged) as { annotations: object[] }).annotations.length, 3);
    assert.equal(await read(sidecarOf(uri).with({ path: `${sidecarOf(uri).path}.conflict` })), conflict);
    assert.ok(await run('tagActor', { article: uri, actor: 'North Korea', range: rangeOf(text, 'North Korea') }));
  });

  it('a codebook likewise; what both changed differently is asked about', async () => {
    const uri = await article(text);
    const codebook = vscode.Uri.joinPath(uri, '..', '..', 'policy-codebook.json');
    const conflict = marked(
      codebookText({ id: 'russia', name: 'Russia' }, { id: 'x', name: 'Mine' }),
      codebookText({ id: 'russia', name: 'Russia' }, { id: 'x', name: 'Theirs' }),
    );
    await write(codebook, conflict);
    const messages = await messagesOf(async () => {
      await run('tagActor', { article: uri, actor: 'Russia', range: rangeOf(text, 'Russia') });
      await until('the merged file', async () => (await idsIn(codebook)).includes('russia'));
      await until('the copy', () => read(codebook.with({ path: `${codebook.path}.conflict` })));
    });
    assert.ok(!((await read(codebook)) ?? '').includes('<<<<<<<'));
    assert.equal(await read(codebook.with({ path: `${codebook.path}.conflict` })), conflict);
    const ids = (await (await api()).codebook(uri)).actors?.map(({ id }) => id);
    assert.ok(ids?.includes('x'), JSON.stringify(ids));
    assert.ok(messages.length <= 1, messages.join('\n'));
  });
});

// Git is the desktop's: the web worker host has none.
if (typeof process !== 'undefined') {
  describe('A sidecar in which a git merge left its markers', () => {
    it('is merged from the sides that git kept, not from the lines that it mixed', async function () {
      this.timeout(60_000);
      const uri = await article(text);
      const folder = vscode.Uri.joinPath(uri, '..');
      const sidecar = sidecarOf(uri);
      for (const words of ['Monday', 'Russia'])
        await run('tagActor', { article: uri, actor: words, range: rangeOf(text, words) });
      const base = await until('both tags', async () => {
        const stored = await storedSidecar(uri);
        return stored.annotations.length === 2 ? stored : undefined;
      });
      const [monday, russia] = base.annotations;
      assert.ok(monday && russia);
      const side = (...annotations: readonly object[]): string =>
        `${JSON.stringify({ ...base, annotations }, null, 2)}\n`;
      await git(folder, 'init');
      await git(folder, 'add', '.');
      await git(folder, 'commit', '-m', 'Two');
      await vscode.window.showTextDocument(uri); // VS Code opens repositories of what is shown
      await git(folder, 'checkout', '-b', 'colleague');
      await write(sidecar, side(monday, { ...russia, note: 'sure?' }, { ...russia, id: 'theirs' }));
      await git(folder, 'commit', '-am', 'One more');
      await git(folder, 'checkout', 'main');
      await write(sidecar, side({ ...russia, id: 'mine', note: 'yes' }));
      await git(folder, 'commit', '-am', 'Others');
      await git(folder, 'merge', 'colleague').then(
        () => assert.fail('git found no conflict'),
        () => undefined,
      );
      await until('both sides', async () => {
        const notes = (await (await api()).annotations(uri)).map(({ id, note }) => `${id} ${note}`).sort();
        return notes.join() === ['mine yes', 'theirs undefined', `${russia.id} sure?`].sort().join();
      });
    });
  });
}

describe('A broken file', () => {
  it('is left, until what can be read of it is rescued; the broken one is kept beside it', async () => {
    const uri = await article(text);
    for (const words of ['Russia', 'North Korea', 'Monday'])
      await run('tagActor', { article: uri, actor: words, range: rangeOf(text, words) });
    const whole = await until('the sidecar', async () => {
      const content = await read(sidecarOf(uri));
      return content?.includes('"monday"') ? content : undefined;
    });
    const broken = whole.slice(0, whole.lastIndexOf('"suffix"'));
    await write(sidecarOf(uri), broken);
    const sidecar = sidecarOf(uri);
    await write(sidecar.with({ path: `${sidecar.path}.broken` }), 'another, of last week');
    const messages = await messagesOf(async () => {
      await until('annotating is off', async () => {
        return (await run('tagActor', { article: uri, actor: 'Russia', range: rangeOf(text, 'agreed') })) === undefined;
      });
    });
    assert.match(messages.at(-1) ?? '', /left as it is/);
    assert.equal(await read(sidecar), broken);
    assert.equal(await run('rescueFile', { file: sidecar }), true);
    assert.equal(await read(sidecar.with({ path: `${sidecar.path}.broken` })), 'another, of last week');
    assert.equal(await read(sidecar.with({ path: `${sidecar.path}.broken-2` })), broken);
    const placed = await until('what was open here', async () => {
      const all = await (await api()).annotations(uri);
      return all.length === 3 ? all : undefined;
    });
    assert.ok(placed.every(({ standing }) => standing === 'anchored'));
    assert.ok(await run('tagActor', { article: uri, actor: 'Russia', range: rangeOf(text, 'agreed') }));
  });

  it('of zeros, as a failing disk leaves it, becomes again what was open here', async () => {
    const uri = await newCodebook();
    await write(uri, codebookText({ id: 'x', name: 'X' }));
    const owner = vscode.Uri.joinPath(uri, '..', 'a.txt');
    await write(owner, text);
    assert.equal((await (await api()).codebook(owner)).actors?.length, 1);
    await write(uri, '\0'.repeat(100));
    assert.equal(await run('rescueFile', { file: uri }), true);
    assert.equal(await read(uri), codebookText({ id: 'x', name: 'X' }));
    assert.deepEqual(await names(uri), ['a.txt', 'policy-codebook.json', 'policy-codebook.json.broken']);

    await write(uri, '{"format": "another"}');
    assert.equal(await run('rescueFile', { file: uri }), false);
    assert.equal(await read(uri), '{"format": "another"}');
  });

  it('that was never open here becomes what can be read of it', async () => {
    const uri = await newCodebook();
    await write(uri, codebookText({ id: 'x', name: 'X' }, { id: 'y', name: 'Y' }).replace('"name": "X"', '"name": X'));
    assert.equal(await run('rescueFile', { file: uri }), true);
    assert.equal(await read(uri), codebookText({ id: 'y', name: 'Y' }));
  });

  it('is told of once, when its article is shown', async () => {
    const uri = await article(text);
    await write(sidecarOf(uri), '{ "format": "policy-annotations", "version":');
    const messages = await messagesOf(async (told) => {
      await vscode.window.showTextDocument(uri);
      await until('a message', () => told.length > 0);
      await write(sidecarOf(uri), '{ "format": "policy-annotations", "version": 1');
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
      await vscode.window.showTextDocument(uri);
      assert.equal(await run('tagActor', { article: uri, actor: 'Russia', range: rangeOf(text, 'Russia') }), undefined);
    });
    const told = messages.filter((message) => message.includes('annotations.json, line 1'));
    assert.equal(told.length, 2, messages.join('\n')); // when it was shown, and when annotating was refused
  });

  it('that holds nothing of ours isn’t touched', async () => {
    const uri = await article(text);
    await write(sidecarOf(uri), '\u0000\u0001 no annotations');
    const messages = await messagesOf(async () => {
      assert.equal(await run('rescueFile', { file: sidecarOf(uri) }), false);
    });
    assert.match(messages.join(), /Nothing of .* can be read/);
    assert.equal(await read(sidecarOf(uri)), '\u0000\u0001 no annotations');
  });
});

/** Fails while it is told to, as a full disk does. */
class FailingFiles extends Files {
  fails = true;

  override async replace(uri: vscode.Uri, bytes: Uint8Array, expected: Uint8Array | undefined): Promise<boolean> {
    if (this.fails && uri.path.endsWith('/policy-codebook.json')) throw new Error('EROFS: read-only file system');
    return super.replace(uri, bytes, expected);
  }
}

/** What VS Code gives to an extension, as far as it is asked for here. */

describe('What can’t be written', () => {
  it('can be saved elsewhere, is kept over the end of the window, and offered at the next start', async () => {
    const uri = await newCodebook();
    const storage = vscode.Uri.joinPath(uri, '..', 'storage');
    await write(uri, codebookText({ id: 'x', name: 'X' }));
    const files = new FailingFiles();
    const mending = new FileMending(files, contextWith(storage));
    await vscode.workspace.fs.createDirectory(mending.storage);
    const store = new CodebookFile(uri, files, mending);
    await store.ready();
    addActor(store, 'mine');

    const copy = vscode.Uri.joinPath(uri, '..', 'elsewhere.json');
    const window = vscode.window as unknown as Record<string, unknown>;
    const { showErrorMessage, showSaveDialog, showWarningMessage } = vscode.window;
    const asked: string[] = [];
    try {
      window['showSaveDialog'] = () => Promise.resolve(copy);
      window['showErrorMessage'] = (message: string, ...buttons: string[]) => {
        asked.push(message, ...buttons);
        return Promise.resolve(buttons.find((button) => button.startsWith('Save as')));
      };
      await until('the copy', () => read(copy));
      assert.match(asked.join(' | '), /could not be written: EROFS.* \| Try again \| Save as…/);
      assert.deepEqual(await idsIn(copy), ['mine', 'x']);
      assert.deepEqual(await idsIn(uri), ['x']);

      // The window is closed, the disk still takes nothing; somebody else writes meanwhile.
      await mending.end([store.file]);
      store.dispose();
      mending.dispose();
      await write(uri, codebookText({ id: 'theirs', name: 'T' }, { id: 'x', name: 'X' }));
      files.fails = false;

      asked.length = 0;
      window['showWarningMessage'] = (message: string, ...buttons: string[]) => {
        asked.push(message, ...buttons);
        return Promise.resolve('Save');
      };
      const next = new FileMending(files, contextWith(storage));
      await until('all in the file', async () => (await idsIn(uri)).length === 3);
      assert.deepEqual(await idsIn(uri), ['mine', 'theirs', 'x']);
      assert.match(asked.join(' | '), /could not be written; it was kept\. \| Save \| Save as… \| Discard/);
      await until('nothing kept any more', async () => {
        return (await vscode.workspace.fs.readDirectory(next.storage)).length === 0;
      });
      next.dispose();
    } finally {
      Object.assign(window, { showErrorMessage, showSaveDialog, showWarningMessage });
    }
  });
});
