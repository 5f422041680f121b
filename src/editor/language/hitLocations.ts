import * as vscode from 'vscode';
import type { CorpusIndex, Hit } from '../../corpus/corpusIndex';
import type { Target } from '../../model/annotation';
import { readSidecar } from '../../sidecar/read';
import type { ClosedTexts } from '../closedTexts';
import { readIfThere } from '../files';
import type { Parts } from '../parts';
import { rangeIn } from '../rangeIn';
import { sidecarUri, type Article } from '../store/article';
import { nearestTo } from './nearestTo';

/** Articles that are read together: most of the time is spent waiting for the host. */
const AT_ONCE = 32;

/**
 * Where annotations stand, in their order, as VS Code counts. Of an article that isn't open the text is read; where that isn't
 * the one that a range was made in, it is where its quotation stands next to that offset, else at the offset. Left out are those
 * whose text is gone, and those of articles that can't be read. Ends early where it is cancelled.
 */
export async function hitLocations(
  parts: Parts,
  texts: ClosedTexts,
  hits: Iterable<Hit>,
  token?: vscode.CancellationToken,
): Promise<readonly vscode.Location[]> {
  const index = parts.corpus.shown();
  const open = new Map([...parts.articles.all()].map((article) => [article.key, article]));
  const byArticle = [...grouped(hits)];
  const found: vscode.Location[] = [];
  for (let at = 0; at < byArticle.length && token?.isCancellationRequested !== true; at += AT_ONCE) {
    const some = byArticle.slice(at, at + AT_ONCE);
    const located = some.map(([key, ofArticle]) => {
      const article = open.get(key);
      return article ? inOpen(article, ofArticle) : inClosed(index, texts, key, ofArticle);
    });
    found.push(...(await Promise.all(located)).flat());
  }
  return found;
}

function grouped(hits: Iterable<Hit>): ReadonlyMap<string, readonly Hit[]> {
  const byArticle = new Map<string, Hit[]>();
  for (const hit of hits) {
    const others = byArticle.get(hit.uri);
    if (others) others.push(hit);
    else byArticle.set(hit.uri, [hit]);
  }
  return byArticle;
}

function inOpen(article: Article, hits: readonly Hit[]): vscode.Location[] {
  return hits
    .filter(({ start, end }) => start < end)
    .map((hit) => new vscode.Location(article.uri, article.editorRange(hit)));
}

async function inClosed(
  index: CorpusIndex,
  texts: ClosedTexts,
  key: string,
  hits: readonly Hit[],
): Promise<vscode.Location[]> {
  const uri = vscode.Uri.parse(key, true);
  const info = index.article(key)?.info;
  const text = await texts.of(uri, info?.encoding);
  if (!text) return [];
  const isOther = info?.length !== text.text.length || info.sha256 !== (await text.sha256());
  const quotations = isOther || hits.some((hit) => hit.text !== undefined) ? await quotationsIn(uri) : undefined;
  return hits.map((hit) => {
    const quotation = isOther || hit.text !== undefined ? quotations?.get(hit.id) : undefined;
    const range = (quotation && nearestTo(text.text, quotation.exact, quotation.start)) ?? hit;
    return new vscode.Location(uri, rangeIn(text.lines, range));
  });
}

/** By annotation, its first range as its sidecar has it. */
async function quotationsIn(article: vscode.Uri): Promise<ReadonlyMap<string, Target>> {
  const bytes = await readIfThere(sidecarUri(article)).catch(() => undefined);
  const result = bytes && readSidecar(bytes);
  if (!result?.ok) return new Map();
  return new Map(result.value.annotations.flatMap(({ id, target: [first] }) => (first ? [[id, first] as const] : [])));
}
