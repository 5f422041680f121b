import { contains, type Range } from '../model/range';
import { isOfThisText, referentOf, type Referent } from './anaphora';
import type { SpokenClause } from './clauses';
import type { Clue, Mention } from './clues';
import { speakersOf } from './subjects';
import type { Utterance } from './utterances';

/** Who speaks in the course of a text: remembers the last speakers, for pronouns and for what goes on without a subject. All are
 * keys of mentions. */
export class ClaimVoices {
  readonly author: readonly string[];
  readonly #text: string;
  readonly #kindOf: (actor: string) => string | undefined;
  readonly #ofClause = new Map<SpokenClause, readonly string[]>();
  #start = 0;
  /** Where the last sentence ends in which somebody speaks. */
  #spokenUntil = 0;
  #mentions: readonly Mention[] = [];
  /** The speakers of this passage, the last ones last, empty where they are nobody known; and of the passage before. */
  #spoken: (readonly string[])[] = [];
  #before: (readonly string[])[] = [];

  /** @param kindOf the kind of an actor */
  constructor(text: string, kindOf: (actor: string) => string | undefined, author: string | undefined) {
    this.#text = text;
    this.#kindOf = kindOf;
    this.author = author === undefined ? [] : [author];
  }

  /** Goes on to a passage with its mentions. */
  begin({ start }: Range, mentions: readonly Mention[]): void {
    if (this.#spoken.length > 0) this.#before = this.#spoken;
    this.#spoken = [];
    this.#start = start;
    this.#mentions = mentions;
  }

  /** The passage's last speakers, else those of the passage before; none where the last one was nobody known. */
  last(): readonly string[] {
    return this.#spoken.at(-1) ?? this.#before.at(-1) ?? [];
  }

  /** Who speaks or holds in a clause: the verb's subject, whom a pronoun or a noun stands for, else nobody known. */
  subjectOf(
    utterance: Utterance,
    clause: SpokenClause,
    mentions: readonly Mention[],
    clues: readonly Clue[],
  ): readonly string[] {
    const found = clause.sharesWith
      ? (this.#ofClause.get(clause.sharesWith) ?? [])
      : this.#subject(utterance, clause, mentions, clues);
    this.#ofClause.set(clause, found);
    this.#spoken.push(found);
    this.#spokenUntil = utterance.range.end;
    return found;
  }

  /** Who holds by a word of motive within what a clause says. */
  holdersOf(
    { range }: Utterance,
    motive: Clue,
    clause: SpokenClause,
    mentions: readonly Mention[],
    clues: readonly Clue[],
  ): readonly string[] {
    const within = { start: Math.max(clause.clue.range.end, clause.range.start), end: range.end };
    const inside = mentions.filter((mention) => contains(within, mention.range));
    const others = clues.filter((clue) => clue !== clause.clue);
    return speakersOf(this.#text, within, motive, inside, others).ids;
  }

  #subject(
    { range, quotedShare }: Utterance,
    { clue, subject }: SpokenClause,
    mentions: readonly Mention[],
    clues: readonly Clue[],
  ): readonly string[] {
    const within = { start: subject.start, end: range.end };
    const inside = mentions.filter((mention) => contains(within, mention.range));
    const { ids } = speakersOf(this.#text, within, clue, inside, clues);
    if (ids.length > 0) return ids;
    const isHis =
      clue.form === 'according' && /^\s(?:his|her)\s/u.test(this.#text.slice(clue.range.end, clue.range.end + 6));
    const before = this.#text.slice(within.start, Math.max(within.start, subject.end));
    const referent = isHis ? 'person' : referentOf(before);
    if (referent) return this.#meant(referent, within.start);
    // A verb without a subject of its own goes on with the last one's.
    return clue.form === 'verb' && before.trim() === '' && quotedShare === 0 ? this.last() : [];
  }

  #meant(referent: Referent, start: number): readonly string[] {
    switch (referent) {
      case 'author':
        return this.author;
      case 'last':
        return this.last();
      case 'nobody':
        return [];
      case 'antecedent': {
        const mention = this.#mentions.findLast(({ range }) => range.end <= start);
        return mention ? [mention.actor] : [];
      }
      case 'it':
        return this.#isOfThisText(start) ? this.author : this.#lastOf(false, start);
      default:
        return this.#lastOf(referent === 'person', start);
    }
  }

  #beginsSentence(offset: number): boolean {
    return /(?:^|[.!?]["”’)]*\s)(?:The\s)?$/u.test(this.#text.slice(Math.max(this.#start, offset - 8), offset));
  }

  /** Whether the passage has spoken of the text itself, and of nobody since: "This article asks …. It argues …". */
  #isOfThisText(before: number): boolean {
    const since = this.#mentions.findLast(({ range }) => range.end <= before)?.range.end ?? this.#start;
    return isOfThisText(this.#text.slice(since, before));
  }

  /** The last speakers of a sort in the passage, else the person named last or the body named most, else the last speakers in the passage before. */
  #lastOf(isPerson: boolean, start: number): readonly string[] {
    const isSuch = (id: string): boolean => {
      const kind = this.#kindOf(id);
      return kind !== undefined && (kind === 'person') === isPerson;
    };
    const isAll = (ids: readonly string[]): boolean => ids.length > 0 && ids.every(isSuch);
    const spoken = this.#spoken.findLast(isAll);
    const before = this.#mentions.filter(({ range, actor }) => range.end <= start && isSuch(actor));
    // Whoever a sentence without a claim has spoken of since: "Rudge was blunter: the pool, he said", "Brazil has doubts. It asked".
    const since = before.findLast(
      ({ range }) => range.start >= this.#spokenUntil && (isPerson || this.#beginsSentence(range.start)),
    );
    if (spoken) return since ? [since.actor] : spoken;
    const named = before.map(({ actor }) => actor);
    const mention = isPerson ? named.at(-1) : mostOften(named);
    return mention === undefined ? (this.#before.findLast(isAll) ?? []) : [mention];
  }
}

/** Of what is there as often, the last. */
function mostOften(ids: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  const most = Math.max(0, ...counts.values());
  return ids.findLast((id) => counts.get(id) === most);
}
