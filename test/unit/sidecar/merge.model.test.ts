import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Sidecar } from '../../../src/model/article';
import type { Codebook } from '../../../src/model/codebook';
import { mergeCodebooks } from '../../../src/sidecar/mergeCodebooks';
import { mergeSidecars } from '../../../src/sidecar/mergeSidecars';
import { printCodebook, printSidecar } from '../../../src/sidecar/print';
import { readCodebook, readSidecar, type ReadResult } from '../../../src/sidecar/read';
import type { Merged } from '../../../src/sidecar/threeWay';
import { codebookTriples, sidecarTriples } from './arbitrary';
import { codebookFacts, factSet, isWithin, sidecarFacts, without, type Fact } from './facts';

interface Kind<T> {
  readonly merge: (base: T | undefined, ours: T, theirs: T) => Merged<T>;
  readonly print: (value: T) => string;
  readonly read: (bytes: Uint8Array) => ReadResult<T>;
  readonly facts: (value: T) => readonly Fact[];
}

const sidecarKind: Kind<Sidecar> = {
  merge: mergeSidecars,
  print: printSidecar,
  read: readSidecar,
  facts: sidecarFacts,
};
const codebookKind: Kind<Codebook> = {
  merge: mergeCodebooks,
  print: printCodebook,
  read: readCodebook,
  facts: codebookFacts,
};

function assertReads<T>(value: T, { print, read }: Kind<T>): void {
  const result = read(new TextEncoder().encode(print(value)));
  assert.ok(result.ok && result.canonical && !result.readOnly, JSON.stringify(result));
}

/** What a side added or changed is in the result, and what it removed isn't, but where a conflict says so. */
function assertNothingLost<T>(base: T | undefined, ours: T, theirs: T, kind: Kind<T>): void {
  const { merged, conflicts } = kind.merge(base, ours, theirs);
  assertReads(merged, kind);
  const facts = (value: T | undefined): Map<string, Fact> => factSet(value === undefined ? [] : kind.facts(value));
  const [before, mine, yours, after] = [base, ours, theirs, merged].map(facts);
  assert.ok(before && mine && yours && after);
  const told = conflicts.map(({ path }) => path);
  const renamed = conflicts.flatMap(({ code, path: [, id = ''] }) => (code === 'same-id' ? [id] : []));
  for (const side of [mine, yours]) {
    const other = side === mine ? yours : mine;
    for (const made of without(side, before)) {
      const isThere = after.has(JSON.stringify([made.path, made.value]));
      assert.ok(
        isThere || isExcused(made, [other, before], renamed) || isWithin(made.path, told),
        `lost ${JSON.stringify(made)}`,
      );
    }
    for (const gone of without(before, side)) {
      const isThere = after.has(JSON.stringify([gone.path, gone.value]));
      assert.ok(
        !isThere || isExcused(gone, [other], renamed) || isWithin(gone.path, told),
        `is back ${JSON.stringify(gone)}`,
      );
    }
  }
}

/** The same words in two texts are one target, at either place; what referred to a renamed thing refers to its new id. */
function isExcused(
  { path, value }: Fact,
  others: readonly ReadonlyMap<string, Fact>[],
  renamed: readonly string[],
): boolean {
  if (renamed.some((id) => value === JSON.stringify(id) || path.some((part) => part.includes(JSON.stringify(id)))))
    return true;
  if (path[2] !== 'target' && path[1] !== 'excluded') return false;
  const words = (target: string): string =>
    JSON.stringify([...target.matchAll(/"(word|other|)"/g)].map(([, one]) => one));
  const all = others.flatMap((other) => [...other.values()]);
  return all.some((one) => isWithin(one.path, [path]) && words(one.value) === words(value));
}

