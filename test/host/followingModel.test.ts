import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { TextEdit } from '../../src/anchoring/following/edits';
import type { PlacedAnnotation } from '../../src/model/annotation';
import { TrackerOracle } from '../unit/anchoring/following/trackerOracle';
import { api, article, run } from './support';

const lines = [
  'Pyongyang Warns of an Answer',
  '',
  'North Korea said on Monday that the drill was a rehearsal for war.',
  'Washington rejected the charge. North Korea did not answer.',
  'Russia and China called for talks, and an envoy 😀 was sent.',
  '',
  'Talks failed. So it was said in Seoul.',
];
const words = ['x', 'Kim', 'so it', '\n', ' ', '😀', 'North Korea ', 'A line.\nAnother.\n', '"', '\t'];

/** Numbers from 0 up to `below`, the same for the same seed (mulberry32). */
function random(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/** What VS Code tells of a change, as edits of LF text. */
function editsOf({ contentChanges, document }: vscode.TextDocumentChangeEvent): TextEdit[] {
  const isCrlf = document.eol === vscode.EndOfLine.CRLF;
  return contentChanges.map(({ range, rangeOffset, rangeLength, text }) => ({
    start: rangeOffset - (isCrlf ? range.start.line : 0),
    deleted: rangeLength - (isCrlf ? range.end.line - range.start.line : 0),
    inserted: text.replaceAll('\r\n', '\n'),
  }));
}

/** Where each range stands: what is not anchored has no offsets in this text. */
function placesOf(annotations: readonly PlacedAnnotation[]): Record<string, string> {
  const entries = annotations.flatMap(({ id, target }) =>
    target.map(({ start, end, standing }, index): [string, string] => [
      `${id}.${index}`,
      standing === 'anchored' ? `${start}-${end}` : standing,
    ]),
  );
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Tags words and stretches of the text. */
async function tagged(uri: vscode.Uri, text: string, below: (count: number) => number): Promise<void> {
  for (let made = 0; made < 12; made++) {
    const start = below(text.length - 1);
    const end = Math.min(text.length, start + 1 + below(made % 3 === 0 ? 80 : 12));
    const range = { start, end };
    if (text.slice(start, end).trim() === '' || /^[\udc00-\udfff]|[\ud800-\udbff]$/.test(text.slice(start, end)))
      continue;
    const later = Math.min(text.length, end + 3);
    const second = text.slice(later, later + 9);
    const ranges = made % 4 === 0 && /^\w+ \w/.test(second) ? [range, { start: later, end: later + 9 }] : [range];
    assert.ok(await run('tagPassage', { article: uri, ranges }));
  }
}

/** One act of somebody at the keyboard. */
async function act(editor: vscode.TextEditor, below: (count: number) => number): Promise<void> {
  const { document } = editor;
  const at = (): vscode.Position => document.positionAt(below(document.getText().length + 1));
  const one = (): vscode.Range => {
    const from = at();
    return new vscode.Range(from, document.positionAt(document.offsetAt(from) + below(14)));
  };
  const word = (): string => words[below(words.length)] ?? '';
  const select = (...ranges: readonly vscode.Range[]): void => {
    editor.selections = ranges.map(({ start, end }) => new vscode.Selection(start, end));
  };
  const command = (id: string, args?: object): Thenable<unknown> => vscode.commands.executeCommand(id, args);
  switch (below(16)) {
    case 0:
    case 1:
      select(new vscode.Range(at(), at()));
      await command('type', { text: word() });
      return;
    case 2: {
      const cursors = [at(), at(), at()].map((position) => new vscode.Range(position, position));
      select(...cursors);
      await command('type', { text: 'k' });
      return;
    }
    case 3:
      await editor.edit((edit) => edit.replace(one(), word()));
      return;
    case 4: {
      const [a, b] = [one(), one()];
      if (a.intersection(b)) return;
      await editor.edit((edit) => {
        edit.replace(a, word());
        edit.replace(b, '');
      });
      return;
    }
    case 5: {
      // A dragged selection: taken out here and put in there, in one event.
      const [from, to] = [one(), at()];
      if (from.contains(to)) return;
      const taken = document.getText(from);
      await editor.edit((edit) => {
        edit.delete(from);
        edit.insert(to, taken);
      });
      return;
    }
    case 6: {
      // Cut, and pasted elsewhere.
      const from = one();
      const taken = document.getText(from);
      await editor.edit((edit) => edit.delete(from));
      await editor.edit((edit) => edit.insert(at(), taken));
      return;
    }
    case 7:
      select(one());
      await command(below(2) === 0 ? 'editor.action.moveLinesDownAction' : 'editor.action.moveLinesUpAction');
      return;
    case 8:
      select(one());
      await command(
        ['deleteLeft', 'deleteRight', 'editor.action.deleteLines', 'editor.action.joinLines'][below(4)] ?? '',
      );
      return;
    case 9:
      select(one());
      await command(['editor.action.transformToUppercase', 'editor.action.copyLinesDownAction'][below(2)] ?? '');
      return;
    case 10:
      await editor.edit((edit) =>
        edit.replace(new vscode.Range(0, 0, document.lineCount, 0), document.getText().replaceAll('said', 'told')),
      );
      return;
    case 11:
      await command('redo');
      return;
    default:
      for (let times = 1 + below(3); times > 0; times--) await command('undo');
  }
}

describe('Targets in the editor, against a slow model', () => {
  for (const [eol, seed] of [
    ['\n', 1],
    ['\r\n', 2],
  ] as const) {
    it(`are where it has them after each of 300 acts (${eol === '\n' ? 'LF' : 'CRLF'}, seed ${seed})`, async function () {
      this.timeout(120_000);
      const below = random(seed);
      const text = lines.join('\n');
      const uri = await article(lines.join(eol));
      const editor = await vscode.window.showTextDocument(uri);
      await tagged(uri, text, below);
      const { annotations } = await api();
      const oracle = new TrackerOracle(text);
      for (const { id, target } of await annotations(uri)) {
        target.forEach(({ start, end, standing }, index) => {
          oracle.ranges.set(`${id}.${index}`, { start, end, standing });
        });
      }
      const heard = vscode.workspace.onDidChangeTextDocument((event) => {
        if (event.document !== editor.document || event.contentChanges.length === 0) return;
        const { Undo, Redo } = vscode.TextDocumentChangeReason;
        oracle.apply(editsOf(event), event.reason === Undo ? 'undo' : event.reason === Redo ? 'redo' : 'edit');
      });
      try {
        for (let step = 0; step < 300; step++) {
          const before = editor.document.getText();
          await act(editor, below);
          if (step % 60 === 59) await editor.document.save();
          assert.equal(oracle.text, editor.document.getText().replaceAll('\r\n', '\n'), `text of step ${step}`);
          const expected = Object.entries(Object.fromEntries(oracle.ranges)).map(([name, { start, end, standing }]) => [
            name,
            standing === 'anchored' ? `${start}-${end}` : standing,
          ]);
          const sorted = Object.fromEntries(expected.sort(([a = ''], [b = '']) => (a < b ? -1 : 1))) as object;
          assert.deepEqual(placesOf(await annotations(uri)), sorted, `step ${step}, after ${JSON.stringify(before)}`);
        }
      } finally {
        heard.dispose();
        await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
      }
    });
  }
});
