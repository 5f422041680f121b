import assert from 'node:assert/strict';
import { PlaceTracker, type EditReason, type Place } from '../../../../src/anchoring/following/tracker';

const text = 'In 2023 North Korea and Russia met.\nKim said that North Korea is ready.\nThe end.\n';

/** A tracker with `North Korea` (the first) followed. */
function following(content = text, quotation = 'North Korea'): { tracker: PlaceTracker; place: Place } {
  const tracker = new PlaceTracker(content);
  const start = content.indexOf(quotation);
  return { tracker, place: tracker.track([{ start, end: start + quotation.length, standing: 'anchored' }]) };
}

function replace(tracker: PlaceTracker, old: string, now: string, reason: EditReason = 'edit'): ReadonlySet<Place> {
  const start = tracker.text.indexOf(old);
  assert.notEqual(start, -1, `“${old}” is in the text`);
  return tracker.apply([{ start, deleted: old.length, inserted: now }], reason);
}

function insert(tracker: PlaceTracker, start: number, inserted: string): ReadonlySet<Place> {
  return tracker.apply([{ start, deleted: 0, inserted }], 'edit');
}

/** What each range covers, with its standing. */
function covered(tracker: PlaceTracker, place: Place): string {
  return place.ranges.map(({ start, end, standing }) => `${standing} “${tracker.text.slice(start, end)}”`).join(', ');
}

describe('PlaceTracker: typing', () => {
  it('shifts with what comes before, and does not tell', () => {
    const { tracker, place } = following();
    assert.equal(insert(tracker, 0, 'Late: ').size, 0);
    assert.equal(covered(tracker, place), 'anchored “North Korea”');
    assert.equal(place.ranges[0]?.start, 14);
  });

  it('does not widen at its edges', () => {
    const { tracker, place } = following();
    assert.equal(insert(tracker, 8, 'x').size, 0);
    assert.equal(insert(tracker, 20, 'ns').size, 0);
    assert.equal(covered(tracker, place), 'anchored “North Korea”');
  });

  it('widens inside, and tells', () => {
    const { tracker, place } = following();
    assert.deepEqual([...insert(tracker, 13, 'ern')], [place]);
    assert.equal(covered(tracker, place), 'anchored “Northern Korea”');
  });

  it('shrinks where an edge is deleted or typed over', () => {
    const { tracker, place } = following();
    assert.ok(replace(tracker, '2023 North ', '').has(place));
    assert.equal(covered(tracker, place), 'anchored “Korea”');
    replace(tracker, 'ea and', 'X');
    assert.equal(covered(tracker, place), 'anchored “Kor”');
  });

  it('collapses where all of it goes, and an insertion of another text there does not revive it', () => {
    const { tracker, place } = following();
    assert.deepEqual([...replace(tracker, 'North Korea ', '')], [place]);
    assert.deepEqual(place.ranges, [{ start: 8, end: 8, standing: 'orphaned' }]);
    insert(tracker, 8, 'North Korean ');
    assert.equal(covered(tracker, place), 'orphaned “”');
  });

  it('collapses where it is typed over, even by a text that shares words', () => {
    for (const now of ['N', 'South Korea', 'North Korean']) {
      const { tracker, place } = following();
      replace(tracker, 'North Korea', now);
      assert.equal(covered(tracker, place), 'orphaned “”', now);
    }
  });

  it('applies the edits of several cursors in any order', () => {
    const { tracker, place } = following();
    tracker.apply(
      [
        { start: 14, deleted: 5, inserted: 'Corea' },
        { start: 0, deleted: 2, inserted: 'During' },
        { start: 20, deleted: 4, inserted: '' },
      ],
      'edit',
    );
    assert.equal(covered(tracker, place), 'anchored “North ”');
    assert.ok(tracker.text.startsWith('During 2023 North Corea Russia'));
  });

  it('puts the later of two insertions at one offset first, as the editor means it', () => {
    const { tracker, place } = following();
    const edits = ['b', 'a'].map((inserted) => ({ start: 8, deleted: 0, inserted }));
    tracker.apply(edits, 'edit');
    assert.ok(tracker.text.startsWith('In 2023 abNorth'));
    assert.equal(covered(tracker, place), 'anchored “North Korea”');
  });

  it('follows each range of a target', () => {
    const tracker = new PlaceTracker('"We are ready," he said, "to talk."');
    const place = tracker.track([
      { start: 1, end: 13, standing: 'anchored' },
      { start: 26, end: 33, standing: 'anchored' },
    ]);
    replace(tracker, 'to talk.', '');
    replace(tracker, ' he said,', '');
    assert.equal(covered(tracker, place), 'anchored “We are ready”, orphaned “”');
  });

  it('never anchors what is uncertain or orphaned', () => {
    const tracker = new PlaceTracker(text);
    const unsure = tracker.track([{ start: 8, end: 19, standing: 'uncertain' }]);
    const lost = tracker.track([{ start: 8, end: 8, standing: 'orphaned' }]);
    insert(tracker, 0, 'Oh. ');
    insert(tracker, 17, 'ern');
    assert.equal(covered(tracker, unsure), 'uncertain “Northern Korea”');
    replace(tracker, 'Northern Korea', '');
    assert.equal(covered(tracker, unsure), 'uncertain “”');
    assert.equal(covered(tracker, lost), 'orphaned “”');
  });

  it('keeps astral characters whole', () => {
    const { tracker, place } = following('x 😀y', '😀y');
    tracker.apply([{ start: 3, deleted: 1, inserted: '\ude01' }], 'edit');
    assert.equal(tracker.text, 'x 😁y');
    assert.equal(covered(tracker, place), 'anchored “y”');
  });

  it('refuses edits that overlap or lie outside, and changes nothing', () => {
    const { tracker, place } = following();
    const overlapping = [
      { start: 0, deleted: 5, inserted: '' },
      { start: 4, deleted: 5, inserted: '' },
    ];
    assert.throws(() => tracker.apply(overlapping, 'edit'), RangeError);
    assert.throws(() => insert(tracker, text.length + 1, 'x'), RangeError);
    assert.throws(() => tracker.track([{ start: 0, end: 1000, standing: 'anchored' }]), RangeError);
    assert.equal(tracker.text, text);
    assert.equal(covered(tracker, place), 'anchored “North Korea”');
  });
});

