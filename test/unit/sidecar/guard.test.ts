import assert from 'node:assert/strict';
import fc from 'fast-check';
import { scan } from '../../../src/sidecar/guard';

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

describe('scan', () => {
  it('agrees with JSON.parse on what is JSON', () => {
    const piece = fc.constantFrom(
      ...'{}[]:,"\\/ \n\t',
      '\u0001',
      'true',
      'null',
      '"a"',
      '"\\u12aB"',
      '0',
      '-1.5e+3',
      '.',
      'é',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(piece).map((all) => all.join('')),
          fc.json(),
        ),
        (text) => {
          assert.equal(scan(text).problem === undefined, isJson(text));
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('finds where the value at a path begins', () => {
    const text = '{"a": [10, {"b": 1, "c": [7, 8]}, 30], "b": 2}';
    const at = (...path: (string | number)[]): string => text.slice(scan(text, path).sought).slice(0, 2);
    assert.deepEqual(
      [at(), at('a'), at('a', 1), at('a', 1, 'c', 1), at('a', 2), at('b')],
      ['{"', '[1', '{"', '8]', '30', '2}'],
    );
    assert.equal(at('a', 1, 'nowhere', 4), '{"');
  });

  it('is not stopped by a long string or a long number', () => {
    assert.equal(scan(`"${'\\n'.repeat(3_000_000)}"`).problem, undefined);
    assert.equal(scan(`1${'0'.repeat(300_000)}1`).loss?.code, 'inexact-number');
    assert.equal(scan(`0.${'0'.repeat(200_000)}1${'0'.repeat(200_000)}`).loss?.code, 'inexact-number');
  });
});
