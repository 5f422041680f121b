import assert from 'node:assert/strict';
import type { Placement } from '../../../../src/anchoring/finding/placement';
import { quoteAll } from '../../../../src/anchoring/quoting';
import { PlaceTracker } from '../../../../src/anchoring/following/tracker';
import type { Finder } from '../../../../src/editor/store/finder';
import { whereItWas } from '../../../../src/anchoring/finding/unsought';
import type { FollowedText, TextEvent } from '../../../../src/editor/store/followedText';
import { Searching } from '../../../../src/editor/store/searching';
import type { Spot } from '../../../../src/editor/store/step';
import { TextRevision } from '../../../../src/editor/store/textRevision';
import type { Sought } from '../../../../src/editor/texts/sought';
import { sha256 } from '../../../../src/sidecar/hash';

const old = 'Karsk says that Velmar protests.\n';
const now = 'It was reported today: Karsk says that all of Velmar protests.\n';

/** An article's text in memory, and a search in it that ends when and how the test says. */
class Bench {
  readonly tracker: PlaceTracker;
  readonly spots: Spot[] = [];
  readonly errors: unknown[] = [];
  readonly searching: Searching;
  asked: Sought | undefined;
  /** How often it was asked what may be looked for. */
  looks = 0;
  private readonly recordings = new Set<TextEvent[]>();
  private answer: (found: readonly Placement[][] | undefined) => void = () => undefined;
  private begun: () => void = () => undefined;
  private readonly beginning = new Promise<void>((resolve) => (this.begun = resolve));

  constructor(text: string) {
    this.tracker = new PlaceTracker(text);
    const { tracker, recordings } = this;
    const followed = {
      tracker,
      get revision() {
        return new TextRevision(tracker.text);
      },
      isSaved: () => Promise.resolve(true),
      startRecording: () => {
        const events: TextEvent[] = [];
        recordings.add(events);
        return events;
      },
      stopRecording: (events: TextEvent[]) => recordings.delete(events),
    };
    const finder = {
      report: (error: unknown) => this.errors.push(error),
      find: (sought: Sought) => {
        this.asked = sought;
        this.begun();
        return new Promise((resolve) => (this.answer = resolve));
      },
    };
    const where = { uri: {} as Sought['uri'], encodings: [] };
    this.searching = new Searching(
      { where: () => where, spots: () => (this.looks++, this.spots) },
      followed as unknown as FollowedText,
      finder as unknown as Finder,
      () => undefined,
    );
  }

  /** A spot of a target in {@link old}, that stands nowhere yet. */
  async waiting(words: string): Promise<Spot> {
    const start = old.indexOf(words);
    const target = quoteAll(old, [{ start, end: start + words.length }]);
    const hash = await sha256(old);
    const place = this.tracker.track(whereItWas({ target }, this.tracker.text));
    const spot: Spot = { place, seen: { target, sha256: () => Promise.resolve(hash) }, found: [] };
    this.spots.push(spot);
    this.searching.place(new Map([[spot, { target, sha256: hash }]]));
    return spot;
  }

  edit(start: number, deleted: number, inserted: string): void {
    const edits = [{ start, deleted, inserted }];
    this.tracker.apply(edits, 'edit');
    this.recorded({ edits, reason: 'edit' });
  }

  recorded(event: TextEvent): void {
    for (const events of this.recordings) events.push(event);
  }

  async answered(found: readonly Placement[][] | undefined): Promise<void> {
    await this.beginning;
    this.answer(found);
    await this.searching.settled();
  }

  said({ place }: Spot): string {
    return place.ranges.map(({ start, end, standing }) => `${standing} ${this.tracker.text.slice(start, end)}`).join();
  }
}

function at(text: string, words: string): Placement {
  const start = text.indexOf(words);
  return { start, end: start + words.length, standing: 'anchored', confidence: 0.9, candidates: [] };
}

