import assert from 'node:assert/strict';
import fc from 'fast-check';
import { contextOf } from '../../../../src/editor/workspaceViews/claimContext';
import { entriesAt, listText } from '../../../../src/editor/workspaceViews/claimList';

describe('A list of claims', () => {
  const list = listText(
    ['The levy is lawful · 2 claims', 'What to do.'],
    [
      {
        head: 'a.txt, line 3',
        about: 'Karsk',
        context: 'It said\nthe levy is lawful.',
        ranges: [{ start: 8, end: 26 }],
      },
      { head: 'b.txt, line 9', about: 'Velmar', context: 'Not so.', ranges: [{ start: 0, end: 3 }] },
    ],
  );

  it('shows each in its context, and knows where it stands', () => {
    assert.equal(
      list.text,
      [
        'The levy is lawful · 2 claims\nWhat to do.\n',
        'a.txt, line 3\nKarsk\nIt said\nthe levy is lawful.\n',
        'b.txt, line 9\nVelmar\nNot so.\n',
      ].join('\n'),
    );
    const marked = list.entries.map(({ ranges }) => ranges.map(({ start, end }) => list.text.slice(start, end)));
    assert.deepEqual(marked, [['the levy is lawful'], ['Not']]);
    assert.deepEqual(
      list.entries.map(({ firstLine, lastLine }) => [firstLine, lastLine]),
      [
        [3, 6],
        [8, 10],
      ],
    );
  });

  it('gives the claims that selections touch; between two, the one before', () => {
    const at = (...lines: [number, number][]): readonly number[] =>
      entriesAt(
        list.entries,
        lines.map(([first, last]) => ({ first, last })),
      );
    assert.deepEqual(at([4, 4]), [0]);
    assert.deepEqual(at([6, 8]), [0, 1]);
    assert.deepEqual(at([9, 9], [3, 3]), [0, 1]);
    assert.deepEqual(at([7, 7]), [0]);
    assert.deepEqual(at([0, 1]), []);
    assert.deepEqual(at([0, 99]), [0, 1]);
  });

  it('shows the paragraph of a claim, of a long one what is near', () => {
    const text = 'Head\n\nOne sentence. Two sentences.\n\nNext.';
    const start = text.indexOf('Two');
    const near = contextOf(text, [{ start, end: start + 3 }]);
    assert.equal(near.text, 'One sentence. Two sentences.');
    const long = `${'word '.repeat(1000)}claim${' more'.repeat(1000)}`;
    const at = long.indexOf('claim');
    const cut = contextOf(long, [{ start: at, end: at + 5 }]);
    assert.match(cut.text, /^…word .* claim .* more…$/u);
    assert.ok(cut.text.length < 1100);
  });

  it('marks the very words of the claim in its context', () => {
    const unit = fc.constantFrom('a', 'bc ', '. ', '\n', '\n\n', '🚀', 'x'.repeat(700));
    fc.assert(
      fc.property(fc.array(unit, { minLength: 1, maxLength: 30 }), fc.nat(), fc.nat(), (units, one, other) => {
        const text = units.join('');
        const [start, end] = [one % (text.length + 1), other % (text.length + 1)].sort((a, b) => a - b);
        const range = { start: start ?? 0, end: end ?? 0 };
        const { text: context, ranges } = contextOf(text, [range]);
        assert.equal(context.slice(ranges[0]?.start, ranges[0]?.end), text.slice(range.start, range.end));
      }),
    );
  });
});
