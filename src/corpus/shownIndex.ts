import { chosenColumns, type OfCreator } from './chosenColumns';
import { CorpusIndex } from './corpusIndex';
import type { Rows } from './rows';

/** An index of what some creators made, kept up with the index of all. It has the same articles, be they empty. */
export class ShownIndex {
  readonly #index = new CorpusIndex();
  /** By uri, what was taken over of the whole. */
  readonly #taken = new Map<string, Rows>();
  #revision = -1;

  constructor(
    private readonly whole: CorpusIndex,
    private readonly isShown: OfCreator,
  ) {}

  /** As the whole is now; costs little where little changed there. */
  current(): CorpusIndex {
    if (this.#revision === this.whole.revision) return this.#index;
    for (const article of this.whole.ordered()) {
      const { uri } = article;
      const rows = this.whole.rowsOf(uri);
      if (!rows || this.#taken.get(uri) === rows) continue;
      this.#taken.set(uri, rows);
      this.#index.setColumns(article, chosenColumns(rows.columns, this.isShown));
    }
    for (const uri of this.#taken.keys()) {
      if (this.whole.known(uri)) continue;
      this.#taken.delete(uri);
      this.#index.removeArticle(uri);
    }
    this.#revision = this.whole.revision;
    return this.#index;
  }
}
