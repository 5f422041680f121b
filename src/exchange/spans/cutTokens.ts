import type { Range } from '../../model/range';
import { sentencesAndTokens } from '../../anchoring/tokens';

/** Tokens cut wherever a span begins or ends within one, so that every span is of whole tokens.
 * @param tokens ascending and apart */
export function cutTokens(tokens: readonly Range[], spans: readonly Range[]): Range[] {
  const edges = [...new Set(spans.flatMap(({ start, end }) => [start, end]))].sort((a, b) => a - b);
  const found: Range[] = [];
  let next = 0;
  for (const { start, end } of tokens) {
    let from = start;
    while ((edges[next] ?? Infinity) <= start) next += 1;
    for (; (edges[next] ?? Infinity) < end; next++) {
      const edge = edges[next] ?? end;
      found.push({ start: from, end: edge });
      from = edge;
    }
    found.push({ start: from, end });
  }
  return found;
}

/** A token as spaCy has it. */
export interface SpacyToken extends Range {
  /** Whether one space follows that isn't in a token. */
  readonly hasSpace: boolean;
}

/** A text's tokens as spaCy wants them: every character is in one, but a single space after each; spans are of whole tokens. */
export function spacyTokens(text: string, spans: readonly Range[]): SpacyToken[] {
  const words = sentencesAndTokens(text).flatMap(({ tokens }) => tokens);
  const starts = new Set(spans.map(({ start }) => start));
  const ends = new Set(spans.map(({ end }) => end));
  const filled: Range[] = [];
  let end = 0;
  const fill = (to: number): void => {
    // A space that a span begins or ends with belongs to it.
    const isLoose = filled.length > 0 && text[end] === ' ' && !starts.has(end) && !ends.has(end + 1);
    const from = isLoose ? end + 1 : end;
    if (from < to) filled.push({ start: from, end: to });
  };
  for (const word of words) {
    fill(word.start);
    filled.push(word);
    end = word.end;
  }
  fill(text.length);
  return cutTokens(filled, spans).map((token, n, all) => {
    return { ...token, hasSpace: text[token.end] === ' ' && (all[n + 1]?.start ?? text.length) > token.end };
  });
}
