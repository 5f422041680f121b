import type * as vscode from 'vscode';
import type { Actor } from '../../model/codebook';
import { NameFinder } from '../../suggest/names';
import { NameScan } from '../../suggest/nameScan';
import type { Parts } from '../parts';
import { isProse } from '../prose';
import type { Article } from '../store/article';
import type { CodebookFile } from '../store/codebookFile';
import { spokenOfAt, type SpokenOf } from './subjects';

/** A place of an article, and what is spoken of there. */
export interface Look {
  readonly article: Article;
  readonly codebook: CodebookFile;
  readonly spoken: readonly SpokenOf[];
}

/** Looks what is spoken of at places of documents. */
export class Looking {
  /** By the list of actors: a codebook has a new one when it changes. */
  private readonly finders = new WeakMap<readonly Actor[], NameFinder>();
  private readonly scans = new WeakMap<readonly Actor[], NameScan>();

  constructor(private readonly parts: Parts) {}

  /** Undefined where the document is no article. */
  async at(document: vscode.TextDocument, position: vscode.Position): Promise<Look | undefined> {
    const article = await this.article(document);
    if (!article) return undefined;
    const codebook = await this.parts.codebooks.of(article.uri);
    // The names of a program's variables speak of nobody.
    const names = this.names(article.annotated || isProse(document) ? codebook.lists.actors : []);
    return { article, codebook, spoken: spokenOfAt(article, codebook.lists, names, article.offsetAt(position)) };
  }

  /** The article of a document, its annotations placed; one that no editor shows (a preview, say) is loaded. */
  async article(document: vscode.TextDocument): Promise<Article | undefined> {
    const { articles } = this.parts;
    const article = articles.of(document) ?? (await articles.loaded(document.uri).catch(() => undefined));
    await article?.ready();
    return article;
  }

  /** Finds names all over a text. */
  scan(actors: readonly Actor[]): NameScan {
    let scan = this.scans.get(actors);
    if (!scan) this.scans.set(actors, (scan = new NameScan(actors)));
    return scan;
  }

  /** Finds the name at a place. */
  private names(actors: readonly Actor[]): NameFinder {
    let finder = this.finders.get(actors);
    if (!finder) this.finders.set(actors, (finder = new NameFinder(actors)));
    return finder;
  }
}
