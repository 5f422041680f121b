import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { TextEdit } from '../../../../src/anchoring/following/edits';
import type { PlacedRange } from '../../../../src/anchoring/following/followed';
import { PlaceTracker, type Place } from '../../../../src/anchoring/following/tracker';
import { TrackerOracle } from './trackerOracle';

/** Tracker and oracle side by side, with a clipboard. */
class Both {
  readonly tracker: PlaceTracker;
  private readonly oracle: TrackerOracle;
  private readonly places = new Map<string, Place>();
  private readonly released: { place: Place; ranges: readonly PlacedRange[] }[] = [];
  private clipboard = '';
  private count = 0;

  constructor(text: string) {
    this.tracker = new PlaceTracker(text);
    this.oracle = new TrackerOracle(text);
  }

  get text(): string {
    return this.oracle.text;
  }

  track(ranges: readonly PlacedRange[]): void {
    const name = `${(this.count += 1)}`;
    this.places.set(name, this.tracker.track(ranges));
    ranges.forEach((range, index) => this.oracle.ranges.set(`${name}.${index}`, range));
  }

  release(which: number): void {
    const name = this.named(which);
    const place = this.places.get(name);
    if (!place) return;
    this.released.push({ place, ranges: place.ranges });
    this.tracker.release(place);
    this.places.delete(name);
    this.ownRanges(name).forEach((key) => this.oracle.ranges.delete(key));
  }

  /** Keeps one in so many. */
  releaseAllBut(each: number): void {
    for (let which = this.places.size - 1; which >= 0; which -= 1) if (which % each > 0) this.release(which);
  }

  move(which: number, range: PlacedRange): void {
    const name = this.named(which);
    const place = this.places.get(name);
    if (!place) return;
    const ranges = place.ranges.map(() => range);
    this.tracker.move(place, ranges);
    this.ownRanges(name).forEach((key) => this.oracle.ranges.set(key, range));
  }

  edit(edits: readonly TextEdit[], reason: 'edit' | 'undo' | 'redo' = 'edit'): void {
    this.watched(() => {
      this.oracle.apply(edits, reason);
      return this.tracker.apply(edits, reason);
    });
  }

  replaceAll(text: string): void {
    this.watched(() => {
      this.oracle.replaceAll(text);
      return this.tracker.replaceAll(text, 'edit');
    });
  }

  copy(start: number, end: number): void {
    this.clipboard = this.text.slice(start, end);
  }

  paste(start: number, deleted: number): void {
    this.edit([{ start, deleted, inserted: this.clipboard }]);
  }

  /** Undo (or redo, for a negative count) of so many events, told as one replacement, of all or of what differs. */
  goBack(count: number, whole: boolean): void {
    const to = this.oracle.textBefore(count);
    const now = this.text;
    let same = 0;
    let sameEnd = 0;
    while (!whole && same < Math.min(to.length, now.length) && to[same] === now[same]) same += 1;
    const left = Math.min(to.length, now.length) - same;
    while (!whole && sameEnd < left && to.at(-1 - sameEnd) === now.at(-1 - sameEnd)) sameEnd += 1;
    const edit = { start: same, deleted: now.length - same - sameEnd, inserted: to.slice(same, to.length - sameEnd) };
    this.edit([edit], count > 0 ? 'undo' : 'redo');
  }

  private watched(act: () => ReadonlySet<Place>): void {
    const covered = (ranges: readonly PlacedRange[]): string[] =>
      ranges.map(({ start, end, standing }) => `${standing} ${this.tracker.text.slice(start, end)}`);
    const before = new Map([...this.places.values()].map((place) => [place, covered(place.ranges)]));
    const touched = act();
    assert.equal(this.tracker.text, this.text);
    assert.equal(this.tracker.length, this.text.length);
    for (const [name, place] of this.places) {
      const expected = this.ownRanges(name).map((key) => this.oracle.ranges.get(key));
      assert.deepEqual(place.ranges, expected, `place ${name} in ${JSON.stringify(this.text)}`);
      if (!touched.has(place)) assert.deepEqual(covered(place.ranges), before.get(place), 'what changed is told');
    }
    for (const { place, ranges } of this.released) assert.deepEqual(place.ranges, ranges);
  }

  private named(which: number): string {
    const names = [...this.places.keys()];
    return names[which % Math.max(1, names.length)] ?? '';
  }

  private ownRanges(name: string): string[] {
    return [...this.oracle.ranges.keys()].filter((key) => key.startsWith(`${name}.`));
  }
}

/** Edits at numbers that are brought into the text, without overlap; touching ones are meant. */
function editsIn(text: string, seeds: readonly (readonly [number, number, string])[]): TextEdit[] {
  const edits: TextEdit[] = [];
  let from = 0;
  for (const [skip, deleted, inserted] of seeds) {
    const start = from + (skip % 23);
    if (start > text.length) break;
    const count = Math.min(deleted, text.length - start);
    edits.push({ start, deleted: count, inserted });
    from = start + count;
  }
  // In the text's order, from its end, or mixed; those at one offset as the editor has them.
  return seeds.length === 2 ? edits.reverse() : [...edits.slice(1).reverse(), ...edits.slice(0, 1)];
}

/** What the editor tells when a line is moved down: the next one is taken out, and put before it. */
function lineMove(text: string, near: number, down: boolean): TextEdit[] {
  const start = text.lastIndexOf('\n', near - 1) + 1;
  const end = text.indexOf('\n', start);
  if (end < 0) return [];
  const nextEnd = text.indexOf('\n', end + 1) < 0 ? text.length : text.indexOf('\n', end + 1);
  const [upper, lower] = [text.slice(start, end), text.slice(end + 1, nextEnd)];
  return down
    ? [
        { start: end, deleted: lower.length + 1, inserted: '' },
        { start, deleted: 0, inserted: `${lower}\n` },
      ]
    : [
        { start: nextEnd, deleted: 0, inserted: `\n${upper}` },
        { start, deleted: upper.length + 1, inserted: '' },
      ];
}

