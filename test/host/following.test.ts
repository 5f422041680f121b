import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { PlacedAnnotation } from '../../src/model/annotation';
import { api, article, rangeOf, read, run, sidecarOf, until, write } from './support';

const text = [
  'Pyongyang Warns of an Answer',
  '',
  'North Korea said on Monday that the drill was a rehearsal for war.',
  'Washington rejected the charge. North Korea did not answer.',
  '',
].join('\n');

async function shown(content = text): Promise<vscode.TextEditor> {
  const uri = await article(content);
  return vscode.window.showTextDocument(uri);
}

async function only(editor: vscode.TextEditor): Promise<PlacedAnnotation> {
  const [annotation] = await (await api()).annotations(editor.document.uri);
  assert.ok(annotation, 'no annotation is left');
  return annotation;
}

/** What the annotation's offsets, in LF text, hold. */
function said(editor: vscode.TextEditor, annotation: PlacedAnnotation): string[] {
  const lf = editor.document.getText().replaceAll('\r\n', '\n');
  return annotation.target.map(({ start, end }) => lf.slice(start, end));
}

describe('While the text changes, a target', () => {
  it('stands right in a CRLF document, through edits and an end-of-line switch', async () => {
    const editor = await shown(text.replaceAll('\n', '\r\n'));
    assert.equal(editor.document.eol, vscode.EndOfLine.CRLF);
    await run('tagActor', { actor: 'Washington', range: rangeOf(text, 'Washington') });
    const stored = await until('the sidecar', () => read(sidecarOf(editor.document.uri)));
    assert.equal((JSON.parse(stored) as { article: { length: number } }).article.length, text.length);
    await editor.edit((edit) => edit.insert(new vscode.Position(1, 0), 'A line.\r\nAnother.'));
    assert.deepEqual(said(editor, await only(editor)), ['Washington']);
    await editor.edit((edit) => edit.setEndOfLine(vscode.EndOfLine.LF));
    assert.deepEqual(said(editor, await only(editor)), ['Washington']);
    await editor.edit((edit) => edit.setEndOfLine(vscode.EndOfLine.CRLF));
    await editor.edit((edit) => edit.delete(new vscode.Range(0, 0, 1, 0)));
    assert.deepEqual(said(editor, await only(editor)), ['Washington']);
  });

  it('follows several cursors, replace all, and their undo', async () => {
    const editor = await shown();
    await run('tagActor', { actor: 'Washington', range: rangeOf(text, 'Washington') });
    await editor.edit((edit) => {
      edit.insert(new vscode.Position(0, 0), 'One ');
      edit.insert(new vscode.Position(3, 4), 'xx');
      edit.replace(new vscode.Range(2, 0, 2, 5), 'South');
    });
    assert.deepEqual(said(editor, await only(editor)), ['Washxxington']);
    await vscode.commands.executeCommand('undo');
    await until('the text is back', () => editor.document.getText() === text);
    assert.deepEqual(said(editor, await only(editor)), ['Washington']);
  });

  it('that grew at its edges did not: what is typed beside it stays outside', async () => {
    const editor = await shown();
    const range = rangeOf(text, 'Washington');
    await run('tagActor', { actor: 'Washington', range });
    await editor.edit((edit) => {
      edit.insert(editor.document.positionAt(range.start), 'X');
      edit.insert(editor.document.positionAt(range.end), 'Y');
    });
    assert.deepEqual(said(editor, await only(editor)), ['Washington']);
  });

  it('comes back by undo after its line was deleted and the article saved', async () => {
    const editor = await shown();
    await run('tagActor', { actor: 'Washington', range: rangeOf(text, 'Washington') });
    await editor.edit((edit) => edit.delete(new vscode.Range(3, 0, 4, 0)));
    assert.equal((await only(editor)).standing, 'orphaned');
    await editor.document.save();
    await until('the orphan is written with its quotation and its text', async () => {
      const content = await read(sidecarOf(editor.document.uri));
      return content?.includes('"exact": "Washington"') && content.includes('"text": "');
    });
    await vscode.commands.executeCommand('undo');
    await until('anchored again', async () => (await only(editor)).standing === 'anchored');
    assert.deepEqual(said(editor, await only(editor)), ['Washington']);
  });

  it('of two ranges keeps both', async () => {
    const editor = await shown();
    const ranges = [rangeOf(text, 'North Korea said'), rangeOf(text, 'a rehearsal for war')];
    await run('tagClaim', { ranges });
    await editor.edit((edit) => edit.insert(new vscode.Position(2, 25), ' and again'));
    assert.deepEqual(said(editor, await only(editor)), ['North Korea said', 'a rehearsal for war']);
  });

  it('is found after the article was changed on disk while it was open', async () => {
    const editor = await shown();
    await run('tagActor', { actor: 'Washington', range: rangeOf(text, 'Washington') });
    const longer = text.replace('Washington', 'On Tuesday Washington').replace('Pyongyang', 'Note: Pyongyang');
    await write(editor.document.uri, longer);
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await until('the new text', () => editor.document.getText() === longer);
    assert.deepEqual(said(editor, await only(editor)), ['Washington']);
  });
});

describe('On opening an article that was changed meanwhile', () => {
  it('what is surely the same is anchored, the rest uncertain, and nothing is written', async () => {
    const uri = await article(text);
    const sure = await run<string>('tagActor', {
      article: uri,
      actor: 'Washington',
      range: rangeOf(text, 'Washington'),
    });
    const gone = await run<string>('tagActor', {
      article: uri,
      actor: 'North Korea',
      range: rangeOf(text, 'North Korea'),
    });
    await until('both are written', async () => ((await read(sidecarOf(uri))) ?? '').includes(gone));
    const copy = uri.with({ path: uri.path.replace('article.txt', 'copy.txt') });
    await write(
      copy,
      text.replace('North Korea said on Monday that the drill was a rehearsal for war.\n', 'Nothing.\n'),
    );
    const content = ((await read(sidecarOf(uri))) ?? '').replace('"file": "article.txt"', '"file": "copy.txt"');
    await write(sidecarOf(copy), content);
    const annotations = await (await api()).annotations(copy);
    const standing = new Map(annotations.map((annotation) => [annotation.id, annotation.standing]));
    assert.equal(standing.get(gone), 'uncertain', 'the deleted mention must not jump to the next one');
    assert.equal(standing.get(sure) === 'anchored' || standing.get(sure) === 'uncertain', true);
    assert.equal(await read(sidecarOf(copy)), content);
  });
});
