/** A text in which case, apostrophes, hyphens, soft hyphens, composition and runs of white space don't count, and the way
 * back. */
export interface Folded {
  readonly text: string;
  /** For each unit of `text`, and its end, the offset in the original. Units that one character became share an offset. */
  readonly origin: readonly number[];
}

/** Printable ASCII, but for a character to which something unseen may belong. */
const PLAIN = /[!-~]+(?![\u00ad\u0300-\uffff])/y;
const WHITE = /\s+/y;
/** A character with the marks, soft hyphens and joiners behind it. */
const CHARACTER = /[^][\p{M}\u00ad\u200b-\u200d\u2060]*/uy;
const UNSEEN = /[\u00ad\u200b-\u200d\u2060]/gu;

/**
 * Folds a text so that a name reads the same wherever it stands. White space becomes one space (nothing where a line breaks
 * behind a hyphen), but a blank line a line feed, which no name holds.
 */
export function fold(original: string): Folded {
  const origin: number[] = [];
  const parts: string[] = [];
  let at = 0;
  const push = (part: string, folded: string): void => {
    for (let unit = 0; unit < folded.length; unit += 1) origin.push(at + Math.min(unit, part.length - 1));
    parts.push(folded);
    at += part.length;
  };
  while (at < original.length) {
    const plain = partAt(original, at, PLAIN);
    if (plain !== undefined) push(plain, plain.toLowerCase());
    const white = partAt(original, at, WHITE);
    if (white !== undefined) push(white, foldedSpace(white, parts.at(-1)?.endsWith('-') === true));
    else if (at < original.length) {
      const character = partAt(original, at, CHARACTER) ?? original.charAt(at);
      push(character, foldedCharacter(character));
    }
  }
  origin.push(original.length);
  return { text: parts.join(''), origin };
}

/** The range of the original that a stretch of the folded text is; undefined where its edges lie within a character. */
export function unfolded({ origin }: Folded, start: number, end: number): { start: number; end: number } | undefined {
  const [from, to] = [origin[start], origin[end]];
  if (from === undefined || to === undefined || from === origin[start - 1] || to === origin[end - 1]) return undefined;
  return { start: from, end: to };
}

/** What a sticky pattern matches at `at`. */
function partAt(text: string, at: number, pattern: RegExp): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}

function foldedSpace(run: string, behindHyphen: boolean): string {
  const breaks = run.split('\n').length - 1;
  if (breaks > 1) return '\n';
  return breaks === 1 && behindHyphen ? '' : ' ';
}

function foldedCharacter(character: string): string {
  const seen = character.replace(UNSEEN, '');
  if (/^['’ʼ‘]$/u.test(seen)) return "'";
  if (/^[‐‑-]$/u.test(seen)) return '-';
  return seen.normalize('NFC').toLowerCase().replace(/ς/gu, 'σ');
}
