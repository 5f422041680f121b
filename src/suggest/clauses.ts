import { trimmed, type Range } from '../model/range';
import type { Clue } from './clues';
import { cutBefore, isPostponed, lastPhrase, wordsIn } from './clauseBounds';
import type { Utterance } from './utterances';

/** A clause with the verb that makes it a claim. */
export interface SpokenClause {
  readonly clue: Clue;
  readonly range: Range;
  /** Where its subject is looked for. */
  readonly subject: Range;
  /** Whose subject it shares: that of the clause before ("condemned it and | called for talks"). */
  readonly sharesWith: SpokenClause | undefined;
  /** Words of motive within what is said: their holder is this claim's. */
  readonly motives: readonly Clue[];
}

interface Draft {
  readonly clue: Clue;
  readonly start: number;
  end: number;
  readonly subject: Range;
  /** Index of the draft whose subject it shares. */
  readonly sharesWith?: number;
  readonly isRelative?: boolean;
  readonly motives: Clue[];
}

/** Stands for what is in quotation marks, where no clause is divided. */
const HIDDEN = '¤';
const COORDINATED =
  /(?:[,;]\s*|\s)(?:and|but|or|then|yet|nor)\s+(?:(?:then|later|also|even|instead|finally|subsequently|further)\s+)*$/iu;
const PARTICIPLE = /[,–—]\s*(?:(?:while|by|thus|thereby|and|or)\s+)?$/iu;
const RELATIVE = /(?:,\s*|\sand\s|(?<!^)\p{Lu}[\p{L}]*\s)(?:which|who)\s+$/u;
/** A first verb behind one of these has no main clause before it ("lost a vote after peers backed"), or nobody says it. */
const SUBORDINATE =
  /(?:^|\s)(?:after|before|when|because|since|if|until|unless|once|whether|whatever|how|why|who|what|than)\s[^,;]*$|,\sas\s[^,;]*$|\sthat\s*$|(?:^|\s)(?:neither|nobody|nothing|none|no one)(?:\s[\p{L}\s]*)?$|(?:^|\s)no\s[\p{L}\s]*$/iu;
/** "What Russia wants is". */
const WHAT = /^what\s/iu;
const CONCESSION = /^(?:while|although|though|whereas)\b/iu;
/** Where what is said ends, though no further verb follows. */
const TAIL = /;\s|,\s(?:though|although|whose|where|whereas|because)\s|,\s(?:which|who)\s/gu;

/**
 * Divides an utterance into the clauses of its clues: coordinated verbs and participles each for itself, a relative clause apart
 * from the one that it stands in. A verb within what another says is part of that claim.
 */
export function clausesOf(text: string, utterance: Utterance, clues: readonly Clue[]): SpokenClause[] {
  const divider = new ClauseDivider(text, utterance);
  for (const clue of clues)
    if (!clue.inQuotation && clue.range.start >= utterance.range.start && clue.range.end <= utterance.range.end)
      divider.add(clue);
  return divider.done();
}

/** Takes the clues of an utterance one after the other. */
class ClauseDivider {
  readonly #text: string;
  readonly #range: Range;
  /** The utterance's words with what is quoted made one mark. */
  readonly #hidden: string;
  readonly #drafts: Draft[] = [];
  /** Behind a verb of a subordinate clause, which no clause of a claim's own has followed yet. */
  #embedded: number | undefined;

  constructor(text: string, utterance: Utterance) {
    this.#text = text;
    this.#range = utterance.range;
    this.#hidden = hide(text, utterance);
  }

