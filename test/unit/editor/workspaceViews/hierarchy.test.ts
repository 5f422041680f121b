import assert from 'node:assert/strict';
import fc from 'fast-check';
import { hierarchyOf, withAllBelow, type Item } from '../../../../src/editor/workspaceViews/hierarchy';

const item = (id: string, parent?: string, formerIds?: string[]): Item => ({
  id,
  name: id,
  ...(parent === undefined ? {} : { parent }),
  ...(formerIds ? { formerIds } : {}),
});

/** "a[b c[d]] e" */
function shape(items: readonly Item[]): string {
  const { roots, below } = hierarchyOf(items);
  const print = ({ id }: Item): string => {
    const children = below.get(id) ?? [];
    return children.length > 0 ? `${id}[${children.map(print).join(' ')}]` : id;
  };
  return roots.map(print).join(' ');
}

describe('A hierarchy of topics', () => {
  it('puts each under its parent, by name', () => {
    assert.equal(shape([item('e'), item('d', 'c'), item('c', 'a'), item('b', 'a'), item('a')]), 'a[b c[d]] e');
  });

  it('follows a former id, and leaves one whose parent is not there at the top', () => {
    assert.equal(shape([item('a', undefined, ['old']), item('b', 'old'), item('c', 'nowhere')]), 'a[b] c');
  });

  it('ends a circle at the first by name', () => {
    assert.equal(shape([item('b', 'c'), item('c', 'a'), item('a', 'b'), item('d', 'b')]), 'a[c[b[d]]]');
    assert.equal(shape([item('x', 'x')]), 'x');
  });

  it('shows every topic once, whatever the parents are', () => {
    const id = fc.integer({ min: 0, max: 8 }).map(String);
    const items = fc.uniqueArray(fc.record({ id, parent: fc.option(id, { nil: undefined }) }), {
      selector: (one) => one.id,
    });
    fc.assert(
      fc.property(items, (all) => {
        const hierarchy = hierarchyOf(all.map((one) => ({ ...one, name: one.id })));
        const shown = hierarchy.roots.flatMap((root) => [...withAllBelow(hierarchy, root.id)]);
        assert.deepEqual(shown.sort(), all.map((one) => one.id).sort());
      }),
    );
  });
});
