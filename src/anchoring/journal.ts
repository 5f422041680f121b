import { applied, inverse, type Change } from './edits';

/** What a step did to one range beyond shifting it: enough to set it exactly when the text goes back or forth. */
export interface Damage<Owner, State> {
  readonly owner: Owner;
  readonly index: number;
  readonly before: State;
  readonly after: State;
}

/** From one state of the text to the next. */
export interface Transition<Owner, State> {
  readonly changes: readonly Change[];
  damages: readonly Damage<Owner, State>[];
}

export interface JournalLimits {
  readonly transitions: number;
  /** Stored text, in UTF-16 code units; a damage counts as 16. */
  readonly units: number;
  /** How many units a search may look at before it gives up. */
  readonly search: number;
}

const limits: JournalLimits = { transitions: 20_000, units: 16_000_000, search: 50_000_000 };

/**
 * The states that a text went through, so that positions can be set exactly when undo or redo comes back to one of them.
 * One undo of the editor may take back several events, and it doesn't say which: the state is known by its text.
 * Bounded by {@link JournalLimits}; the oldest states go first.
 */
export class Journal<Owner, State> {
  readonly #limits: JournalLimits;
  #transitions: Transition<Owner, State>[] = [];
  /** How many transitions lie behind the present state. */
  #present = 0;
  #units = 0;

  constructor(bounds: Partial<JournalLimits> = {}) {
    this.#limits = { ...limits, ...bounds };
  }

  /** Adds a transition after the present state; what lay ahead is forgotten. */
  add(transition: Transition<Owner, State>): void {
    for (const gone of this.#transitions.splice(this.#present)) this.#units -= size(gone);
    this.#transitions.push(detached(transition));
    this.#units += size(transition);
    this.#present += 1;
    if (this.#transitions.length > this.#limits.transitions || this.#units > this.#limits.units) this.#shorten();
  }

  /** Drops an eighth at a time, so that a full journal doesn't move all of itself at each key stroke. */
  #shorten(): void {
    const { transitions, units } = this.#limits;
    let drop = this.#transitions.length > transitions ? Math.ceil(transitions / 8) : 0;
    let left = this.#units;
    this.#transitions.forEach((transition, index) => {
      if (index < drop || left > units) {
        left -= size(transition);
        drop = Math.max(drop, index + 1);
      }
    });
    this.#transitions.splice(0, drop);
    this.#units = left;
    this.#present -= drop;
  }

  /** How many transitions to go to the nearest state with the text `next`: negative is back; undefined where none has it. */
  find(text: string, next: string, direction: 'undo' | 'redo'): number | undefined {
    return direction === 'undo'
      ? (this.#search(text, next, -1) ?? this.#search(text, next, 1))
      : (this.#search(text, next, 1) ?? this.#search(text, next, -1));
  }

  #search(text: string, next: string, step: 1 | -1): number | undefined {
    const window = new Window(text);
    for (let distance = 1; window.cost < this.#limits.search; distance += 1) {
      const transition = this.#transitions[step < 0 ? this.#present - distance : this.#present + distance - 1];
      if (!transition) return undefined;
      window.apply(step < 0 ? inverse(transition.changes) : transition.changes);
      if (window.equals(next)) return step * distance;
    }
    return undefined;
  }

  /** Moves by one transition, which is given with its changes in that direction. */
  step(direction: 1 | -1): { transition: Transition<Owner, State>; changes: readonly Change[] } {
    const transition = this.#transitions[direction < 0 ? this.#present - 1 : this.#present];
    if (!transition) throw new RangeError('The journal ends here.');
    this.#present += direction;
    return { transition, changes: direction < 0 ? inverse(transition.changes) : transition.changes };
  }

  /** Replaces what a transition remembers. */
  remember(transition: Transition<Owner, State>, damages: readonly Damage<Owner, State>[]): void {
    this.#units += 16 * (damages.length - transition.damages.length);
    transition.damages = damages;
  }
}

/** A text that differs from a known one in a window only, so that going through small changes doesn't copy the whole. */
class Window {
  readonly #text: string;
  #low = -1;
  #high = -1;
  #content = '';
  cost = 0;

  constructor(text: string) {
    this.#text = text;
  }

  apply(changes: readonly Change[]): void {
    const first = changes[0];
    const last = changes.at(-1);
    if (!first || !last) return;
    if (this.#low < 0) this.#low = this.#high = first.start;
    const before = Math.max(0, this.#low - first.start);
    const after = Math.max(0, last.start + last.removed.length - (this.#low + this.#content.length));
    this.#content =
      this.#text.slice(this.#low - before, this.#low) +
      this.#content +
      this.#text.slice(this.#high, this.#high + after);
    this.#low -= before;
    this.#high += after;
    const shift = -this.#low;
    this.#content = applied(
      this.#content,
      changes.map((item) => ({ ...item, start: item.start + shift })),
    );
    this.cost += 8 + this.#content.length;
  }

  equals(other: string): boolean {
    const tail = this.#text.length - this.#high;
    const end = this.#low + this.#content.length;
    if (end + tail !== other.length) return false;
    this.cost += other.length >> 4;
    return (
      other.startsWith(this.#content, this.#low) &&
      other.slice(0, this.#low) === this.#text.slice(0, this.#low) &&
      other.slice(end) === this.#text.slice(this.#high)
    );
  }
}

function size({ changes, damages }: Transition<unknown, unknown>): number {
  let units = 16 * damages.length;
  for (const { removed, inserted } of changes) units += 16 + removed.length + inserted.length;
  return units;
}

function detached<Owner, State>(transition: Transition<Owner, State>): Transition<Owner, State> {
  const changes = transition.changes.map((item) => ({ ...item, removed: copied(item.removed) }));
  return { changes, damages: transition.damages };
}

/** A copy of its own: an engine's slice of a text keeps the whole text alive, and there is one text a key stroke. */
function copied(slice: string): string {
  let copy = '';
  for (let from = 0; from < slice.length; from += 4096) {
    const codes: number[] = [];
    for (let index = from; index < Math.min(slice.length, from + 4096); index += 1) codes.push(slice.charCodeAt(index));
    copy += String.fromCharCode(...codes);
  }
  return copy;
}