  add(clue: Clue): void {
    const last = this.#drafts.at(-1);
    const from = last ? Math.max(last.clue.range.end, last.start) : this.#range.start;
    const gap = this.#between(from, clue.groupStart);
    const relative = RELATIVE.exec(gap);
    if (relative && clue.form === 'verb')
      this.#addRelative(clue, last, from + relative.index + relative[0].search(/[\p{L}]/u), relative[0]);
    else if (last && isParticiple(this.#text, clue) && PARTICIPLE.test(gap))
      this.#addSharing(clue, last, from + gap.search(PARTICIPLE));
    else if (last?.isRelative && clue.form === 'verb' && /,\s*$/u.test(gap))
      this.#addAround(clue, last, from + gap.lastIndexOf(','));
    else if (last && isCoordinating(this.#text, clue) && COORDINATED.test(gap))
      this.#addSharing(clue, last, from + gap.search(COORDINATED));
    else this.#addSeparate(clue, last, from, gap);
  }

  done(): SpokenClause[] {
    const tail = this.#drafts.at(-1);
    if (tail) {
      const rest = this.#between(tail.clue.range.end, tail.end);
      const stop = [...rest.matchAll(TAIL)].find(
        ({ index }) => wordsIn(rest.slice(0, index)) > 0 || tail.clue.form !== 'verb',
      );
      if (stop) tail.end = tail.clue.range.end + stop.index;
    }
    const clauses: SpokenClause[] = [];
    for (const { clue, start, end, subject, sharesWith, motives } of this.#drafts) {
      const range = withoutEdges(this.#text, { start, end });
      clauses.push({
        clue,
        range,
        subject,
        motives,
        sharesWith: sharesWith === undefined ? undefined : clauses[sharesWith],
      });
    }
    return clauses.filter(({ range }) => range.end > range.start);
  }

  /** ", which has called for": apart from the clause that it is about. */
  #addRelative(clue: Clue, last: Draft | undefined, at: number, words: string): void {
    const start = /^\s?and\s/iu.test(words) ? at + 4 : at;
    if (last && last.start < start && start <= last.end) last.end = at;
    const subject = { start: last?.start ?? this.#range.start, end: clue.groupStart };
    this.#drafts.push({ clue, start, end: this.#range.end, subject, isRelative: true, motives: [] });
  }

  /** "Poland, which opposes the fund, | said": the verb of the clause that the relative one stands in. */
  #addAround(clue: Clue, relative: Draft, comma: number): void {
    relative.end = Math.min(relative.end, comma);
    const subject = { start: relative.subject.start, end: relative.start };
    this.#drafts.push({ clue, start: subject.start, end: this.#range.end, subject, motives: [] });
  }

  /** A coordinated verb, or a participle. */
  #addSharing(clue: Clue, last: Draft, end: number): void {
    last.end = end;
    const subject = { start: clue.groupStart, end: clue.groupStart };
    const shared = clue.form === 'according' ? {} : { sharesWith: this.#drafts.length - 1 };
    this.#drafts.push({ clue, start: clue.groupStart, end: this.#range.end, subject, ...shared, motives: [] });
  }

  /** A clause with a subject of its own; part of the claim before where nothing divides them. */
  #addSeparate(clue: Clue, last: Draft | undefined, from: number, gap: string): void {
    const behind = this.#between(clue.range.end, this.#range.end);
    const cut = cutBefore(gap, behind, clue, { isFirst: !last, isConceding: CONCESSION.test(this.#hidden) });
    if (last && !cut) {
      if (clue.kind === 'motive') last.motives.push(clue);
      return;
    }
    if (!last && this.#isSubordinate(clue, gap.slice(cut?.end ?? 0))) return;
    if (last) last.end = Math.min(last.end, from + (cut?.start ?? 0));
    if (!last && isParticiple(this.#text, clue)) {
      const subject = { start: from, end: from + gap.lastIndexOf(',') };
      this.#drafts.push({ clue, start: clue.groupStart, end: this.#range.end, subject, motives: [] });
      return;
    }
    const start = from + (cut?.end ?? 0);
    const phrase = isPostponed(gap, behind, clue) ? from + lastPhrase(gap) : start;
    const subject = { start: Math.max(start, phrase), end: clue.groupStart };
    this.#drafts.push({ clue, start, end: this.#range.end, subject, motives: [] });
  }

  #isSubordinate(clue: Clue, gap: string): boolean {
    if (isParticiple(this.#text, clue)) return !isSpoken(clue) || !/,\s*$/u.test(gap);
    if (this.#embedded !== undefined && !/[,;]/u.test(this.#between(this.#embedded, clue.groupStart))) return true;
    if (clue.form !== 'verb' || !SUBORDINATE.test(gap)) return false;
    if (clue.kind === 'motive' && WHAT.test(gap)) return false;
    this.#embedded = clue.range.end;
    return true;
  }

  #between(from: number, to: number): string {
    return this.#hidden.slice(from - this.#range.start, Math.max(from, to) - this.#range.start);
  }
}

function hide(text: string, { range, quoted }: Utterance): string {
  let hidden = text.slice(range.start, range.end);
  for (const { start, end } of quoted) {
    const [from, to] = [start - range.start + 1, end - range.start - 1];
    hidden = hidden.slice(0, from) + HIDDEN.repeat(Math.max(0, to - from)) + hidden.slice(Math.max(from, to));
  }
  return hidden;
}

function isParticiple(text: string, { range, groupStart, form }: Clue): boolean {
  const isPlain = !/(?<!\p{L})(?:is|are|was|were|be|been|being)(?!\p{L})/iu.test(text.slice(groupStart, range.start));
  return form === 'verb' && isPlain && /ing(?!\p{L})/iu.test(text.slice(range.start, range.end));
}

/** A participle of such a verb is a claim without another verb of saying, too: "has stayed neutral, saying". */
function isSpoken({ verb }: Clue): boolean {
  return verb !== undefined && (verb.act === 'accuse' || (verb.act === 'assert' && !verb.stance));
}

/** A verb that may share the subject of the one before: "condemned it and called", "welcomed by A but criticised by B". */
function isCoordinating(text: string, clue: Clue): boolean {
  const isPassive = clue.form === 'according' && /ed\s+by$/iu.test(text.slice(clue.range.start, clue.range.end));
  return isPassive || (clue.form === 'verb' && !isParticiple(text, clue));
}

/** Without white space, and the comma or conjunction that joins it to the next. */
function withoutEdges(text: string, range: Range): Range {
  const inner = trimmed(text, range);
  const words = text
    .slice(inner.start, inner.end)
    .replace(/(?:[,;:–—]|\s(?:and|but|or|while|although|though|yet))+$/iu, '');
  return trimmed(text, { start: inner.start, end: inner.start + words.length });
}