describe('PlaceTracker: undo and redo', () => {
  it('brings a deleted target back exactly, and takes it again', () => {
    const { tracker, place } = following();
    replace(tracker, ' North Korea and', '');
    assert.deepEqual([...replace(tracker, '2023', '2023 North Korea and', 'undo')], [place]);
    assert.equal(covered(tracker, place), 'anchored “North Korea”');
    replace(tracker, ' North Korea and', '', 'redo');
    assert.equal(covered(tracker, place), 'orphaned “”');
  });

  it('takes several events back at once, in pieces of another shape', () => {
    const { tracker, place } = following();
    for (let end = 19; end > 5; end -= 1) tracker.apply([{ start: end - 1, deleted: 1, inserted: '' }], 'edit');
    insert(tracker, 5, 'xyz');
    assert.equal(covered(tracker, place), 'orphaned “”');
    tracker.apply([{ start: 0, deleted: 8, inserted: 'In 2023 North Korea' }], 'undo');
    assert.equal(tracker.text, text);
    assert.equal(covered(tracker, place), 'anchored “North Korea”');
    tracker.apply([{ start: 5, deleted: 14, inserted: 'xyz' }], 'redo');
    assert.equal(covered(tracker, place), 'orphaned “”');
  });

  it('restores a shrunk edge and a widened inside', () => {
    const { tracker, place } = following();
    replace(tracker, 'rth', 'rthern');
    replace(tracker, 'Korea and', 'and');
    assert.equal(covered(tracker, place), 'anchored “Northern ”');
    replace(tracker, 'ern and', 'ern Korea and', 'undo');
    assert.equal(covered(tracker, place), 'anchored “Northern Korea”');
    replace(tracker, 'ern Korea', ' Korea', 'undo');
    assert.equal(covered(tracker, place), 'anchored “North Korea”');
  });

  it('treats a place tracked later by the same rules', () => {
    const tracker = new PlaceTracker('one three');
    insert(tracker, 4, 'two ');
    const place = tracker.track([{ start: 4, end: 7, standing: 'anchored' }]);
    replace(tracker, 'two ', '', 'undo');
    assert.equal(covered(tracker, place), 'orphaned “”');
    insertAs(tracker, 4, 'two ', 'redo');
    assert.equal(covered(tracker, place), 'anchored “two”');
  });

  it('does not take back what a person set by hand', () => {
    const { tracker, place } = following();
    replace(tracker, 'Korea', '');
    tracker.move(place, [{ start: 3, end: 7, standing: 'anchored' }]);
    insertAs(tracker, 14, 'Korea', 'undo');
    assert.equal(covered(tracker, place), 'anchored “2023”');
  });

  it('moves as by typing where the text is none that it has seen', () => {
    const { tracker, place } = following();
    insertAs(tracker, 0, 'Oh. ', 'undo');
    assert.equal(covered(tracker, place), 'anchored “North Korea”');
  });

  it('forgets the oldest states when there are too many', () => {
    const tracker = new PlaceTracker('North Korea', { transitions: 8 });
    const place = tracker.track([{ start: 0, end: 5, standing: 'anchored' }]);
    replace(tracker, 'No', '');
    replace(tracker, 'rth ', '');
    for (let count = 0; count < 20; count += 1) insert(tracker, 0, 'a');
    replace(tracker, 'a'.repeat(20), 'North ', 'undo');
    assert.equal(covered(tracker, place), 'orphaned “”');
  });
});

