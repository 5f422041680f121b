import assert from 'node:assert/strict';
import { LineIndex } from '../../../src/model/lines';

describe('LineIndex', () => {
  it('gives a line its LF, and the next offset the next line', () => {
    const lines = new LineIndex('one\n\n😀 three\n');
    assert.equal(lines.count, 4);
    assert.deepEqual(
      [0, 3, 4, 5, 7, 13, 14].map((offset) => lines.lineAt(offset)),
      [0, 0, 1, 2, 2, 2, 3],
    );
  });

  it('gives positions, those outside at the nearest end', () => {
    const lines = new LineIndex('one\n\n😀 three\n');
    assert.deepEqual(
      [-1, 0, 3, 4, 7, 14, 99].map((offset) => Object.values(lines.positionAt(offset))),
      [
        [0, 0],
        [0, 0],
        [0, 3],
        [1, 0],
        [2, 2],
        [3, 0],
        [3, 0],
      ],
    );
  });

  it('gives lines without their ends', () => {
    const lines = new LineIndex('one\n\n😀 three\n');
    assert.deepEqual(
      [0, 1, 2, 3, 4].map((line) => lines.lineText(line)),
      ['one', '', '😀 three', '', ''],
    );
  });

  it('knows no line end but LF', () => {
    assert.equal(new LineIndex('a\u2028b\u0085c\u2029d').count, 1);
  });

  it('takes offsets outside for the nearest end', () => {
    const lines = new LineIndex('a\nb');
    assert.equal(lines.lineAt(-5), 0);
    assert.equal(lines.lineAt(99), 1);
    assert.equal(new LineIndex('').lineAt(0), 0);
  });
});
