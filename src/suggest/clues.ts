import type { Range } from '../model/range';
import { quotations } from './quotations';
import { imputingVerbs, MOTIVES, reportingVerbs, type Verb } from './reportingVerbs';
import { isPassive, isVerb, verbGroup } from './verbGroups';

/** A mention of an actor: where, and the actor's id. */
export interface Mention {
  readonly range: Range;
  readonly actor: string;
}

/** A word that tells whose a claim is. */
export interface Clue {
  /** A reporting verb or "according to"; a word of motive. */
  readonly kind: 'report' | 'motive';
  readonly range: Range;
  /** Where the verb's group begins: "has also | called". */
  readonly groupStart: number;
  readonly verb?: Verb;
  /** "according to" and "condemned by", whose speaker stands behind; "is accused", who is the object; "X’s motive", whose
   * holder stands before. */
  readonly form: 'verb' | 'according' | 'passive' | 'noun';
  readonly isNegated: boolean;
  readonly inQuotation: boolean;
}

type Found = Pick<Clue, 'kind' | 'form' | 'verb'> & { readonly length: number };

const SAID: Verb = { act: 'assert', addressed: false };
/** What a passive tells of the one that it speaks of, whoever says so. */
const PASSIVE_ACTS: ReadonlySet<string> = new Set(['accuse', 'condemn', 'praise']);
/** "Russia is thought to want": somebody ascribes a wish. */
const THOUGHT = /^(?:thought|believed|said|known|reported|understood|rumoured|rumored|presumed|suspected)$/u;
const THOUGHT_TO = /^\p{L}+\s+to\s+(?:be\s+)?(?:want|seek|hope|aim|intend|fear|plan|prefer|desire|wish)/iu;
/** Made, and not said: "the report, written by". */
const MADE = /^(?:written|put|cited|called|named|drafted|posted)$/u;
/** What may happen is not said yet. */
const POSSIBLE = /(?<!\p{L})(?:can|could|may|might|must|should|shall|cannot)(?!\p{L})/iu;
const OBLIGED = /(?<!\p{L})(?:must|should|shall)(?!\p{L})/iu;
const NEGATION = /(?<!\p{L})(?:not|never|cannot)(?!\p{L})|n[’']t(?!\p{L})/iu;
/** Questions, and agreements to act, are no claims. */
const NOT_BEFORE: readonly (readonly [verb: RegExp, behind: RegExp])[] = [
  [
    /^ask/u,
    /^\s+(?:\S+\s+)?(?:about|whether|if|why|how|what|when|who|where|not to be (?:named|identified))(?!\p{L})/iu,
  ],
  [/^(?:tells?|told|telling)$/u, /^\s+(?:\S+\s+){0,3}(?:whether|why|how|what|when|who|where)(?!\p{L})/iu],
  [/^want/u, /^\s+to be (?:named|identified|quoted)(?!\p{L})/iu],
  [/^(?:writ|wrote)/u, /^\s+(?:about|for)(?!\p{L})/iu],
  [/^agree/u, /^\s+(?:to|on|upon|an?|the)(?!\p{L})/iu],
];
/** What makes a noun of motive a claim: "Russia’s aim in the talks is". */
const ASCRIBES = /^[^;.]{0,120}?\s(?:is|are|was|were|been|be|remains?|seems?|appears?|lies|consists?)(?!\p{L})/iu;
const LED =
  /(?:^|[^\p{L}])(?:of|in|on|about|over|regarding|concerning|for|with|by|to|against|towards?)\s(?:\S+\s){0,4}$/iu;
const VIEW = /^in the (?:view|words|opinion|judge?ment|eyes|reading|estimation) of(?!\p{L})/iu;
/** "sees the pact as". */
const AS = /^[^,;.]{1,80}\sas(?!\p{L})/u;
const AS_VERB = /^(?:see|sees|saw|seen|seeing|views?|viewed|viewing|regard(?:s|ed|ing)?)$/u;
/** A that-clause or quotation, an adverbial of time before it at most. */
const THAT =
  /^(?:,?\s+(?:on|in|at|last|this|late|early|also|again|today|yesterday|week|month|year|recently|earlier|however|\p{Nd}+|\p{Lu}\p{Ll}+),?)*\s+that(?!\p{L})|^[^.;]{0,40}[“"‘]/u;

/** The clues of a sentence, in order. */
export function cluesOf(text: string, sentence: Range, mentions: readonly Mention[]): Clue[] {
  const quoted = quotations(text, sentence);
  const names = mentions.map(({ range }) => range);
  const words = [...text.slice(sentence.start, sentence.end).matchAll(/[\p{L}\p{M}-]+/gu)];
  return words.flatMap(({ index }, at) => {
    const start = sentence.start + index;
    if (names.some((name) => name.start <= start && start < name.end)) return [];
    const found = clueAt(text, sentence, words, at, names);
    if (!found) return [];
    const { length, ...rest } = found;
    const group = verbGroup(text, sentence, start);
    const clue: Clue = {
      ...rest,
      range: { start, end: start + length },
      groupStart: start - group.length,
      isNegated: NEGATION.test(group),
      inQuotation: quoted.some(({ outer }) => outer.start < start && start < outer.end),
    };
    return counts(text, sentence, clue, group) ? [clue] : [];
  });
}

function clueAt(
  text: string,
  sentence: Range,
  words: readonly RegExpExecArray[],
  at: number,
  names: readonly Range[],
): Found | undefined {
  const [word, next] = [words[at], words[at + 1]];
  if (!word) return undefined;
  const lower = word[0].toLowerCase();
  const two = next ? `${lower} ${next[0].toLowerCase()}` : lower;
  const start = sentence.start + word.index;
  const [one, both] = [word[0].length, next ? next.index + next[0].length - word.index : word[0].length];
  const view = lower === 'in' ? VIEW.exec(text.slice(start, sentence.end))?.[0] : undefined;
  if (view !== undefined) return { kind: 'report', form: 'according', length: view.length, verb: SAID };
  if (two === 'according to') return { kind: 'report', form: 'according', length: both, verb: SAID };
  if (MOTIVES.test(lower) && isOwned(text, start)) return { kind: 'motive', form: 'noun', length: one };
  const [report, phrase] = [reportingVerbs.get(lower), reportingVerbs.get(two)];
  const isMotive = imputingVerbs.has(lower) || imputingVerbs.has(two);
  if (!report && !phrase && !isMotive && !THOUGHT.test(lower)) return undefined;
  const placed = { words, at, start };
  if (!isVerb(text, sentence, placed, names)) return undefined;
  const passive = isPassive(text, sentence, placed);
  const isBySomebody =
    next?.[0] === 'by' &&
    names.some((name) => name.start >= start + both && /^\s+(?:the\s+)?$/u.test(text.slice(start + both, name.start)));
  if (isBySomebody || (next?.[0] === 'by' && !passive)) {
    const isSaid = isBySomebody && report && !MADE.test(lower);
    return isSaid ? { kind: 'report', form: 'according', length: both, verb: report } : undefined;
  }
  if (passive) {
    if (report && PASSIVE_ACTS.has(report.act)) return { kind: 'report', form: 'passive', length: one, verb: report };
    const isAscribed = THOUGHT.test(lower) && THOUGHT_TO.test(text.slice(start, sentence.end));
    return isAscribed ? { kind: 'motive', form: 'verb', length: one } : undefined;
  }
  if (phrase) return { kind: 'report', form: 'verb', length: both, verb: phrase };
  if (imputingVerbs.has(two)) return { kind: 'motive', form: 'verb', length: both };
  if (report) return { kind: 'report', form: 'verb', length: one, verb: report };
  return imputingVerbs.has(lower) ? { kind: 'motive', form: 'verb', length: one } : undefined;
}

/**
 * Whether a clue tells of a claim: nothing that was not said, no question, nothing that may or must be said.
 * @param group the verb's auxiliaries and adverbs
 */
function counts(text: string, sentence: Range, { verb, kind, form, isNegated, range }: Clue, group: string): boolean {
  const behind = text.slice(range.end, Math.min(sentence.end, range.end + 120));
  const word = text.slice(range.start, range.end).toLowerCase();
  if (NOT_BEFORE.some(([pattern, rest]) => pattern.test(word) && rest.test(behind))) return false;
  if (verb?.clausal && !THAT.test(behind)) return false;
  if (form === 'noun') return ASCRIBES.test(behind) && !LED.test(text.slice(sentence.start, range.start));
  if (kind === 'motive') return !OBLIGED.test(group) && (!AS_VERB.test(word) || (AS.test(behind) && !isNegated));
  if (form === 'according') return true;
  return !POSSIBLE.test(group) && !(isNegated && verb?.act === 'assert' && !verb.stance);
}

/** "Russia’s motive", "their strategic goals": a possessive within three words before. */
function isOwned(text: string, start: number): boolean {
  return /(?:['’]s?|(?:^|[^\p{L}])(?:his|her|its|their))(?:\s+[\p{L}-]+){0,2}\s+$/iu.test(
    text.slice(Math.max(0, start - 60), start),
  );
}
