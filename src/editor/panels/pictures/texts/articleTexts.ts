import * as vscode from 'vscode';
import { analysed, type AnalysedArticle } from '../../../../analysis/analysedArticle';
import type { Rows } from '../../../../corpus/rows';
import { articlesToExport } from '../../../exchange/exportSource';
import { fileStamp } from '../../../files';
import type { Parts } from '../../../parts';
import type { ReadArticle, TextReading } from '../picture';

/** Articles that are read at the same time. */
const AT_ONCE = 8;
/** What the texts that are kept may come to together, in UTF-16 code units. */
const MOST_UNITS = 16 * 1024 * 1024;

interface Kept {
  /** What it was made of: the article in the index, and its file. */
  readonly rows: Rows;
  readonly stamp: string;
  readonly read: ReadArticle;
}

/** Reads articles with their texts, each annotation where it stands in the text as it is now: open ones as they are in the editor,
 * others from their files. Those that were read last are kept, and read again only where the file or its annotations changed. */
export class ArticleTexts implements TextReading {
  /** By the article's uri as text, the one that was read last at the end. */
  private readonly kept = new Map<string, Kept>();
  private units = 0;

  constructor(private readonly parts: Parts) {}

  async *of(articles: Iterable<AnalysedArticle>): AsyncGenerator<ReadArticle, void> {
    const ahead: Promise<ReadArticle>[] = [];
    for (const article of articles) {
      ahead.push(this.read(article));
      if (ahead.length < AT_ONCE) continue;
      const first = await ahead.shift();
      if (first) yield first;
    }
    for (const next of ahead) yield await next;
  }

  private async read(article: AnalysedArticle): Promise<ReadArticle> {
    const { key, codebook } = article;
    const uri = vscode.Uri.parse(key, true);
    const isOpen = [...this.parts.articles.all()].some((open) => open.key === key);
    const stamp = isOpen ? undefined : await fileStamp(uri);
    const rows = this.parts.corpus.shown().rowsOf(key);
    const known = this.kept.get(key);
    if (known && rows === known.rows && stamp === known.stamp) {
      this.keep(key, known);
      return { ...known.read, article: { ...known.read.article, codebook } };
    }
    this.forget(key);
    const read = await this.fromFiles(article, uri);
    if (rows && stamp !== undefined && read.text) this.keep(key, { rows, stamp, read });
    return read;
  }

  private async fromFiles(article: AnalysedArticle, uri: vscode.Uri): Promise<ReadArticle> {
    const { key, path, codebook } = article;
    try {
      for await (const content of articlesToExport(this.parts, [uri], { root: undefined, found: true }, new Map())) {
        const { text, info, coding, annotations } = content;
        return {
          article: this.shown(analysed({ path, info, coding, codebook, annotations }, key)),
          text: { text, excluded: info.excluded ?? [] },
        };
      }
    } catch {
      // Counted by whoever asks; the article itself says why when it is opened.
    }
    return { article, text: undefined };
  }

  /** Without what is hidden, because of who made it. */
  private shown(article: AnalysedArticle): AnalysedArticle {
    const { visibility } = this.parts;
    return { ...article, annotations: article.annotations.filter((annotation) => visibility.shows(annotation)) };
  }

  private keep(key: string, kept: Kept): void {
    this.forget(key);
    this.kept.set(key, kept);
    this.units += lengthOf(kept);
    for (const oldest of this.kept.keys()) {
      if (this.units <= MOST_UNITS) return;
      this.forget(oldest);
    }
  }

  private forget(key: string): void {
    const known = this.kept.get(key);
    if (!known) return;
    this.units -= lengthOf(known);
    this.kept.delete(key);
  }
}

function lengthOf({ read }: Kept): number {
  return read.text?.text.length ?? 0;
}
