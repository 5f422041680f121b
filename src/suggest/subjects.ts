import type { Range } from '../model/range';
import type { Clue, Mention } from './clues';
import { quotations } from './quotations';
import { groupNouns, months, officeNouns, weekdays } from './words';

export interface Speakers {
  /** Known actors, in order. */
  readonly ids: readonly string[];
  /** Whether somebody speaks who is no known actor: "Analysts note". */
  readonly unknown: boolean;
}

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** "The statement, issued by Pyongyang,": what a preposition leads in and speaks all the same. */
const UTTERED =
  /\b(?:statement|commentary|report|remarks|speech|letter|editorial|communiqué|study|survey|paper|records?|documents?|data|figures|opinion|analysis|briefing|poll|audit|article|memo|filing)\b[^;:]{0,60}\b(?:by|from)\s+(?:(?:lawyers|economists|researchers|analysts|staff|members) of\s+)?(?:the\s+)?$|\b(?:spokes(?:man|woman|person|people)|aides?|lawyers?|advis[eo]rs?|speaking)\s+(?:for|to|of)\s+(?:the\s+)?$|\b(?:government|leadership|regime|administration|authorities|officials|rulers|governments|parliaments)\s+(?:in|of|from)\s+(?:the\s+)?$/iu;
/** What a preposition leads in is no subject. */
const PREPOSITION =
  /(?:^|[^\p{L}])(?:in|on|of|by|for|with|against|to|from|between|among|over|at|amid|as|under|about|toward|towards|within|than|including|like|into|through|after|before|following|despite)(?:\s+(?:the|both))?\s+$/iu;
/** "by the state agency KTA", not at the beginning of a clause. */
const LED_BY =
  /\S\s(?:by|of|from|with|for|against|between)\s+(?:(?:the|an?|its|their|his|her)\s+)?(?:\p{Ll}+\s+){1,3}$/u;
