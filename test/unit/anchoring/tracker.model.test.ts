import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applied, changesOf, inverse, type Change } from '../../../src/anchoring/edits';
import type { TextEdit } from '../../../src/anchoring/edits';
import type { PlacedRange } from '../../../src/anchoring/followed';
import { PlaceTracker } from '../../../src/anchoring/tracker';

/** A text in which every unit is known by a number, so that it is plain which units a target still has. */
interface Identified {
  readonly text: string;
  readonly units: readonly number[];
}

/** What the rules ask for, found slowly: from the first to the last unit that is left of those that the target had. */
function expected(old: Identified, now: Identified, range: PlacedRange): PlacedRange {
  if (range.start === range.end) {
    const before = old.units.slice(0, range.start).filter((unit) => now.units.includes(unit));
    const at = before.length === 0 ? 0 : now.units.indexOf(before.at(-1) ?? -1) + 1;
    return { ...range, start: at, end: at };
  }
  const left = old.units.slice(range.start, range.end).filter((unit) => now.units.includes(unit));
  const first = left[0];
  const last = left.at(-1);
  if (first !== undefined && last !== undefined)
    return { ...range, start: now.units.indexOf(first), end: now.units.indexOf(last) + 1 };
  const point = expected(old, now, { ...range, end: range.start });
  return { ...point, standing: range.standing === 'anchored' ? 'orphaned' : range.standing };
}

/** Edits at numbers that are brought into the text, without overlap. */
function editsIn(text: string, seeds: readonly (readonly [number, number, string])[]): TextEdit[] {
  const edits: TextEdit[] = [];
  let from = 0;
  for (const [skip, deleted, inserted] of seeds) {
    const start = from + (skip % 13);
    if (start > text.length) break;
    const count = Math.min(deleted, text.length - start);
    edits.push({ start, deleted: count, inserted });
    from = start + count + 1;
  }
  return edits.reverse();
}

const seed = fc.tuple(fc.nat(60), fc.nat(9), fc.constantFrom('', '', 'x', 'ab', 'cde', '\n'));
const command = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('edit' as const), seeds: fc.array(seed, { maxLength: 3 }) }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constantFrom('undo' as const, 'redo' as const),
      count: fc.integer({ min: 1, max: 4 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('track' as const),
      from: fc.nat(60),
      size: fc.integer({ min: 1, max: 12 }),
    }),
  },
);

describe('PlaceTracker against a slow model', () => {
  it('agrees after any edits, undos of several of them, and redos', () => {
    fc.assert(
      fc.property(fc.array(command, { minLength: 1, maxLength: 25 }), (commands) => {
        const text = Array.from({ length: 60 }, (_, index) => String.fromCharCode(0x4e00 + index)).join('');
        const tracker = new PlaceTracker(text);
        let nextUnit = text.length;
        const states: { at: Identified; step: readonly Change[]; places: Map<number, PlacedRange> }[] = [
          { at: { text, units: Array.from(text, (_, index) => index) }, step: [], places: new Map() },
        ];
        let present = 0;
        const places: ReturnType<PlaceTracker['track']>[] = [];
        const track = (start: number, end: number): void => {
          // A place that is younger than a state has no past there: it is followed from now on only, so drop the others.
          states.splice(0, present);
          states.splice(1);
          present = 0;
          states[0]?.places.set(places.length, { start, end, standing: 'anchored' });
          places.push(tracker.track([{ start, end, standing: 'anchored' }]));
        };
        for (const [start, end] of [
          [0, 60],
          [5, 9],
          [9, 20],
          [15, 16],
          [16, 30],
          [55, 60],
        ] as const)
          track(start, end);
        for (const item of commands) {
          const state = states[present];
          assert.ok(state);
          if (item.kind === 'track') {
            const start = item.from % (state.at.text.length + 1);
            const end = Math.min(state.at.text.length, start + item.size);
            if (end > start) track(start, end);
          } else if (item.kind === 'edit') {
            const edits = editsIn(state.at.text, item.seeds);
            const changes = changesOf(state.at.text, edits);
            tracker.apply(edits, 'edit');
            if (changes.length === 0) continue;
            const units: number[] = [];
            let from = 0;
            for (const { start, removed, inserted } of changes) {
              units.push(...state.at.units.slice(from, start), ...Array.from(inserted, () => nextUnit++));
              from = start + removed.length;
            }
            units.push(...state.at.units.slice(from));
            const now = { text: applied(state.at.text, changes), units };
            const moved = new Map([...state.places].map(([index, range]) => [index, expected(state.at, now, range)]));
            states.splice(present + 1);
            states.push({ at: now, step: changes, places: moved });
            present += 1;
          } else {
            const to = Math.max(
              0,
              Math.min(states.length - 1, present + (item.kind === 'undo' ? -item.count : item.count)),
            );
            const between = Array.from(
              { length: Math.abs(to - present) },
              (_, index) => states[item.kind === 'undo' ? present - index - 1 : present + index + 1],
            );
            const target = states[to];
            assert.ok(target);
            // Undo that ends at a text that came in between is taken for that one; both are right.
            if (between.slice(0, -1).some((one) => one?.at.text === target.at.text) || target.at.text === state.at.text)
              continue;
            const step = states[present]?.step ?? [];
            const single = between.length === 1 && item.kind === 'undo' ? inverse(step) : undefined;
            tracker.apply(
              single
                ? single.map(({ start, removed, inserted }) => ({ start, deleted: removed.length, inserted }))
                : [{ start: 0, deleted: state.at.text.length, inserted: target.at.text }],
              item.kind,
            );
            present = to;
          }
          const now = states[present];
          assert.equal(tracker.text, now?.at.text);
          places.forEach((place, index) => assert.deepEqual(place.ranges[0], now?.places.get(index), `place ${index}`));
        }
      }),
      { numRuns: 300 },
    );
  });
});
