import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { offerInterrupted } from '../../src/editor/bulk/interrupted';
import { Journals, LEFT_OVER_MS } from '../../src/editor/bulk/journal';
import { Files } from '../../src/editor/files';
import { writeTogether } from '../../src/editor/bulk/writeTogether';
import { FileMending } from '../../src/editor/mending/fileMending';
import { CodebookFile } from '../../src/editor/store/codebookFile';
import type { CodebookItem } from '../../src/editor/store/step';
import { contextWith } from './mendingFor';
import { read, root, toldWhile, until, write } from './support';

/** Folders of tests; what stands in them is no article's, and would be found by others. */
const folders: vscode.Uri[] = [];

async function newFolder(): Promise<vscode.Uri> {
  const folder = vscode.Uri.joinPath(root(), `j${Math.random().toString(36).slice(2, 10)}`);
  await vscode.workspace.fs.createDirectory(folder);
  folders.push(folder);
  return folder;
}

async function removeFolders(): Promise<void> {
  for (const folder of folders.splice(0)) await vscode.workspace.fs.delete(folder, { recursive: true });
}

const sidecar = (...ids: readonly string[]): string =>
  `${JSON.stringify(
    {
      format: 'policy-annotations',
      version: 1,
      article: { file: 'a.txt', sha256: '0'.repeat(64), length: 100 },
      annotations: [...ids].sort().map((id) => ({
        id,
        type: 'actor',
        target: [{ start: 0, end: 1, exact: 'x', prefix: '', suffix: '' }],
        actor: 'a',
      })),
    },
    null,
    2,
  )}\n`;

/** A folder with three sidecars, and a journal of a change of all of them that nobody works on any more. */
async function interrupted(now: readonly (string | undefined)[]): Promise<{
  readonly mending: FileMending;
  readonly texts: () => Promise<readonly (string | undefined)[]>;
  readonly journals: Journals;
}> {
  const folder = await newFolder();
  const uris = [0, 1, 2].map((n) => vscode.Uri.joinPath(folder, `${n}.txt.annotations.json`));
  for (const [n, text] of now.entries()) if (text !== undefined) await write(uris[n] ?? assert.fail(), text);
  const files = new Files();
  const mending = new FileMending(files, contextWith(vscode.Uri.joinPath(folder, 'storage')));
  const journals = new Journals(files, mending.journals);
  await vscode.workspace.fs.createDirectory(mending.journals);
  const [first, second, third] = uris.map(String) as [string, string, string];
  const name = await journals.write({
    label: 'Merge',
    files: [
      { uri: first, base: sidecar('old'), text: sidecar('old', 'new') },
      { uri: second, base: sidecar('old'), text: sidecar() },
      { uri: third, text: sidecar('new') },
    ],
  });
  const long = Date.now() - 2 * LEFT_OVER_MS;
  await write(vscode.Uri.joinPath(mending.journals, `${name}.beat`), String(long));
  return { mending, texts: () => Promise.all(uris.map(read)), journals };
}

/** What a person is asked, answering with this button, until the journal is gone. */
async function answered(
  { mending, journals }: Awaited<ReturnType<typeof interrupted>>,
  answer: string,
): Promise<readonly string[]> {
  try {
    return await toldWhile('showWarningMessage', answer, async () => {
      await offerInterrupted(mending);
      await until('the journal is gone', async () => (await journals.names()).length === 0);
    });
  } finally {
    mending.dispose();
  }
}

