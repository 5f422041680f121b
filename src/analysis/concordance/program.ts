import { parsePattern, SyntaxProblem, WORD, type Assertion, type Piece } from './syntax';

/** A step of a program: match one code point, hold an assertion, go on at two places (the first is preferred), or have found. */
export type Instruction =
  | { readonly op: 'character'; readonly accepts: (codePoint: number) => boolean }
  | { readonly op: 'assertion'; readonly of: Assertion }
  | { readonly op: 'split'; first: number; second: number }
  | { readonly op: 'jump'; to: number }
  | { readonly op: 'found' };

/** So large a program takes long at each character. */
const MOST_INSTRUCTIONS = 2000;

/** What finds a regular expression without ever going back: a program whose threads go through a text side by side (Thompson 1968;
 * Pike's way to prefer what a backtracking engine would find first). Throws a {@link SyntaxProblem}.
 * @param isCased whether capitals differ from small letters */
export function compiled(source: string, isCased: boolean): readonly Instruction[] {
  const program: Instruction[] = [];
  const tests = new Map<string, (codePoint: number) => boolean>();
  const add = (instruction: Instruction): number => {
    if (program.length >= MOST_INSTRUCTIONS) throw new SyntaxProblem('is too large: repeat less');
    return program.push(instruction) - 1;
  };
  const write = (piece: Piece): void => {
    switch (piece.kind) {
      case 'character': {
        const accepts = tests.get(piece.source) ?? tested(piece.source, isCased);
        tests.set(piece.source, accepts);
        add({ op: 'character', accepts });
        return;
      }
      case 'assertion':
        add({ op: 'assertion', of: piece.of });
        return;
      case 'sequence':
        piece.pieces.forEach(write);
        return;
      case 'choice':
        return writeChoice(piece.pieces);
      case 'repeated':
        return writeRepeated(piece);
    }
  };
  const writeChoice = (pieces: readonly Piece[]): void => {
    const jumps: { to: number }[] = [];
    for (const [n, piece] of pieces.entries()) {
      if (n === pieces.length - 1) {
        write(piece);
        break;
      }
      const split = { op: 'split' as const, first: program.length + 1, second: 0 };
      const jump = { op: 'jump' as const, to: 0 };
      add(split);
      write(piece);
      add(jump);
      jumps.push(jump);
      split.second = program.length;
    }
    for (const jump of jumps) jump.to = program.length;
  };
  const writeRepeated = ({ piece, least, most, isLazy }: Extract<Piece, { kind: 'repeated' }>): void => {
    for (let n = 0; n < least; n++) write(piece);
    const optional = (): { readonly end: () => void; readonly at: number } => {
      const split = { op: 'split' as const, first: 0, second: 0 };
      const at = add(split);
      split[isLazy ? 'second' : 'first'] = at + 1;
      return { at, end: () => void (split[isLazy ? 'first' : 'second'] = program.length) };
    };
    if (most === Infinity) {
      const { at, end } = optional();
      write(piece);
      add({ op: 'jump', to: at });
      end();
      return;
    }
    const ends: (() => void)[] = [];
    for (let n = least; n < most; n++) {
      ends.push(optional().end);
      write(piece);
    }
    for (const end of ends) end();
  };
  write(parsePattern(source));
  add({ op: 'found' });
  return program;
}

/** Whether a code point is a part of a word. */
export const isWordCharacter = remembered(new RegExp(`^[${WORD}]$`, 'u'));

function tested(source: string, isCased: boolean): (codePoint: number) => boolean {
  return remembered(new RegExp(`^(?:${source})$`, isCased ? 'u' : 'iu'));
}

/** Asks an expression of one code point; its answers are remembered. */
function remembered(expression: RegExp): (codePoint: number) => boolean {
  /** 0 not yet asked, 1 no, 2 yes. */
  const known = new Uint8Array(0x3000);
  return (codePoint) => {
    const answer = known[codePoint];
    if (answer !== undefined && answer !== 0) return answer === 2;
    const isAccepted = expression.test(String.fromCodePoint(codePoint));
    if (answer === 0) known[codePoint] = isAccepted ? 2 : 1;
    return isAccepted;
  };
}
