import type { Attribution } from '../model/annotation';
import type { Actor } from '../model/codebook';
import { contains, overlaps, type Range } from '../model/range';
import { cluesOf, type Clue, type Mention } from './clues';
import { blockAt } from './lines';
import { NameFinder } from './names';
import { quotations } from './quotations';
import { innerSentenceAt } from './sentences';
import { speakersOf } from './subjects';

export interface ClaimContext {
  readonly actors: readonly Actor[];
  /** Mentions that are marked already, by position in `text`; they go before names that are merely known. */
  readonly mentions: readonly Mention[];
  /** Id of the actor that the article's author is. */
  readonly author?: string;
  /** Of `actors`, where one is at hand. */
  readonly names?: NameFinder;
}

/** What a claim is likely to be. Fields that nothing points to are absent; a stance is never neutral by guess. */
export interface ClaimGuess {
  /** Ids of actors; several where they speak together. */
  readonly speaker?: readonly string[];
  readonly holder?: string;
  readonly addressee?: string;
  readonly attribution?: Attribution;
  readonly act?: string;
  readonly stance?: string;
}

/** Sentences before the claim's, in its paragraph, in which a speaker is looked for. */
const SENTENCES_BACK = 6;
/** A sentence longer than this is looked at from its start only. */
const LONGEST = 3_000;

/**
 * Guesses the fields of a claim at `range`, in English, from the sentence's reporting verb, quotation marks and words of
 * motive. Speaker: the verb's subject, else the paragraph's last speaker, else the author; absent where a verb has a subject that is no known actor.
 */
export function guessClaim(text: string, range: Range, context: ClaimContext): ClaimGuess {
  const names = context.names ?? new NameFinder(context.actors);
  const { body } = blockAt(text, range.start);
  const sentence = capped(innerSentenceAt(text, body, range.start));
  const mentions = mentionsOf(text, sentence, context.mentions, names);
  const clues = cluesOf(text, sentence, mentions);
  const quoted = quotedShare(text, sentence, range);
  const main = mainClue(clues, range);

  if (main?.kind === 'motive') {
    const holder = speakersOf(text, sentence, main, mentions, clues).ids[0];
    return { ...author(context), ...(holder ? { holder } : {}), attribution: 'imputed', act: 'assert' };
  }
  const spoken = main ? speakersOf(text, sentence, main, mentions, clues) : { ids: [], unknown: false };
  const speaker =
    spoken.ids.length > 0 ? spoken.ids : spoken.unknown ? [] : lastSpeaker(text, body, sentence, context, names);
  const others = clues.filter((clue) => clue.kind === 'report' && overlaps(clue.range, range));
  const telling = others.find(({ verb }) => verb?.stance || (verb && verb.act !== 'assert')) ?? main;
  const motive = clues.find((clue) => clue.kind === 'motive' && overlaps(clue.range, range));
  const holder = motive && speakersOf(text, sentence, motive, mentions, clues).ids[0];
  const addressee = telling?.verb?.addressed ? objectOf(text, telling, mentions) : undefined;
  const byOthers = main !== undefined || speaker.length > 0;
  const attribution: Attribution = isQuoted(quoted, main) ? 'quoted' : byOthers ? 'reported' : 'author';
  return {
    ...(speaker.length > 0 ? { speaker } : spoken.unknown ? {} : author(context)),
    ...(holder && !speaker.includes(holder) ? { holder } : {}),
    ...(addressee && !speaker.includes(addressee) ? { addressee } : {}),
    attribution,
    act: telling?.verb?.act ?? 'assert',
    ...(telling?.verb?.stance ? { stance: telling.verb.stance } : {}),
  };
}

function author(context: ClaimContext): { speaker?: readonly string[] } {
  return context.author === undefined ? {} : { speaker: [context.author] };
}

function capped(range: Range): Range {
  return { start: range.start, end: Math.min(range.end, range.start + LONGEST) };
}

/** Marked mentions and known names of a sentence, in order. */
function mentionsOf(text: string, sentence: Range, marked: readonly Mention[], names: NameFinder): Mention[] {
  const here = marked.filter(({ range }) => contains(sentence, range));
  const known = names
    .within(text, sentence)
    .filter(({ range }) => !here.some((mention) => overlaps(mention.range, range)))
    .map(({ actor, range }) => ({ range, actor: actor.id }));
  return [...here, ...known].sort((a, b) => a.range.start - b.range.start || b.range.end - a.range.end);
}

/** The first clue in the range that no quotation holds, else the last before it, else the first behind. */
function mainClue(clues: readonly Clue[], range: Range): Clue | undefined {
  const open = clues.filter(({ inQuotation }) => !inQuotation);
  return (
    open.find((clue) => overlaps(clue.range, range)) ??
    open.findLast((clue) => clue.range.end <= range.start) ??
    open.find((clue) => clue.range.start >= range.end)
  );
}

/** The first known actor right behind the verb: "condemned North Korea’s test", "accusing Moscow of", "urged Russia to". */
function objectOf(text: string, clue: Clue, mentions: readonly Mention[]): string | undefined {
  const object = mentions.find(({ range }) => range.start >= clue.range.end);
  if (!object) return undefined;
  const between = text.slice(clue.range.end, object.range.start);
  return /^\s+(?:the\s+|on\s+)?$/u.test(between) ? object.actor : undefined;
}

function lastSpeaker(
  text: string,
  body: Range,
  sentence: Range,
  context: ClaimContext,
  names: NameFinder,
): readonly string[] {
  let before = sentence;
  for (let i = 0; i < SENTENCES_BACK && before.start > body.start; i += 1) {
    before = innerSentenceAt(text, body, before.start - 1);
    const here = capped(before);
    const mentions = mentionsOf(text, here, context.mentions, names);
    const clues = cluesOf(text, here, mentions);
    for (const clue of clues) {
      if (clue.kind !== 'report' || clue.inQuotation) continue;
      const { ids, unknown } = speakersOf(text, here, clue, mentions, clues);
      if (ids.length > 0 || unknown) return ids;
    }
  }
  return [];
}

/** How much of the range stands in quotation marks (0 to 1), and the words of its longest quotation. */
function quotedShare(text: string, sentence: Range, range: Range): { share: number; words: number } {
  const within = {
    start: Math.min(sentence.start, range.start),
    end: Math.min(Math.max(sentence.end, range.end), range.start + LONGEST),
  };
  let [covered, words, done] = [0, 0, range.start];
  for (const { outer, inner } of quotations(text, within)) {
    const start = Math.max(outer.start, done);
    const end = Math.min(outer.end, range.end);
    if (end <= start) continue;
    covered += end - start;
    done = end;
    words = Math.max(words, text.slice(inner.start, inner.end).match(/\S+/gu)?.length ?? 0);
  }
  return { share: covered / Math.max(1, range.end - range.start), words };
}

/** Mostly a quotation, or one of three words or more with a reporting verb; a word or two may be irony. */
function isQuoted({ share, words }: { share: number; words: number }, main: Clue | undefined): boolean {
  return share > 0.6 || (main !== undefined && words >= 3);
}