describe('A search for what an article held', () => {
  it('sets what is found, through what is typed meanwhile', async () => {
    const bench = new Bench(now);
    const velmar = await bench.waiting('Velmar');
    assert.equal(bench.searching.isUnplaced(velmar), true);
    const done = bench.answered([[at(now, 'Velmar')]]);
    await Promise.resolve();
    bench.edit(0, 0, 'Note. ');
    await done;
    assert.equal(bench.said(velmar), 'anchored Velmar');
    assert.equal(bench.searching.isUnplaced(velmar), false);
    assert.equal(velmar.found[0]?.confidence, 0.9);
  });

  it('that is given up leaves everything uncertain where it was, and may be made again', async () => {
    const bench = new Bench(now);
    const velmar = await bench.waiting('Velmar');
    await bench.answered(undefined);
    assert.equal(bench.searching.isUnplaced(velmar), false);
    const { start, end } = velmar.seen.target[0] ?? { start: 0, end: 0 };
    assert.deepEqual(velmar.place.ranges, [{ start, end, standing: 'uncertain' }]);
    bench.asked = undefined;
    const again = bench.searching.again();
    while (!bench.asked) await new Promise((resolve) => setImmediate(resolve));
    await bench.answered([[at(now, 'Velmar')]]);
    await again;
    assert.equal(bench.said(velmar), 'anchored Velmar');
  });

  it('leaves alone what was forgotten meanwhile', async () => {
    const bench = new Bench(now);
    const velmar = await bench.waiting('Velmar');
    const done = bench.answered([[at(now, 'Velmar')]]);
    bench.searching.forget(velmar);
    bench.tracker.release(velmar.place);
    await done;
    assert.deepEqual(bench.errors, []);
    assert.match(bench.said(velmar), /^uncertain/);
  });

  it('begins anew where the text was read again meanwhile: a checkout changes sidecar and article one after the other', async () => {
    const bench = new Bench(now);
    const velmar = await bench.waiting('Velmar');
    while (!bench.asked) await new Promise((resolve) => setImmediate(resolve));
    bench.tracker.replaceAll(old, 'edit');
    bench.recorded({ text: old, reason: 'edit' });
    const change = bench.tracker.lastChange;
    assert.ok(change);
    bench.searching.reloaded(change);
    const settled = bench.searching.settled();
    while (bench.looks < 2) await new Promise((resolve) => setImmediate(resolve));
    bench.asked = undefined;
    const gone: Placement = { start: 0, end: 0, standing: 'orphaned', confidence: 0, candidates: [] };
    void bench.answered([[gone]]);
    while (!bench.asked) await new Promise((resolve) => setImmediate(resolve));
    assert.equal(bench.searching.isUnplaced(velmar), true);
    const { text, targets } = bench.asked as Sought;
    assert.equal(text, old);
    assert.deepEqual(targets[0]?.target, velmar.seen.target);
    void bench.answered([[at(old, 'Velmar')]]);
    await settled;
    assert.equal(bench.said(velmar), 'anchored Velmar');
    assert.equal(bench.searching.isUnplaced(velmar), false);
  });

  it('tells what goes wrong, and hides nothing for ever', async () => {
    const bench = new Bench(now);
    const velmar = await bench.waiting('Velmar');
    await bench.answered([[{ ...at(now, 'Velmar'), end: 10_000 }]]);
    assert.equal(bench.errors.length, 1);
    assert.equal(bench.searching.isUnplaced(velmar), false);
    assert.match(bench.said(velmar), /^uncertain/);
  });

  it('after a reload asks for what comparing lost, in the text before; undo brings it back', async () => {
    const bench = new Bench(old);
    const start = old.indexOf('Velmar');
    const place = bench.tracker.track([{ start, end: start + 6, standing: 'anchored' }]);
    const older = quoteAll('Velmar.', [{ start: 0, end: 6 }]);
    const spot: Spot = { place, seen: { target: older, sha256: () => Promise.resolve('0'.repeat(64)) }, found: [] };
    bench.spots.push(spot);
    const next = 'Of VELMAR it is said that it protests.\n';
    bench.tracker.replaceAll(next, 'edit');
    assert.notEqual(place.ranges[0]?.standing, 'anchored');
    const change = bench.tracker.lastChange;
    assert.ok(change);
    bench.searching.reloaded(change);
    await bench.answered([[at(next, 'VELMAR')]]);
    const hash = await sha256(old);
    assert.equal(bench.asked?.targets[0]?.sha256, hash);
    assert.deepEqual(bench.asked.targets[0].target, quoteAll(old, [{ start, end: start + 6 }]));
    assert.equal(bench.asked.oldTexts?.get(hash), old);
    assert.equal(bench.said(spot), 'anchored VELMAR');
    bench.tracker.replaceAll(old, 'undo');
    assert.equal(bench.said(spot), 'anchored Velmar');
    bench.tracker.replaceAll(next, 'redo');
    assert.equal(bench.said(spot), 'anchored VELMAR');
  });
});
