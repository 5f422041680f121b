import type { Clue, Mention } from './clues';
import { titles } from './nameKinds';

/**
 * To whom a claim is said, or at whom it is aimed: the verb's object, with what "and" joins to it ("accused A and B of"); whom a demand is for
 * ("called for A to withdraw"); the subject of "is accused". Keys of mentions.
 */
export function addresseesOf(text: string, clue: Clue, mentions: readonly Mention[]): readonly string[] {
  if (clue.form === 'passive') {
    const subject = mentions.findLast(({ range }) => range.end <= clue.groupStart);
    return subject && text.slice(subject.range.end, clue.groupStart).trim() === '' ? [subject.actor] : [];
  }
  if (clue.form !== 'verb' || !clue.verb) return [];
  const first = mentions.findIndex(({ range }) => range.start >= clue.range.end);
  const object = mentions[first];
  if (!object || !isObject(text.slice(clue.range.end, object.range.start))) return [];
  const isDemanded = clue.verb.act === 'demand' && /^\s+to\s/u.test(text.slice(object.range.end, object.range.end + 4));
  if (!clue.verb.addressed && !isDemanded) return [];
  const ids = [object.actor];
  for (let next = first + 1; next < mentions.length; next += 1) {
    const [before, mention] = [mentions[next - 1], mentions[next]];
    if (!before || !mention || !JOINT.test(text.slice(before.range.end, mention.range.start))) break;
    ids.push(mention.actor);
  }
  return [...new Set(ids)];
}

const JOINT = /^(?:,|,?\s+and)\s+(?:the\s+)?$/u;

/** Whether nothing but an article, a preposition and titles stands between a verb and its object. */
function isObject(between: string): boolean {
  const rest = between.replace(/^\s+(?:(?:the|on|at|with|against|to)\s+)*/u, '');
  const words = rest.split(/\s+/u).filter(Boolean);
  return rest.length < between.length && words.every((word) => titles.has(word.toLowerCase()) || /^\p{Lu}/u.test(word));
}
