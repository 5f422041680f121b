import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Annotation, PlacedAnnotation } from '../../src/model/annotation';
import { sha256 } from '../../src/sidecar/hash';
import { printSidecar } from '../../src/sidecar/print';
import { api, article, rangeOf, read, run, sidecarOf, storedSidecar, until, write } from './support';

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

  it('is followed on when the article gets another language', async () => {
    const editor = await shown();
    await run('tagActor', { actor: 'Washington', range: rangeOf(text, 'Washington') });
    const before = await only(editor);
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), 'Unsaved. '));
    await vscode.languages.setTextDocumentLanguage(editor.document, 'markdown');
    await editor.edit((edit) => edit.insert(new vscode.Position(3, 3), 'xx'));
    await editor.edit((edit) => edit.delete(new vscode.Range(2, 0, 3, 0)));
    assert.deepEqual(said(editor, await only(editor)), ['Wasxxhington']);
    await editor.edit((edit) => edit.delete(new vscode.Range(2, 0, 3, 0)));
    assert.equal((await only(editor)).standing, 'orphaned');
    while (editor.document.getText() !== text) await vscode.commands.executeCommand('undo');
    assert.deepEqual((await only(editor)).target, before.target);
  });

  it('is told with what stands around it now', async () => {
    const editor = await shown();
    await run('tagActor', { actor: 'Pyongyang', range: rangeOf(text, 'Pyongyang') });
    await editor.edit((edit) => edit.replace(new vscode.Range(0, 10, 0, 15), 'Tells'));
    const { suffix } = (await only(editor)).target[0] ?? { suffix: '' };
    assert.match(suffix, /^ Tells of/);
    assert.ok(editor.document.getText().startsWith(suffix, 'Pyongyang'.length));
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

/** Runs a command of VS Code on the active editor. */
function command(id: string, args?: object): Thenable<unknown> {
  return vscode.commands.executeCommand(id, args);
}

function select(editor: vscode.TextEditor, words: string): void {
  const start = editor.document.getText().indexOf(words);
  assert.ok(start >= 0, words);
  const [from, to] = [start, start + words.length].map((offset) => editor.document.positionAt(offset));
  editor.selection = new vscode.Selection(from ?? editor.selection.start, to ?? editor.selection.end);
}

function putCursor(editor: vscode.TextEditor, words: string, offset = 0): void {
  const position = editor.document.positionAt(editor.document.getText().indexOf(words) + offset);
  editor.selection = new vscode.Selection(position, position);
}

describe('At the keyboard, a target', () => {
  const keys = async (typed: string): Promise<void> => {
    for (const key of typed) await command('type', { text: key });
  };

  it('doesn’t grow by what is typed at its edges, and does by what is typed inside', async () => {
    const editor = await shown();
    await run('tagActor', { actor: 'Washington', range: rangeOf(text, 'Washington') });
    putCursor(editor, 'Washington');
    await keys('ab');
    putCursor(editor, ' rejected');
    await keys('cd');
    putCursor(editor, 'ington');
    await keys('ef');
    assert.ok(editor.document.getText().includes('abWashefingtoncd rejected'));
    assert.deepEqual(said(editor, await only(editor)), ['Washefington']);
  });

  it('follows several cursors, of which some are inside', async () => {
    const editor = await shown(text.replaceAll('\n', '\r\n'));
    await run('tagActor', { actor: 'North Korea', range: rangeOf(text, 'North Korea', 1) });
    const starts = [...editor.document.getText().matchAll(/Korea/g)].map(({ index }) => index);
    editor.selections = [0, ...starts].map((offset) => {
      const position = editor.document.positionAt(offset);
      return new vscode.Selection(position, position);
    });
    await keys('xy');
    assert.deepEqual(said(editor, await only(editor)), ['North xyKorea']);
    await command('deleteLeft');
    await command('deleteLeft');
    assert.deepEqual(said(editor, await only(editor)), ['North Korea']);
  });

  it('comes back exactly by undo, however far and past saves', async () => {
    const editor = await shown();
    const ranges = [rangeOf(text, 'North Korea said'), rangeOf(text, 'a rehearsal for war')];
    await run('tagClaim', { ranges });
    const before = await only(editor);
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), 'A new line.\n'));
    await editor.edit((edit) => edit.delete(new vscode.Range(3, 6, 3, 60)));
    await editor.document.save();
    await editor.edit((edit) => edit.delete(new vscode.Range(0, 0, 4, 0)));
    assert.equal((await only(editor)).standing, 'orphaned');
    await editor.document.save();
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), 'Something else stands here by now.\n'));
    await editor.document.save();
    while (editor.document.getText() !== text) await command('undo');
    const after = await only(editor);
    assert.equal(after.standing, 'anchored');
    assert.deepEqual(after.target, before.target);
    await editor.document.save();
    await until('the sidecar is as it was', async () => {
      const [stored] = (await storedSidecar(editor.document.uri)).annotations;
      return stored && JSON.stringify(stored.target) === JSON.stringify(storedTarget(before)) && !stored.text;
    });
  });

  it('goes along when it is cut and pasted elsewhere in the article', async () => {
    const editor = await shown();
    await run('tagActor', { actor: 'Washington', range: rangeOf(text, 'Washington') });
    select(editor, 'Washington rejected the charge. ');
    await command('cut');
    await until('the text is cut', () => !editor.document.getText().includes('Washington'));
    assert.equal((await only(editor)).standing, 'orphaned');
    putCursor(editor, 'North Korea said');
    await command('paste', { text: 'Washington rejected the charge. ' });
    await until('the text is pasted', () => editor.document.getText().includes('Washington'));
    assert.deepEqual(said(editor, await only(editor)), ['Washington']);
    assert.equal((await only(editor)).standing, 'anchored');
  });

  it('goes along with its line by Alt+Down and Alt+Up', async () => {
    const editor = await shown();
    await run('tagActor', { actor: 'Washington', range: rangeOf(text, 'Washington') });
    putCursor(editor, 'Washington');
    for (const id of ['editor.action.moveLinesUpAction', 'editor.action.moveLinesDownAction']) {
      await command(id);
      assert.deepEqual(said(editor, await only(editor)), ['Washington'], id);
    }
    putCursor(editor, 'North Korea said');
    await command('editor.action.moveLinesDownAction');
    assert.ok(editor.document.getText().indexOf('Washington') < editor.document.getText().indexOf('North Korea said'));
    assert.deepEqual(said(editor, await only(editor)), ['Washington']);
  });

  it('is not made twice by copying, here or in another article', async () => {
    const editor = await shown();
    await run('tagActor', { actor: 'Washington', range: rangeOf(text, 'Washington') });
    const copied = 'Washington rejected the charge.';
    putCursor(editor, 'North Korea said');
    await command('paste', { text: copied });
    await until('the text is there twice', () => editor.document.getText().split('Washington').length === 3);
    const [annotation, ...more] = await (await api()).annotations(editor.document.uri);
    assert.deepEqual(more, []);
    assert.equal(annotation?.target[0]?.start, editor.document.getText().lastIndexOf('Washington'));
    const other = await shown('Elsewhere:\n');
    other.selection = new vscode.Selection(1, 0, 1, 0);
    await command('paste', { text: copied });
    await until('the text is in the other article', () => other.document.getText().includes('Washington'));
    assert.deepEqual(await (await api()).annotations(other.document.uri), []);
    assert.equal(await read(sidecarOf(other.document.uri)), undefined);
  });

  it('keeps its place through replacing all and formatting', async () => {
    const editor = await shown(`${text}  Trailing.   \n\n\n`);
    const kept = await run<string>('tagActor', { actor: 'Washington', range: rangeOf(text, 'Washington') });
    const replaced = await run<string>('tagActor', { actor: 'North Korea', range: rangeOf(text, 'North Korea', 1) });
    const edit = new vscode.WorkspaceEdit();
    for (const { index } of [...editor.document.getText().matchAll(/North Korea/g)]) {
      const start = editor.document.positionAt(index);
      edit.replace(editor.document.uri, new vscode.Range(start, start.translate(0, 11)), 'DPRK (North Korea)');
    }
    assert.equal(await vscode.workspace.applyEdit(edit), true);
    await command('editor.action.trimTrailingWhitespace');
    const annotations = new Map(
      (await (await api()).annotations(editor.document.uri)).map((annotation) => [annotation.id, annotation]),
    );
    const [first, second] = [annotations.get(kept), annotations.get(replaced)];
    assert.ok(first && second);
    assert.deepEqual([first.standing, said(editor, first)], ['anchored', ['Washington']]);
    assert.deepEqual([second.standing, said(editor, second)], ['anchored', ['North Korea']], 'not the alias before it');
    while (editor.document.isDirty) await command('undo');
    for (const { standing } of await (await api()).annotations(editor.document.uri)) assert.equal(standing, 'anchored');
  });

  it('is where the file has it after a revert, and the sidecar says so', async () => {
    const editor = await shown();
    await run('tagActor', { actor: 'Washington', range: rangeOf(text, 'Washington') });
    const before = await only(editor);
    await editor.edit((edit) => edit.delete(new vscode.Range(2, 0, 4, 0)));
    await run('tagActor', { actor: 'Pyongyang', range: rangeOf(text, 'Pyongyang') });
    await command('workbench.action.files.revert');
    await until('the old text', () => editor.document.getText() === text && !editor.document.isDirty);
    const after = (await (await api()).annotations(editor.document.uri)).find(({ id }) => id === before.id);
    assert.deepEqual(after?.target, before.target);
    const hash = await sha256(text);
    await until('a sidecar for the text on disk', async () => {
      const { article: info, annotations } = await storedSidecar(editor.document.uri);
      return info.sha256 === hash && annotations.length === 2 && annotations.every((one) => one.text === undefined);
    });
  });
});

