import * as vscode from 'vscode';
import { ahead } from '../../corpus/ahead';
import type { HeldArticle, HeldCodebook, Library } from '../../exchange/importing/library';
import { nearestPath } from '../../exchange/importing/nearestPath';
import { fileNameOf, sidecarName } from '../../model/article';
import { articlesAround } from '../articleFiles';
import { ClosedTexts } from '../closedTexts';
import type { KnownArticle } from '../articleStatus';
import type { Parts } from '../parts';
import { sha256 } from '../../sidecar/hash';
import { isFree } from './exportChoice';

/**
 * The articles of the workspace folder that holds `target` (of the whole workspace where none does), as an import meets them,
 * and what new ones find in `target`.
 * @param progress told each article's path while their texts are looked through
 */
export async function workspaceLibrary(
  parts: Parts,
  target: vscode.Uri,
  progress: (path: string) => void,
): Promise<Library> {
  await parts.corpus.build();
  const all = await articlesAround(parts, target);
  const byUri = new Map(all.map((article) => [article.uri, article]));
  const byPath = new Map(all.map((article) => [article.path, article]));
  const byName = new Map<string, KnownArticle[]>();
  for (const article of all) {
    const name = fileNameOf(article.path);
    byName.set(name, [...(byName.get(name) ?? []), article]);
  }
  const texts = new ClosedTexts(0);
  let hashes: Promise<ReadonlyMap<string, readonly KnownArticle[]>> | undefined;
  const held = (article: KnownArticle | undefined): Promise<HeldArticle> | undefined =>
    article && heldArticle(parts, vscode.Uri.parse(article.uri, true), article.path);
  const only = (found: readonly KnownArticle[]): KnownArticle | undefined =>
    found.length === 1 ? found[0] : undefined;
  return {
    byHash: async (hash, path) => {
      hashes ??= byHash(all, texts, progress);
      return held(nearest((await hashes).get(hash) ?? [], target, path));
    },
    byPath: async (path) => {
      const exact = byPath.get(path) ?? byUri.get(vscode.Uri.joinPath(target, path).toString());
      return held(exact ?? only(byName.get(fileNameOf(path)) ?? []));
    },
    byUrl: async (url) => held(only(all.filter(({ info }) => info?.url === url))),
    isTaken: async (path) => {
      const uri = vscode.Uri.joinPath(target, path);
      return !(await isFree(uri)) || !(await isFree(uri.with({ path: sidecarName(uri.path) })));
    },
    codebook: await heldCodebook(parts, vscode.Uri.joinPath(target, 'new')),
  };
}

/** Files that are read at the same time. */
const AT_ONCE = 16;

/** Articles by the hash of their text as it is now, in the workspace's order. */
async function byHash(
  all: readonly KnownArticle[],
  texts: ClosedTexts,
  progress: (path: string) => void,
): Promise<ReadonlyMap<string, readonly KnownArticle[]>> {
  const found = new Map<string, KnownArticle[]>();
  const read = async (article: KnownArticle): Promise<readonly [KnownArticle, string | undefined]> => {
    // What can't be read is no article to be met.
    const text = await texts.orOpen(article.uri, article.info?.encoding).catch(() => undefined);
    return [article, text === undefined ? undefined : await sha256(text)];
  };
  for await (const [article, hash] of ahead(all, AT_ONCE, read)) {
    progress(article.path);
    if (hash === undefined) continue;
    const others = found.get(hash) ?? [];
    found.set(hash, others);
    others.push(article);
  }
  return found;
}

/** Of several articles with one text, for a copy of it is wherever the files of another tool are: one in the target's folder, of these
 * the one whose path is nearest to that of the import, of these one that is annotated. */
function nearest(articles: readonly KnownArticle[], target: vscode.Uri, path: string): KnownArticle | undefined {
  const folder = target.toString().replace(/\/?$/, '/');
  const inTarget = articles.filter(({ uri }) => uri.startsWith(folder));
  const possible = inTarget.length > 0 ? inTarget : articles;
  const inOrder = [...possible.filter(({ info }) => info), ...possible.filter(({ info }) => !info)];
  const wanted = nearestPath(
    inOrder.map((article) => article.path),
    path,
  );
  return inOrder.find((article) => article.path === wanted);
}

async function heldArticle(parts: Parts, uri: vscode.Uri, path: string): Promise<HeldArticle> {
  const article = await parts.articles.get(uri);
  article.assertWritable();
  for (;;) {
    const { text } = article;
    const sidecar = await article.snapshot();
    // Else somebody typed meanwhile.
    if (article.text === text) {
      const codebook = await heldCodebook(parts, uri);
      return { key: uri.toString(), path, text, sha256: await sha256(text), sidecar, codebook };
    }
  }
}

async function heldCodebook(parts: Parts, article: vscode.Uri): Promise<HeldCodebook> {
  const file = await parts.codebooks.of(article);
  file.assertWritable();
  return { key: file.key, content: file.exists ? file.content : undefined };
}
