import type { ArticleIndex } from './articleIndex';
import { ArticleList } from './articleList';
import type { Referent } from '../model/references';
import { tallied } from './tally';

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
  /** Articles that mention it. */
  mentionedIn = 0;
  /** Mentions that count in figures, and the articles that they are in. */
  mentions = 0;
  countedIn = 0;
}

/** Which articles speak of which actors, topics and sources, and how often. */
export class Postings {
  readonly #byId: Readonly<Record<Referent, Map<string, Posting>>> = {
    actor: new Map(),
    topic: new Map(),
    source: new Map(),
  };

  add(index: ArticleIndex): void {
    this.#count(index, 1);
  }

  /** For one that was added, as it was then. */
  remove(index: ArticleIndex): void {
    this.#count(index, -1);
  }

  uses(kind: Referent, id: string): number {
    return this.#byId[kind].get(id)?.uses ?? 0;
  }

  /** The articles that refer to one of these; an article may be in several lists. */
  articles(kind: Referent, ids: ReadonlySet<string>): readonly ArticleList[] {
    return [...ids].flatMap((id) => this.#byId[kind].get(id)?.articles ?? []);
  }

  /** Of the actors that are mentioned. */
  *mentioned(): Iterable<[string, ActorCount]> {
    for (const [id, { mentionedIn, mentions, countedIn }] of this.#byId.actor) {
      if (mentionedIn > 0) yield [id, { mentions, articles: countedIn }];
    }
  }

  #count(index: ArticleIndex, sign: 1 | -1): void {
    const { uses, mentions, counted } = tallied(index.rows);
    const { texts } = index.rows.columns;
    for (const kind of ['actor', 'topic', 'source'] as const) {
      for (let place = 1; place <= texts.length; place += 1) {
        const times = uses[kind][place] ?? 0;
        if (times === 0) continue;
        const id = texts[place - 1] ?? '';
        const posting = this.#posting(kind, id);
        posting.uses += sign * times;
        if (sign > 0) posting.articles.add(index);
        else posting.articles.remove(index);
        if (kind === 'actor') addMentions(posting, sign, mentions[place] ?? 0, counted[place] ?? 0);
        if (posting.uses === 0) this.#byId[kind].delete(id);
      }
    }
  }

  #posting(kind: Referent, id: string): Posting {
    const known = this.#byId[kind].get(id);
    if (known) return known;
    const made = new Posting();
    this.#byId[kind].set(id, made);
    return made;
  }
}

function addMentions(posting: Posting, sign: 1 | -1, all: number, counted: number): void {
  posting.mentionedIn += sign * Math.sign(all);
  posting.mentions += sign * counted;
  posting.countedIn += sign * Math.sign(counted);
}
