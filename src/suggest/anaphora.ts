import { bodyNouns, personNouns } from './words';

/**
 * Whom a subject that is no name stands for: the *author* ("I", "this article"), the last *person* or *body* spoken of ("she",
 * "the ministry"), whoever spoke *last* ("they", "the statement"), what a relative clause is about (*antecedent*), or *nobody*
 * that a rule could tell ("her deputy").
 */
export type Referent = 'author' | 'person' | 'body' | 'it' | 'last' | 'antecedent' | 'nobody';

const PERSON = /(?:^|[^\p{L}])(?:he|she)\s*$/iu;
const THING = /(?:^|[^\p{L}])it\s*$/iu;
const PLURAL = /(?:^|[^\p{L}])(?:they|both)\s*$/iu;
const FIRST_PERSON = /(?:^|[^\p{L}])(?:I|[Ww]e)(?:[’'](?:d|ve|m|re|ll))?\s*$/u;
const THIS_TEXT = 'this\\s+(?:article|paper|essay|note|analysis|chapter|review|column|report|study)';
const THIS_TEXT_LAST = new RegExp(`(?:^|[^\\p{L}])${THIS_TEXT}\\s*$`, 'iu');
const THIS_TEXT_SUBJECT = new RegExp(`(?:^|[^\\p{L}])${THIS_TEXT}\\s`, 'iu');
const DOCUMENT =
  /(?:^|[^\p{L}])(?:[Tt]he|[Ii]ts|[Tt]hat)\s+(?:\p{Ll}+\s+){0,2}?(?:statement|report|study|document|commentary|paper|letter|survey|analysis|audit|draft)\s*$/u;
/** "The minister", "its new ministry"; an apposition may follow. */
const DEFINITE =
  /(?<!\p{L})([Tt]he|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|[Tt]his|[Tt]hat)\s+(?:[\p{Ll}-]+\s+){0,3}?([\p{Ll}-]+?)(?:['’]s(?:\s+(\p{Ll}[\p{Ll}\s]*))?)?(?:,[^,]*,)?\s*$/u;
const PREPOSITION =
  /(?:^|[^\p{L}])(?:of|in|on|by|for|with|against|to|from|between|among|over|at|under|about|behind|within)\s+$/iu;

/** @param before the words of the clause before its verb, the last of which are the subject's */
export function referentOf(before: string): Referent | undefined {
  if (FIRST_PERSON.test(before) || THIS_TEXT_LAST.test(before)) return 'author';
  if (PERSON.test(before)) return 'person';
  if (THING.test(before)) return 'it';
  if (PLURAL.test(before) || DOCUMENT.test(before)) return 'last';
  if (/^whose\s/iu.test(before)) return 'antecedent';
  const found = DEFINITE.exec(before);
  if (!found || PREPOSITION.test(before.slice(0, found.index))) return undefined;
  const [, determiner = '', noun = '', owned] = found;
  // "The minister’s office" is somebody else.
  if (owned !== undefined) return 'nobody';
  if (!personNouns.has(noun) && !bodyNouns.has(noun)) return undefined;
  if (/^h(?:is|er)$/iu.test(determiner)) return 'nobody';
  // "Its spokesman" speaks for it.
  return personNouns.has(noun) && !/^(?:its|their)$/iu.test(determiner) ? 'person' : 'body';
}

/** Whether words speak of the text itself as a subject may: "This article asks". */
export function isOfThisText(words: string): boolean {
  return THIS_TEXT_SUBJECT.test(words);
}
