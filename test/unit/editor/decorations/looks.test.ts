import assert from 'node:assert/strict';
import { lookOf, looks, paintLists, type Marked } from '../../../../src/editor/decorations/looks';

const marked = (type: string, start: number, end: number, standing: Marked['standing'] = 'anchored'): Marked => ({
  type,
  isSuperseded: false,
  standing,
  start,
  end,
});

describe('lookOf', () => {
  it('tells kinds and standings apart', () => {
    assert.equal(lookOf(marked('claim', 0, 5)), 'claim');
    assert.equal(lookOf(marked('claim', 0, 5, 'uncertain')), 'claim-uncertain');
  });

  it('has one look for all types that we don’t know', () => {
    assert.equal(lookOf(marked('theory', 0, 5)), 'other');
    assert.equal(lookOf(marked('toString', 0, 5, 'uncertain')), 'other-uncertain');
    assert.equal(lookOf(marked('excluded', 0, 5)), 'other');
  });

  it('shows what is superseded as what counts in nothing', () => {
    assert.equal(lookOf({ ...marked('claim', 0, 5), isSuperseded: true }), 'other');
    assert.equal(lookOf({ ...marked('actor', 0, 5, 'uncertain'), isSuperseded: true }), 'other-uncertain');
  });

  it('has none for what is gone', () => {
    assert.equal(lookOf(marked('claim', 5, 5, 'orphaned')), undefined);
    assert.equal(lookOf(marked('claim', 5, 5, 'uncertain')), undefined);
  });

  it('needs no more than 11 decoration types, so that jumps have one for their flash', () => {
    assert.ok(looks.length <= 11);
  });
});

describe('paintLists', () => {
  const all = [
    marked('actor', 0, 5),
    marked('claim', 0, 50),
    marked('actor', 100, 105),
    marked('actor', 7, 7, 'orphaned'),
  ];

  it('gives one whole list a look, and excluded stretches', () => {
    const lists = paintLists(all, [
      { start: 60, end: 70 },
      { start: 80, end: 80 },
    ]);
    assert.deepEqual(Object.fromEntries(lists), {
      actor: [
        { start: 0, end: 5 },
        { start: 100, end: 105 },
      ],
      claim: [{ start: 0, end: 50 }],
      excluded: [{ start: 60, end: 70 }],
    });
  });

  it('keeps what overlaps a stretch, also where it begins far before', () => {
    const lists = paintLists(all, [], { start: 40, end: 90 });
    assert.deepEqual(Object.fromEntries(lists), { claim: [{ start: 0, end: 50 }] });
  });

  it('show a place where several may be once for each kind, what is anchored as often as it is marked', () => {
    const here = { start: 3, end: 9, isSuperseded: false };
    const lists = paintLists(
      [
        { ...here, type: 'actor', standing: 'uncertain' },
        { ...here, type: 'actor', standing: 'uncertain' },
        { ...here, type: 'claim', standing: 'uncertain' },
        { ...here, type: 'actor', standing: 'anchored' },
        { ...here, type: 'actor', standing: 'anchored' },
      ],
      [],
    );
    assert.deepEqual(
      [...lists].map(([look, ranges]) => [look, ranges.length]),
      [
        ['actor-uncertain', 1],
        ['claim-uncertain', 1],
        ['actor', 2],
      ],
    );
  });
});
