import { effectiveCodebook } from '../../model/codebook';
import { namesByCodebook, type Names } from '../../model/names';
import type { AnalysedArticle } from '../analysedArticle';

/** What is known of an actor beside its claims. */
export interface ActorFact {
  readonly kind?: string;
  readonly color?: string;
  /** How often it is mentioned, where that counts. */
  mentions: number;
}

/** Gathers what is known of actors while articles are read for something else; by the ids of values (see `Value`). */
export class ActorFacts {
  readonly #facts = new Map<string, ActorFact>();
  readonly #names = namesByCodebook();
  readonly #known = new Set<AnalysedArticle['codebook']>();

  of(value: string): ActorFact | undefined {
    return this.#facts.get(value);
  }

  /** Passes articles through. */
  *reading(articles: Iterable<AnalysedArticle>): Iterable<AnalysedArticle> {
    for (const article of articles) {
      const names = this.#names(article.codebook);
      this.#takeCodebook(article.codebook);
      for (const { type, counts, actor } of article.annotations) {
        if (type === 'actor' && counts === 'yes' && actor !== undefined) this.#mentioned(names, actor);
      }
      yield article;
    }
  }

  #takeCodebook(codebook: AnalysedArticle['codebook']): void {
    if (this.#known.has(codebook)) return;
    this.#known.add(codebook);
    for (const { id, name, kind, color } of effectiveCodebook(codebook).actors) {
      const fact = this.#fact(JSON.stringify([id, name || id]));
      const isColor = color !== undefined && /^#[0-9a-f]{6}$/i.test(color);
      Object.assign(fact, kind === undefined ? {} : { kind }, isColor ? { color } : {});
    }
  }

  #mentioned(names: Names, actor: string): void {
    const { id, name } = names.actor(actor);
    this.#fact(JSON.stringify([id, name])).mentions += 1;
  }

  #fact(value: string): ActorFact {
    let fact = this.#facts.get(value);
    if (!fact) this.#facts.set(value, (fact = { mentions: 0 }));
    return fact;
  }
}
