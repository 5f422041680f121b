import type { CodebookLists } from '../../model/codebook';
import { namesByCodebook } from '../../model/names';
import type { AnalysedArticle } from '../analysedArticle';
import { itemValue } from '../variables';

/** Counts how often actors are mentioned while articles are read for something else; mentions that don't count in figures don't here. */
export class Mentions {
  readonly #counts = new Map<string, number>();
  readonly #namesOf = namesByCodebook();
  readonly #codebooks = new Set<CodebookLists>();

  /** The codebooks of the articles, each once. */
  get codebooks(): readonly CodebookLists[] {
    return [...this.#codebooks];
  }

  /** @param value the id of an actor as the value of a variable */
  of(value: string): number {
    return this.#counts.get(value) ?? 0;
  }

  /** Passes articles through. */
  *reading(articles: Iterable<AnalysedArticle>): Iterable<AnalysedArticle> {
    for (const article of articles) {
      const { codebook, annotations } = article;
      if (codebook) this.#codebooks.add(codebook);
      const names = this.#namesOf(codebook);
      for (const { type, counts, actor } of annotations) {
        if (type !== 'actor' || counts !== 'yes' || actor === undefined) continue;
        const { id } = itemValue(names.actor(actor));
        this.#counts.set(id, (this.#counts.get(id) ?? 0) + 1);
      }
      yield article;
    }
  }
}
