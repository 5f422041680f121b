import assert from 'node:assert/strict';
import { PlaceTracker, type EditReason, type Place } from '../../../../src/anchoring/following/tracker';

const text = ['Kim arrived.', 'The envoy said no to it.', '  The minister said yes.', '', 'The end, all agreed.'].join(
  '\n',
);

/** A text in which targets are followed; what they cover, with their standing where they aren't anchored. */
class Scene {
  readonly tracker: PlaceTracker;
  private readonly places: Place[];

  constructor(content: string, targets: readonly string[]) {
    this.tracker = new PlaceTracker(content);
    this.places = targets.map((target) => {
      const start = content.indexOf(target);
      assert.notEqual(start, -1);
      return this.tracker.track([{ start, end: start + target.length, standing: 'anchored' }]);
    });
  }

  get covered(): string[] {
    return this.places.map(({ ranges }) =>
      ranges
        .map(({ start, end, standing }) => {
          const quote = this.tracker.text.slice(start, end);
          return standing === 'anchored' ? quote : `${standing} ${quote}`;
        })
        .join('|'),
    );
  }

  get starts(): (number | undefined)[] {
    return this.places.map(({ ranges }) => ranges[0]?.start);
  }

  /** Removes what is found, and inserts at a place that is told by what stands behind it, in one event. */
  event(edits: readonly (readonly [removed: string, inserted: string, before?: string])[]): ReadonlySet<Place> {
    const { text: now } = this.tracker;
    return this.tracker.apply(
      edits.map(([removed, inserted, before]) => {
        const start = now.indexOf(before ?? removed);
        assert.notEqual(start, -1);
        return { start, deleted: before === undefined ? removed.length : 0, inserted };
      }),
      'edit',
    );
  }

  /** Makes the text what it was. */
  back(to: string, reason: EditReason): void {
    this.tracker.apply([{ start: 0, deleted: this.tracker.length, inserted: to }], reason);
  }
}

