import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { PlacedAnnotation } from '../../src/model/annotation';
import type { Sidecar } from '../../src/model/article';
import { sha256 } from '../../src/sidecar/hash';
import { api, article, messagesOf, rangeOf, read, run, sidecarOf, storedSidecar, until, write } from './support';

const text = [
  'Pyongyang Warns of an Answer',
  '',
  'North Korea said on Monday that the drill was a rehearsal for war.',
  'Washington rejected the charge. North Korea did not answer.',
  'Observers say that North Korea may launch a satellite.',
  '',
].join('\n');
const name = 'North Korea';
/** Of a text that is nowhere to be had. */
const lost = '0'.repeat(64);

/** Mentions that stood somewhere in a text that is lost, with other words around: which place is theirs isn't sure. */
async function inDoubt(
  count = 2,
  fields: object = {},
  contexts: readonly (readonly [string, string])[] = [],
): Promise<vscode.Uri> {
  const uri = await article(text);
  const codebook = { format: 'policy-codebook', version: 1, actors: [{ id: 'north-korea', name }] };
  await write(vscode.Uri.joinPath(uri, '..', '..', 'policy-codebook.json'), `${JSON.stringify(codebook, null, 2)}\n`);
  const annotations = Array.from({ length: count }, (_, index) => {
    const [prefix, suffix] = contexts[index] ?? [
      `words of old, number ${index}, that `,
      ` were said ${index} times of old, bef`,
    ];
    const start = 100 + 200 * index;
    return {
      ...{ id: `doubt${index}`, type: 'actor' },
      target: [{ start, end: start + name.length, exact: name, prefix, suffix }],
      text: lost,
      ...fields,
      ...{ actor: 'north-korea', note: 'kept', creator: 'lee', created: '2026-11-22T05:00:00Z' },
    };
  });
  const content = {
    ...{ format: 'policy-annotations', version: 1 },
    article: { file: 'article.txt', sha256: await sha256(text), length: text.length },
    annotations,
  };
  await write(sidecarOf(uri), `${JSON.stringify(content, null, 2)}\n`);
  return uri;
}

async function shown(uri: vscode.Uri): Promise<vscode.TextEditor> {
  const editor = await vscode.window.showTextDocument(uri);
  await annotations(uri);
  return editor;
}

async function annotations(uri: vscode.Uri): Promise<readonly PlacedAnnotation[]> {
  return (await api()).annotations(uri);
}

async function one(uri: vscode.Uri, id = 'doubt0'): Promise<PlacedAnnotation> {
  const found = (await annotations(uri)).find((annotation) => annotation.id === id);
  assert.ok(found, `there is no ${id}`);
  return found;
}

/** Waits until the sidecar says something of an annotation. */
async function written(
  uri: vscode.Uri,
  what: string,
  fits: (annotation: Sidecar['annotations'][number]) => boolean,
  id = 'doubt0',
): Promise<Sidecar['annotations'][number]> {
  return until(what, async () => {
    const found = (await storedSidecar(uri)).annotations.find((annotation) => annotation.id === id);
    return found && fits(found) ? found : undefined;
  });
}

/** Without what each change renews. */
function still({ modified, ...rest }: PlacedAnnotation): object {
  return rest;
}

function diagnosticsOf(uri: vscode.Uri): vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'Policy Annotator');
}

function selected(editor: vscode.TextEditor): string {
  return editor.document.getText(editor.selection);
}

