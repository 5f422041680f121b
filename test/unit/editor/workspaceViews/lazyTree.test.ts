import assert from 'node:assert/strict';
import { LazyTree, type Element, type LazyRow } from '../../../../src/editor/workspaceViews/lazyTree';

interface Row extends LazyRow<Row> {
  readonly label: string;
}

const leaf = (id: string, label = id): Row => ({ id, label });
const branch = (id: string, children: Row['children'], label = id): Row => ({ id, label, children });
const ids = (elements: readonly Element<Row>[] | 'all'): readonly string[] | 'all' =>
  elements === 'all' ? 'all' : elements.map(({ row }) => row.id);

/** A tree of what the maker gives at the time; `made` counts how often rows below an id were made. */
function treeOf(rows: () => readonly Row[]): LazyTree<Row> {
  return new LazyTree(() => rows());
}

describe('LazyTree', () => {
  it('makes rows only when what is above them is opened', async () => {
    let made = 0;
    const tree = treeOf(() => [branch('a', () => [leaf(`a${++made}`)])]);
    const [a] = await tree.childrenOf(undefined);
    assert.equal(made, 0);
    assert.deepEqual(ids(await tree.childrenOf(a)), ['a1']);
  });

  it('tells nothing where nothing changed, and the row that did, however deep', async () => {
    let label = 'one';
    const tree = treeOf(() => [branch('a', async () => [branch('b', () => [leaf('c', label), leaf('d')])]), leaf('e')]);
    const [a] = await tree.childrenOf(undefined);
    const [b] = await tree.childrenOf(a);
    await tree.childrenOf(b);
    assert.deepEqual(ids(await tree.refresh()), []);
    label = 'two';
    assert.deepEqual(ids(await tree.refresh()), ['c']);
  });

  it('tells the row above where the list below it changed, and all where the roots did', async () => {
    let below = ['x', 'y'];
    let roots = ['a', 'b'];
    const tree = treeOf(() => roots.map((id) => branch(id, () => below.map((each) => leaf(`${id}${each}`)))));
    const [a, b] = await tree.childrenOf(undefined);
    await tree.childrenOf(a);
    await tree.childrenOf(b);
    below = ['y', 'x'];
    assert.deepEqual(ids(await tree.refresh()), ['a', 'b']);
    roots = ['b'];
    assert.equal(await tree.refresh(), 'all');
  });

  it('keeps an element the same object while its id stays, and knows one that moved in its new place', async () => {
    let isMoved = false;
    let label = 'm';
    const moving = (): readonly Row[] => [leaf('m', label)];
    const tree = treeOf(() => [
      branch('a', () => (isMoved ? [] : moving())),
      branch('b', () => (isMoved ? moving() : [])),
    ]);
    const [a, b] = await tree.childrenOf(undefined);
    await tree.childrenOf(b);
    const [before] = await tree.childrenOf(a);
    label = 'other';
    assert.deepEqual(await tree.refresh(), [before]);
    isMoved = true;
    assert.deepEqual(ids(await tree.refresh()), ['a', 'b']);
    const [after] = await tree.childrenOf(b);
    assert.equal(after?.parent, b);
    assert.deepEqual(ids(await tree.path(['b', 'm'], () => false)), ['b', 'm']);
  });

  it('makes nothing below what was closed, and has that drawn anew', async () => {
    let made = 0;
    const tree = treeOf(() => [branch('a', () => [leaf(`a${++made}`)])]);
    const [a] = await tree.childrenOf(undefined);
    assert.ok(a);
    await tree.childrenOf(a);
    tree.closed(a);
    assert.deepEqual(ids(await tree.refresh()), ['a']);
    assert.equal(made, 1);
    tree.opened(a);
    assert.deepEqual(ids(await tree.refresh()), ['a']);
    assert.equal(made, 2);
  });

  it('finds the way to a row, through rows that only divide a list', async () => {
    const tree = treeOf(() => [
      leaf('z'),
      branch('g', () => [branch('part1', () => [leaf('a')]), branch('part2', () => [leaf('b')])]),
    ]);
    const divides = ({ id }: Row): boolean => id.startsWith('part');
    assert.deepEqual(ids(await tree.path(['g', 'b'], divides)), ['g', 'part2', 'b']);
    assert.deepEqual(ids(await tree.path(['g', 'nowhere'], divides)), ['g']);
  });
});
