import type { Referent } from '../model/references';
import type { ArticleIndex } from './articleIndex';
import { ArticleList } from './articleList';
import { lane, Tally } from './tally';

/** What counts in figures of an actor's mentions: nothing where there are only others. */
export interface ActorCount {
  readonly mentions: number;
  readonly articles: number;
}

/** All that speaks of one thing. */
class Posting {
  /** References to it. */
  uses = 0;
  /** Those that refer to it. */
  readonly articles = new ArticleList();
  /** How many articles mention it. */
  mentionedIn = 0;
  /** Mentions that count in figures, and how many articles have some. */
  mentions = 0;
  countedIn = 0;
}

/** A text that articles have, and what speaks of the things whose id it is. */
export class Term implements Record<Referent, Posting | undefined> {
  /** How many articles have it. */
  articles = 0;
  actor: Posting | undefined;
  topic: Posting | undefined;
  source: Posting | undefined;

  constructor(readonly text: string) {}
}

/** Which articles speak of which actors, topics and sources, and how often. */
export class Postings {
  readonly #terms = new Map<string, Term>();
  readonly #tally = new Tally();

  /** What an article's texts are here; each is in memory but once. */
  terms(texts: readonly string[]): readonly Term[] {
    return texts.map((text) => {
      const known = this.#terms.get(text);
      if (known) return known;
      const made = new Term(text);
      this.#terms.set(text, made);
      return made;
    });
  }

  /**
   * @param terms of its texts
   * @param atEnd whether it stands behind all that were added
   */
  add(index: ArticleIndex, terms: readonly Term[], atEnd: boolean): void {
    this.#tally.take(index.rows);
    let place = 0;
    for (const term of terms) {
      place += 1;
      term.articles += 1;
      if (this.#tally.count(place, lane.actor) > 0) {
        this.#add((term.actor ??= new Posting()), place, lane.actor, index, atEnd);
        this.#countMentions(term.actor, place, 1);
      }
      if (this.#tally.count(place, lane.topic) > 0) {
        this.#add((term.topic ??= new Posting()), place, lane.topic, index, atEnd);
      }
      if (this.#tally.count(place, lane.source) > 0) {
        this.#add((term.source ??= new Posting()), place, lane.source, index, atEnd);
      }
    }
  }

  /** For one that was added, as it was then. */
  remove(index: ArticleIndex): void {
    this.#tally.take(index.rows);
    for (const [at, term] of this.terms(index.rows.columns.texts).entries()) {
      term.articles -= 1;
      if (term.articles === 0) this.#terms.delete(term.text);
      if (term.actor) this.#countMentions(term.actor, at + 1, -1);
      term.actor = this.#remaining(term.actor, at + 1, lane.actor, index);
      term.topic = this.#remaining(term.topic, at + 1, lane.topic, index);
      term.source = this.#remaining(term.source, at + 1, lane.source, index);
    }
  }

  uses(kind: Referent, id: string): number {
    return this.#terms.get(id)?.[kind]?.uses ?? 0;
  }

  /** The articles that refer to one of these; an article may be in several lists. */
  articles(kind: Referent, ids: ReadonlySet<string>): readonly ArticleList[] {
    return [...ids].flatMap((id) => this.#terms.get(id)?.[kind]?.articles ?? []);
  }

  /** Of the actors that are mentioned. */
  *mentioned(): Iterable<[string, ActorCount]> {
    for (const { text, actor } of this.#terms.values()) {
      if (actor && actor.mentionedIn > 0) yield [text, { mentions: actor.mentions, articles: actor.countedIn }];
    }
  }

  #add(posting: Posting, place: number, at: number, index: ArticleIndex, atEnd: boolean): void {
    posting.articles.add(index, atEnd);
    posting.uses += this.#tally.count(place, at);
  }

  /** What is left of a posting without an article; undefined for nothing. */
  #remaining(posting: Posting | undefined, place: number, at: number, index: ArticleIndex): Posting | undefined {
    const uses = this.#tally.count(place, at);
    if (!posting || uses === 0) return posting;
    posting.articles.remove(index);
    posting.uses -= uses;
    return posting.uses === 0 ? undefined : posting;
  }

  #countMentions(posting: Posting, place: number, sign: 1 | -1): void {
    const counted = this.#tally.count(place, lane.counted);
    posting.mentionedIn += sign * Math.sign(this.#tally.count(place, lane.mentions));
    posting.mentions += sign * counted;
    posting.countedIn += sign * Math.sign(counted);
  }
}
