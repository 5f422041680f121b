import type { Utterance } from './utterances';

/** What should or must be. */
const DEONTIC = /(?:^|[^\p{L}])(?:should|must|ought to|had better|deserves?(?: to)?)(?![\p{L}])/iu;
/** What is judged. */
const JUDGEMENT =
  /(?:^|[^\p{L}])(?:is|are|was|were|would be)\s+(?:(?:not|simply|plainly|quite|also|both|entirely|surely|certainly|still|fair to say|all)\s+)*(?:right|wrong|mistaken|misleading|unfair|unjust|unacceptable|irresponsible|shameful|disgraceful|absurd|foolish|reckless|dangerous|indefensible|overdue|a mistake|a disgrace|a scandal|an outrage|an? (?:\p{Ll}+ )?(?:mistake|injustice|disgrace|scandal|failure))(?![\p{L}])/iu;
/** "It is fair to say". */
const STANCE_TAKEN =
  /^(?:but |and |yet )?it (?:is|would be) (?:not )?(?:fair|time|better|wrong|right|tempting|misleading) /iu;

/** Whether the author takes a position in an utterance that reports nobody: says what should be, or judges. */
export function isOwnPosition(text: string, { range, quotedShare }: Utterance): boolean {
  const words = text.slice(range.start, range.end);
  if (quotedShare > 0.3 || !/[.!:]["”’)]?(?:\[\d+\])*$/u.test(words)) return false;
  return DEONTIC.test(words) || JUDGEMENT.test(words) || STANCE_TAKEN.test(words);
}
