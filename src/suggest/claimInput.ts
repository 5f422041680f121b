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
 * (`@united states >russia`). `+`, `-` and `0` standing alone are the stance; the same twice takes it back. `[` and `]` don't
 * count (see {@link RangeKeys}).
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
  for (const word of value.replace(/[[\]]/gu, '').match(/\S+/gu) ?? []) {
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

/** One step along the ranges of a claim: -1 shrinks, 1 grows. */
export type RangeStep = 1 | -1;

/**
 * How far `[` and `]` lead. They stay in the input, so that no key is lost and Backspace takes a step back; the steps are always
 * those from the range that the picker opened with.
 */
export class RangeKeys {
  /** Steps up to the last press of a button, and the brackets that stood in the input then. */
  #fixed: readonly RangeStep[] = [];
  #counted = '';
  #brackets = '';

  /** The steps after this input. */
  typed(value: string): readonly RangeStep[] {
    this.#brackets = value.replace(/[^[\]]/gu, '');
    return this.#steps();
  }

  /** The steps after a press of a button. */
  pressed(step: RangeStep): readonly RangeStep[] {
    this.#fixed = [...this.#steps(), step];
    this.#counted = this.#brackets;
    return this.#fixed;
  }

  #steps(): readonly RangeStep[] {
    // Taking away a bracket that stood there before a button was pressed takes that press back too.
    const goesOn = this.#brackets.startsWith(this.#counted);
    const rest = goesOn ? this.#brackets.slice(this.#counted.length) : this.#brackets;
    return [...(goesOn ? this.#fixed : []), ...[...rest].map((bracket): RangeStep => (bracket === '[' ? -1 : 1))];
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
