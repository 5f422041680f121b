import assert from 'node:assert/strict';
import {
  inOrder,
  mayBeArticle,
  nextUncoded,
  statusOf,
  type KnownArticle,
} from '../../../../src/editor/workspaceViews/articleStatus';

const article = (path: string, status?: string, creator = 'lee', folder = 0): KnownArticle => ({
  uri: `file:///${folder}/${path}`,
  folder,
  path,
  coding: status === undefined ? [] : [{ creator, status }],
});

describe('Articles to code', () => {
  it('are to do until somebody says otherwise of himself', () => {
    assert.equal(statusOf(article('a'), 'lee'), 'todo');
    assert.equal(statusOf(article('a', 'done'), 'lee'), 'done');
    assert.equal(statusOf(article('a', 'done', 'mia'), 'lee'), 'todo');
    assert.equal(statusOf(article('a', 'someday'), 'lee'), 'todo');
  });

  it('come in the workspace’s order, the next one after where one is, round at the end', () => {
    const all = inOrder([
      article('z.txt', 'irrelevant'),
      article('a.txt', 'done'),
      article('b.txt', 'doing'),
      article('Z.txt'),
      article('a.txt', undefined, 'lee', 1),
    ]);
    assert.deepEqual(
      all.map(({ uri }) => uri.slice(8)),
      ['0/Z.txt', '0/a.txt', '0/b.txt', '0/z.txt', '1/a.txt'],
    );
    const next = (from?: KnownArticle): string | undefined => nextUncoded(all, 'lee', from)?.uri.slice(8);
    assert.equal(next(), '0/Z.txt');
    assert.equal(next(all[0]), '0/b.txt');
    assert.equal(next(all[2]), '1/a.txt');
    assert.equal(next(all[4]), '0/Z.txt');
    assert.equal(nextUncoded(all, 'lee', article('aa.txt'))?.path, 'b.txt');
  });

  it('are none where all is done, and the present one where no other is left', () => {
    const done = [article('a', 'done'), article('b', 'irrelevant')];
    assert.equal(nextUncoded(done, 'lee', done[0]), undefined);
    const left = [article('a', 'done'), article('b')];
    assert.equal(nextUncoded(left, 'lee', left[1])?.path, 'b');
  });

  it('are no files that tools and projects keep beside their texts', () => {
    for (const path of ['articles/a.txt', 'readings.md', 'news/License to lie.txt'])
      assert.ok(mayBeArticle(path), path);
    for (const path of [
      'README.md',
      'docs/LICENSE.txt',
      '.github/a.md',
      'node_modules/x/a.txt',
      'requirements-dev.txt',
    ])
      assert.ok(!mayBeArticle(path), path);
  });
});
