import assert from 'node:assert/strict';
import { inOrder, mayBeArticle, statusOf, uncodedAfter, type KnownArticle } from '../../../src/editor/articleStatus';

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
    const next = (from?: KnownArticle): readonly string[] =>
      uncodedAfter(all, 'lee', from?.uri).map(({ uri }) => uri.slice(8));
    assert.deepEqual(next(), ['0/Z.txt', '0/b.txt', '1/a.txt']);
    assert.deepEqual(next(all[0]), ['0/b.txt', '1/a.txt']);
    assert.deepEqual(next(all[2]), ['1/a.txt', '0/Z.txt']);
    assert.deepEqual(next(all[3]), ['1/a.txt', '0/Z.txt', '0/b.txt']);
    assert.deepEqual(next(article('aa.txt')), next());
  });

  it('are none where all is done, or none but the present one is left', () => {
    const done = [article('a', 'done'), article('b', 'irrelevant')];
    assert.deepEqual(uncodedAfter(done, 'lee', done[0]?.uri), []);
    const left = [article('a', 'done'), article('b')];
    assert.deepEqual(uncodedAfter(left, 'lee', left[1]?.uri), []);
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
