/** What a regular expression is made of. */
export type Piece =
  | { readonly kind: 'character'; readonly source: string }
  | { readonly kind: 'assertion'; readonly of: Assertion }
  | { readonly kind: 'sequence'; readonly pieces: readonly Piece[] }
  | { readonly kind: 'choice'; readonly pieces: readonly Piece[] }
  | {
      readonly kind: 'repeated';
      readonly piece: Piece;
      readonly least: number;
      readonly most: number;
      readonly isLazy: boolean;
    };

/** The beginning or the end of a line, a bound of a word, or none. */
export type Assertion = '^' | '$' | 'b' | 'B';

/** A regular expression can't be read, or asks for what would need going back. The message goes on after "The regular expression". */
export class SyntaxProblem extends Error {}

/** A letter, digit, mark or underscore of any script: what `\w` means here, in classes too. */
export const WORD = String.raw`\p{L}\p{N}\p{M}_`;

/**
 * Reads a regular expression in JavaScript's syntax, with its flag `u`. A `character` is the source of what matches one code point.
 * `\w`, `\b` and their opposites know the letters of all scripts. Groups don't capture: no back references; and nothing looks
 * ahead or behind. Throws a {@link SyntaxProblem}.
 */
export function parsePattern(source: string): Piece {
  try {
    new RegExp(source, 'u');
  } catch (error) {
    const why = error instanceof Error ? error.message.replace(/^.*: /s, '') : '';
    throw new SyntaxProblem(`can't be read${why === '' ? '' : `: ${why.charAt(0).toLowerCase()}${why.slice(1)}`}`);
  }
  return new Parser(source).all();
}

/** Groups in groups, so many at most: each is a call. */
const DEEPEST = 200;

/** Reads what JavaScript takes for a regular expression. */
class Parser {
  #at = 0;
  #depth = 0;

  constructor(private readonly source: string) {}

  all(): Piece {
    return this.#choice();
  }

  #choice(): Piece {
    if ((this.#depth += 1) > DEEPEST) throw new SyntaxProblem('has too many groups in groups');
    const pieces = [this.#sequence()];
    while (this.#takes('|')) pieces.push(this.#sequence());
    this.#depth -= 1;
    return pieces.length === 1 && pieces[0] ? pieces[0] : { kind: 'choice', pieces };
  }

  #sequence(): Piece {
    const pieces: Piece[] = [];
    while (this.#at < this.source.length && !/[|)]/.test(this.source.charAt(this.#at))) pieces.push(this.#term());
    return pieces.length === 1 && pieces[0] ? pieces[0] : { kind: 'sequence', pieces };
  }

  #term(): Piece {
    const piece = this.#atom();
    const [found, sign, least, comma, most, lazy] = this.#next(/(?:([*+?])|\{(\d+)(,(\d*))?\})(\??)/uy) ?? [];
    if (found === undefined) return piece;
    const isLazy = lazy === '?';
    if (sign !== undefined) {
      return { kind: 'repeated', piece, least: sign === '+' ? 1 : 0, most: sign === '?' ? 1 : Infinity, isLazy };
    }
    const end = comma === undefined ? Number(least) : most === '' ? Infinity : Number(most);
    return { kind: 'repeated', piece, least: Number(least), most: end, isLazy };
  }

  #atom(): Piece {
    if (this.#takes('(')) {
      if (this.#next(/\?<?[=!]/uy)) throw new SyntaxProblem("looks ahead or behind, which can't be searched for");
      if (this.#takes('?') && !this.#next(/:|<[^>]*>/uy))
        throw new SyntaxProblem("has a group that can't be searched for");
      const inside = this.#choice();
      this.#takes(')');
      return inside;
    }
    for (const of of ['^', '$'] as const) if (this.#takes(of)) return { kind: 'assertion', of };
    for (const of of ['b', 'B'] as const) if (this.#takes(`\\${of}`)) return { kind: 'assertion', of };
    if (this.#next(/\\(?:[1-9]|k<)/uy)) throw new SyntaxProblem("refers back to a group, which can't be searched for");
    const [character = ''] =
      this.#next(
        /\[(?:\\.|[^\]\\])*\]|\\(?:[pP]\{[^}]*\}|x..|u\{[^}]*\}|(?:u[dD][89abAB]..\\u[dD][c-fC-F]..)|u....|c.|.)|./suy,
      ) ?? [];
    return { kind: 'character', source: inAllScripts(character) };
  }

  #takes(text: string): boolean {
    if (!this.source.startsWith(text, this.#at)) return false;
    this.#at += text.length;
    return true;
  }

  /** What a sticky expression finds here. */
  #next(what: RegExp): RegExpExecArray | undefined {
    what.lastIndex = this.#at;
    const found = what.exec(this.source) ?? undefined;
    if (found) this.#at = what.lastIndex;
    return found;
  }
}

function inAllScripts(character: string): string {
  if (character === String.raw`\w`) return `[${WORD}]`;
  if (character === String.raw`\W`) return `[^${WORD}]`;
  if (!character.startsWith('[')) return character;
  return character.replace(/\\(w|W|.)/gsu, (escape, letter: string) => {
    if (letter === 'W') throw new SyntaxProblem(String.raw`has \W in a class: write [^\w…] instead`);
    return letter === 'w' ? WORD : escape;
  });
}
