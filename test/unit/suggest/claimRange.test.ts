import assert from 'node:assert/strict';
import fc from 'fast-check';
import { contains, splitsSurrogatePair } from '../../../src/model/range';
import { claimLevels, clauseAt } from '../../../src/suggest/claimRange';
import { cursor, slice } from './marked';

function levels(marked: string): { texts: (string | undefined)[]; chosen: string | undefined } {
  const { text, offset } = cursor(marked);
  const found = claimLevels(text, offset);
  return {
    texts: found.levels.map((range) => slice(text, range)),
    chosen: slice(text, found.levels[found.defaultIndex]),
  };
}

describe('claimLevels', () => {
  it('steps from clause over sentence and two sentences to the paragraph', () => {
    const first = 'The US condemned the test, which the North defended.';
    const { texts, chosen } = levels(`${first.replace('North', 'No|rth')} Russia kept silent. China did too.\nNext.`);
    assert.deepEqual(texts, [
      'which the North defended.',
      first,
      `${first} Russia kept silent.`,
      `${first} Russia kept silent. China did too.`,
    ]);
    assert.equal(chosen, first);
  });

  it('pairs the last sentence with the one before', () => {
    assert.deepEqual(levels('One is here. Two is |here.').texts, ['Two is here.', 'One is here. Two is here.']);
  });

  it('has the quotation as a level where the cursor is in it', () => {
    const { texts, chosen } = levels('It called the launch “a grave pro|vocation to peace” on Monday.');
    assert.deepEqual(texts.slice(0, 1), ['a grave provocation to peace']);
    assert.equal(chosen, 'It called the launch “a grave provocation to peace” on Monday.');
  });

  it('chooses a bullet whole and has its sentence below', () => {
    const { texts, chosen } = levels('- Mutual defiance of others: Both share it. Both |act on it.\n- Next');
    assert.equal(chosen, 'Mutual defiance of others: Both share it. Both act on it.');
    assert.deepEqual(texts, ['Both act on it.', chosen]);
  });

  it('gives one empty range on a blank line', () => {
    assert.deepEqual(claimLevels('One.\n\nTwo.', 5), { levels: [{ start: 5, end: 5 }], defaultIndex: 0 });
  });

  it('gives nested, trimmed ranges that hold the sentence', () => {
    const piece = fc.constantFrom(
      'Kim said ',
      'so, and ',
      '“',
      '”',
      '. ',
      '; ',
      ': ',
      '\n',
      '- ',
      '😀',
      'which ',
      '(',
      ')',
      '’s ',
      '다. ',
      '\n\n',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), fc.nat(200), (pieces, at) => {
        const text = pieces.join('');
        const { levels: found, defaultIndex } = claimLevels(text, Math.min(at, text.length));
        assert.ok(found[defaultIndex]);
        for (const [index, range] of found.entries()) {
          const next = found[index + 1];
          assert.ok(!next || (contains(next, range) && next.end - next.start > range.end - range.start));
          assert.equal(slice(text, range), slice(text, range)?.trim());
          assert.ok(range.start <= range.end && range.end <= text.length);
          assert.ok(!splitsSurrogatePair(text, range.start) && !splitsSurrogatePair(text, range.end));
        }
      }),
    );
  });
});

describe('clauseAt', () => {
  const cases: [string, string][] = [
    ['He left the talks; they stayed on in |Geneva.', 'they stayed on in Geneva.'],
    ['He le|ft the talks; they stayed on in Geneva.', 'He left the talks'],
    ['The driver is plain: the North needs mo|ney now.', 'the North needs money now.'],
    ['The men of the North – so they say at |home – are ready for war.', 'so they say at home'],
    ['It wants bread, but it gets no mo|re of it.', 'but it gets no more of it.'],
    ['It sent food, aid, and mo|ney.', 'It sent food, aid, and money.'],
    [
      'The rate (low, and it fell by|then) rose at 10:30 today.',
      'The rate (low, and it fell bythen) rose at 10:30 today.',
    ],
    ['He left.', 'He left.'],
  ];
  for (const [marked, expected] of cases) {
    it(marked, () => {
      const { text, offset } = cursor(marked.includes('|') ? marked : `|${marked}`);
      assert.equal(slice(text, clauseAt(text, offset)), expected);
    });
  }
});