const HEADS = set(
  'leader leaders foreign state state-run media spokesperson top envoy ambassador army military parliament prime supreme defense defence embassy boss chief health energy finance transport interior culture agriculture trade economy justice central report statement study letter commentary document survey figures data website newspaper lobby',
);
/** Whose possessive speaks for nobody: "Russia’s critics". */
const OTHERS = set(
  'allies critics neighbours neighbors opponents rivals enemies adversaries partners detractors foes competitors',
);
const AND = /^(?:['’]s?)?\s*,?\s*(?:and|as well as|&)\s*(?:the\s+)?$/u;
const JOINT = /^(?:['’]s?)?\s*(?:,|,?\s*(?:and|as well as|&))\s*(?:the\s+)?$/u;

/** Who speaks, or holds, by a clue: the subject with all that is joined to it by "and"; behind "according to" its object. */
export function speakersOf(
  text: string,
  sentence: Range,
  clue: Clue,
  mentions: readonly Mention[],
  clues: readonly Clue[],
): Speakers {
  if (clue.form === 'according') return behind(text, clue, mentions, sentence);
  if (clue.form === 'passive') return { ids: [], unknown: true };
  const quoted = quotations(text, sentence);
  const before = mentions.filter(
    ({ range }) =>
      range.end <= clue.range.start && !quoted.some(({ outer }) => outer.start < range.start && range.end < outer.end),
  );
  const index = before.findLastIndex(({ range }, at) => {
    const lead = text.slice(Math.max(sentence.start, range.start - 120), range.start);
    if (isLed(lead) || isExplaining(text, range, before[at - 1])) return false;
    return (
      !isObject(text, range, clues) &&
      !isModifier(text, range, clue) &&
      !isJointObject(text, range, before, clues, sentence)
    );
  });
  if (index >= 0) return { ids: joint(text, before, index), unknown: false };
  if (clue.kind === 'report' && clue.form === 'verb' && isInverted(text, sentence, clue)) {
    const after = behind(text, clue, mentions, sentence);
    if (after.ids.length > 0) return after;
  }
  return { ids: [], unknown: !hasPronoun(text.slice(sentence.start, clue.range.start)) };
}

/** "…,” said Kim": the verb stands right behind what is said. */
function isInverted(text: string, sentence: Range, clue: Clue): boolean {
  return /["”’»,]\s*$/u.test(text.slice(sentence.start, clue.range.start));
}

function behind(text: string, clue: Clue, mentions: readonly Mention[], sentence: Range): Speakers {
  const first = mentions.findIndex(({ range }) => range.start >= clue.range.end);
  const mention = mentions[first];
  if (!mention)
    return { ids: [], unknown: !/^\s+(?:it|him|her|them)\b/u.test(text.slice(clue.range.end, sentence.end)) };
  const between = text.slice(clue.range.end, mention.range.start);
  if (/[;.](?!\s?\p{Lu}?\p{Ll}*\s*$)/u.test(between) || between.includes(',') || between.length > 60)
    return { ids: [], unknown: true };
  const ids = [mention.actor];
  for (let i = first + 1; i < mentions.length; i += 1) {
    const [last, next] = [mentions[i - 1], mentions[i]];
    if (!last || !next || !/^,?\s+and\s+(?:the\s+)?$/u.test(text.slice(last.range.end, next.range.start))) break;
    ids.push(next.actor);
  }
  return { ids: [...new Set(ids)], unknown: false };
}

/** The actors of `mentions` that "and" and commas join to the one at `index`, and those on its very range. */
function joint(text: string, mentions: readonly Mention[], index: number): string[] {
  const ids: string[] = [];
  for (let i = index; i >= 0; i -= 1) {
    const [mention, next] = [mentions[i], mentions[i + 1]];
    if (!mention) break;
    const joins =
      i === index ||
      (next &&
        // The last of several has an "and"; a comma alone is that of an apposition.
        ((i === index - 1 ? AND : JOINT).test(text.slice(mention.range.end, next.range.start)) ||
          mention.range.end >= next.range.end));
    const lead = text.slice(Math.max(0, mention.range.start - 60), mention.range.start);
    if (!joins || (i < index && isLed(lead))) break;
    ids.unshift(mention.actor);
  }
  return [...new Set(ids)];
}

/** "Selim Acar, | Turkey’s energy minister": says who the one before is. */
function isExplaining(text: string, range: Range, before: Mention | undefined): boolean {
  const isOwner = /^['’]/u.test(text.slice(range.end, range.end + 1));
  return isOwner && before !== undefined && /^,\s+$/u.test(text.slice(before.range.end, range.start));
}

/** Whether a preposition leads a mention in, so that it is no subject; "the envoy from Brazil" speaks for Brazil. */
function isLed(lead: string): boolean {
  if (!PREPOSITION.test(lead) && !LED_BY.test(lead)) return false;
  const office = /(\p{L}+)\s+(?:of|from|for|in)\s+(?:the\s+)?$/u.exec(lead)?.[1] ?? '';
  // Behind a name and a comma it explains who that is.
  const explained = /(\p{Lu}\p{L}*),\s[^,]*$/u.exec(lead)?.[1]?.toLowerCase();
  const isApposition = explained !== undefined && !weekdays.has(explained) && !months.has(explained);
  const isFormer = /(?<!\p{L})(?:former|ex)(?!\p{L})/u.test(lead);
  const isOffice = officeNouns.has(office.toLowerCase().replace(/s$/u, '')) && !isApposition && !isFormer;
  return !isOffice && !UTTERED.test(lead);
}

/** Whether the mention is the object of another verb: "defended Russia and blamed". */
function isObject(text: string, range: Range, clues: readonly Clue[]): boolean {
  return clues.some(
    (clue) => clue.range.end <= range.start && /^\s+(?:the\s+)?$/u.test(text.slice(clue.range.end, range.start)),
  );
}

/** "supported Moscow and Beijing and …": joined to an object. */
function isJointObject(
  text: string,
  range: Range,
  before: readonly Mention[],
  clues: readonly Clue[],
  sentence: Range,
): boolean {
  const index = before.findIndex((mention) => mention.range === range);
  const previous = before[index - 1];
  if (!previous || !AND.test(text.slice(previous.range.end, range.start))) return false;
  const lead = text.slice(Math.max(sentence.start, previous.range.start - 120), previous.range.start);
  return (
    isLed(lead) || isObject(text, previous.range, clues) || isJointObject(text, previous.range, before, clues, sentence)
  );
}

/** "Russia’s aggression has": a possessive, but for "Russia’s leader said" and "Russia’s motive". */
function isModifier(text: string, range: Range, clue: Clue): boolean {
  const behindIt = text.slice(range.end, clue.range.start);
  if (!/^['’]s?\s/u.test(behindIt)) return false;
  if (clue.form === 'noun' && /^['’]s?(?:\s+[\p{L}-]+){0,2}\s*$/u.test(behindIt)) return false;
  const heads =
    behindIt
      .toLowerCase()
      .match(/[\p{L}-]+/gu)
      ?.slice(0, 4) ?? [];
  return (
    heads.some((word) => OTHERS.has(word)) ||
    !heads.some((word) => groupNouns.has(word) || officeNouns.has(word) || HEADS.has(word))
  );
}

function hasPronoun(before: string): boolean {
  return /(?:^|[^\p{L}])(?:it|they|he|she|we|i)(?:\s+\p{L}+){0,3}\s*$/iu.test(before);
}