describe('PlaceTracker: moves', () => {
  it('takes along what is cut and pasted, and back and forth by undo and redo', () => {
    const scene = new Scene(text, ['envoy', 'minister']);
    const { starts } = scene;
    assert.equal(scene.event([['The envoy said no to it.', '']]).size, 1);
    assert.deepEqual(scene.covered, ['orphaned ', 'minister']);
    const cut = scene.tracker.text;
    scene.event([['', 'Typed. ', 'Kim']]);
    assert.equal(scene.event([['', 'The envoy said no to it.', 'The end']]).size, 1);
    assert.deepEqual(scene.covered, ['envoy', 'minister']);
    const pasted = scene.tracker.text;
    const moved = scene.starts;
    scene.back(cut, 'undo');
    assert.deepEqual(scene.covered, ['orphaned ', 'minister']);
    scene.back(text, 'undo');
    assert.deepEqual([scene.covered, scene.starts], [['envoy', 'minister'], starts]);
    scene.back(pasted, 'redo');
    assert.deepEqual([scene.covered, scene.starts], [['envoy', 'minister'], moved]);
    scene.back(text, 'undo');
    assert.deepEqual([scene.covered, scene.starts], [['envoy', 'minister'], starts]);
  });

  it('uses a removal once, and copies nothing', () => {
    const scene = new Scene(text, ['envoy']);
    scene.event([['', 'The envoy said no to it.', 'Kim']]);
    assert.deepEqual(scene.starts, [text.indexOf('envoy') + 24]);
    scene.event([['Kim arrived.\nThe envoy said no to it.', '']]);
    scene.event([['', 'Kim arrived.\nThe envoy said no to it.', 'The end']]);
    const once = scene.starts;
    assert.deepEqual(scene.covered, ['envoy']);
    scene.event([['', 'Kim arrived.\nThe envoy said no to it.', ', all']]);
    assert.deepEqual(scene.starts, once);
  });

  it('takes a pasted target along again when it is cut again, and once more after undo', () => {
    const scene = new Scene(text, ['envoy']);
    for (const before of ['The end', 'Kim', ', all']) {
      scene.event([['The envoy said no to it.', '']]);
      const cut = scene.tracker.text;
      scene.event([['', 'The envoy said no to it.', before]]);
      assert.deepEqual(scene.covered, ['envoy']);
      scene.back(cut, 'undo');
      assert.deepEqual(scene.covered, ['orphaned ']);
      scene.event([['', 'The envoy said no to it.', before]]);
      assert.deepEqual(scene.covered, ['envoy']);
    }
  });

  it('takes along a line that is moved down or up, as the editor tells it and as one replacement', () => {
    const kim = 'Kim arrived.';
    const envoy = 'The envoy said no to it.';
    const scene = new Scene(text, ['Kim', 'envoy', 'it.\n  The']);
    // Down: the line below is taken out and put before.
    scene.event([
      [`\n${envoy}`, ''],
      ['', `${envoy}\n`, kim],
    ]);
    assert.ok(scene.tracker.text.startsWith(`${envoy}\n${kim}\n  The`));
    assert.deepEqual(scene.covered.slice(0, 2), ['Kim', 'envoy']);
    // Up: the line above is taken out and put behind.
    scene.event([
      [`${envoy}\n`, ''],
      ['', `\n${envoy}`, '\n  The'],
    ]);
    assert.deepEqual([scene.tracker.text, scene.covered.slice(0, 2)], [text, ['Kim', 'envoy']]);
    scene.event([[`${kim}\n${envoy}`, `${envoy}\n${kim}`]]);
    assert.deepEqual(scene.covered.slice(0, 2), ['Kim', 'envoy']);
    assert.ok(scene.tracker.text.startsWith(`${envoy}\n${kim}\n  The`));
  });

  it('takes along a dragged selection', () => {
    const scene = new Scene(text, ['Kim', 'end']);
    scene.event([
      ['Kim arrived', ''],
      ['', 'Kim arrived', ', all'],
    ]);
    assert.deepEqual(scene.covered, ['Kim', 'end']);
    assert.equal(scene.tracker.text.slice(scene.starts[0]), 'Kim arrived, all agreed.');
  });

  it('takes along through another indentation, over several lines', () => {
    const scene = new Scene(text, ['envoy', 'to it.\n  The minister', 'yes']);
    scene.event([['The envoy said no to it.\n  The minister said yes.\n', '']]);
    scene.event([['', '\tThe envoy said no to it.\n\t\t\tThe minister said yes.\n', 'Kim']]);
    assert.deepEqual(scene.covered, ['envoy', 'to it.\n\t\t\tThe minister', 'yes']);
  });

  it('takes along all ranges of a target, and those alone that lie in it whole', () => {
    const tracker = new PlaceTracker('one two three four');
    const place = tracker.track([
      { start: 0, end: 3, standing: 'anchored' },
      { start: 8, end: 13, standing: 'uncertain' },
    ]);
    const partly = tracker.track([{ start: 12, end: 18, standing: 'anchored' }]);
    tracker.apply([{ start: 0, deleted: 14, inserted: '' }], 'edit');
    tracker.apply([{ start: 4, deleted: 0, inserted: 'one two three ' }], 'edit');
    assert.equal(tracker.text, 'fourone two three ');
    assert.deepEqual(place.ranges, [
      { start: 4, end: 7, standing: 'anchored' },
      { start: 12, end: 17, standing: 'uncertain' },
    ]);
    assert.deepEqual(partly.ranges, [{ start: 0, end: 4, standing: 'anchored' }]);
  });

  it('takes no single letter along, and nothing that is typed', () => {
    const scene = new Scene('A b, C', ['b', 'C']);
    scene.event([['b', '']]);
    scene.event([['', 'b', 'A']]);
    scene.event([['C', '😀']]);
    assert.deepEqual(scene.covered, ['orphaned ', 'orphaned ']);
  });

  it('gives back in order what several cursors cut, where as many insert it', () => {
    const scene = new Scene('one a two b three c', ['one', 'two', 'three']);
    scene.event([
      ['one ', ''],
      ['two ', ''],
      ['three ', ''],
    ]);
    const letters = scene.tracker.text;
    scene.event([
      ['', ' one', ' b'],
      ['', ' two', ' c'],
    ]);
    assert.deepEqual([letters, scene.tracker.text], ['a b c', 'a one b two c']);
    assert.deepEqual(scene.covered, ['one', 'two', 'orphaned ']);
  });

  it('gives what was replaced in several places back in order, or where it was', () => {
    const tracker = new PlaceTracker('ab=1, ab=2, ab=3.');
    const places = [0, 6, 12].map((start) => tracker.track([{ start, end: start + 2, standing: 'anchored' }]));
    const starts = (): string =>
      places.map(({ ranges: [range] }) => `${range?.start}${range?.standing === 'anchored' ? '' : '?'}`).join(' ');
    tracker.apply(
      [0, 6, 12].map((start) => ({ start, deleted: 2, inserted: 'xyz' })),
      'edit',
    );
    assert.equal(starts(), '0? 7? 14?');
    tracker.apply([{ start: 4, deleted: 0, inserted: 'ab' }], 'edit');
    assert.equal(starts(), '0? 9? 16?');
    tracker.apply([{ start: 9, deleted: 3, inserted: 'ab' }], 'edit');
    assert.equal(starts(), '0? 9 15?');
  });

  it('follows lines that another version of the whole text has elsewhere', () => {
    const lines = Array.from({ length: 30 }, (_, line) => `Line ${line} is about envoy ${line * 7}, they say.`);
    const scene = new Scene(lines.join('\n'), ['envoy 14,', 'envoy 21, they say.\nLine 4', 'envoy 203', 'envoy 105']);
    const moved = [...lines.slice(0, 2), ...lines.slice(5, 29), ...lines.slice(2, 5), lines[29]];
    scene.tracker.replaceAll(moved.join('\n').replace('envoy 105', 'the envoy 105'), 'edit');
    const expected = ['envoy 14,', 'envoy 21, they say.\nLine 4', 'envoy 203', 'envoy 105'];
    assert.deepEqual(scene.covered, expected);
    scene.tracker.replaceAll([lines[29], ...lines.slice(0, 29)].join('\n'), 'edit');
    assert.deepEqual(scene.covered, expected);
    scene.back(lines.join('\n'), 'undo');
    assert.deepEqual(scene.covered, expected);
    assert.deepEqual(
      scene.starts,
      expected.map((target) => lines.join('\n').indexOf(target)),
    );
  });

  it('does not take a repeated line for a moved one', () => {
    const scene = new Scene('Same line.\nSame line.\nOther one.\nThird.', ['Other']);
    scene.tracker.replaceAll('Third.\nSame line.\nSame line.\nSame line.\nOther one.', 'edit');
    assert.deepEqual(scene.covered, ['Other']);
  });
});
