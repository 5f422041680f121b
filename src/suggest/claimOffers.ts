import type { Attribution } from '../model/annotation';
import { overlaps, trimmed, type Range } from '../model/range';
import { addresseesOf } from './addressees';
import { clausesOf, type SpokenClause } from './clauses';
import { cluesOf, type Clue, type Mention } from './clues';
import { turnsOf, type Turn } from './interview';
import type { OfferReason } from './offer';
import { isOwnPosition } from './ownVoice';
import type { Passage } from './passages';
import { RangeIndex } from './rangeIndex';
import { utterancesOf, type Utterance } from './utterances';
import { ClaimVoices } from './voices';

/** A claim that the text makes, or says that somebody makes. */
export interface FoundClaim {
  readonly range: Range;
  /** Keys of mentions (see {@link Mention.actor}). */
  readonly speakers: readonly string[];
  readonly holders: readonly string[];
  readonly addressees: readonly string[];
  readonly stance: 'support' | 'oppose' | undefined;
  readonly attribution: Attribution;
  readonly act: string;
  readonly why: OfferReason;
}

const nothing = { speakers: [], holders: [], addressees: [], stance: undefined, act: 'assert' } as const;
/** A sentence of more units is no prose. */
const LONGEST = 4_000;
/** An answer of fewer words says nothing by itself. */
const FEWEST_ANSWERED = 3;
/** A quotation of fewer words is a choice of words, no claim. */
const FEWEST_QUOTED = 3;
/** What is mostly quoted and has no verb goes on with what somebody said. */
const MOSTLY = 0.7;
/** What is quoted in part: a question in it is not the author's. */
const PARTLY = 0.35;

/**
 * The claims of the passages' running text: one for each reporting verb or word of motive, and one for each quotation that
 * goes on without one. None in titles and notes.
 * @param mentions of the whole text, in order
 * @param kindOf the kind of an actor by a mention's key
 */
export function claimsIn(
  text: string,
  passages: readonly Passage[],
  mentions: readonly Mention[],
  kindOf: (actor: string) => string | undefined,
  author: string | undefined,
): FoundClaim[] {
  const voices = new ClaimVoices(text, kindOf, author);
  const index = new RangeIndex(mentions, ({ range }) => range);
  const isPerson = (id: string): boolean => kindOf(id) === 'person';
  const turns = turnsOf(text, passages, mentions, isPerson, author);
  return passages.flatMap((passage) => {
    const turn = turns.get(passage);
    if (turn) return turn.isQuestion ? [] : answered(text, turn);
    if (passage.isTitle || passage.isNote || !['paragraph', 'bullet'].includes(passage.kind)) return [];
    const here = index.overlapping(passage.body);
    voices.begin(passage.body, here);
    return utterancesOf(text, passage.body, passage.sentences).flatMap((utterance) => {
      if (isQuestion(text, utterance) || utterance.range.end - utterance.range.start > LONGEST) return [];
      const inside = index.overlapping(utterance.range);
      const clues = cluesOf(text, utterance.range, inside);
      const clauses = clausesOf(text, utterance, clues);
      if (clauses.length === 0)
        return passage.kind === 'paragraph' && isOwnPosition(text, utterance)
          ? [own(utterance.range, voices)]
          : continued(text, utterance, inside, voices);
      return clauses.map((clause) => claimOf(text, utterance, clause, inside, clues, voices));
    });
  });
}

function claimOf(
  text: string,
  utterance: Utterance,
  clause: SpokenClause,
  mentions: readonly Mention[],
  clues: readonly Clue[],
  voices: ClaimVoices,
): FoundClaim {
  const { clue, range, motives } = clause;
  const subject = voices.subjectOf(utterance, clause, mentions, clues);
  const addressees = addresseesOf(text, clue, mentions);
  if (clue.kind === 'motive')
    return subject === voices.author
      ? own(range, voices)
      : { ...nothing, range, speakers: voices.author, holders: subject, attribution: 'imputed', why: 'motive' };
  const holders = motives.flatMap((motive) => voices.holdersOf(utterance, motive, clause, mentions, clues));
  return {
    range,
    speakers: subject,
    holders: holders.filter((id) => !subject.includes(id)),
    addressees: addressees.filter((id) => !subject.includes(id)),
    stance: stanceOf(clue),
    attribution: subject === voices.author ? 'author' : isQuoted(text, utterance, range) ? 'quoted' : 'reported',
    act: clue.verb?.act ?? 'assert',
    why: clue.form === 'according' ? 'according-to' : utterance.quotedShare > PARTLY ? 'quotation' : 'reporting-verb',
  };
}

/** What somebody answers in an interview: each sentence. */
function answered(text: string, { passage, start, speaker }: Turn): FoundClaim[] {
  return passage.sentences.flatMap((sentence) => {
    const range = trimmed(text, { start: Math.max(sentence.start, start), end: sentence.end });
    const words = text.slice(range.start, range.end);
    if (/\?["”’]?$/u.test(words) || wordsIn(words) < FEWEST_ANSWERED) return [];
    return [
      { ...nothing, range, speakers: speaker === undefined ? [] : [speaker], attribution: 'quoted', why: 'quotation' },
    ];
  });
}

function own(range: Range, voices: ClaimVoices): FoundClaim {
  return { ...nothing, range, speakers: voices.author, attribution: 'author', why: 'author' };
}

function isQuestion(text: string, { range, quotedShare }: Utterance): boolean {
  return quotedShare < PARTLY && /\?\)?$/u.test(text.slice(range.start, range.end));
}

/** A quotation without a verb of its own goes on with the last speaker. */
function continued(
  text: string,
  utterance: Utterance,
  mentions: readonly Mention[],
  voices: ClaimVoices,
): FoundClaim[] {
  const named = speakerBefore(text, utterance, mentions);
  if (!isQuoted(text, utterance, utterance.range)) return [];
  if (!named && utterance.quotedShare < MOSTLY) return [];
  const range = trimmed(text, utterance.range);
  return [{ ...nothing, range, speakers: named ?? voices.last(), attribution: 'quoted', why: 'quotation' }];
}

/** "Brandt: “I will stay.”" */
function speakerBefore(text: string, { range, quoted }: Utterance, mentions: readonly Mention[]): string[] | undefined {
  const first = mentions.find((mention) => mention.range.start === range.start);
  const isLabel = first && quoted[0] && /^:\s*$/u.test(text.slice(first.range.end, quoted[0].start));
  return isLabel ? [first.actor] : undefined;
}

/** For or against, by the verb: whoever demands something is for it. */
function stanceOf({ verb, isNegated }: Clue): 'support' | 'oppose' | undefined {
  const stance = verb?.stance ?? (verb?.act === 'demand' ? 'support' : undefined);
  if (!stance || !isNegated) return stance;
  return stance === 'support' ? 'oppose' : 'support';
}

/** Whether a quotation of three words or more lies in the range. */
function isQuoted(text: string, { quoted }: Utterance, range: Range): boolean {
  return quoted
    .filter((one) => overlaps(one, range))
    .some(
      ({ start, end }) => wordsIn(text.slice(Math.max(start, range.start), Math.min(end, range.end))) >= FEWEST_QUOTED,
    );
}

function wordsIn(words: string): number {
  return words.match(/[\p{L}\p{N}]\S*/gu)?.length ?? 0;
}