/** Swapping the sides changes only what is in conflict. */
function assertSymmetric<T>(base: T | undefined, ours: T, theirs: T, kind: Kind<T>): void {
  const [one, two] = [kind.merge(base, ours, theirs), kind.merge(base, theirs, ours)];
  const told = [...one.conflicts, ...two.conflicts].flatMap(({ path, newId }) => [
    path,
    ...(newId === undefined ? [] : [[...path.slice(0, 1), newId]]),
  ]);
  const renamed = [...one.conflicts, ...two.conflicts].flatMap(({ path: [, id = ''], newId }) =>
    newId === undefined ? [] : [id, newId],
  );
  const [left, right] = [one, two].map(({ merged }) => factSet(kind.facts(merged)));
  assert.ok(left && right);
  for (const [a, b] of [
    [left, right],
    [right, left],
  ] as const) {
    for (const extra of without(a, b)) {
      assert.ok(isExcused(extra, [b], renamed) || isWithin(extra.path, told), `only one way: ${JSON.stringify(extra)}`);
    }
  }
  // What refers to a renamed thing is changed by that.
  if (renamed.length > 0) return;
  const codes = (merged: Merged<T>): string[] =>
    merged.conflicts.map(({ code, path }) => `${code} ${path.join(' ')}`).filter((one) => !one.endsWith(' excluded'));
  assert.deepEqual(codes(one).sort(), codes(two).sort());
}

function assertIdempotent<T>(base: T, side: T, kind: Kind<T>): void {
  const same = (merged: Merged<T>, value: T): void => {
    assert.equal(kind.print(merged.merged), kind.print(value));
    assert.deepEqual(merged.conflicts, []);
  };
  same(kind.merge(base, side, side), side);
  same(kind.merge(undefined, side, side), side);
  same(kind.merge(base, side, base), side);
}

const runs = { numRuns: 300, includeErrorInReport: true } as const;

describe('merging, for any sides', function () {
  this.timeout(60_000);
  it('loses nothing of a sidecar', () => {
    fc.assert(
      fc.property(sidecarTriples, fc.boolean(), ([base, ours, theirs], hasBase) =>
        assertNothingLost(hasBase ? base : undefined, ours, theirs, sidecarKind),
      ),
      runs,
    );
  });

  it('loses nothing of a codebook', () => {
    fc.assert(
      fc.property(codebookTriples, fc.boolean(), ([base, ours, theirs], hasBase) =>
        assertNothingLost(hasBase ? base : undefined, ours, theirs, codebookKind),
      ),
      runs,
    );
  });

  it('gives the same with the sides of a sidecar swapped, but for conflicts', () => {
    fc.assert(
      fc.property(sidecarTriples, ([base, ours, theirs]) => assertSymmetric(base, ours, theirs, sidecarKind)),
      runs,
    );
  });

  it('gives the same with the sides of a codebook swapped, but for conflicts', () => {
    fc.assert(
      fc.property(codebookTriples, ([base, ours, theirs]) => assertSymmetric(base, ours, theirs, codebookKind)),
      runs,
    );
  });

  it('gives a side where only that one changed, and the same where both did the same', () => {
    fc.assert(
      fc.property(sidecarTriples, ([base, side]) => {
        assertIdempotent(base, side, sidecarKind);
        // Ours says which text is checked out.
        const { file, sha256, length } = base.article;
        if (sha256 === side.article.sha256 && file === side.article.file) {
          const { merged, conflicts } = mergeSidecars(base, base, side);
          assert.deepEqual([merged.article.length, conflicts], [length, []]);
          const [one, two] = [merged, side].map((value) => factSet(sidecarFacts(value)));
          assert.ok(one && two);
          for (const fact of without(one, two)) assert.ok(isExcused(fact, [two], []), JSON.stringify(fact));
          for (const fact of without(two, one)) assert.ok(isExcused(fact, [one], []), JSON.stringify(fact));
        }
      }),
      runs,
    );
    fc.assert(
      fc.property(codebookTriples, ([base, side]) => {
        assertIdempotent(base, side, codebookKind);
        const { merged, conflicts } = mergeCodebooks(base, base, side);
        assert.deepEqual(conflicts, []);
        assert.deepEqual(factSet(codebookFacts(merged)), factSet(codebookFacts(side)));
      }),
      runs,
    );
  });
});
