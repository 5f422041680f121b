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
    const [line, indent] = [this.#line, this.#indent];
    const place = { offset, first: offset === line + indent, indent, line, value: broken, reason: '' } as const;
    if (char === '"') return { ...place, ...this.#string(offset) };
    if ('{}[],:'.includes(char)) {
      this.#at += 1;
      return { ...place, kind: char as Token['kind'] };
    }
    const aside = this.#matchAt(comment, offset) || (place.first ? this.#matchAt(marker, offset) : '');
    if (aside !== '') {
      this.#at += aside.length;
      return { ...place, kind: 'junk', reason: 'is no JSON' };
    }
    const run = this.#matchAt(plain, offset) || char;
    this.#at += run.length;
    return { ...place, ...this.#plain(run) };
  }

  #plain(run: string): Pick<Token, 'kind' | 'value' | 'reason'> {
    const word = words.get(run);
    if (word !== undefined) return { kind: 'value', value: word, reason: '' };
    if (!numberForm.test(run)) return { kind: 'junk', value: broken, reason: 'is no JSON' };
    // At the text's end, digits may be missing.
    if (this.#at === this.#text.length) return { kind: 'value', value: broken, reason: 'is cut off' };
    if (!isExact(run)) return { kind: 'value', value: broken, reason: 'is a number that would be changed' };
    return { kind: 'value', value: Number(run), reason: '' };
  }

  /** Up to its closing mark, or the end of its line. */
  #string(start: number): Pick<Token, 'kind' | 'value' | 'reason'> {
    const text = this.#text;
    let end = start + 1;
    let isWhole = true;
    for (; end < text.length; end++) {
      const char = text.charAt(end);
      if (char === '"' || char === '\n' || char === '\r') break;
      if (char < ' ') isWhole = false;
      if (char === '\\' && text.charAt(end + 1) >= ' ') end += 1;
    }
    const isClosed = text.charAt(end) === '"';
    this.#at = isClosed ? end + 1 : Math.min(end, text.length);
    if (!isClosed) return { kind: 'value', value: broken, reason: 'is not closed' };
    const behind = this.#at + this.#matchAt(blanks, this.#at).length;
    const run = this.#matchAt(plain, behind);
    if (run !== '' && text.charAt(behind + run.length) === '"' && end > start + 1) {
      // An earlier mark is missing: this one opens a string.
      this.#at = end;
      return { kind: 'value', value: broken, reason: 'is not closed' };
    }
    const value = isWhole ? this.#unquoted(start, end + 1) : broken;
    const reason = value === broken ? 'holds what is no text' : '';
    const colon = this.#at + this.#matchAt(space, this.#at).length;
    if (text.charAt(colon) !== ':') return { kind: 'value', value, reason };
    this.#skipSpace();
    this.#at = colon + 1;
    return { kind: 'key', value, reason };
  }

  #unquoted(start: number, end: number): string | typeof broken {
    try {
      return JSON.parse(this.#text.slice(start, end)) as string;
    } catch {
      return broken;
    }
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