function insertAs(tracker: PlaceTracker, start: number, inserted: string, reason: EditReason): void {
  tracker.apply([{ start, deleted: 0, inserted }], reason);
}

describe('PlaceTracker: large replacements', () => {
  const long = Array.from({ length: 40 }, (_, line) => `Line ${line} tells what envoy ${line * 7} said.`).join('\n');

  it('keeps all where the whole text is put back unchanged, as an end-of-line switch does', () => {
    const { tracker, place } = following();
    assert.equal(tracker.apply([{ start: 0, deleted: text.length, inserted: text }], 'edit').size, 0);
    assert.equal(covered(tracker, place), 'anchored “North Korea”');
  });

  it('finds the unchanged inside of a block that was read again', () => {
    const { tracker, place } = following(long, 'envoy 140');
    const now = long.replace('envoy 21 ', 'the old envoy ').replace('tells what envoy 210', 'tells us what envoy 210');
    tracker.apply([{ start: 0, deleted: long.length, inserted: `Updated\n${now}` }], 'edit');
    assert.equal(covered(tracker, place), 'anchored “envoy 140”');
  });

  it('keeps the rest of a changed line, and collapses what left it', () => {
    const tracker = new PlaceTracker(text);
    const kept = tracker.track([{ start: 24, end: 30, standing: 'anchored' }]);
    const gone = tracker.track([{ start: 8, end: 19, standing: 'anchored' }]);
    const other = text.replace('North Korea and', 'South Korea and');
    tracker.apply([{ start: 0, deleted: 35, inserted: other.slice(0, 35) }], 'edit');
    assert.equal(covered(tracker, kept), 'anchored “Russia”');
    assert.equal(covered(tracker, gone), 'uncertain “ Korea”');
  });

  it('does not take another text for the same', () => {
    const { tracker, place } = following();
    tracker.replaceAll('Completely different words stand here, of North Korea none is the same.\n', 'edit');
    assert.equal(covered(tracker, place), 'orphaned “”');
    tracker.replaceAll(text, 'undo');
    assert.equal(covered(tracker, place), 'anchored “North Korea”');
  });
});

describe('PlaceTracker: many places', () => {
  it('releases and goes on', () => {
    const content = 'word '.repeat(300);
    const tracker = new PlaceTracker(content);
    const places = Array.from({ length: 300 }, (_, index) =>
      tracker.track([{ start: index * 5, end: index * 5 + 4, standing: 'anchored' }]),
    );
    places.slice(0, 200).forEach((place) => tracker.release(place));
    const before = places[0]?.ranges;
    insert(tracker, 0, '12345');
    assert.deepEqual(places[0]?.ranges, before);
    assert.deepEqual(places[250]?.ranges, [{ start: 1255, end: 1259, standing: 'anchored' }]);
    const late = tracker.track([{ start: 0, end: 5, standing: 'anchored' }]);
    tracker.apply([{ start: 0, deleted: tracker.text.length, inserted: '' }], 'edit');
    assert.deepEqual(places[299]?.ranges, [{ start: 0, end: 0, standing: 'orphaned' }]);
    assert.deepEqual(late.ranges, [{ start: 0, end: 0, standing: 'orphaned' }]);
  });
});
