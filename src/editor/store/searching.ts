import type * as vscode from 'vscode';
import type { Placement } from '../../anchoring/placing';
import type { SoughtTarget } from '../texts/sought';
import { carried } from './carrying';
import type { Finder } from './finder';
import { moveToFound } from './finding';
import type { FollowedText } from './followedText';
import type { Spot } from './step';

/** Finds the targets of an article again in its text, in the background, while the text may go on changing. */
export class Searching implements vscode.Disposable {
  /** What is to be looked for next, and what is being looked for. */
  private waiting = new Map<Spot, SoughtTarget>();
  private sought: ReadonlyMap<Spot, SoughtTarget> = new Map();
  private readonly unplaced = new Set<Spot>();
  private oldTexts = new Map<string, string>();
  private running: Promise<void> | undefined;
  private readonly stop = new AbortController();

  /** `placed` is called when spots were set to where they were found. */
  constructor(
    private readonly article: () => { readonly uri: vscode.Uri; readonly encodings: readonly string[] },
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
    this.seek(sought);
  }

  /** As {@link place} for spots that stand somewhere: only what isn't anchored is set. `oldTexts` are known by sha256. */
  seek(sought: ReadonlyMap<Spot, SoughtTarget>, oldTexts?: ReadonlyMap<string, string>): void {
    for (const [spot, target] of sought) this.waiting.set(spot, target);
    for (const [hash, text] of oldTexts ?? []) this.oldTexts.set(hash, text);
    if (this.waiting.size > 0) this.running ??= this.run();
  }

  /** Gives up looking for what a spot holds: it isn't followed any more. */
  forget(spot: Spot): void {
    this.waiting.delete(spot);
    this.unplaced.delete(spot);
    if (this.sought.has(spot)) this.sought = new Map([...this.sought].filter(([other]) => other !== spot));
  }

  /** Resolves when nothing is looked for any more. Never rejects. */
  async settled(): Promise<void> {
    while (this.running) await this.running;
  }

  dispose(): void {
    this.stop.abort();
  }

  private async run(): Promise<void> {
    const { signal } = this.stop;
    while (this.waiting.size > 0 && !signal.aborted) {
      const { revision } = this.followed;
      const since = this.followed.startRecording();
      const { waiting, oldTexts } = this;
      this.sought = waiting;
      this.waiting = new Map();
      this.oldTexts = new Map();
      const targets = [...waiting.values()];
      const sha256 = await revision.sha256();
      const found = await this.finder.find({
        ...this.article(),
        text: revision.text,
        sha256,
        targets,
        oldTexts,
        signal,
      });
      this.followed.stopRecording(since);
      const now = found && carried(revision.text, found, since);
      [...waiting.keys()].forEach((spot, index) => {
        const ranges = now?.[index];
        if (ranges && this.sought.has(spot)) this.set(spot, ranges);
        this.unplaced.delete(spot);
      });
      this.sought = new Map();
      this.placed();
    }
    this.running = undefined;
  }

  private set(spot: Spot, ranges: readonly Placement[]): void {
    const isNew = this.unplaced.has(spot);
    const known = spot.place.ranges.map((range, index): Placement | undefined => {
      if (isNew || range.standing !== 'anchored') return ranges[index];
      return { ...range, confidence: spot.found[index]?.confidence ?? 1, candidates: [] };
    });
    moveToFound(
      this.followed.tracker,
      spot,
      known.filter((range) => range !== undefined),
    );
  }
}
