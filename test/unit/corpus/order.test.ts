import assert from 'node:assert/strict';
import { compareInWorkspace } from '../../../src/corpus/order';
import { compareCodeUnits } from '../../../src/model/codeUnits';

describe('the order of the workspace', () => {
  it('is folder, path, start, longer first, id', () => {
    const place = (folder: number, path: string, start: number, end: number, id: string) => ({
      ...{ folder, path, start, end, id },
    });
    const ordered = [
      place(0, 'B.txt', 9, 10, 'a'),
      place(0, 'a.txt', 0, 9, 'z'),
      place(0, 'a.txt', 0, 5, 'a'),
      place(0, 'a.txt', 0, 5, 'b'),
      place(0, 'a.txt', 2, 9, 'a'),
      place(0, 'a/x.txt', 0, 1, 'a'),
      place(1, 'A.txt', 0, 1, 'a'),
      place(10, 'A.txt', 0, 1, 'a'),
    ];
    assert.deepEqual([...ordered].reverse().sort(compareInWorkspace), ordered);
  });

  it('compares by code units, not by a language', () => {
    // In code points U+FF21 would come before U+1F600.
    assert.deepEqual(['é', 'z', 'Z', '\uff21', '\u{1f600}'].sort(compareCodeUnits), [
      'Z',
      'z',
      'é',
      '\u{1f600}',
      '\uff21',
    ]);
    assert.equal(compareCodeUnits('a', 'a'), 0);
  });
});
