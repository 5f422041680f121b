import assert from 'node:assert/strict';
import type { Annotation } from '../../../src/model/annotation';
import type { Sidecar } from '../../../src/model/article';
import { conflictSides } from '../../../src/sidecar/conflictMarkers';
import { mergeSidecars } from '../../../src/sidecar/mergeSidecars';
import { printCodebook, printSidecar } from '../../../src/sidecar/print';
import { codebookKind, sidecarKind } from '../../../src/sidecar/fileKind';
import { resolveConflict, type Stages } from '../../../src/sidecar/resolve';
import { codebook, mention, sidecar, target } from './examples';
import { hasGit, TemporaryRepository } from './gitMerge';

const lines = (...all: readonly string[]): string => all.join('\n') + '\n';
const texts = (text: string): unknown => {
  const sides = conflictSides(text);
  return sides && { ours: sides.ours.text, theirs: sides.theirs.text, base: sides.base?.text };
};

const plain = lines('a', '<<<<<<< HEAD', 'b', '=======', 'c', '>>>>>>> other', 'd');
const diff3 = lines('a', '<<<<<<< HEAD', 'b', '||||||| 1f2e', 'x', '=======', 'c', '>>>>>>> other', 'd');

describe('conflict markers', () => {
  it('are told from texts without them', () => {
    for (const text of [
      '',
      '{}',
      'a\n======\n',
      '  <<<<<<< HEAD\n',
      '"<<<<<<<"',
      printSidecar(sidecar([mention('a')])),
    ])
      assert.equal(conflictSides(text), undefined);
  });

  it('give the whole file of each side, and its label', () => {
    const sides = conflictSides(plain);
    assert.deepEqual(texts(plain), { ours: 'a\nb\nd\n', theirs: 'a\nc\nd\n', base: undefined });
    assert.deepEqual([sides?.ours.label, sides?.theirs.label], ['HEAD', 'other']);
  });

  it('give the base where they have one', () => {
    assert.deepEqual(texts(diff3), { ours: 'a\nb\nd\n', theirs: 'a\nc\nd\n', base: 'a\nx\nd\n' });
    assert.equal(conflictSides(diff3)?.base?.label, '1f2e');
    // Only all conflicts together have a base.
    assert.deepEqual(texts(diff3 + plain), {
      ours: 'a\nb\nd\na\nb\nd\n',
      theirs: 'a\nc\nd\na\nc\nd\n',
      base: undefined,
    });
  });

  it('may have empty sides, no labels, CRLF, another size, and stand at the very end', () => {
    assert.deepEqual(texts('<<<<<<<\n|||||||\n=======\n>>>>>>>'), { ours: '', theirs: '', base: '' });
    const crlf = diff3.replaceAll('\n', '\r\n');
    assert.deepEqual(texts(crlf), { ours: 'a\r\nb\r\nd\r\n', theirs: 'a\r\nc\r\nd\r\n', base: 'a\r\nx\r\nd\r\n' });
    assert.equal(conflictSides(crlf)?.theirs.label, 'other');
    assert.deepEqual(texts(plain.replace(/^([<=>])\1{6}/gm, '$1$1$&')), texts(plain));
  });

  it('say which line of the file a line of a side is', () => {
    const sides = conflictSides(diff3 + plain);
    assert.deepEqual(
      [1, 2, 3, 4, 5, 6, 7, 8].map((line) => sides?.theirs.lineInFile(line)),
      [1, 7, 9, 10, 14, 16, 17, 17],
    );
    assert.equal(conflictSides(diff3)?.base?.lineInFile(2), 5);
  });

  it('are nothing where they do not add up', () => {
    const broken = [
      ['<<<<<<<', 'a', '======='],
      ['<<<<<<<', 'a', '>>>>>>>'],
      ['<<<<<<<', '<<<<<<<', '=======', '>>>>>>>', '=======', '>>>>>>>'],
      ['<<<<<<<', '=======', '|||||||', '>>>>>>>'],
      ['<<<<<<<', '=======', '=======', '>>>>>>>'],
      ['<<<<<<<', '|||||||', '|||||||', '=======', '>>>>>>>'],
      ['=======', '<<<<<<<', '=======', '>>>>>>>'],
      ['<<<<<<<', '=======', '>>>>>>>', '>>>>>>>'],
      ['<<<<<<<', '======== a', '>>>>>>>'],
      ['<<<<<<<', '======= a', '=======', '>>>>>>>'],
      ['<<<<<<<', '<<<<<<<<', '=======', '>>>>>>>'],
    ];
    for (const all of broken) assert.equal(conflictSides(lines(...all)), undefined, all.join(' '));
  });

  it('leave the base out where that has a conflict of its own, as after a criss-cross merge', () => {
    const nested = ['<<<<<<<<< one', 'x', '|||||||||', '=========', 'y', '>>>>>>>>> two'];
    const text = lines('<<<<<<< HEAD', 'b', '||||||| merged', ...nested, '=======', 'c', '>>>>>>> other');
    assert.deepEqual(texts(text), { ours: 'b\n', theirs: 'c\n', base: undefined });
  });
});

