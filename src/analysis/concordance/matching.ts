import type { Work } from '../../anchoring/slices';
import type { Range } from '../../model/range';
import { isWordCharacter, type Instruction } from './program';

/** What is found has at most so many UTF-16 code units: longer keywords are no keywords, and so no search takes long. */
export const LONGEST = 1000;

/** Characters between two pauses. */
const PAUSE_EVERY = 4096;

/**
 * The places where a program finds something that isn't empty: from left to right, none in another, what a backtracking engine
 * would find of it, cut at {@link LONGEST}. Time grows with the text and the program, whatever the expression is.
 */
export function* matches(program: readonly Instruction[], text: string): Work<readonly Range[]> {
  const found: Range[] = [];
  const first = firstOf(program);
  let [now, next] = [new Threads(program.length), new Threads(program.length)];
  let steps = 0;
  for (let from = 0; from < text.length;) {
    let match: Range | undefined;
    now.clear();
    for (let at = from; at <= text.length;) {
      if ((steps += 1) % PAUSE_EVERY === 0) yield at / text.length;
      const codePoint = text.codePointAt(at);
      if (!match && (now.count > 0 || first === undefined || (codePoint !== undefined && first(codePoint)))) {
        now.add(program, 0, at, text, at);
      }
      if (now.count === 0 && (match || at >= text.length)) break;
      const after = at + (codePoint !== undefined && codePoint > 0xffff ? 2 : 1);
      next.clear();
      for (let n = 0; n < now.count; n++) {
        const instruction = program[now.at(n)];
        const start = now.start(n);
        if (instruction?.op === 'found') {
          match = { start, end: at };
          break; // what is behind it is preferred less
        }
        if (instruction?.op !== 'character' || codePoint === undefined || after - start > LONGEST) continue;
        if (instruction.accepts(codePoint)) next.add(program, now.at(n) + 1, start, text, after);
      }
      [now, next] = [next, now];
      at = after;
    }
    if (!match) break;
    if (match.end > match.start) found.push(match);
    from = match.end > match.start ? match.end : match.end + ((text.codePointAt(match.end) ?? 0) > 0xffff ? 2 : 1);
  }
  return found;
}

/** Tells whether a match may begin with a code point; undefined where one may be empty. */
function firstOf(program: readonly Instruction[]): ((codePoint: number) => boolean) | undefined {
  const tests: ((codePoint: number) => boolean)[] = [];
  const seen = new Set<number>();
  const waiting = [0];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    if (seen.has(at)) continue;
    seen.add(at);
    const instruction = program[at];
    if (instruction?.op === 'character') tests.push(instruction.accepts);
    else if (instruction?.op === 'split') waiting.push(instruction.first, instruction.second);
    else if (instruction?.op === 'jump') waiting.push(instruction.to);
    else if (instruction?.op === 'assertion') waiting.push(at + 1);
    else return undefined;
  }
  return (codePoint) => tests.some((accepts) => accepts(codePoint));
}

/** Places in a program, each once, in the order in which they are preferred, with where the match began. */
class Threads {
  count = 0;
  readonly #places: Uint32Array;
  readonly #starts: Uint32Array;
  /** By place, in which turn it was last added. */
  readonly #added: Uint32Array;
  #turn = 0;
  readonly #waiting: number[] = [];

  constructor(size: number) {
    this.#places = new Uint32Array(size);
    this.#starts = new Uint32Array(size);
    this.#added = new Uint32Array(size);
  }

  at(n: number): number {
    return this.#places[n] ?? 0;
  }

  start(n: number): number {
    return this.#starts[n] ?? 0;
  }

  clear(): void {
    this.count = 0;
    this.#turn += 1;
  }

  /** Adds the places that are reached from one without another character.
   * @param at where in the text */
  add(program: readonly Instruction[], place: number, start: number, text: string, at: number): void {
    const waiting = this.#waiting;
    waiting.push(place);
    for (let one = waiting.pop(); one !== undefined; one = waiting.pop()) {
      if (this.#added[one] === this.#turn) continue;
      this.#added[one] = this.#turn;
      const instruction = program[one];
      if (instruction?.op === 'jump') waiting.push(instruction.to);
      else if (instruction?.op === 'split') waiting.push(instruction.second, instruction.first);
      else if (instruction?.op === 'assertion') {
        if (holds(instruction.of, text, at)) waiting.push(one + 1);
      } else {
        this.#places[this.count] = one;
        this.#starts[this.count] = start;
        this.count += 1;
      }
    }
  }
}

function holds(of: '^' | '$' | 'b' | 'B', text: string, at: number): boolean {
  if (of === '^') return at === 0 || text[at - 1] === '\n';
  if (of === '$') return at === text.length || text[at] === '\n';
  const isBound = isWordAt(text, before(text, at)) !== isWordAt(text, at);
  return isBound === (of === 'b');
}

function isWordAt(text: string, at: number): boolean {
  const codePoint = at < 0 ? undefined : text.codePointAt(at);
  return codePoint !== undefined && isWordCharacter(codePoint);
}

/** Where the character before a place begins. */
function before(text: string, at: number): number {
  const isPair = at > 1 && (text.codePointAt(at - 2) ?? 0) > 0xffff;
  return at - (isPair ? 2 : 1);
}
