import type * as vscode from 'vscode';
import type { PlacedRange } from '../../anchoring/following/followed';
import type { Placement } from '../../anchoring/finding/placement';
import type { Amended, LastChange } from '../../anchoring/following/tracker';
import type { SoughtTarget } from '../../anchoring/finding/placement';
import { carried } from './carrying';
import type { Finder } from './finder';
import { moveToFound } from './finding';
import type { FollowedText } from './followedText';
import { afterReload } from './reloading';
import type { Spot } from './step';

/** How the target of a spot is to be looked for. */
export interface Search extends SoughtTarget {
  /** Whether it is set even where it is anchored: else only ranges that are in doubt, or gone, are. */
  readonly wholly?: boolean | undefined;
  /** The change that took the target from where it was, so that undo of that brings it back. */
  readonly amends?:
    { readonly change: LastChange; readonly before: readonly PlacedRange[]; readonly text: string } | undefined;
}

/** What a search has to know of its article. */
export interface Searched {
  readonly where: () => { readonly uri: vscode.Uri; readonly encodings: readonly string[] };
  /** What may be looked for. */
  readonly spots: () => readonly Spot[];
}

/** Finds the targets of an article again in its text, in the background, while the text may go on changing. */
export class Searching implements vscode.Disposable {
  /** What is to be looked for next, and what is being looked for. */
  private waiting = new Map<Spot, Search>();
  private sought: ReadonlyMap<Spot, Search> = new Map();
  private readonly unplaced = new Set<Spot>();
  private oldTexts = new Map<string, string>();
  private running: Promise<void> | undefined;
  /** When it is known what to look for after the text was read again. */
  private reloading: Promise<void> = Promise.resolve();
  private readonly stop = new AbortController();

  /** `placed` is called when spots were set to where they were found. */
  constructor(
    private readonly article: Searched,
    private readonly followed: FollowedText,
    private readonly finder: Finder,
    private readonly placed: () => void,
  ) {}

  /** Whether a spot only waits for being placed: where it stands means nothing. */
  isUnplaced(spot: Spot): boolean {
    return this.unplaced.has(spot);
  }

  /** Begins to look for the targets of spots that don't stand anywhere yet. */
  place(sought: ReadonlyMap<Spot, SoughtTarget>): void {
    for (const spot of sought.keys()) this.unplaced.add(spot);
    this.seek(new Map([...sought].map(([spot, target]) => [spot, { ...target, wholly: true }])), new Map());
  }

  /** Looks again for what is in doubt or gone, and waits for that. */
  async again(): Promise<void> {
    const sought = new Map<Spot, Search>();
    for (const spot of this.article.spots()) {
      if (spot.place.ranges.every(({ standing }) => standing === 'anchored')) continue;
      sought.set(spot, { target: spot.seen.target, sha256: await spot.seen.sha256() });
    }
    this.seekWhatCounts(sought, new Map());
    await this.settled();
  }

  /** The document was changed and seems to be saved all the same: where it was read again, looks for what that took. */
  reloaded(change: LastChange): void {
    const { saves } = this.followed;
    this.reloading = this.reloading.then(() => this.seekAfterReload(change, saves)).catch(this.finder.report);
  }

  /** Gives up looking for what a spot holds: it isn't followed any more. */
  forget(spot: Spot): void {
    this.waiting.delete(spot);
    this.unplaced.delete(spot);
    if (this.sought.has(spot)) this.sought = new Map([...this.sought].filter(([other]) => other !== spot));
  }

  /** Resolves when nothing is looked for any more. Never rejects. */
  async settled(): Promise<void> {
    let known: Promise<void>;
    do {
      known = this.reloading;
      await known;
      while (this.running) await this.running;
    } while (known !== this.reloading); // read again meanwhile
  }

  dispose(): void {
    this.stop.abort();
  }

  private async seekAfterReload(change: LastChange, saves: number): Promise<void> {
    // What a person did and saved at once leaves no document unsaved either.
    if (!(await this.followed.isSaved()) || this.followed.saves !== saves) return;
    if (this.followed.tracker.lastChange?.transition !== change.transition) return;
    const { targets, texts } = await afterReload(this.followed, change, this.article.spots());
    this.seekWhatCounts(targets, texts);
  }

  /** A step may have replaced a spot meanwhile; one that waits for its first place goes on waiting, now for one in this text. */
  private seekWhatCounts(targets: ReadonlyMap<Spot, Search>, oldTexts: ReadonlyMap<string, string>): void {
    const counts = new Set(this.article.spots());
    const sought = new Map([...targets].filter(([spot]) => counts.has(spot)));
    for (const spot of sought.keys()) {
      const first = this.unplaced.has(spot) ? (this.waiting.get(spot) ?? this.sought.get(spot)) : undefined;
      if (first) sought.set(spot, first);
    }
    this.seek(sought, oldTexts);
  }

  private seek(sought: ReadonlyMap<Spot, Search>, oldTexts: ReadonlyMap<string, string>): void {
    for (const [spot, target] of sought) this.waiting.set(spot, target);
    for (const [hash, text] of oldTexts) this.oldTexts.set(hash, text);
    if (this.waiting.size === 0) return;
    this.running ??= this.run().finally(() => {
      this.running = undefined;
    });
  }

  private async run(): Promise<void> {
    while (this.waiting.size > 0 && !this.stop.signal.aborted) {
      this.sought = this.waiting;
      this.waiting = new Map();
      const spots = [...this.sought.keys()];
      await this.findAll().catch(this.finder.report);
      for (const spot of spots) if (!this.waiting.has(spot)) this.unplaced.delete(spot);
      this.sought = new Map();
      this.placed();
    }
  }

  private async findAll(): Promise<void> {
    const { signal } = this.stop;
    const { revision } = this.followed;
    const { text } = revision;
    const since = this.followed.startRecording();
    const { oldTexts } = this;
    this.oldTexts = new Map();
    const spots = [...this.sought.keys()];
    const targets = [...this.sought.values()];
    const sha256 = await revision.sha256();
    const found = await this.finder.find({ ...this.article.where(), text, sha256, targets, oldTexts, signal });
    this.followed.stopRecording(since);
    if (!found) return;
    const now = carried(text, found, since);
    const amended = new Map<LastChange, Amended[]>();
    spots.forEach((spot, index) => {
      const search = this.sought.get(spot);
      if (!search) return; // forgotten meanwhile
      const { change, before, text: behind } = search.amends ?? {};
      if (change && before && behind === text) {
        const after = stays(spot, search).map((anchored, i) => (anchored ? undefined : found[index]?.[i]));
        const places = amended.get(change) ?? [];
        places.push({ place: spot.place, before, after });
        amended.set(change, places);
      }
      this.set(spot, search, now[index] ?? []);
    });
    for (const [change, places] of amended) this.followed.tracker.amend(change, places);
  }

  private set(spot: Spot, search: Search, found: readonly Placement[]): void {
    const anchored = stays(spot, search);
    const now = spot.place.ranges.map((range, index): Placement => {
      const known = spot.found[index];
      const asItIs = { ...range, confidence: known?.standing === 'anchored' ? known.confidence : 1, candidates: [] };
      return anchored[index] ? asItIs : (found[index] ?? asItIs);
    });
    moveToFound(this.followed.tracker, spot, now);
  }
}

/** By range, whether it is left where it is. */
function stays({ place }: Spot, { wholly = false }: Search): readonly boolean[] {
  return place.ranges.map(({ standing }) => standing === 'anchored' && !wholly);
}
