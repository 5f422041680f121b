import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Positions, reading } from '../../../../../src/exchange/formats/refi/positions';

const texts = fc
  .array(fc.constantFrom('a', '😀', 'e\u0301', '\n', '\r\n', '\r', 'ש', '\ufeff'), { maxLength: 30 })
  .map((parts) => parts.join(''));

describe('Positions of a program', () => {
  it('lead to the characters that they count, and nowhere else', () => {
    fc.assert(
      fc.property(texts, fc.constantFrom(...reading.spec), (raw, counting) => {
        const lf = raw.replace(/\r\n?/g, '\n');
        const positions = new Positions(raw, lf, counting);
        const counted = counting.crlf === 2 ? raw : lf;
        const list = counting.unit === 'code points' ? [...counted] : counted.split('');
        for (let position = -1; position <= list.length + 2; position++) {
          const before = list.slice(0, position).join('');
          const splits =
            (/[\ud800-\udbff]$/.test(before) || (before.endsWith('\r') && list[position] === '\n')) &&
            position < list.length;
          const isThere = position >= 0 && position <= list.length && !splits;
          const offset = positions.toOffset(position);
          assert.equal(offset, isThere ? before.replace(/\r\n?/g, '\n').length : undefined);
          if (offset !== undefined) assert.equal(positions.fromOffset(offset), position);
        }
        for (const odd of [0.5, NaN, Infinity, 2 ** 60]) assert.equal(positions.toOffset(odd), undefined);
      }),
      { numRuns: 500 },
    );
  });
});
