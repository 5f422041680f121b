import type { ChunkedText } from './chunkedText';
import { inverse, type Change } from './edits';

/** What a step did to one range beyond shifting it: enough to set it exactly when the text goes back or forth. */
export interface Damage<Item, State> {
  readonly item: Item;
  readonly before: State;
  readonly after: State;
}

/** From one state of the text to the next. */
export interface Transition<Item, State> {
  readonly changes: readonly Change[];
  damages: readonly Damage<Item, State>[];
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
export class Journal<Item, State> {
  readonly #limits: JournalLimits;
  #transitions: Transition<Item, State>[] = [];
  /** How many transitions lie behind the present state. */
  #present = 0;
  #units = 0;

  constructor(bounds: Partial<JournalLimits> = {}) {
    this.#limits = { ...limits, ...bounds };
  }

  /** The transition that led to the present state, and how many lead there. */
  get last(): { readonly count: number; readonly transition: Transition<Item, State> } | undefined {
    const transition = this.#transitions[this.#present - 1];
    return transition && { count: this.#present, transition };
  }

  /** Whether a transition that was the {@link last} is still remembered, with as many before it as then. */
  holds(count: number, transition: Transition<Item, State>): boolean {
    return this.#transitions[count - 1] === transition;
  }

  /** Adds a transition after the present state; what lay ahead is forgotten. */
  add(transition: Transition<Item, State>): void {
    if (this.#present < this.#transitions.length)
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
  find(text: ChunkedText, next: ChunkedText, direction: 'undo' | 'redo'): number | undefined {
    return direction === 'undo'
      ? (this.#search(text, next, -1) ?? this.#search(text, next, 1))
      : (this.#search(text, next, 1) ?? this.#search(text, next, -1));
  }

  #search(text: ChunkedText, next: ChunkedText, step: 1 | -1): number | undefined {
    const state = text.clone();
    let cost = 0;
    for (let distance = 1; cost < this.#limits.search; distance += 1) {
      const transition = this.#transitions[step < 0 ? this.#present - distance : this.#present + distance - 1];
      if (!transition) return undefined;
      state.apply(step < 0 ? inverse(transition.changes) : transition.changes);
      cost += Math.min(256 * transition.changes.length, 256 + state.length);
      if (state.length !== next.length) continue;
      if (state.equals(next)) return step * distance;
      cost += next.length >> 4;
    }
    return undefined;
  }

  /** Moves by one transition, which is given with its changes in that direction. */
  step(direction: 1 | -1): { transition: Transition<Item, State>; changes: readonly Change[] } {
    const transition = this.#transitions[direction < 0 ? this.#present - 1 : this.#present];
    if (!transition) throw new RangeError('The journal ends here.');
    this.#present += direction;
    return { transition, changes: direction < 0 ? inverse(transition.changes) : transition.changes };
  }

  /** Replaces what a transition remembers. */
  remember(transition: Transition<Item, State>, damages: readonly Damage<Item, State>[]): void {
    this.#units += 16 * (damages.length - transition.damages.length);
    transition.damages = damages;
  }
}

function size({ changes, damages }: Transition<unknown, unknown>): number {
  let units = 16 * damages.length;
  for (const { removed, inserted } of changes) units += 16 + removed.length + inserted.length;
  return units;
}

function detached<Item, State>(transition: Transition<Item, State>): Transition<Item, State> {
  const changes = transition.changes.map((item) =>
    item.removed.length < shortest ? item : { ...item, removed: copied(item.removed) },
  );
  return { changes, damages: transition.damages };
}

/** Slices shorter than that are copies already. */
const shortest = 13;

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
