/** A generator of numbers by a seed (xorshift, by Marsaglia): the same ones in every run. */
export class Dice {
  #state: number;

  constructor(seed: number) {
    this.#state = seed | 0 || 1;
  }

  /** From 0 to `count` - 1. */
  below(count: number): number {
    let x = this.#state;
    x ^= x << 13;
    x ^= x >>> 17;
    x ^= x << 5;
    this.#state = x;
    return (x >>> 0) % Math.max(1, count);
  }

  of<T>(list: readonly T[]): T {
    return list[this.below(list.length)] as T;
  }
}

/** What JSON is made of but for its values. */
export const marks = ['{', '}', '[', ']', ',', ':', '"', '\\', '\n', ' '];

const tokens = [
  ...marks,
  ...['\r\n', '\t', '//', '/*', '\u0000', '\uFEFF', '\uFFFD', '\u2028'],
  ...[
    'null',
    'true',
    'tru',
    '0',
    '-0',
    '1e400',
    '9007199254740993',
    '1.0',
    '-1',
    '01',
    '1e-7',
    '.5',
    'NaN',
    '""',
    '{}',
    '[]',
  ],
  ...[
    '"__proto__":',
    '"constructor":1,',
    '"toString":[],',
    '"id":"a",',
    '"text":"x",',
    '"\\ud800"',
    '"\\u00',
    '\\u202e',
  ],
  ...['"annotations":[', '"target":[{', '"format":"policy-annotations",', '"version":2,', '"links":[{"role":"x"}],'],
  ...['\n<<<<<<< HEAD\n', '\n||||||| base\n', '\n=======\n', '\n>>>>>>> other\n', '\n<<<<<<<< x\n'],
  ...['['.repeat(120), '{"a":'.repeat(120), ']'.repeat(120), '['.repeat(101) + ']'.repeat(101)],
].map((token) => new TextEncoder().encode(token));

/** A file with one to four things done to it that break files: cut, flipped, doubled, moved, or mixed with what is strange. */
export function mutated(source: Uint8Array, dice: Dice): Uint8Array {
  let bytes = source;
  for (let n = 1 + dice.below(4); n > 0; n--) bytes = once(bytes, dice);
  return bytes;
}

function once(bytes: Uint8Array, dice: Dice): Uint8Array {
  const at = dice.below(bytes.length + 1);
  const size = 1 + dice.below(dice.of([1, 4, 40, 400]));
  const span = bytes.subarray(at, at + size);
  const [before, after] = [bytes.subarray(0, at), bytes.subarray(at + size)];
  switch (dice.below(10)) {
    case 0:
      return joined(before, Uint8Array.of((bytes[at] ?? 0) ^ (1 << dice.below(8))), bytes.subarray(at + 1));
    case 1:
      return joined(before, Uint8Array.of(dice.below(256)), bytes.subarray(at + 1));
    case 2:
      return joined(before, after);
    case 3:
      return joined(before, span, span, after);
    case 4:
      return dice.below(4) > 0 ? before : after;
    case 5:
      return joined(before, after.subarray(0, size), span, after.subarray(size));
    case 6:
      return joined(before, dice.of(tokens), after);
    case 7:
      return replacedNumber(bytes, at, dice);
    default:
      return joined(before, dice.of(tokens), bytes.subarray(at));
  }
}

/** The first run of digits behind a place is another number. */
function replacedNumber(bytes: Uint8Array, from: number, dice: Dice): Uint8Array {
  const isDigit = (at: number): boolean => (bytes[at] ?? 0) >= 0x30 && (bytes[at] ?? 0) <= 0x39;
  let start = from;
  while (start < bytes.length && !isDigit(start)) start += 1;
  let end = start;
  while (isDigit(end)) end += 1;
  return joined(bytes.subarray(0, start), dice.of(tokens), bytes.subarray(end));
}

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
