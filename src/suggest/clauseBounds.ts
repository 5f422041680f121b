import type { Clue } from './clues';

/** What stands between two clauses: offsets in the words between two verbs. */
export interface Cut {
  readonly start: number;
  readonly end: number;
}

export interface Place {
  /** Whether no clue stands before: then only what is a clause by itself is cut off. */
  readonly isFirst: boolean;
  /** Whether the sentence begins with "while": then a comma ends that clause. */
  readonly isConceding: boolean;
}

/** Where a clause with a subject of its own may begin. */
const SEPARATOR =
  /;\s+(?:(?:and|but|yet|while)\s+)?|\s[–—]\s|—|,\s+(?:and|but|yet|while|whereas|although|though|so|nor)\s+|\s(?:while|whereas|although)\s+|[.!?]["”’»]?\s+(?=\S)/giu;
const AND_SUBJECT = /\s(?:and|but)\s+(?=(?:the\s+)?\p{Lu}|(?:he|she|they|it)\s)/gu;
/** ", which Poland | opposes". */
const RELATIVE_OBJECT = /,\s+(?=(?:which|whom|whose)\s+[^,;]{1,60}$)/gu;
/** A colon divides only before "according to". */
const COLON = /:\s+$/u;
/** What stands behind a verb whose object stands before it. */
const POSTPONED =
  /^(?:["”’»]|\s*[.,;]|\s*$|\s+to\s+(?:reporters|journalists|parliament|lawmakers|the\s(?:press|media)|\p{Lu})|\s+(?:in|on|at|during|last|this|from|with|when|by|after|before|as)(?!\p{L}))/u;
/** Behind "and" a subject without a comma before it has so many words at most. */
const LONGEST_SUBJECT = 4;
/** Fewer words are no clause. */
const SHORTEST_CLAUSE = 3;

/**
 * Where the clause before ends and the clue's own begins; undefined where the clue's verb stands within what another says.
 * @param gap the words between the verb before, or the utterance's beginning, and the clue's verb
 * @param behind the words behind the clue's verb
 */
export function cutBefore(gap: string, behind: string, clue: Clue, { isFirst, isConceding }: Place): Cut | undefined {
  if (clue.form === 'according' && COLON.test(gap)) return { start: gap.length, end: gap.length };
  const relative = cutsOf(gap, RELATIVE_OBJECT).at(-1);
  if (relative && clue.form === 'verb') return relative;
  const cuts = cutsOf(gap, SEPARATOR);
  if (!isFirst) cuts.push(...cutsOf(gap, AND_SUBJECT).filter(({ end }) => wordsIn(gap.slice(end)) <= LONGEST_SUBJECT));
  if (!isFirst && isConceding) cuts.push(...cutsOf(gap, /,\s/gu).slice(-1));
  const isLast = isPostponed(gap, behind, clue);
  const fitting = cuts.filter(({ start, end }) => {
    const rest = gap.slice(end);
    if (/^(?:that|what|which|who|to)(?!\p{L})|\s(?:that|which|who)\s*$/iu.test(rest)) return false;
    if (clue.form !== 'according' && !/[\p{L}¤]/u.test(rest)) return false;
    if (isLast && gap.charAt(start) === ',' && rest.includes(',')) return false;
    return !isFirst || gap.charAt(start) === ';' || wordsIn(gap.slice(0, start)) >= SHORTEST_CLAUSE;
  });
  return fitting.sort((a, b) => a.end - b.end).at(-1);
}

/** "…, he said on Monday": what is said stands before, so that no comma in it divides. */
export function isPostponed(gap: string, behind: string, { form }: Clue): boolean {
  return form === 'verb' && /[,?!"”’»]\s+[^,;]{0,80}$/u.test(gap) && POSTPONED.test(behind);
}

/** Where the last phrase begins that isn't mere white space: "…, | officials say", "…, | the minister, Anna Brandt, say". */
export function lastPhrase(gap: string): number {
  const phrases = [...gap.matchAll(/[,?!"”’»]\s+/gu)].map(({ 0: found, index }) => index + found.length);
  const last = phrases.at(-1) ?? 0;
  return /\p{L}/u.test(gap.slice(last)) ? last : (phrases.at(-3) ?? 0);
}

export function wordsIn(words: string): number {
  return words.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
}

function cutsOf(gap: string, pattern: RegExp): Cut[] {
  return [...gap.matchAll(pattern)].map(({ 0: found, index }) => ({ start: index, end: index + found.length }));
}