const word = fc.constantFrom('Kim', 'an envoy', 'said', 'it', 'so', 'a', '😀', '😁.', ' ', '  ', '\t');
const line = fc.array(word, { maxLength: 6 }).map((words) => words.join(' '));
const text = fc.array(line, { minLength: 1, maxLength: 9 }).map((lines) => lines.join('\n'));
const at = fc.nat(20_000);
const standing = fc.constantFrom<PlacedRange['standing']>('anchored', 'anchored', 'anchored', 'uncertain', 'orphaned');
const span = fc.record({ from: at, size: fc.nat(30), standing });
type Span = typeof span extends fc.Arbitrary<infer Value> ? Value : never;

const inserted = fc.oneof(fc.constantFrom('', '', 'x', 'ab', 'Kim', '\n', '\n  it', '😀', 'so it\n'), line);
const edit = fc.tuple(at, fc.nat(14), inserted);
type Act = (both: Both) => void;

/** A command that says what it is where a run fails. */
function does<T>(weight: number, name: string, values: fc.Arbitrary<T>, act: (both: Both, value: T) => void) {
  const named = (value: T): Act =>
    Object.assign((both: Both) => act(both, value), { toString: () => `${name} ${JSON.stringify(value)}` });
  return { weight, arbitrary: values.map(named) };
}

const command = fc.oneof(
  does(5, 'edit', fc.array(edit, { minLength: 1, maxLength: 4 }), (both, seeds) =>
    both.edit(editsIn(both.text, seeds)),
  ),
  does(3, 'cut or copy', fc.tuple(span, fc.boolean()), (both, [part, copies]) => {
    const { start, end } = rangeIn(both.text, part);
    both.copy(start, end);
    if (!copies) both.edit([{ start, deleted: end - start, inserted: '' }]);
  }),
  does(3, 'paste', fc.tuple(at, fc.constantFrom(0, 0, 0, 3)), (both, [where, over]) => {
    const start = where % (both.text.length + 1);
    both.paste(start, Math.min(over, both.text.length - start));
  }),
  does(2, 'drag', fc.tuple(span, at), (both, [part, where]) => {
    const { start, end } = rangeIn(both.text, part);
    const to = where % (both.text.length + 1);
    if (to > start && to < end) return;
    both.edit([
      { start, deleted: end - start, inserted: '' },
      { start: to, deleted: 0, inserted: both.text.slice(start, end) },
    ]);
  }),
  does(2, 'line', fc.tuple(at, fc.boolean()), (both, [near, down]) =>
    both.edit(lineMove(both.text, near % (both.text.length + 1), down)),
  ),
  does(2, 'replaceAll', fc.tuple(at, fc.nat(4), line), (both, [from, count, added]) => {
    const lines = both.text.split('\n');
    const taken = lines.splice(from % lines.length, count);
    lines.splice((from * 7) % (lines.length + 1), 0, ...taken, ...(from % 3 === 0 ? [added] : []));
    both.replaceAll(lines.join('\n'));
  }),
  does(4, 'back', fc.tuple(fc.integer({ min: -4, max: 6 }), fc.boolean()), (both, [count, whole]) =>
    both.goBack(count, whole),
  ),
  does(1, 'track', fc.array(span, { minLength: 1, maxLength: 3 }), (both, spans) =>
    both.track(spans.map((one) => rangeIn(both.text, one))),
  ),
  does(1, 'release', at, (both, which) => both.release(which)),
  does(1, 'move', fc.tuple(at, span), (both, [which, to]) => both.move(which, rangeIn(both.text, to))),
);

const most = does(1, 'release most', fc.integer({ min: 3, max: 20 }), (both, each) => both.releaseAllBut(each));

function rangeIn(content: string, { from, size, standing: stands }: Span): PlacedRange {
  const start = from % (content.length + 1);
  return { start, end: Math.min(content.length, start + size), standing: stands };
}

describe('PlaceTracker against a slow model', () => {
  it('agrees after any edits, cuts, pastes, moves, replacements, undos and redos', function () {
    this.timeout(60_000);
    fc.assert(
      fc.property(
        text,
        fc.array(span, { maxLength: 8 }),
        fc.array(command, { minLength: 1, maxLength: 40, size: 'max' }),
        (content, spans, commands) => {
          const both = new Both(content);
          for (const one of spans) both.track([rangeIn(content, one)]);
          for (const act of commands) act(both);
        },
      ),
      { numRuns: 2000, includeErrorInReport: true },
    );
  });

  it('agrees where there are so many places that they lie in many blocks', function () {
    this.timeout(60_000);
    const lines = fc.array(line, { minLength: 150, maxLength: 200, size: 'max' });
    const spans = fc.array(span, { minLength: 1100, maxLength: 1400, size: 'max' });
    const commands = fc.array(fc.oneof({ weight: 20, arbitrary: command }, most), { maxLength: 15, size: 'max' });
    fc.assert(
      fc.property(lines, spans, commands, (contents, all, acts) => {
        const content = contents.join('\n');
        const both = new Both(content);
        for (const one of all) both.track([rangeIn(content, one)]);
        for (const act of acts) act(both);
      }),
      { numRuns: 15, includeErrorInReport: true },
    );
  });
});
