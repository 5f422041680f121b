import assert from 'node:assert/strict';
import type { Sidecar } from '../../../src/model/article';
import { mergeSidecars } from '../../../src/sidecar/mergeSidecars';
import { printSidecar } from '../../../src/sidecar/print';
import { MAX_BYTES, readCodebook, readSidecar } from '../../../src/sidecar/read';
import { rescueCodebook, rescueSidecar } from '../../../src/sidecar/rescue';
import { codebookKind, sidecarKind } from '../../../src/sidecar/fileKind';
import { resolveConflict } from '../../../src/sidecar/resolve';
import { mention, sidecar, target } from './examples';
import { lookups } from './steps';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

function many(count: number, id: (n: number) => string = (n) => String(n).padStart(12, '0')): Sidecar {
  const annotations = Array.from({ length: count }, (_, n) => mention(id(n), { target: [target(n, n + 1, 'x')] }));
  return sidecar(annotations, { article: { file: 'a.txt', sha256: 'a'.repeat(64), length: count + 1 } });
}

/** Twice as many items may take twice the steps, and a little. */
function assertLinear(work: (count: number) => () => void, count = 500): void {
  const [one, two] = [count, 2 * count].map((size) => lookups(work(size)));
  assert.ok(one !== undefined && two !== undefined && one > 0 && two < 2.5 * one, `${one} steps, then ${two}`);
}

describe('many annotations', () => {
  it('are merged in steps by their number, also where keys, links and ids are the same', () => {
    assertLinear((count) => {
      const base = many(count);
      const ours = { ...base, annotations: base.annotations.map((a, i) => (i % 3 === 0 ? { ...a, note: 'o' } : a)) };
      const theirs = { ...base, annotations: base.annotations.filter((_, i) => i % 5 > 0) };
      return () => void mergeSidecars(base, ours, theirs);
    });
    assertLinear((count) => {
      const coding = (status: string): object[] => Array.from({ length: count }, () => ({ creator: 'lee', status }));
      const links = (actor: string): object[] =>
        Array.from({ length: count }, () => ({ role: 'speaker', actor: 'a', for: actor }));
      const side = (word: string): Sidecar =>
        sidecar([mention('a', { links: links(word) as never })], { coding: coding(word) });
      return () => void mergeSidecars(undefined, side('x'), side('y'));
    });
    assertLinear((count) => {
      const theirs = many(count);
      const other = { ...theirs, annotations: theirs.annotations.map((a) => ({ ...a, type: 'claim' })) };
      return () => assert.equal(mergeSidecars(undefined, theirs, other).merged.annotations.length, 2 * count);
    });
  });

  it('are rescued in steps by their number, also where ids are the same', () => {
    for (const id of [undefined, () => 'same'])
      assertLinear((count) => {
        const broken = bytes(printSidecar(many(count, id)).slice(0, -3));
        return () => assert.equal(rescueSidecar(broken, 'a.txt')?.kept, count);
      });
  });

  it('are read, merged and rescued: a hundred thousand of them', () => {
    const all = many(100_000);
    const text = printSidecar(all);
    const read = readSidecar(bytes(text));
    assert.ok(read.ok && read.canonical);
    const { merged, conflicts } = mergeSidecars(all, read.value, { ...all, annotations: all.annotations.slice(1) });
    assert.deepEqual([merged.annotations.length, conflicts.length], [99_999, 0]);
    const rescued = rescueSidecar(bytes(text.slice(0, text.length - 20)), 'a.txt');
    assert.equal(rescued?.kept, 100_000);
  }).timeout(120_000);
});

describe('hostile sidecars and codebooks', () => {
  const deep = (count: number): string => '['.repeat(count) + ']'.repeat(count);

  it('are refused where they are too large, without reading them', () => {
    const large = new Uint8Array(MAX_BYTES + 1);
    for (const result of [readSidecar(large), readCodebook(large)]) {
      assert.ok(!result.ok);
      assert.deepEqual([result.problem.code, result.problem.message], ['too-large', 'The file has more than 256 MB']);
    }
    assert.equal(rescueSidecar(large, 'a.txt'), undefined);
    assert.equal(rescueCodebook(large), undefined);
  });

  it('are refused where they are too deep, on each side of a conflict too', () => {
    for (const count of [100, 10_000, 200_000]) {
      const text = `{"format":"policy-annotations","version":1,"x":${deep(count)}}\n`;
      const result = readSidecar(bytes(text));
      assert.ok(!result.ok && result.problem.code === 'too-deep', String(count));
      const marked = `<<<<<<< a\n${text}||||||| b\n${text}=======\n${text}>>>>>>> c\n`;
      const resolved = resolveConflict(marked, sidecarKind);
      assert.ok(resolved && 'problem' in resolved && resolved.problem.code === 'too-deep');
      assert.ok(resolveConflict(marked, codebookKind));
      assert.deepEqual(rescueSidecar(bytes(text), 'a.txt')?.kept, 0);
    }
  });

  it('do not change what every object has', () => {
    const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty'];
    const side = (value: string): Sidecar =>
      JSON.parse(
        JSON.stringify(sidecar(names.map((id) => mention(id, { note: value }))))
          .replace('"version":1', `"version":1,"__proto__":{"polluted":"${value}"},"toString":"${value}"`)
          .replace('"length":100', `"length":100,"attributes":{"__proto__":{"polluted":1},"constructor":"${value}"}`),
      ) as Sidecar;
    const { merged, conflicts } = mergeSidecars(side('a'), side('a'), side('b'));
    assert.deepEqual([printSidecar(merged), conflicts], [printSidecar(side('b')), []]);
    const rescued = rescueSidecar(bytes(printSidecar(side('b')).slice(0, -3)), 'a.txt');
    assert.equal(rescued && printSidecar(rescued.value), printSidecar(side('b')));
    assert.equal(({} as { polluted?: unknown }).polluted, undefined);
  });
});