/** Each at a place of its own, as annotations are. */
const at = (id: string, start: number, fields: Partial<Annotation> = {}): Annotation =>
  mention(id, { target: [target(start, start + 5, `words ${start}`)], actor: `actor-${id}`, ...fields });
const [a, b, d] = [at('a', 10), at('b', 20), at('d', 30)] as const;
const base = sidecar([a, b, d]);
const ours = sidecar([{ ...a, note: 'ours' }, d, at('e', 40)]);
const theirs = sidecar([{ ...a, form: 'name' }, { ...b, note: 'theirs' }, at('f', 50)]);

/** As git marks a file when all of it conflicts. */
function marked(...[mine, before, yours]: readonly [string, string | undefined, string]): string {
  const middle = before === undefined ? '' : `||||||| base\n${before}`;
  return `<<<<<<< HEAD\n${mine}${middle}=======\n${yours}>>>>>>> other\n`;
}

describe('resolving conflict markers', () => {
  const [before, mine, yours] = [base, ours, theirs].map(printSidecar) as [string, string, string];

  it('merges as the merge of the files does, and says what came from whom', () => {
    const resolved = resolveConflict(marked(mine, before, yours), sidecarKind);
    assert.ok(resolved && 'merged' in resolved);
    const { merged, conflicts } = mergeSidecars(base, ours, theirs);
    assert.deepEqual([resolved.merged, resolved.conflicts], [merged, conflicts]);
    assert.deepEqual([resolved.sides.ours.label, resolved.sides.theirs.label], ['HEAD', 'other']);
    assert.equal(resolved.hasBase, true);
    // What theirs lacked was ours: a's note, e. Ours lacked b, which theirs had changed, a's form, f; theirs removed d.
    assert.deepEqual(resolved.taken.ours, [{ list: 'annotations', added: 1, changed: 1, removed: 0 }]);
    assert.deepEqual(resolved.taken.theirs, [{ list: 'annotations', added: 2, changed: 1, removed: 1 }]);
  });

  it('drops nothing of either side where there is no base, or none that can be read', () => {
    for (const without of [undefined, 'nonsense\n']) {
      const resolved = resolveConflict(marked(mine, without, yours), sidecarKind);
      assert.ok(resolved && 'merged' in resolved);
      assert.equal(resolved.hasBase, false);
      assert.deepEqual(
        resolved.merged.annotations.map(({ id }) => id),
        ['a', 'b', 'd', 'e', 'f'],
      );
      assert.deepEqual(resolved.merged.annotations[0], { ...a, note: 'ours', form: 'name' });
    }
  });

  it('takes the sides of git’s index, but not where somebody edited the marked file since', () => {
    const stages = { base: before, ours: mine, theirs: yours };
    const idsOf = (text: string): string[] => {
      const resolved = resolveConflict(text, sidecarKind, stages);
      assert.ok(resolved && 'merged' in resolved);
      return resolved.merged.annotations.map(({ id }) => id);
    };
    const plain = marked(mine, undefined, yours);
    assert.deepEqual(idsOf(plain), ['a', 'b', 'e', 'f']);
    assert.deepEqual(idsOf(plain.replace('"id": "e"', '"id": "ee"')), ['a', 'b', 'd', 'ee', 'f']);
  });

  it('does nothing for a side that cannot be read, or would lose something, and names the line', () => {
    const broken = resolveConflict(marked(mine, before, yours.replace('"version": 1', '"version": ')), sidecarKind);
    assert.ok(broken && 'problem' in broken);
    assert.deepEqual([broken.label, broken.problem.code], ['other', 'not-json']);
    const lineOf = (text: string, part: string): number => text.slice(0, text.indexOf(part)).split('\n').length;
    const text = marked(mine.replace('"version": 1', '"version": 2'), before, yours);
    const newer = resolveConflict(text, sidecarKind);
    assert.ok(newer && 'problem' in newer);
    assert.deepEqual(
      [newer.label, newer.problem.code, newer.problem.line],
      ['HEAD', 'newer-version', lineOf(text, '"version"')],
    );
  });

  it('merges codebooks', () => {
    const of = (...names: readonly string[]) =>
      codebook({ actors: names.map((name) => ({ id: name.toLowerCase(), name })) });
    const text = marked(printCodebook(of('A', 'B')), printCodebook(of('A')), printCodebook(of('A', 'C')));
    const resolved = resolveConflict(text, codebookKind);
    assert.ok(resolved && 'merged' in resolved);
    assert.deepEqual(resolved.merged, of('A', 'B', 'C'));
    assert.deepEqual(resolved.taken.theirs, [{ list: 'actors', added: 1, changed: 0, removed: 0 }]);
  });

  for (const style of ['merge', 'diff3', 'zdiff3'] as const) {
    for (const crlf of [false, true]) {
      const end = (text: string): string => (crlf ? text.replaceAll('\n', '\r\n') : text);

      it(`resolves what git leaves in style ${style}${crlf ? ' in a file with CRLF' : ''}`, () => {
        // Without removals: where one side removes, git mixes lines of its neighbours outside the markers too.
        const sides: [Sidecar, Sidecar, Sidecar] = [
          sidecar([a, d]),
          sidecar([{ ...a, note: 'ours' }, d, at('e', 40)]),
          sidecar([{ ...a, form: 'name' }, d, at('f', 50)]),
        ];
        const printed = sides.map((side) => end(printSidecar(side))) as [string, string, string];
        const text = hasGit ? gitMerged(style, printed).text : marked(printed[1], printed[0], printed[2]);
        const resolved = resolveConflict(text, sidecarKind);
        assert.ok(resolved && 'merged' in resolved, JSON.stringify(resolved));
        const { merged, conflicts } = mergeSidecars(...sides);
        assert.deepEqual([resolved.merged, resolved.conflicts], [merged, conflicts]);
      });

      it(`resolves it with the sides of git's index, style ${style}${crlf ? ', CRLF' : ''}`, () => {
        const printed = [before, mine, yours].map(end) as [string, string, string];
        const { text, stages } = hasGit
          ? gitMerged(style, printed)
          : { text: plain, stages: { base: printed[0], ours: printed[1], theirs: printed[2] } };
        const resolved = resolveConflict(text, sidecarKind, stages);
        assert.ok(resolved && 'merged' in resolved, JSON.stringify(resolved));
        const { merged, conflicts } = mergeSidecars(base, ours, theirs);
        assert.deepEqual([resolved.merged, resolved.conflicts], [merged, conflicts]);
      });
    }
  }
});

/** The file as git leaves it when it merges two branches, and the sides that it keeps. */
function gitMerged(
  style: string,
  [before, mine, yours]: readonly [string, string, string],
): { readonly text: string; readonly stages: Stages } {
  const repository = new TemporaryRepository();
  try {
    const file = 'statement.txt.annotations.json';
    repository.git('config', 'merge.conflictStyle', style);
    repository.diverge({ [file]: before }, { [file]: mine }, { [file]: yours });
    assert.equal(repository.tryGit('merge', 'other').code, 1);
    const [base, ours, theirs] = [1, 2, 3].map((stage) => repository.git('show', `:${stage}:${file}`));
    return { text: repository.read(file), stages: { base, ours, theirs } as Required<Stages> };
  } finally {
    repository.remove();
  }
}
