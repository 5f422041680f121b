import type { KnownArticle } from '../articleStatus';
import { ClosedTexts } from '../closedTexts';
import { folded, type Term } from './filterTerms';

/** The field of a filter's term that is looked for in the articles' texts. */
const TEXT_FIELD = 'text';
/** Files that are read between two looks at whether the filter is another by now. */
const AT_ONCE = 64;

/** Which articles hold the words that a filter wants in their texts (`text:levy`): each is read once a filter. */
export class ArticleTexts {
  private words: readonly string[] = [];
  private readonly known = new Map<string, boolean>();
  private readonly texts = new ClosedTexts(0);

  /** Takes the terms over that are about texts; gives the others. */
  lookFor(terms: readonly Term[]): readonly Term[] {
    const words = terms.filter(({ field }) => field === TEXT_FIELD).map((term) => term.words);
    if (words.join('\n') !== this.words.join('\n')) this.forget();
    this.words = words;
    return terms.filter(({ field }) => field !== TEXT_FIELD);
  }

  /** Texts may have changed. */
  forget(): void {
    this.known.clear();
  }

  /** The articles whose texts hold all words; all of them where none is wanted. Gives up where `isOver` says so. */
  async fitting(
    articles: readonly KnownArticle[],
    progress: (share: number) => void = () => undefined,
    isOver: () => boolean = () => false,
  ): Promise<readonly KnownArticle[]> {
    if (this.words.length === 0) return articles;
    const unread = articles.filter(({ uri }) => !this.known.has(uri));
    for (let at = 0; at < unread.length && !isOver(); at += AT_ONCE) {
      progress(at / unread.length);
      await Promise.all(unread.slice(at, at + AT_ONCE).map((article) => this.read(article)));
    }
    return articles.filter(({ uri }) => this.known.get(uri));
  }

  private async read({ uri, info }: KnownArticle): Promise<void> {
    const { words, known } = this;
    const text = folded((await this.texts.orOpen(uri, info?.encoding)) ?? '');
    const isFitting = words.every((one) => text.includes(one));
    if (words === this.words) known.set(uri, isFitting);
  }
}
