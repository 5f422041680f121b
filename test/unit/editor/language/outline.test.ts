import assert from 'node:assert/strict';
import fc from 'fast-check';
import { outline, type OutlineNode } from '../../../../src/editor/language/outline';
import type { Range } from '../../../../src/model/range';

interface Claim {
  readonly range: Range;
}

const heading = (start: number, level: number): { range: Range; title: string; level: number } => ({
  range: { start, end: start + 1 },
  title: `h${start}`,
  level,
});
const claim = (start: number, end: number): Claim => ({ range: { start, end } });

/** "h0[c1 h2[…]]": what is below what. */
function shape(nodes: readonly OutlineNode<Claim>[]): string {
  return nodes
    .map(({ of, own, children }) => {
      const name = 'heading' in of ? of.heading.title : `c${own.start}`;
      return children.length > 0 ? `${name}[${shape(children)}]` : name;
    })
    .join(' ');
}

describe('outline', () => {
  it('puts claims under the heading before them, and headings under higher ones', () => {
    const found = outline(
      [heading(0, 1), heading(20, 2), heading(40, 3), heading(60, 2)],
      [claim(5, 9), claim(25, 30), claim(45, 50), claim(70, 80)],
      100,
    );
    assert.equal(shape(found), 'h0[c5 h20[c25 h40[c45]] h60[c70]]');
    assert.deepEqual(found[0]?.whole, { start: 0, end: 100 });
    assert.deepEqual(found[0]?.children[1]?.whole, { start: 20, end: 60 });
  });

  it('leaves a claim before the first heading at the top', () => {
    assert.equal(shape(outline([heading(10, 2)], [claim(0, 5), claim(12, 14)], 20)), 'c0 h10[c12]');
  });

  it('widens a section to a claim that reaches out of it', () => {
    const [first] = outline([heading(0, 1), heading(10, 1)], [claim(5, 15)], 20);
    assert.deepEqual(first?.whole, { start: 0, end: 15 });
  });

  it('loses nothing, and every node holds itself and what is below it', () => {
    const spot = fc.integer({ min: 0, max: 200 });
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.tuple(spot, fc.integer({ min: 1, max: 6 })), { selector: ([at]) => at }),
        fc.array(fc.tuple(spot, spot)),
        (heads, ranges) => {
          const headings = heads.sort((a, b) => a[0] - b[0]).map(([at, level]) => heading(at, level));
          const claims = ranges.map(([a, b]) => claim(Math.min(a, b), Math.max(a, b)));
          let count = 0;
          const check = ({ own, whole, children }: OutlineNode<Claim>): void => {
            count += 1;
            assert.ok(whole.start <= own.start && own.end <= whole.end);
            for (const child of children) {
              assert.ok(whole.start <= child.whole.start && child.whole.end <= whole.end);
              check(child);
            }
          };
          outline(headings, claims, 201).forEach(check);
          assert.equal(count, headings.length + claims.length);
        },
      ),
    );
  });
});