describe('What needs attention', () => {
  it('is uncertain with likely places, and opening changes nothing on disk', async () => {
    const uri = await inDoubt();
    const before = await read(sidecarOf(uri));
    const { standing, target, text: seen } = await one(uri);
    assert.equal(standing, 'uncertain');
    assert.equal(seen, lost);
    const [range] = target;
    assert.ok(range?.candidates && range.candidates.length > 1, JSON.stringify(range));
    for (const { start, end } of range.candidates) assert.equal(text.slice(start, end), name);
    await shown(uri);
    await until('the diagnostics', () => diagnosticsOf(uri).length === 2);
    assert.equal(await read(sidecarOf(uri)), before);
  });

  it('is gone to, likely place by likely place, and from one to the next', async () => {
    const uri = await inDoubt();
    const editor = await shown(uri);
    const candidates = (await one(uri)).target[0]?.candidates ?? [];
    for (const [candidate, { start }] of candidates.entries()) {
      assert.equal(await run('goToCandidate', { article: uri, id: 'doubt0', candidate }), true);
      assert.equal(editor.document.offsetAt(editor.selection.start), start);
      assert.equal(selected(editor), name);
    }
    const ids = [];
    for (let i = 0; i < 3; i++) ids.push(await run('nextAttention', { article: uri }));
    assert.deepEqual(new Set(ids), new Set(['doubt0', 'doubt1']));
    assert.equal(ids[2], ids[0]);
    assert.equal(await run('previousAttention', { article: uri }), ids[1]);
    assert.deepEqual([...(await run<string[]>('reviewAttention', { article: uri }))].sort(), ['doubt0', 'doubt1']);
  });

  it('is settled by accepting a likely place: one step, on disk in this text, its undo brings the doubt back', async () => {
    const uri = await inDoubt();
    await shown(uri);
    const doubt = await one(uri);
    const place = doubt.target[0]?.candidates?.[1];
    assert.ok(place);
    assert.equal(await run('acceptCandidate', { article: uri, id: 'doubt0', candidate: 1 }), true);
    const accepted = await one(uri);
    assert.equal(accepted.standing, 'anchored');
    assert.deepEqual([accepted.target[0]?.start, accepted.target[0]?.end], [place.start, place.end]);
    const onDisk = await written(uri, 'the new place', ({ text: seen }) => seen === undefined);
    assert.equal(onDisk.target[0]?.start, place.start);
    assert.equal(onDisk.target[0].exact, name);
    assert.equal(onDisk.note, 'kept');
    assert.ok(!('orphaned' in onDisk));
    await until('one diagnostic less', () => diagnosticsOf(uri).length === 1);

    assert.equal(await run('undo', { article: uri }), true);
    assert.deepEqual(await one(uri), doubt);
    const back = await written(uri, 'the doubt', ({ text: seen }) => seen === lost);
    assert.equal(back.target[0]?.prefix, doubt.target[0]?.prefix);
    assert.equal(await run('redo', { article: uri }), true);
    assert.deepEqual(still(await one(uri)), still(accepted));
    await written(uri, 'the new place again', ({ text: seen }) => seen === undefined);
  });

  it('follows the text while it is in doubt', async () => {
    const uri = await inDoubt(1);
    const editor = await shown(uri);
    const [best] = (await one(uri)).target[0]?.candidates ?? [];
    assert.ok(best);
    await until('the diagnostic', () => diagnosticsOf(uri).length === 1);
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), 'First line.\n'));
    const [moved] = (await one(uri)).target[0]?.candidates ?? [];
    assert.equal(moved?.start, best.start + 12);
    await until('the diagnostic to move', () => {
      const [diagnostic] = diagnosticsOf(uri);
      return diagnostic && editor.document.getText(diagnostic.range) === name;
    });
    assert.equal(await run('acceptCandidate', { article: uri, id: 'doubt0' }), true);
    assert.equal((await one(uri)).target[0]?.start, best.start + 12);
  });

  it('is kept as an orphan: not looked for again, out of sight, one step', async () => {
    const uri = await inDoubt(1);
    await shown(uri);
    const doubt = await one(uri);
    await until('the diagnostic', () => diagnosticsOf(uri).length === 1);
    assert.equal(await run('keepAsOrphan', { article: uri, id: 'doubt0' }), true);
    const orphan = await one(uri);
    assert.equal(orphan.standing, 'orphaned');
    assert.equal(orphan.orphaned, true);
    const onDisk = await written(uri, 'the orphan', ({ orphaned }) => orphaned === true);
    assert.equal(onDisk.text, lost);
    assert.equal(onDisk.target[0]?.exact, name);
    assert.equal(onDisk.target[0].prefix, doubt.target[0]?.prefix);
    assert.equal(onDisk.note, 'kept');
    await until('no diagnostic', () => diagnosticsOf(uri).length === 0);
    assert.deepEqual(await run('reviewAttention', { article: uri }), []);
    assert.equal(await run('editAnnotation', { article: uri, id: 'doubt0', note: 'still here' }), true);
    const edited = await written(uri, 'the note', ({ note }) => note === 'still here');
    assert.deepEqual(edited.target, onDisk.target);
    assert.equal(edited.text, lost);

    const copy = uri.with({ path: uri.path.replace('article.txt', 'again.txt') });
    await write(copy, text);
    await write(
      sidecarOf(copy),
      ((await read(sidecarOf(uri))) ?? '').replace('"file": "article.txt"', '"file": "again.txt"'),
    );
    const again = await one(copy);
    assert.equal(again.standing, 'orphaned');
    assert.equal(again.target[0]?.exact, name);

    assert.equal(await run('undo', { article: uri }), true);
    assert.equal(await run('undo', { article: uri }), true);
    assert.deepEqual(await one(uri), doubt);
    await written(uri, 'the doubt', (annotation) => !('orphaned' in annotation));
  });

  it('is re-anchored by a range, an orphan too, and is none then', async () => {
    const uri = await inDoubt(1);
    await shown(uri);
    const range = rangeOf(text, 'Washington');
    assert.equal(await run('resizeAnnotation', { article: uri, id: 'doubt0', range }), true);
    assert.equal((await one(uri)).standing, 'anchored');
    assert.equal(await run('undo', { article: uri }), true);
    assert.equal(await run('keepAsOrphan', { article: uri, id: 'doubt0' }), true);
    assert.equal(await run('resizeAnnotation', { article: uri, id: 'doubt0', range }), true);
    const back = await one(uri);
    assert.equal(back.standing, 'anchored');
    assert.ok(!('orphaned' in back));
    const onDisk = await written(uri, 'the place', ({ text: seen }) => seen === undefined);
    assert.equal(onDisk.target[0]?.exact, 'Washington');
    assert.ok(!('orphaned' in onDisk));
    assert.equal(await run('undo', { article: uri }), true);
    assert.equal((await one(uri)).orphaned, true);
    await written(uri, 'the orphan', ({ orphaned }) => orphaned === true);
  });

  it('is removed with its undo, its links keeping their actor', async () => {
    const uri = await inDoubt(1);
    await shown(uri);
    const claim = await run<string>('tagClaim', {
      article: uri,
      range: rangeOf(text, 'the drill was a rehearsal for war'),
    });
    const end = { role: 'speaker', annotation: 'doubt0' };
    assert.equal(await run('link', { article: uri, from: claim, ...end }), true);
    const before = await one(uri, claim);
    assert.equal(await run('keepAsOrphan', { article: uri, id: 'doubt0' }), true);
    assert.deepEqual((await one(uri, claim)).links, before.links);
    assert.equal(await run('removeAnnotation', { article: uri, id: 'doubt0' }), true);
    assert.equal((await annotations(uri)).length, 1);
    assert.equal(await run('undo', { article: uri }), true);
    assert.equal((await one(uri)).orphaned, true);
    assert.deepEqual((await one(uri, claim)).links, before.links);
  });

  it('is settled all alike in one step, each at a place of its own, in the old order', async () => {
    const uri = await inDoubt(3, {}, [
      ['Warns of an Answer\n\n', ' is what they were all about then'],
      ['Washington rejected the charge. ', ' was what they had all spoken abt'],
      ['Observers say that ', ' is a word that was here in texts'],
    ]);
    await shown(uri);
    const before = await annotations(uri);
    assert.deepEqual(
      before.map(({ standing }) => standing),
      ['uncertain', 'uncertain', 'uncertain'],
    );
    assert.equal(await run('acceptAllAlike', { article: uri, id: 'doubt1' }), 3);
    const places = [];
    for (const id of ['doubt0', 'doubt1', 'doubt2']) places.push((await one(uri, id)).target[0]?.start);
    assert.deepEqual(
      places,
      [0, 1, 2].map((n) => rangeOf(text, name, n).start),
    );
    assert.equal(await run('undo', { article: uri }), true);
    assert.deepEqual(await annotations(uri), before);
    assert.equal(await run('redo', { article: uri }), true);
    await written(uri, 'the place of the last', ({ text: seen }) => seen === undefined, 'doubt2');
  });

  it('is not settled all alike where no place is the likeliest', async () => {
    const uri = await inDoubt(1);
    const [range] = (await one(uri)).target;
    assert.equal(range?.candidates?.[0]?.confidence, range?.candidates?.[1]?.confidence);
    const messages = await messagesOf(async () => {
      assert.equal(await run('acceptAllAlike', { article: uri, id: 'doubt0' }), 0);
    });
    assert.equal(messages.length, 1);
    assert.equal((await one(uri)).standing, 'uncertain');
  });

  it('may be one range of several', async () => {
    const there = rangeOf(text, 'Washington rejected the charge');
    const quote = { exact: 'Washington rejected the charge', prefix: '', suffix: '' };
    const doubtful = { start: 9000, end: 9011, exact: name, prefix: 'words of old that ', suffix: ' were said of old' };
    const uri = await inDoubt(1, { target: [{ ...there, ...quote }, doubtful] });
    await shown(uri);
    const { target } = await one(uri);
    const doubts = target.flatMap(({ standing }, index) => (standing === 'uncertain' ? [index] : []));
    const rangeIndex = doubts.at(-1);
    assert.equal(rangeIndex, 1, JSON.stringify(target));
    assert.equal(await run('acceptCandidate', { article: uri, id: 'doubt0', rangeIndex, candidate: 2 }), true);
    const settled = (await one(uri)).target[1];
    assert.equal(settled?.standing, 'anchored');
    assert.equal(settled.start, target[1]?.candidates?.[2]?.start);
  });

  it('of one range of several is re-anchored alone: the others stay', async () => {
    const uri = await article(text);
    const editor = await shown(uri);
    const ranges = [rangeOf(text, 'Washington rejected the charge'), rangeOf(text, 'may launch a satellite')];
    const id = await run<string>('tagClaim', { article: uri, ranges });
    const { start, end } = rangeOf(text, 'may launch a satellite');
    const doc = editor.document;
    await editor.edit((edit) => edit.delete(new vscode.Range(doc.positionAt(start), doc.positionAt(end))));
    assert.equal((await one(uri, id)).standing, 'orphaned');
    assert.equal(await run('goToCandidate', { article: uri, id }), true);
    const words = 'a rehearsal for war';
    const range = rangeOf(doc.getText(), words);
    const found = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      ...[uri, new vscode.Range(doc.positionAt(range.start), doc.positionAt(range.end))],
      vscode.CodeActionKind.QuickFix.value,
    );
    const fix = found.find(({ command }) => command?.command === 'policyAnnotator.resizeAnnotation')?.command;
    assert.ok(fix);
    assert.equal(await vscode.commands.executeCommand(fix.command, ...(fix.arguments ?? [])), true);
    const { target, standing } = await one(uri, id);
    assert.equal(standing, 'anchored');
    assert.deepEqual(
      target.map(({ exact }) => exact),
      [words, 'Washington rejected the charge'],
    );
    for (const bad of [
      { rangeIndex: 2, range },
      { rangeIndex: 0, ranges },
      { rangeIndex: 0, range: target[1] },
    ]) {
      const messages = await messagesOf(async () => {
        assert.equal(await run('resizeAnnotation', { article: uri, id, ...bad }), false);
      });
      assert.equal(messages.length, 1);
    }
    assert.deepEqual((await one(uri, id)).target, target);
    assert.equal(await run('undo', { article: uri }), true);
    assert.equal((await one(uri, id)).standing, 'orphaned');
  });

  it('has quick fixes at its diagnostic, and at what is selected instead', async () => {
    const uri = await inDoubt(1);
    const editor = await shown(uri);
    const diagnostic = await until('the diagnostic', () => diagnosticsOf(uri)[0]);
    assert.equal(diagnostic.severity, vscode.DiagnosticSeverity.Information);
    assert.equal(diagnostic.code, 'uncertain');
    assert.equal(editor.document.getText(diagnostic.range), name);
    const fixesAt = async (range: vscode.Range): Promise<vscode.CodeAction[]> => {
      const found = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        ...[uri, range, vscode.CodeActionKind.QuickFix.value],
      );
      return found.filter(({ command }) => command?.command.startsWith('policyAnnotator.'));
    };
    const commands = (fixes: readonly vscode.CodeAction[]): unknown[] => fixes.map(({ command }) => command?.command);
    const { start } = diagnostic.range;
    assert.deepEqual(commands(await fixesAt(new vscode.Range(start, start))), [
      'policyAnnotator.acceptCandidate',
      'policyAnnotator.goToCandidate',
      'policyAnnotator.keepAsOrphan',
      'policyAnnotator.removeAnnotation',
    ]);
    await run('goToCandidate', { article: uri, id: 'doubt0' });
    const washington = rangeOf(text, 'Washington');
    const elsewhere = new vscode.Range(
      ...([editor.document.positionAt(washington.start), editor.document.positionAt(washington.end)] as const),
    );
    const [fix, ...more] = await fixesAt(elsewhere);
    assert.deepEqual(more, []);
    assert.equal(fix?.command?.command, 'policyAnnotator.resizeAnnotation');
    await vscode.commands.executeCommand(fix.command.command, ...(fix.command.arguments ?? []));
    assert.equal((await one(uri)).target[0]?.exact, 'Washington');
    await until('no diagnostic', () => diagnosticsOf(uri).length === 0);
    assert.deepEqual(await fixesAt(elsewhere), []);
  });

  it('shows no diagnostics where they are switched off', async () => {
    const uri = await inDoubt(1);
    await shown(uri);
    await until('the diagnostic', () => diagnosticsOf(uri).length === 1);
    const settings = vscode.workspace.getConfiguration();
    await settings.update('policyAnnotator.diagnostics.attention', false, vscode.ConfigurationTarget.Workspace);
    try {
      await until('no diagnostic', () => diagnosticsOf(uri).length === 0);
    } finally {
      await settings.update('policyAnnotator.diagnostics.attention', undefined, vscode.ConfigurationTarget.Workspace);
    }
    await until('the diagnostic', () => diagnosticsOf(uri).length === 1);
  });

  it('is shown where a text was deleted, until a person keeps the orphan', async () => {
    const uri = await article(text);
    const editor = await shown(uri);
    const id = await run<string>('tagActor', { article: uri, actor: 'Washington', range: rangeOf(text, 'Washington') });
    await editor.edit((edit) => edit.delete(new vscode.Range(3, 0, 3, 11)));
    const diagnostic = await until('the diagnostic', () => diagnosticsOf(uri)[0]);
    assert.equal(diagnostic.code, 'orphaned');
    assert.equal(diagnostic.range.start.line, 3);
    assert.equal(await run('nextAttention', { article: uri }), id);
    assert.equal(await run('keepAsOrphan', { article: uri, id }), true);
    await editor.document.save();
    const onDisk = await written(uri, 'the orphan', ({ orphaned }) => orphaned === true, id);
    assert.equal(onDisk.target[0]?.exact, 'Washington');
    assert.equal(onDisk.text, await sha256(text));
    await until('no diagnostic', () => diagnosticsOf(uri).length === 0);
    assert.equal(await run('nextAttention', { article: uri }), undefined);
  });

  it('is marked in exports, the same whether the article is open or not', async () => {
    const uri = await inDoubt(2);
    const exported = async (): Promise<unknown> => {
      const bytes = await (await api()).export('jsonl', [uri]);
      const lines = new TextDecoder().decode(bytes).trim().split('\n');
      return lines.map((line) => JSON.parse(line) as unknown);
    };
    const closed = await exported();
    await shown(uri);
    assert.deepEqual(await exported(), closed);
    assert.equal(await run('keepAsOrphan', { article: uri, id: 'doubt0' }), true);
    const lines = (await exported()) as (PlacedAnnotation & { readonly resolved: { readonly texts: unknown } })[];
    assert.deepEqual(lines.map(({ id, standing, orphaned, text: seen }) => [id, standing, orphaned, seen]).sort(), [
      ['doubt0', 'orphaned', true, lost],
      ['doubt1', 'uncertain', undefined, lost],
    ]);
    for (const { resolved } of lines) assert.deepEqual(resolved.texts, [lost]);
  });

  it('is left as it is by bad arguments, with a message', async () => {
    const uri = await inDoubt(1);
    await shown(uri);
    const sure = await run<string>('tagActor', {
      article: uri,
      actor: 'Washington',
      range: rangeOf(text, 'Washington'),
    });
    const before = await annotations(uri);
    const bad: readonly [string, object, unknown][] = [
      ['acceptCandidate', { id: 'doubt0', candidate: 17 }, false],
      ['acceptCandidate', { id: 'doubt0', candidate: -1 }, false],
      ['acceptCandidate', { id: 'doubt0', candidate: '0' }, false],
      ['acceptCandidate', { id: 'doubt0', rangeIndex: 1 }, false],
      ['acceptCandidate', { id: 'none' }, false],
      ['acceptCandidate', { id: sure }, false],
      ['acceptCandidate', {}, false],
      ['goToCandidate', { id: 'doubt0', candidate: 17 }, false],
      ['acceptAllAlike', { id: sure }, 0],
      ['keepAsOrphan', { id: sure }, false],
      ['keepAsOrphan', { id: 'none' }, false],
      ['keepAsOrphan', {}, false],
      ['nextAttention', { where: 1 }, undefined],
    ];
    for (const [command, args, expected] of bad) {
      const messages = await messagesOf(async () => {
        // What a command gives crosses a process as null where it is undefined.
        assert.equal((await run(command, { article: uri, ...args })) ?? undefined, expected, JSON.stringify(args));
      });
      assert.equal(messages.length, 1, `${command} ${JSON.stringify(args)}`);
    }
    assert.deepEqual(await annotations(uri), before);
  });
});
