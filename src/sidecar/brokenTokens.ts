import { isExact } from './jsonTokens';

/** A value that can't be told any more. */
export const broken: unique symbol = Symbol('broken');

/** One piece of a text that should be JSON. `first`: only white space stands before it on its line, of `indent` units. */
export interface Token {
  readonly kind: '{' | '[' | '}' | ']' | ',' | ':' | 'key' | 'value' | 'junk';
  readonly offset: number;
  readonly first: boolean;
  readonly indent: number;
  /** Where its line begins. */
  readonly line: number;
  /** Of a key (a string with a colon behind it) or a value; {@link broken} where it isn't whole. */
  readonly value: string | number | boolean | null | typeof broken;
  /** Why it is broken, or what is wrong with junk. */
  readonly reason: string;
}

const space = /[ \t\r\n]*/y;
const blanks = /[ \t]*/y;
const comment = /\/\/[^\r\n]*/y;
const marker = /([<|=>])\1{6}[^\r\n]*/y;
const plain = /[^\s"{}[\],:]+/y;
const numberForm = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;
const words = new Map([
  ['true', true],
  ['false', false],
  ['null', null],
]);

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const SPACE = 0x20;
const LF = 0x0a;
const CR = 0x0d;
const structural = new Set(['{', '[', '}', ']', ',', ':']);

/** Takes a text apart however broken it is, in time linear in its length. */
export class BrokenTokens {
  readonly #text: string;
  #at = 0;
  #line = 0;
  #indent = 0;

  constructor(text: string) {
    this.#text = text;
    this.#indent = this.#matchAt(blanks, 0).length;
  }

  /** The next token; undefined at the text's end. */
  next(): Token | undefined {
    this.#skipSpace();
    const offset = this.#at;
    const char = this.#text.charAt(offset);
    if (char === '') return undefined;
    const first = offset === this.#line + this.#indent;
    if (structural.has(char)) {
      this.#at += 1;
      return this.#token(char as Token['kind'], offset, first, broken, '');
    }
    if (char === '"') return this.#string(offset, first);
    const aside = this.#matchAt(comment, offset) || (first ? this.#matchAt(marker, offset) : '');
    if (aside !== '') {
      this.#at += aside.length;
      return this.#token('junk', offset, first, broken, 'is no JSON');
    }
    const run = this.#matchAt(plain, offset) || char;
    this.#at += run.length;
    const word = words.get(run);
    if (word !== undefined) return this.#token('value', offset, first, word, '');
    if (!numberForm.test(run)) return this.#token('junk', offset, first, broken, 'is no JSON');
    // At the text's end, digits may be missing.
    if (this.#at === this.#text.length) return this.#token('value', offset, first, broken, 'is cut off');
    if (!isExact(run)) return this.#token('value', offset, first, broken, 'is a number that would be changed');
    return this.#token('value', offset, first, Number(run), '');
  }

  #token(kind: Token['kind'], offset: number, first: boolean, value: Token['value'], reason: string): Token {
    return { kind, offset, first, indent: this.#indent, line: this.#line, value, reason };
  }

  /** Up to its closing mark, or the end of its line. */
  #string(start: number, first: boolean): Token {
    const text = this.#text;
    let end = start + 1;
    let isPlain = true;
    let unit = text.charCodeAt(end);
    for (; end < text.length && unit !== QUOTE && unit !== LF && unit !== CR; unit = text.charCodeAt(++end)) {
      if (unit < SPACE) isPlain = false;
      if (unit !== BACKSLASH) continue;
      isPlain = false;
      if (text.charCodeAt(end + 1) >= SPACE) end += 1;
    }
    const isClosed = unit === QUOTE;
    this.#at = isClosed ? end + 1 : Math.min(end, text.length);
    if (!isClosed) return this.#token('value', start, first, broken, 'is not closed');
    const behind = this.#at + this.#matchAt(blanks, this.#at).length;
    const run = this.#matchAt(plain, behind);
    if (run !== '' && text.charCodeAt(behind + run.length) === QUOTE && end > start + 1) {
      // An earlier mark is missing: this one opens a string.
      this.#at = end;
      return this.#token('value', start, first, broken, 'is not closed');
    }
    const value = isPlain ? text.slice(start + 1, end) : unquoted(text.slice(start, end + 1));
    const colon = behind + this.#matchAt(space, behind).length;
    const isKey = text.charAt(colon) === ':';
    const token = this.#token(
      isKey ? 'key' : 'value',
      start,
      first,
      value,
      value === broken ? 'holds what is no text' : '',
    );
    if (isKey) {
      this.#skipSpace();
      this.#at = colon + 1;
    }
    return token;
  }

  #skipSpace(): void {
    const skipped = this.#matchAt(space, this.#at);
    const line = skipped.lastIndexOf('\n');
    if (line >= 0) {
      this.#line = this.#at + line + 1;
      this.#indent = skipped.length - line - 1;
    }
    this.#at += skipped.length;
  }

  #matchAt(form: RegExp, at: number): string {
    form.lastIndex = at;
    return form.exec(this.#text)?.[0] ?? '';
  }
}

function unquoted(string: string): string | typeof broken {
  try {
    return JSON.parse(string) as string;
  } catch {
    return broken;
  }
}
