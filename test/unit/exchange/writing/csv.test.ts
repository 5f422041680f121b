import assert from 'node:assert/strict';
import fc from 'fast-check';
import { csvRow, guard, joinList, splitList as split, unguard } from '../../../../src/exchange/writing/csv';
import { parseCsv, splitList } from '../readCsv';

const tricky = fc.string({
  unit: fc.constantFrom(
    '=',
    '+',
    '-',
    '@',
    '\t',
    '\r',
    '\n',
    '＝',
    '＋',
    '－',
    '＠',
    "'",
    '"',
    ',',
    ';',
    ' ',
    '\\',
    'a',
    '😀',
  ),
  maxLength: 12,
});

describe('formulas in CSV', () => {
  for (const sign of ['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠']) {
    it(`are guarded: ${JSON.stringify(sign)} at the start and after a line break`, () => {
      for (const text of [`${sign}cmd`, `\n${sign}cmd`, `a\n${sign}cmd`, `a\r\n${sign}cmd`, `a\r${sign}cmd`]) {
        assert.equal(guard(text), `'${text}`);
        assert.equal(unguard(guard(text)), text);
      }
    });
  }

  it('are not seen in other texts', () => {
    for (const text of ['', 'a=b', 'a -b', "'quoted'", "'", '’s', '1-2', 'a\nb', ' =a']) {
      assert.equal(guard(text), text);
      assert.equal(unguard(text), text);
    }
  });

  it('are told from texts that begin with an apostrophe and a sign', () => {
    assert.equal(guard("'=a"), "''=a");
    assert.equal(guard("''=a"), "'''=a");
    assert.equal(guard("'a\n=b"), "''a\n=b");
  });

  it('come back exactly, whatever the text; and no guarded cell begins with a sign', () => {
    fc.assert(
      fc.property(tricky, (text) => {
        assert.equal(unguard(guard(text)), text);
        assert.doesNotMatch(guard(text), /^[\r\n]*[=+\-@\t\r＝＋－＠]/);
      }),
    );
  });
});

describe('CSV rows', () => {
  it('quote where needed and only there, and end in CRLF', () => {
    assert.equal(csvRow(['a', 'b,c', 'd"e', 'f\ng', ' h ', '']), 'a,"b,c","d""e","f\ng", h ,\r\n');
  });

  it('write numbers and booleans plainly, and nothing for undefined', () => {
    assert.equal(csvRow([-1, 2.5, false, undefined, '-1']), "-1,2.5,false,,'-1\r\n");
  });

  it('come back by the grammar of RFC 4180', () => {
    fc.assert(
      fc.property(fc.array(fc.array(tricky, { minLength: 2, maxLength: 4 }), { maxLength: 4 }), (rows) => {
        const read = parseCsv(rows.map((row) => csvRow(row)).join(''));
        assert.deepEqual(
          read.map((cells) => cells.map(unguard)),
          rows,
        );
      }),
    );
  });
});

describe('lists in a cell', () => {
  it('are joined by "; ", and an item\'s own "; " is told apart', () => {
    assert.equal(joinList(['a', 'b']), 'a; b');
    assert.equal(joinList(['a; b', 'c;d', 'C:\\']), 'a\\; b; c;d; C:\\\\');
    assert.equal(joinList(['', 'a', '']), 'a');
    assert.equal(joinList([]), '');
  });

  it('are written and read quickly, however many backslashes an item has', () => {
    const item = `${'\\'.repeat(100_000)}a`;
    assert.equal(joinList([item]), item);
    assert.deepEqual(split(item), [item]);
  });

  it('come back exactly', () => {
    const item = fc.string({ unit: fc.constantFrom(';', ' ', '\\', 'a', ','), minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(fc.array(item, { maxLength: 4 }), (items) => {
        assert.deepEqual(splitList(joinList(items)), items);
        assert.deepEqual(split(joinList(items)), items);
      }),
      { numRuns: 1000 },
    );
  });
});