/** What a sidecar holds of it. */
function storedTarget({ target }: PlacedAnnotation): readonly object[] {
  return target.map(({ start, end, exact, prefix, suffix }) => ({ start, end, exact, prefix, suffix }));
}

describe('A key stroke', () => {
  it('that touches no target paints nothing; one that does paints once', async () => {
    const editor = await shown();
    await run('tagActor', { actor: 'Washington', range: rangeOf(text, 'Washington') });
    await run('tagClaim', { range: rangeOf(text, 'North Korea did not answer.') });
    await until('the sidecar', () => read(sidecarOf(editor.document.uri)));
    const now = Date.now;
    const painted = watchPainting();
    const counts: number[] = [];
    try {
      // What was painted a moment ago may be painted again: let it be long ago.
      Date.now = () => now() + 10_000;
      putCursor(editor, 'Warns');
      for (const key of 'and so on ') {
        await command('type', { text: key });
        const [first] = await annotationsNow(editor.document.uri);
        assert.ok(first);
      }
      // Painting would come within the time that writing takes.
      await editor.document.save();
      const hash = await sha256(editor.document.getText());
      await until('a written sidecar', async () => (await read(sidecarOf(editor.document.uri)))?.includes(hash));
      counts.push(painted.count());
      putCursor(editor, 'ington');
      await command('type', { text: 'x' }); // alone: a slow machine paints between two
      await until('it is painted', () => painted.count() > 0);
      await editor.document.save();
      const second = await sha256(editor.document.getText());
      await until('a written sidecar', async () => (await read(sidecarOf(editor.document.uri)))?.includes(second));
      counts.push(painted.count());
    } finally {
      Date.now = now;
      painted.stop();
    }
    assert.deepEqual(counts, [0, 2], 'one list for each of two kinds, once');
  });
});

