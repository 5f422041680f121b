import assert from 'node:assert/strict';
import fc from 'fast-check';
import { piecesOf, segmentsOf, type Piece } from '../../../../src/analysis/agreement/pieces';
import { Statistics, type Figure } from '../../../../src/analysis/agreement/statistics';
import { UnitTally } from '../../../../src/analysis/agreement/unitizing';

function tallied(
  length: number,
  coders: readonly (readonly Piece[])[],
  blockLength = length,
): {
  readonly alpha: Figure;
  readonly binary: Figure;
  readonly coding: Figure;
  readonly value: (value: string) => Figure;
} {
  const statistics = new Statistics();
  const all = statistics.slot();
  const tally = new UnitTally(statistics, all);
  const blocks = Math.ceil(length / blockLength);
  const first = statistics.begin(blocks);
  statistics.add(first, all, length * coders.length);
  const bounds = Array.from({ length: blocks }, (_, block) => block * blockLength);
  tally.add(coders, segmentsOf(coders, bounds), (offset) => first + Math.floor(offset / blockLength));
  const totals = statistics.summing()();
  return {
    ...{ alpha: tally.alpha(totals), binary: tally.binary(totals), coding: tally.coding(totals) },
    value: (value) => tally.value(totals, value),
  };
}

function close(figure: Figure, expected: number, within: number): void {
  assert.ok(typeof figure === 'number' && Math.abs(figure - expected) <= within, `${figure} is not ${expected}`);
}

/** Units as "1-7:a", first and last character counted from 1. */
const units = (text: string): Piece[] =>
  text.split(' ').map((unit) => {
    const [, start = 0, end = 0, value = ''] = /(\d+)-(\d+):(.*)/.exec(unit) ?? [];
    return { start: Number(start) - 1, end: Number(end), value };
  });

describe('alpha for unitizing', () => {
  // Krippendorff, K. (2019). Content Analysis: An Introduction to Its Methodology, 4th ed., figure 12.11 (p. 340): Alex, Paul and Suzan
  // unitize a continuum of 60; the family of Krippendorff, Mathet, Bouvry & Widlöcher (2016). Units and figures as the R package quallmer
  // (tests/testthat/test-alpha_u.R) has them from the book.
  const example = [
    units('1-7:1 8-13:2 31-32:5 33-37:6 38-44:6 45-60:7'),
    units('1-7:1 8-13:3 14-21:5 33-44:6'),
    units('1-7:1 8-13:4 14-21:5 33-37:6 38-41:6 42-44:6'),
  ];

  it('has the figures of the worked example of Krippendorff 2019, section 12.6', () => {
    const { alpha, binary, coding, value } = tallied(60, example);
    close(alpha, 0.51, 0.0005);
    // 0.4136, which the book has as 0.413.
    close(binary, 0.413, 0.001);
    close(coding, 0.724, 0.0005);
    for (const perfect of ['1', '5', '6']) assert.equal(value(perfect), 1);
    for (const chance of ['2', '3', '4']) close(value(chance), 0, 1e-9);
    // Nobody else has a unit where 7 is.
    assert.equal(value('7'), 'nothing');
  });

  it('is the same, however the text is cut into blocks', () => {
    const [whole, cut] = [tallied(60, example), tallied(60, example, 7)];
    for (const measure of ['alpha', 'binary', 'coding'] as const) close(cut[measure], Number(whole[measure]), 1e-12);
    close(cut.value('5'), 1, 1e-12);
  });

  const mark = fc
    .tuple(fc.nat(19), fc.integer({ min: 1, max: 8 }), fc.constantFrom('a', 'b'))
    .map(([start, length, label]) => ({ start, end: Math.min(20, start + length), label }));
  const coder = fc.array(mark, { maxLength: 5 }).map(piecesOf);

  it('is 1 where all have the same units, and does not mind the order of coders', () => {
    fc.assert(
      fc.property(coder, coder, coder, (a, b, c) => {
        const same = tallied(30, [a, a]);
        assert.deepEqual([same.alpha, same.binary], a.length === 0 ? ['alike', 'alike'] : [1, 1]);
        assert.ok(same.coding === 1 || typeof same.coding === 'string');
        const [one, other] = [tallied(30, [a, b, c]), tallied(30, [c, a, b])];
        for (const measure of ['alpha', 'binary', 'coding'] as const) {
          if (typeof one[measure] === 'number') close(other[measure], one[measure], 1e-9);
          else assert.equal(other[measure], one[measure]);
        }
      }),
    );
  });

  it('is what the definitions say, unit by unit', () => {
    fc.assert(
      fc.property(coder, coder, coder, (...coders) => {
        const found = tallied(20, coders);
        const slow = slowFamily(20, coders);
        for (const measure of ['alpha', 'binary', 'coding'] as const) {
          if (typeof found[measure] === 'number') close(found[measure], slow[measure], 1e-9);
        }
        for (const value of ['a', 'b']) {
          const figure = found.value(value);
          if (typeof figure === 'number') close(figure, slow.value(value), 1e-9);
        }
      }),
    );
  });

  it('cuts marks that overlap at each bound, with the set of labels as the value', () => {
    const marks = [
      { start: 0, end: 10, label: 'claim' },
      { start: 2, end: 4, label: 'actor' },
      { start: 10, end: 12, label: 'claim' },
    ];
    assert.deepEqual(piecesOf(marks), [
      { start: 0, end: 2, value: 'claim' },
      { start: 2, end: 4, value: 'actor\nclaim' },
      { start: 4, end: 10, value: 'claim' },
      { start: 10, end: 12, value: 'claim' },
    ]);
  });
});