describe('A change of several files that was interrupted', () => {
  afterEach(removeFolders);

  it('is finished, with what others wrote since', async () => {
    const change = await interrupted([sidecar('old', 'new'), sidecar('old', 'other'), undefined]);
    const told = await answered(change, 'Finish');
    assert.deepEqual(told, ['“Merge” was interrupted: 1 of 3 files were written. Finish it, or take it back?']);
    assert.deepEqual(await change.texts(), [sidecar('old', 'new'), sidecar('other'), sidecar('new')]);
  });

  it('is taken back, with what others wrote since', async () => {
    const change = await interrupted([sidecar('new', 'old', 'other'), sidecar(), sidecar('new')]);
    await answered(change, 'Take Back');
    assert.deepEqual(await change.texts(), [sidecar('old', 'other'), sidecar('old'), undefined]);
  });

  it('isn’t spoken of where none of its files was written, or all were', async () => {
    for (const texts of [
      [sidecar('old'), sidecar('old'), undefined],
      [sidecar('new', 'old'), sidecar(), sidecar('new')],
    ]) {
      assert.deepEqual(await answered(await interrupted(texts), 'Finish'), []);
    }
  });

  it('isn’t asked about while another window is at it', async () => {
    const change = await interrupted([sidecar('old', 'new'), sidecar('old'), undefined]);
    const [name = ''] = await change.journals.names();
    await change.journals.beat(name);
    const told = await toldWhile('showWarningMessage', 'Finish', () => offerInterrupted(change.mending));
    change.mending.dispose();
    assert.deepEqual(told, []);
    assert.deepEqual(await change.journals.names(), [name]);
  });
});

/** Files of which some can't be written. */
class Breaking extends Files {
  readonly broken = new Set<string>();
  override replace(uri: vscode.Uri, ...rest: [Uint8Array, Uint8Array | undefined]): Promise<boolean> {
    if (this.broken.has(uri.toString())) return Promise.reject(new Error('no room'));
    return super.replace(uri, ...rest);
  }
}

describe('Writing several files together', () => {
  afterEach(removeFolders);

  async function together(isBroken: boolean): Promise<{
    readonly texts: readonly (string | undefined)[];
    readonly kept: readonly string[];
    readonly failure: unknown;
    readonly journals: readonly string[];
  }> {
    const folder = await newFolder();
    await vscode.workspace.fs.createDirectory(vscode.Uri.joinPath(folder, 'b'));
    const files = new Breaking();
    const mending = new FileMending(files, contextWith(vscode.Uri.joinPath(folder, 'storage')));
    await vscode.workspace.fs.createDirectory(mending.journals);
    const uris = ['policy-codebook.json', 'b/policy-codebook.json'].map((name) => vscode.Uri.joinPath(folder, name));
    const stores = uris.map((uri) => new CodebookFile(uri, files, mending));
    await Promise.all(stores.map((store) => store.ready()));
    const set = (before: CodebookItem | undefined, after: CodebookItem | undefined): void => {
      for (const store of stores)
        store.apply([{ on: 'codebook', codebook: store.key, list: 'actors', id: 'a', before, after }]);
    };
    if (isBroken) files.broken.add(String(uris[1]));
    const journals = new Journals(files, mending.journals);
    let kept: readonly string[] = [];
    const item = { id: 'a', name: 'A' };
    let failure: unknown;
    const change = {
      label: 'Both',
      files: stores.map(({ file }) => file),
      apply: () => set(undefined, item),
      takeBack: () => set(item, undefined),
    };
    const replaced = files.replace.bind(files);
    files.replace = async (uri, ...rest) => {
      // A death now would find it.
      if (uri.toString() === String(uris[0])) kept = [...kept, ...(await journals.names())];
      return replaced(uri, ...rest);
    };
    await writeTogether(mending, change).catch((error: unknown) => (failure = error));
    const names = await journals.names();
    const texts = await Promise.all(uris.map(read));
    vscode.Disposable.from(...stores, mending).dispose();
    return { texts, kept, failure, journals: names };
  }

  it('keeps a journal until all are written, and none after', async () => {
    const { texts, kept, failure, journals } = await together(false);
    assert.equal(failure, undefined);
    for (const text of texts) assert.match(text ?? '', /"name": "A"/);
    assert.equal(kept.length, 1);
    assert.deepEqual(journals, []);
  });

  it('takes all of it back where one can’t be written', async () => {
    const { texts, failure } = await together(true);
    assert.match(String(failure), /no room/);
    assert.doesNotMatch(texts[0] ?? '', /"name": "A"/);
    assert.equal(texts[1], undefined);
  });
});