/** Counts the lists that are sent to editors. */
function watchPainting(): { count: () => number; stop: () => void } {
  const own = Object.getOwnPropertyDescriptor(vscode.window, 'visibleTextEditors');
  assert.ok(own?.get);
  const all = own.get.bind(vscode.window) as () => readonly vscode.TextEditor[];
  let count = 0;
  const watched = new Map<vscode.TextEditor, vscode.TextEditor>();
  const watch = (editor: vscode.TextEditor): vscode.TextEditor => {
    const known = watched.get(editor);
    if (known) return known;
    const made = Object.create(editor, {
      document: { get: () => editor.document },
      setDecorations: {
        value: (...args: Parameters<vscode.TextEditor['setDecorations']>) => {
          count += 1;
          editor.setDecorations(...args);
        },
      },
    }) as vscode.TextEditor;
    watched.set(editor, made);
    return made;
  };
  Object.defineProperty(vscode.window, 'visibleTextEditors', { ...own, get: () => all().map(watch) });
  return {
    count: () => count,
    stop: () => Object.defineProperty(vscode.window, 'visibleTextEditors', own),
  };
}

async function annotationsNow(uri: vscode.Uri): Promise<readonly PlacedAnnotation[]> {
  return (await api()).annotations(uri);
}

describe('While an article is being typed in', () => {
  it('a colleague’s annotation comes in, and neither it nor the unsaved text is lost', async () => {
    const editor = await shown();
    const { uri } = editor.document;
    await run('tagActor', { actor: 'Washington', range: rangeOf(text, 'Washington') });
    const first = await storedSidecar(uri);
    await editor.edit((edit) => edit.insert(new vscode.Position(2, 0), 'Unsaved. '));
    const range = rangeOf(text, 'North Korea', 1);
    const theirs: Annotation = {
      ...{ id: 'theirs', type: 'actor', actor: 'north-korea' },
      target: [
        {
          ...{ ...range, exact: 'North Korea' },
          ...{ prefix: text.slice(range.start - 32, range.start), suffix: text.slice(range.end, range.end + 32) },
        },
      ],
    };
    await write(sidecarOf(uri), printSidecar({ ...first, annotations: [...first.annotations, theirs] }));
    await until('their annotation', async () => (await annotationsNow(uri)).length === 2);
    putCursor(editor, 'Pyongyang');
    await command('type', { text: 'So ' });
    for (const annotation of await annotationsNow(uri)) {
      assert.equal(annotation.standing, 'anchored');
      assert.match(said(editor, annotation).join(), /^(Washington|North Korea)$/);
    }
    await editor.document.save();
    const hash = await sha256(editor.document.getText());
    await until('both in the sidecar of the saved text', async () => {
      const content = (await read(sidecarOf(uri))) ?? '';
      return content.includes(hash) && content.includes('"theirs"') && content.includes('Washington');
    });
  });

  for (const choice of ['overwritten', 'taken'] as const) {
    it(`the article changes on disk too, and is ${choice}: targets stand right in the text that counts`, async () => {
      const editor = await shown();
      const { uri } = editor.document;
      await run('tagActor', { actor: 'Washington', range: rangeOf(text, 'Washington') });
      await until('the sidecar', () => read(sidecarOf(uri)));
      await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), 'Mine. '));
      const theirs = text.replace('Washington', 'On the next day Washington');
      await write(uri, theirs);
      if (choice === 'taken') await command('workbench.action.files.revert');
      else {
        // What "Overwrite" runs in the message that VS Code shows then.
        await editor.document.save();
        await command('workbench.files.action.acceptLocalChanges', uri);
      }
      const final = choice === 'taken' ? theirs : `Mine. ${text}`;
      await until('the text', () => editor.document.getText() === final && !editor.document.isDirty);
      const annotation = await only(editor);
      assert.deepEqual([annotation.standing, said(editor, annotation)], ['anchored', ['Washington']]);
      // Whatever is stored next is of this text.
      assert.ok(await run('setCodingStatus', { article: uri, status: 'doing' }));
      const hash = await sha256(final);
      await until('its sidecar', async () => {
        const { article: info, annotations } = await storedSidecar(uri);
        if (info.sha256 !== hash) return false;
        const [stored] = annotations;
        return stored?.text === undefined && stored?.target[0]?.start === final.indexOf('Washington');
      });
    });
  }
});

describe('On opening an article that was changed meanwhile', () => {
  it('what is surely the same is anchored, what is gone is not, and nothing is written', async () => {
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
    assert.notEqual(standing.get(gone), 'anchored', 'the deleted mention must not jump to the next one');
    assert.equal(standing.get(sure), 'anchored');
    assert.equal(await read(sidecarOf(copy)), content);
  });
});
