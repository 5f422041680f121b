import assert from 'node:assert/strict';
import { RowTree, type TreeRow } from '../../../../src/editor/views/rowTree';

interface Row extends TreeRow<Row> {
  readonly label: string;
}

function row(id: string, label: string, ...children: Row[]): Row {
  return { id, label, children };
}

function changedIds(tree: RowTree<Row>, rows: readonly Row[]): readonly string[] | 'all' {
  const changed = tree.update(rows);
  return changed === 'all' ? 'all' : changed.map((element) => element.row.id);
}

describe('RowTree', () => {
  it('tells nothing where nothing changed', () => {
    const tree = new RowTree<Row>();
    const rows = (): Row[] => [row('a', 'A', row('a1', 'one'), row('a2', 'two'))];
    assert.equal(changedIds(tree, rows()), 'all');
    assert.deepEqual(changedIds(tree, rows()), []);
  });

  it('tells the row whose label changed, and no other', () => {
    const tree = new RowTree<Row>();
    tree.update([row('a', 'A', row('a1', 'one'), row('a2', 'two'))]);
    assert.deepEqual(changedIds(tree, [row('a', 'A', row('a1', 'one'), row('a2', 'TWO'))]), ['a2']);
    assert.equal(tree.roots[0]?.children[1]?.row.label, 'TWO');
  });

  it('tells the parent where a child came, went or moved', () => {
    const tree = new RowTree<Row>();
    tree.update([row('a', 'A', row('a1', 'one'), row('a2', 'two')), row('b', 'B')]);
    assert.deepEqual(changedIds(tree, [row('a', 'A', row('a2', 'two'), row('a1', 'one')), row('b', 'B')]), ['a']);
    assert.deepEqual(changedIds(tree, [row('a', 'A', row('a2', 'two')), row('b', 'B')]), ['a']);
    assert.deepEqual(changedIds(tree, [row('a', 'A', row('a2', 'two')), row('b', 'B', row('b1', 'one'))]), ['b']);
  });

  it('tells all where the roots changed', () => {
    const tree = new RowTree<Row>();
    tree.update([row('a', 'A'), row('b', 'B')]);
    assert.equal(changedIds(tree, [row('b', 'B')]), 'all');
  });

  it('keeps an element the same object through every change, so that a view keeps it open', () => {
    const tree = new RowTree<Row>();
    tree.update([row('a', 'A', row('a1', 'one'))]);
    const [root] = tree.roots;
    const [child] = root?.children ?? [];
    tree.update([row('b', 'B'), row('a', 'A2', row('a0', 'zero'), row('a1', 'uno'))]);
    assert.equal(tree.roots[1], root);
    assert.equal(root?.children[1], child);
    assert.equal(child?.parent, root);
    assert.equal(child?.row.label, 'uno');
  });
});
