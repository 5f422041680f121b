import assert from 'node:assert/strict';
import type { Placement, StoredTarget } from '../../../../src/anchoring/finding/placement';
import { placements } from '../../../../src/anchoring/finding/placing';
import { quote } from '../../../../src/anchoring/quoting';
import type { Target } from '../../../../src/model/annotation';
import type { PlacedRange } from '../../../../src/anchoring/following/followed';
import { completed } from '../../../../src/anchoring/slices';
import { liaison as text } from './liaison';

function target(quotation: string, from = 0): Target {
  const start = text.indexOf(quotation, from);
  assert.notEqual(start, -1);
  return quote(text, { start, end: start + quotation.length });
}

function placed(now: string, targets: readonly StoredTarget[]): Placement[][] {
  return completed(placements({ text: now, sha256: 'now', targets }));
}

function place(now: string, item: Target, current = false): Placement | undefined {
  return placed(now, [{ target: [item], sha256: current ? 'now' : 'old' }])[0]?.[0];
}

/** Where it stands, without how sure that is. */
function range(now: string, item: Target, current = false): PlacedRange | undefined {
  const found = place(now, item, current);
  return found && { start: found.start, end: found.end, standing: found.standing };
}

function shown(now: string, item: Target, current = false): string {
  const found = place(now, item, current);
  return `${found?.standing} “${now.slice(found?.start, found?.end)}”`;
}

describe('placements', () => {
  const third = target('North Korea', text.indexOf('Seoul'));

  it('takes the offsets in the very text', () => {
    const { start, end } = third;
    assert.deepEqual(place(text, third, true), { start, end, standing: 'anchored', confidence: 1, candidates: [] });
  });

  it('does not trust offsets at which another text stands', () => {
    const shifted = { ...third, start: third.start + 3, end: third.end + 3 };
    assert.deepEqual(range(text, shifted, true), { start: third.start, end: third.end, standing: 'anchored' });
  });

  it('finds what has moved with its context', () => {
    const now = `${text.split('\n').reverse().join('\n')}\nOh.`;
    assert.equal(shown(now, third), 'anchored “North Korea”');
    assert.equal(place(now, third)?.start, now.indexOf('Seoul hold that ') + 16);
  });

  it('finds it in a text that was typeset anew around it', () => {
    const now = text
      .replace(/ (?=wants)/, '\n')
      .replaceAll('“', '"')
      .replaceAll('”', '"');
    assert.equal(shown(now, third), 'anchored “North Korea”');
    assert.equal(shown(now, target('“North Korea will never give up”')), 'anchored “"North Korea will never give up"”');
  });

  it('does not jump from a deleted mention to another', () => {
    assert.equal(shown(text.replace('that North Korea wants', 'that it wants'), third), 'orphaned “”');
    assert.notEqual(place(text.slice(0, third.start - 40), third)?.standing, 'anchored');
    const once = 'A text that names North Korea once, and else has nothing in common with it.';
    assert.equal(shown(once, third), 'uncertain “North Korea”');
    assert.deepEqual(
      place(once, third)?.candidates.map(({ start, end }) => once.slice(start, end)),
      ['North Korea'],
    );
  });

  it('does not choose between two that fit equally', () => {
    assert.equal(place(`${text}\n${text}`, third)?.standing, 'uncertain');
  });

  it('takes a part of the context where no other place has as much', () => {
    const now = `Updated.\n${text.replace('than grain', 'than rice')}`;
    assert.equal(shown(now, third), 'anchored “North Korea”');
    assert.equal(place(now, third)?.start, third.start + 9);
  });

  it('confirms nothing by an empty context', () => {
    const bare = { start: 0, end: 9, exact: 'Observers', prefix: '', suffix: '' };
    assert.equal(shown(text, bare), 'uncertain “Observers”');
  });

  it('brings offsets into the text where nothing is left', () => {
    const nothing = (start: number): PlacedRange => ({ start, end: start, standing: 'orphaned' });
    assert.deepEqual(range('', third), nothing(0));
    assert.deepEqual(range('ab😀', { ...third, start: 3, end: 900 }), nothing(2));
    assert.deepEqual(range('abc', { ...third, start: Number.NaN, end: -4 }), nothing(0));
    assert.deepEqual(range('abc', { ...third, start: 2, end: 1 }), nothing(2));
    assert.deepEqual(range('abc', { ...third, start: 1, end: 2, exact: '' }), nothing(1));
  });

  it('gives every range of every target, in order', () => {
    const both = [target('North Korea'), target('Moscow')];
    const all = placed(`${text}\n`, [
      { target: both, sha256: 'old' },
      { target: [], sha256: 'now' },
    ]);
    assert.deepEqual(
      all.map((ranges) => ranges.map(({ start }) => start)),
      [[0, text.indexOf('Moscow')], []],
    );
  });
});
