import type * as vscode from 'vscode';
import type { Coding } from '../../model/article';
import { isUncoded, type KnownArticle } from '../articleStatus';
import type { Strays } from '../moving/strays';
import type { Parts } from '../parts';
import { articleRows } from './articleRows';
import { ArticleTexts } from './articleTexts';
import { parseFilter, type Term } from './filterTerms';
import type { Row } from './row';
import { WatchedArticles } from './watchedArticles';
import type { Workspace } from './workspace';

/** The articles of the workspace, filtered as a person wants them. */
export class ShownArticles implements vscode.Disposable {
  /** As it was typed. */
  filter = '';
  private terms: readonly Term[] = [];
  private readonly texts = new ArticleTexts();
  private readonly files: WatchedArticles;

  /** @param changed told when articles came or went */
  constructor(
    private readonly parts: Parts,
    private readonly workspace: Workspace,
    private readonly strays: Strays,
    changed: () => void,
  ) {
    this.files = new WatchedArticles(changed);
  }

  /** Takes a filter over; resolves once it can be applied, false where another one came meanwhile. */
  async filterBy(typed: string, progress: (share: number) => void): Promise<boolean> {
    this.filter = typed.trim();
    const isOver = (): boolean => this.filter !== typed.trim();
    this.terms = this.texts.lookFor(parseFilter(typed));
    await this.texts.fitting(await this.all(), progress, isOver);
    return !isOver();
  }

  lookAgain(): void {
    this.texts.forget();
    this.files.lookAgain();
  }

  async rows(): Promise<readonly Row[]> {
    const articles = await this.texts.fitting(await this.all());
    const creator = await this.parts.creator.name();
    const { terms, filter } = this;
    const { visibility } = this.parts;
    const shows = (coding: Coding): boolean => visibility.shows(coding);
    return articleRows({ articles, index: this.workspace.index, creator, shows, terms, isFiltered: filter !== '' });
  }

  /** How many the present creator has still to read; undefined where that isn't told of any article. */
  async left(): Promise<number | undefined> {
    const creator = await this.parts.creator.name();
    const articles = await this.all();
    if (!articles.some(({ coding }) => coding.some((entry) => entry.creator === creator))) return undefined;
    return articles.filter((article) => isUncoded(article, creator)).length;
  }

  dispose(): void {
    this.files.dispose();
  }

  /** Sidecars whose article is gone are listed elsewhere. */
  private async all(): Promise<readonly KnownArticle[]> {
    const gone = new Set(this.strays.list.map(({ article }) => article.toString()));
    const articles = await this.files.all(this.workspace.index);
    return gone.size === 0 ? articles : articles.filter(({ uri }) => !gone.has(uri));
  }
}
