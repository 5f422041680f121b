import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { platform } from '#platform';
import { Files } from '../../src/editor/files';
import { CodebookFile } from '../../src/editor/store/codebookFile';
import type { CodebookItem } from '../../src/editor/store/step';
import type { UserError } from '../../src/editor/userError';
import { mendingFor } from './mendingFor';
import { api, article, rangeOf, read, root, run, sidecarOf, until, write } from './support';

const text = 'North Korea said on Monday that the drill was a rehearsal for war. Russia agreed.\n';

describe('The sidecar file', () => {
  it('reads and writes an unchanged file to the same bytes, unknown fields and types included', async () => {
    const uri = await article(text);
    await run('tagActor', { article: uri, actor: 'Russia', range: rangeOf(text, 'Russia') });
    const first = await until('the sidecar', () => read(sidecarOf(uri)));
    const value = JSON.parse(first) as Record<string, unknown> & { annotations: object[]; article: object };
    value['plugin'] = { kept: true };
    value.annotations.push({
      id: 'zzzz',
      type: 'weather',
      target: [{ start: 0, end: 5, exact: 'North', prefix: '', suffix: ' Korea said on Monday that the d' }],
      mood: ['grey', 1.5],
    });
    const content = `${JSON.stringify(value, null, 2)}\n`;
    await write(sidecarOf(uri), content);
    await until('the unknown type', async () => (await (await api()).annotations(uri)).some(({ id }) => id === 'zzzz'));
    assert.equal(await run('setCodingStatus', { article: uri, status: 'doing' }), true);
    await until('the status', async () => (await read(sidecarOf(uri)))?.includes('"doing"'));
    assert.equal(await run('undo', { article: uri }), true);
    await until('the same bytes', async () => (await read(sidecarOf(uri))) === content);
  });

  it('changed on disk while a step is under way: both are kept', async () => {
    const uri = await article(text);
    await run('tagActor', { article: uri, actor: 'Russia', range: rangeOf(text, 'Russia') });
    const first = await until('the sidecar', () => read(sidecarOf(uri)));
    const value = JSON.parse(first) as { annotations: { id: string }[] };
    const [mine] = value.annotations;
    value.annotations.unshift({ ...mine, id: '0000theirs00' } as { id: string });
    // Nobody tells us: the next step finds the file changed.
    await write(sidecarOf(uri), `${JSON.stringify(value, null, 2)}\n`);
    await run('tagActor', { article: uri, actor: 'North Korea', range: rangeOf(text, 'North Korea') });
    const ids = await until('all three', async () => {
      const content = (await read(sidecarOf(uri))) ?? '';
      // A file system without rename shows the file empty for a moment.
      const now = content.endsWith('}\n') && (JSON.parse(content) as typeof value);
      return now && now.annotations.length === 3 ? now.annotations.map(({ id }) => id) : undefined;
    });
    assert.ok(ids.includes('0000theirs00') && ids.includes(mine?.id ?? ''));
    assert.equal((await (await api()).annotations(uri)).length, 3);
  });

  it('isn’t written by opening, looking and closing', async () => {
    const uri = await article(text);
    const loose = JSON.stringify({
      version: 1,
      format: 'policy-annotations',
      annotations: [
        { type: 'actor', id: 'a', actor: 'x', target: [{ start: 0, end: 5, exact: 'North', prefix: '', suffix: '' }] },
      ],
      article: { file: 'article.txt', sha256: 'b'.repeat(64), length: text.length },
    });
    await write(sidecarOf(uri), loose);
    await vscode.window.showTextDocument(uri);
    assert.equal((await (await api()).annotations(uri)).length, 1);
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    assert.equal(await read(sidecarOf(uri)), loose);
  });

  it('of an article alone in a folder: the codebook is made at the workspace folder’s root', async () => {
    const uri = vscode.Uri.joinPath(root(), 'loose', 'note.txt');
    await write(uri, 'Ruritania protests.\n');
    const before = await read(vscode.Uri.joinPath(root(), 'policy-codebook.json'));
    await run('tagActor', { article: 'loose/note.txt', actor: 'Ruritania', range: { start: 0, end: 9 } });
    const codebook = await read(vscode.Uri.joinPath(root(), 'policy-codebook.json'));
    assert.notEqual(codebook, before);
    assert.match(codebook ?? '', /"id": "ruritania"/);
  });
});

