import * as vscode from 'vscode';
import { codersOf } from '../../analysis/agreement/codedArticle';
import { disagreements, type Disagreement } from '../../analysis/agreement/disagreements';
import { cell } from '../../corpus/columns';
import type { CorpusIndex } from '../../corpus/corpusIndex';
import type { Rows } from '../../corpus/rows';
import type { PlacedAnnotation } from '../../model/annotation';
import type { Codebook } from '../../model/codebook';
import { compareCodeUnits } from '../../model/codeUnits';
import { letOthersWork } from '../letOthersWork';
import type { Parts } from '../parts';
import type { Work } from '../slowWork';
import type { CodebookFile } from '../store/codebookFile';
import { shownArticle } from './coded';

/** What one annotator has of what is disagreed about; nothing where `annotation` is absent. */
export interface ListedSide {
  readonly creator: string;
  readonly annotation?: PlacedAnnotation;
}

/** A disagreement of an article (uri as text). */
export interface Listed extends Omit<Disagreement, 'sides'> {
  readonly article: string;
  readonly codebook: CodebookFile;
  readonly sides: readonly ListedSide[];
  /** The annotations that these link to, by id. */
  readonly linked: (id: string) => PlacedAnnotation | undefined;
}

/** Which articles are looked at, by their uris as text. */
export type Scope = 'workspace' | readonly string[];

interface Known {
  readonly rows: Rows;
  readonly codebook: Codebook;
  readonly listed: readonly Listed[];
}

/** Finds the disagreements of articles; of an article that hasn't changed since, what was found before. */
export class Listing {
  private readonly known = new Map<string, Known>();

  constructor(private readonly parts: Parts) {}

  /** The worst first; ends early, with what was found, where it is cancelled. Articles that can't be read are left out. */
  async of(scope: Scope, { token, report }: Work): Promise<readonly Listed[]> {
    await this.parts.corpus.build();
    // What was opened just now is in the index once its sidecar was read.
    await Promise.all(Array.from(this.parts.articles.all(), (article) => article.ready()));
    const index = this.parts.corpus.shown();
    const uris = scope === 'workspace' ? Array.from(index.ordered(), ({ uri }) => uri) : scope;
    const found: Listed[] = [];
    for (const [at, uri] of uris.entries()) {
      if (token.isCancellationRequested) break;
      if (!hasSeveralCoders(index, uri)) continue;
      report(vscode.l10n.t('{0} of {1} articles', at + 1, uris.length), (at + 1) / uris.length);
      for (const one of await this.in(index, uri)) found.push(one);
      await letOthersWork();
    }
    return found.sort(byArticle(uris));
  }

  private async in(index: CorpusIndex, uri: string): Promise<readonly Listed[]> {
    const rows = index.rowsOf(uri);
    const codebook = await this.parts.codebooks.of(vscode.Uri.parse(uri, true));
    const known = this.known.get(uri);
    if (!rows || codebook.problem) return [];
    if (known?.rows === rows && known.codebook === codebook.content) return known.listed;
    const listed = await this.found(uri, codebook).catch(() => []); // why it can't be read is told where it is opened
    this.known.set(uri, { rows, codebook: codebook.content, listed });
    return listed;
  }

  private async found(uri: string, codebook: CodebookFile): Promise<readonly Listed[]> {
    const article = await shownArticle(this.parts, uri, codebook.content);
    const coders = article ? codersOf(article) : [];
    if (!article || coders.length < 2) return [];
    const byId = new Map(article.annotations.map((annotation) => [annotation.id, annotation]));
    return disagreements(article, coders).map((one) => ({
      ...one,
      article: uri,
      codebook,
      linked: (id) => byId.get(id),
      sides: one.sides.map(({ creator, id }): ListedSide => {
        const annotation = id === undefined ? undefined : byId.get(id);
        return annotation ? { creator, annotation } : { creator };
      }),
    }));
  }
}

/** The ids of the annotations that are disagreed about, in the order of the annotators. */
export function idsOf({ sides }: Pick<Listed, 'sides'>): readonly string[] {
  return sides.flatMap(({ annotation }) => annotation?.id ?? []);
}

/** Whether several people say something of an article, as far as the index tells. */
function hasSeveralCoders(index: CorpusIndex, uri: string): boolean {
  const rows = index.rowsOf(uri);
  if (!rows) return false;
  const creators = new Set(index.known(uri)?.coding.map(({ creator }) => creator));
  for (let row = 0; row < rows.count && creators.size < 2; row += 1) {
    const creator = rows.textAt(rows.number(row, cell.creator));
    if (creator !== undefined) creators.add(creator);
  }
  return creators.size > 1;
}

function byArticle(uris: readonly string[]): (a: Listed, b: Listed) => number {
  const order = new Map(uris.map((uri, at) => [uri, at]));
  return (a, b) =>
    b.severity - a.severity ||
    (order.get(a.article) ?? 0) - (order.get(b.article) ?? 0) ||
    a.start - b.start ||
    b.end - a.end ||
    compareCodeUnits(idsOf(a).join(' '), idsOf(b).join(' '));
}
