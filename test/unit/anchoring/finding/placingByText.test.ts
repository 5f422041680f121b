import assert from 'node:assert/strict';
import type { Placement } from '../../../../src/anchoring/finding/placement';
import { placements } from '../../../../src/anchoring/finding/placing';
import { quote } from '../../../../src/anchoring/quoting';
import { completed } from '../../../../src/anchoring/slices';
import { liaison as old } from './liaison';

/** Where a passage of an old text stands in a new one, both at hand. */
function place(now: string, passage: string, { text = old, from = 0 } = {}): Placement {
  const start = text.indexOf(passage, from);
  assert.notEqual(start, -1);
  const target = [quote(text, { start, end: start + passage.length })];
  const oldTexts = new Map([['old', text]]);
  const [[found] = []] = completed(
    placements({ text: now, sha256: 'now', targets: [{ target, sha256: 'old' }], oldTexts }),
  );
  assert.ok(found);
  return found;
}

function shown(now: string, passage: string, options = {}): string {
  const { start, end, standing } = place(now, passage, options);
  return `${standing} “${now.slice(start, end)}”`;
}

describe('placements with the old text', () => {
  it('does not widen a range by what is put in at its edges, but by what is put in inside', () => {
    assert.equal(
      shown(old.replace('both countries', 'the both new countries too'), 'both countries'),
      'anchored “both new countries”',
    );
    assert.equal(
      shown(old.replace('Russia offered', 'Russia, it seems, offered'), 'Russia offered'),
      'anchored “Russia, it seems, offered”',
    );
    assert.equal(shown(old.replace('Moscow', 'old Moscow city'), 'Moscow'), 'anchored “Moscow”');
  });

  it('keeps what is left of a range whose edge was cut off', () => {
    assert.equal(
      shown(old.replace('grain from the talks', 'from the talks'), 'more than grain from the talks'),
      'anchored “more than from the talks”',
    );
    assert.equal(
      shown(old.replace('The spokesman of the', 'The'), 'spokesman of the ministry said'),
      'anchored “ministry said”',
    );
  });

  it('lets a name that is gone be gone, whatever else bears it', () => {
    const from = old.indexOf('Seoul');
    for (const instead of ['it', '', 'Pyongyang'])
      assert.equal(
        shown(old.replace('that North Korea wants', `that ${instead} wants`), 'North Korea', { from }),
        'orphaned “”',
      );
    assert.equal(shown(old.slice(0, from - 25), 'North Korea', { from }), 'orphaned “”');
    assert.equal(shown('Something else.', 'North Korea'), 'orphaned “”');
  });

  it('says where it was where it is gone', () => {
    const now = old.replace(' in Moscow', '');
    assert.equal(place(now, 'Moscow').start, now.indexOf(' met,') + 4);
  });

  it('is unsure of the rest of a name', () => {
    const { standing, candidates } = place(old.replace('both countries met', 'bot talked'), 'both countries');
    assert.notEqual(standing, 'anchored');
    assert.ok(candidates.length <= 1);
  });

  it('follows lines that stand elsewhere, a short one too', () => {
    const lines = old.split('\n');
    const now = [lines[4], lines[0], lines[2], lines[1], lines[3]].join('\n');
    for (const passage of ['North Korea and Russia', 'A. Writer', 'Observers', 'this winter.', 'give up” its'])
      assert.equal(shown(now, passage), `anchored “${passage}”`);
  });

  it('tells what was put in from what stood there by where lines and sentences begin', () => {
    const now = old.replace('\nOn Tuesday', '\nOn Monday the envoys of one country met in Minsk.\nOn Tuesday');
    const found = place(now, 'On Tuesday the envoys');
    assert.equal(now.slice(found.start, found.end), 'On Tuesday the envoys');
  });

  it('sees through line breaks, quotation marks, dashes, ligatures and composition', () => {
    const text = 'He cited “the ﬁrst café — and naïve talk” at length.\nNothing more was said.';
    const now = 'He cited "the first\ncafe\u0301 -- and nai\u0308ve   talk" at length. Nothing more was said.';
    assert.equal(
      shown(now, '“the ﬁrst café — and naïve talk”', { text }),
      'anchored “"the first\ncafe\u0301 -- and nai\u0308ve   talk"”',
    );
    assert.equal(shown(now, 'café', { text }), 'anchored “cafe\u0301”');
  });

  it('reads scripts without blanks, and from right to left; it never cuts an astral character', () => {
    const text =
      '他说明天会下雨，所以我们不去公园了。大家都同意在家里看电影。\nقال الوزير إن الاتفاق جاهز.\nOh 😀😁 well 😂.';
    const now = text.replace('明天', '后天').replace('在家里', '').replace('الوزير', 'الوزير الجديد').replace('😀', '');
    assert.equal(shown(now, '我们不去公园', { text }), 'anchored “我们不去公园”');
    assert.equal(shown(now, '同意在家里看电影', { text }), 'anchored “同意看电影”');
    assert.equal(shown(now, 'قال الوزير إن', { text }), 'anchored “قال الوزير الجديد إن”');
    assert.equal(shown(now, '😀😁', { text }), 'anchored “😁”');
    assert.equal(shown(now, '😂', { text }), 'anchored “😂”');
  });

  it('is surer the more is left', () => {
    const passage = 'the envoys of both countries met in Moscow';
    const whole = place(`New.\n${old}`, passage).confidence;
    const most = place(old.replace('both countries', 'them'), passage).confidence;
    const half = place(old.replace('both countries met in Moscow', 'neither came'), passage).confidence;
    assert.ok(whole === 1 && whole > most && most > half, `${whole}, ${most}, ${half}`);
  });

  it('keeps each of several old texts apart, and trusts none that another quotation stands in', () => {
    const other = 'Some other text, in which North Korea is named. It has two lines.\nThis is the second.';
    const now = `${old}\n${other}`;
    const oldTexts = new Map([
      ['old', old],
      ['other', other],
      ['wrong', 'nothing of the kind'],
    ]);
    const inOther = other.indexOf('North');
    const targetOf = (text: string, start: number): ReturnType<typeof quote>[] => [
      quote(text, { start, end: start + 11 }),
    ];
    const found = completed(
      placements({
        ...{ text: now, sha256: 'now', oldTexts },
        targets: [
          { target: targetOf(other, inOther), sha256: 'other' },
          { target: targetOf(old, 0), sha256: 'old' },
          { target: targetOf(other, inOther), sha256: 'wrong' },
        ],
      }),
    );
    assert.deepEqual(
      found.map(([range]) => [range?.standing, range?.start]),
      [
        ['anchored', old.length + 1 + inOther],
        ['anchored', 0],
        ['anchored', old.length + 1 + inOther],
      ],
    );
  });
});
