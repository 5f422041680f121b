import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Matcher, traced } from '../../../../src/anchoring/finding/approximate';

const units = (text: string): Uint16Array => Uint16Array.from(text, (unit) => unit.charCodeAt(0));

/** The edits of the best match that ends behind each unit: the table, row by row. */
function slowly(pattern: string, text: string): number[] {
  let row = Array.from({ length: text.length + 1 }, () => 0);
  for (const [i, unit] of [...pattern].entries()) {
    const next = [i + 1];
    for (const [j, other] of [...text].entries())
      next.push(Math.min((row[j] ?? 0) + (unit === other ? 0 : 1), (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    row = next;
  }
  return row.slice(1);
}

const letters = (max: number): fc.Arbitrary<string> =>
  fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: max }).map((all) => all.join(''));

describe('Matcher', () => {
  const matcher = new Matcher();

  it('counts the same edits as the whole table does, over many words of bits too', () => {
    fc.assert(
      fc.property(letters(100), letters(150), (pattern, text) => {
        const found = matcher.distances(units(pattern), units(text), 0, text.length);
        assert.deepEqual([...found], slowly(pattern, text));
      }),
      { numRuns: 200, seed: 20261122 },
    );
  });

  it('traces a match back with as many edits', () => {
    fc.assert(
      fc.property(letters(40), letters(80), (pattern, text) => {
        const edits = slowly(pattern, text);
        const end = edits.indexOf(Math.min(...edits)) + 1;
        const found = [...traced(units(pattern), units(text), end, edits[end - 1] ?? 0)];
        const kept = found.filter((to) => to >= 0);
        assert.ok(pattern.length - kept.length <= (edits[end - 1] ?? 0));
        assert.deepEqual(
          kept,
          [...kept].sort((a, b) => a - b),
        );
        found.forEach((to, at) => assert.ok(to < 0 || text[to] === pattern[at]));
      }),
      { numRuns: 200, seed: 20261122 },
    );
  });
});
