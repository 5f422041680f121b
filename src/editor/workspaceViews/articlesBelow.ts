import * as vscode from 'vscode';
import type { CorpusIndex } from '../../corpus/corpusIndex';
import type { Rows } from '../../corpus/rows';
import { fileNameOf } from '../../model/article';
import { plainLabel } from '../pickers/plainLabel';
import { sumOf, type ArticleCount } from './counts';
import { annotationRow, type Showing } from './annotationRows';
import { inArticles } from './figureWords';
import type { FullAnnotations } from './fullAnnotations';
import { spokenOf, type ClaimsOf, type Row } from './row';
import { rowsOfMany } from './rowsOfMany';

/** What rows below an article are made of. */
export interface Below extends Showing {
  readonly articles: readonly ArticleCount[];
  /** Which annotations of an article are meant. */
  readonly isMeant: (rows: Rows, row: number) => boolean;
}

/** A row above articles. */
export interface Group extends Below {
  readonly label: string;
  /** How many there are and in how many articles, where nothing else is said. */
  readonly description?: string;
  readonly context: string;
  readonly icon?: vscode.ThemeIcon;
  readonly claims?: ClaimsOf;
  /** Closed at first, however few articles there are. */
  readonly isClosed?: boolean;
}

/** In more articles than this they are closed at first. */
const FEW_ARTICLES = 12;

/** Rows of articles, each opened to its annotations. */
export class ArticlesBelow {
  constructor(
    private readonly index: () => CorpusIndex,
    private readonly full: FullAnnotations,
  ) {}

  /** A row that is opened to articles; none where there are none. */
  group(group: Group): readonly Row[] {
    const { id, label, context, icon, claims, articles, isClosed = false } = group;
    if (articles.length === 0) return [];
    const { description = inArticles(sumOf(articles), articles.length) } = group;
    return [
      {
        ...{ id, label, description, context },
        spoken: spokenOf(label, description),
        isOpen: articles.length <= FEW_ARTICLES && !isClosed,
        ...(icon ? { icon } : {}),
        ...(claims ? { claims } : {}),
        children: () => this.rows(group),
      },
    ];
  }

  rows(below: Below): readonly Row[] | Promise<readonly Row[]> {
    const { id, articles } = below;
    const rows = (some: readonly ArticleCount[]): readonly Row[] =>
      some.map((article) => this.articleRow(below, article));
    return rowsOfMany({ id, items: articles, rows, nameOf: ({ uri }) => articleName(this.index(), uri) });
  }

  private articleRow(below: Below, { uri, count }: ArticleCount): Row {
    const id = `${below.id}/${uri}`;
    const name = articleName(this.index(), uri);
    const path = plainLabel(vscode.workspace.asRelativePath(vscode.Uri.parse(uri, true)));
    return {
      id,
      // A title is long, and would hide what stands behind it.
      label: `${count} · ${name}`,
      description: '',
      spoken: spokenOf(name, `${count}`),
      context: 'articleOf',
      icon: new vscode.ThemeIcon('file-text'),
      article: uri,
      tooltip: () => `${name}\n${path}`,
      children: () => this.annotationsIn({ ...below, id }, uri),
    };
  }

  private annotationsIn(below: Below, uri: string): readonly Row[] | Promise<readonly Row[]> {
    const all = this.index().rowsOf(uri);
    const items: number[] = [];
    for (let row = 0; all && row < all.count; row += 1) if (all.counts(row) && below.isMeant(all, row)) items.push(row);
    const rows = async (some: readonly number[]): Promise<readonly Row[]> => {
      const lookup = await this.full.in(uri);
      return some.flatMap((row) => {
        const annotation = all?.annotation(row);
        const where = annotation && { article: uri, id: annotation.id };
        return where ? [annotationRow(below, where, annotation, lookup(annotation.id), lookup)] : [];
      });
    };
    return rowsOfMany({ id: below.id, items, rows });
  }
}

/** What a person calls an article: its title, else its file's name. */
export function articleName(index: CorpusIndex, uri: string): string {
  const title = index.known(uri)?.info.title;
  return plainLabel(title?.trim() ? title : fileOf(uri));
}

/** The name of an article's file, by its uri as text. */
export function fileOf(uri: string): string {
  return fileNameOf(vscode.Uri.parse(uri, true).path);
}
