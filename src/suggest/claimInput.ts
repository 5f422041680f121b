import { contains, type Range } from '../model/range';
import { claimLevels } from './claimRange';

/** What the tokens of the claim picker's input set. `manner` is attribution and speech act. */
export type ClaimField = 'topic' | 'speaker' | 'addressee' | 'holder' | 'source' | 'manner';

/** Which field a word sets that begins with this character; other words are of the topic. */
export const sigils: Readonly<Record<string, ClaimField>> = {
  '@': 'speaker',
  '>': 'addressee',
  '=': 'holder',
  '#': 'source',
  '!': 'manner',
};

export interface ClaimToken {
  readonly field: ClaimField;
  /** Without its sigil, words joined by one space; may be empty. */
  readonly text: string;
  /** Which of the field's tokens it is, from 0. */
  readonly index: number;
}

/** The sign of a stance that was typed; `none` where one was taken back. */
export type TypedStance = '+' | '-' | '0' | 'none';

export interface ClaimLine {
  /** In the order typed; the topic's (there is always one, maybe empty) as the first. */
  readonly tokens: readonly ClaimToken[];
  /** Undefined where none was typed. */
  readonly stance: TypedStance | undefined;
  /** The token under the end of the input. */
  readonly current: ClaimToken;
}

const STANCE_WORD = /^[+\-−–]+$|^0$/u;

/**
 * Reads the claim picker's input: words of the topic, and tokens that a sigil begins and that reach to the next sigil or stance
 * (`@united states >russia`). `+`, `-` and `0` standing alone are the stance; the same twice takes it back.
 * @param isKnown whether a text fits anything that the field may be; where a token as a whole fits nothing, but its first
 * words do, the others are the topic's (`@russia missile tests`); so are all behind a bare sigil that fit nothing (`! missile tests`).
 */
export function readClaimLine(value: string, isKnown: (field: ClaimField, text: string) => boolean): ClaimLine {
  const topic: string[] = [];
  const tokens: ClaimToken[] = [];
  let open: { field: ClaimField; words: string[]; isBare: boolean } | undefined;
  let stance: TypedStance | undefined;
  let atTopic = true;
  const close = (): void => {
    if (!open) return;
    const { field, words, isBare } = open;
    open = undefined;
    const own = knownWords(field, words, isKnown) ?? (isBare ? 0 : words.length);
    tokens.push({ field, text: words.slice(0, own).join(' '), index: tokens.filter((t) => t.field === field).length });
    topic.push(...words.slice(own));
    atTopic = own < words.length;
  };
  for (const word of value.match(/\S+/gu) ?? []) {
    const field = sigils[word.charAt(0)];
    if (STANCE_WORD.test(word)) {
      close();
      atTopic = true;
      for (const sign of word) stance = typed(stance, sign);
    } else if (field) {
      close();
      open = { field, words: word.length > 1 ? [word.slice(1)] : [], isBare: word.length === 1 };
    } else if (open) open.words.push(word);
    else topic.push(word);
  }
  if (open) atTopic = false;
  close();
  const first: ClaimToken = { field: 'topic', text: topic.join(' '), index: 0 };
  return { tokens: [first, ...tokens], stance, current: atTopic ? first : (tokens.at(-1) ?? first) };
}

/** How many of the words, from the first, fit something as one text; undefined where not even the first does. */
function knownWords(
  field: ClaimField,
  words: readonly string[],
  isKnown: (field: ClaimField, text: string) => boolean,
): number | undefined {
  for (let count = words.length; count > 0; count -= 1) {
    if (isKnown(field, words.slice(0, count).join(' '))) return count;
  }
  return undefined;
}

function typed(before: TypedStance | undefined, sign: string): TypedStance {
  const now = sign === '+' || sign === '0' ? sign : '-';
  return now === before ? 'none' : now;
}

/**
 * Takes the keys `[` and `]` out of the input. The editor hears of keys later than they are typed, and what it puts into the
 * input arrives later still: a bracket that was counted may show up again with the next key.
 */
export class RangeKeys {
  #counted = 0;
  #awaited: string | undefined;

  /** What the input should hold, and the steps that were typed (-1 shrinks, 1 grows). Where `rest` isn't what the input
   * holds, it must be set to it. */
  take(value: string): { readonly rest: string; readonly steps: readonly (1 | -1)[] } {
    const rest = value.replace(/[[\]]/gu, '');
    const brackets = value.match(/[[\]]/gu) ?? [];
    if (brackets.length === 0) {
      if (value === this.#awaited) this.#awaited = undefined;
      if (this.#awaited === undefined) this.#counted = 0;
      return { rest, steps: [] };
    }
    const known = this.#awaited === undefined ? 0 : Math.min(this.#counted, brackets.length);
    this.#awaited = rest;
    this.#counted = brackets.length;
    return { rest, steps: brackets.slice(known).map((bracket) => (bracket === '[' ? -1 : 1)) };
  }
}

/**
 * The ranges through which `[` and `]` lead from `range`, ascending, each within the next: those of {@link claimLevels} at
 * `offset` that lie in it, itself, and those that hold it.
 */
export function rangeLadder(text: string, range: Range, offset: number): readonly Range[] {
  const { levels } = claimLevels(text, offset);
  const others = levels.filter(({ start, end }) => start !== range.start || end !== range.end);
  return [
    ...others.filter((level) => contains(range, level)),
    range,
    ...others.filter((level) => contains(level, range)),
  ];
}