/** Fails at one step, as a full disk or a folder without write permission does. */
class FailingFiles extends Files {
  fails = true;

  override async replace(uri: vscode.Uri, bytes: Uint8Array, expected: Uint8Array | undefined): Promise<boolean> {
    if (this.fails) throw new Error('ENOSPC: no space left on device');
    return super.replace(uri, bytes, expected);
  }
}

describe('A disk that takes nothing', () => {
  it('the message says so, memory keeps everything, and it is written when there is room', async () => {
    const uri = vscode.Uri.joinPath(root(), `full-${Date.now()}`, 'policy-codebook.json');
    await vscode.workspace.fs.createDirectory(vscode.Uri.joinPath(uri, '..'));
    const files = new FailingFiles();
    const reports: UserError[] = [];
    const codebook = new CodebookFile(
      uri,
      files,
      mendingFor((error) => reports.push(error)),
    );
    await codebook.ready();
    const item: CodebookItem & { name: string } = { id: 'x', name: 'X' };
    codebook.apply([
      { on: 'codebook', codebook: codebook.key, list: 'actors', id: 'x', before: undefined, after: item },
    ]);
    const [report] = await until('the report', () => (reports.length > 0 ? reports : undefined));
    assert.match(report?.message ?? '', /ENOSPC.*stays in memory/);
    assert.equal(await read(uri), undefined);
    assert.equal(codebook.content.actors?.length, 1);
    files.fails = false;
    await codebook.flush();
    assert.match((await read(uri)) ?? '', /"id": "x"/);
    codebook.dispose();
  });
});

describe('A writer that died half-way', () => {
  const isWhole = (bytes: Uint8Array): boolean => new TextDecoder().decode(bytes).endsWith('}\n');
  const whole = `${JSON.stringify({ format: 'policy-codebook', version: 1, actors: [{ id: 'new', name: 'New' }] }, null, 2)}\n`;

  it('is finished on the next opening where its temporary file is whole', async () => {
    const uri = vscode.Uri.joinPath(root(), `half-${Date.now()}`, 'policy-codebook.json');
    const temporary = uri.with({ path: `${uri.path}.0a1b2c3d.tmp` });
    await write(uri, whole.slice(0, 40));
    await write(temporary, whole);
    // Only the protocol of file systems without rename leaves such a file behind.
    const bytes = await new Files().open(uri, isWhole);
    assert.equal(new TextDecoder().decode(bytes), onDisk(uri) ? whole.slice(0, 40) : whole);
    if (!onDisk(uri)) assert.equal(await read(temporary), undefined);
  });

  it('or edited by somebody since, a file that can’t be read is left as it is', async () => {
    const uri = vscode.Uri.joinPath(root(), `edited-${Date.now()}`, 'policy-codebook.json');
    const temporary = uri.with({ path: `${uri.path}.0a1b2c3d.tmp` });
    const theirs = '{ "format": "policy-codebook", "version": 1, "actors": [\n';
    await write(uri, theirs);
    await write(temporary, whole);
    const bytes = await new Files().open(uri, isWhole);
    assert.equal(new TextDecoder().decode(bytes), theirs);
    assert.equal(await read(uri), theirs);
  });

  it('at the very end, behind its target: what somebody wrote there since stays', async () => {
    const uri = vscode.Uri.joinPath(root(), `end-${Date.now()}`, 'policy-codebook.json');
    const temporary = uri.with({ path: `${uri.path}.0a1b2c3d.tmp` });
    await write(temporary, '{"by": "us"}\n');
    const theirs = '{"by": "them"}\n';
    await write(uri, theirs);
    const bytes = await new Files().open(uri, isWhole);
    assert.equal(new TextDecoder().decode(bytes), theirs);
    assert.equal(await read(uri), theirs);
  });
});

function onDisk(uri: vscode.Uri): boolean {
  return uri.scheme === 'file' && platform.disk !== undefined;
}