/** A matrix of observed and of expected coincidences, over all pairs of units and gaps, as the book's equations 32 to 38 have them. */
function slowFamily(length: number, coders: readonly (readonly Piece[])[]) {
  const parts = coders.map((pieces) => {
    const gaps: Piece[] = [];
    let from = 0;
    for (const { start, end } of [...pieces, { start: length, end: length }]) {
      if (start > from) gaps.push({ start: from, end: start, value: '' });
      from = end;
    }
    return [...pieces, ...gaps];
  });
  const shared = (a: Piece, b: Piece): number => Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
  const family = (isMeant: (value: string) => boolean, lengthOf: (part: Piece, coder: number) => number) => {
    const observed = new Map<string, number>();
    const squares = new Map<string, number>();
    for (const [i, mine] of parts.entries()) {
      for (const a of mine.filter(({ value }) => isMeant(value))) {
        const own = lengthOf(a, i);
        squares.set(a.value, (squares.get(a.value) ?? 0) + (a.value === '' ? own : own ** 2));
        for (const [j, others] of parts.entries()) {
          for (const b of others.filter(({ value }) => isMeant(value))) {
            const key = JSON.stringify([a.value, b.value]);
            if (i !== j) observed.set(key, (observed.get(key) ?? 0) + shared(a, b) / (parts.length - 1));
          }
        }
      }
    }
    const values = [...squares.keys()];
    const o = (c: string, k: string): number => observed.get(JSON.stringify([c, k])) ?? 0;
    const margin = (c: string): number => values.reduce((sum, k) => sum + o(c, k), 0);
    const all = values.reduce((sum, c) => sum + margin(c), 0);
    const allSquares = values.reduce((sum, c) => sum + (squares.get(c) ?? 0), 0);
    const e = (c: string, k: string): number =>
      (margin(c) * margin(k) - (c === k ? (squares.get(c) ?? 0) : 0)) / (all - allSquares / all);
    const apart = (f: (c: string, k: string) => number, differ: (c: string, k: string) => boolean): number =>
      values.reduce((sum, c) => sum + values.reduce((inner, k) => inner + (differ(c, k) ? f(c, k) : 0), 0), 0);
    const alpha = (differ: (c: string, k: string) => boolean): number => 1 - apart(o, differ) / apart(e, differ);
    const value = (k: string): number => {
      const expected = values.reduce((sum, c) => sum + e(c, k), 0);
      return 1 - ((expected / margin(k)) * (margin(k) - o(k, k))) / (expected - e(k, k));
    };
    return { alpha, value };
  };
  const whole = family(
    () => true,
    ({ start, end }) => end - start,
  );
  const met = family(
    (value) => value !== '',
    (part, coder) =>
      parts
        .flatMap((others, other) => (other === coder ? [] : others.filter(({ value }) => value !== '')))
        .reduce((sum, other) => sum + shared(part, other) / (parts.length - 1), 0),
  );
  return {
    alpha: whole.alpha((c, k) => c !== k),
    binary: whole.alpha((c, k) => (c === '') !== (k === '')),
    coding: met.alpha((c, k) => c !== k),
    value: met.value,
  };
}
