import * as vscode from 'vscode';
import { inSlices } from '../../anchoring/slices';
import { ahead } from '../../corpus/ahead';
import { NearDuplicates } from '../../exchange/articles/nearDuplicates';
import { MOST_TEXTS } from '../../exchange/articles/shingleIndex';
import type { KnownArticle } from '../articleStatus';
import { ClosedTexts } from '../closedTexts';
import { letOthersWork } from '../letOthersWork';
import type { Work } from '../slowWork';

/** Two articles of which one is, for the most part, in the other. */
export interface DuplicatePair {
  readonly first: vscode.Uri;
  readonly second: vscode.Uri;
  /** How much of the shorter one is in the other, 0 to 1. */
  readonly containment: number;
  readonly shorter: vscode.Uri;
}

export interface Compared {
  /** The closest first. */
  readonly pairs: readonly DuplicatePair[];
  /** How many articles were left out, being more than can be compared. */
  readonly leftOut: number;
}

/** An article whose text is at hand. */
export interface ArticleText {
  readonly uri: vscode.Uri;
  readonly text: string;
}

/** How much of the shorter article must be in the other. */
const CONTAINMENT = 0.5;
/** How long the work goes on without a pause: a key stroke waits that long at most. */
const SLICE_MS = 15;
/** Files that are read at the same time. */
const AT_ONCE = 16;

/** Near-duplicates among articles; of more than can be compared, among the first. An article that can't be read is none of them.
 * Undefined where the person cancelled.
 * @param brought come before the others; where they are given, only pairs with one of them at least are */
export async function nearDuplicatesOf(
  others: readonly KnownArticle[],
  { token, report }: Work,
  brought?: readonly ArticleText[],
): Promise<Compared | undefined> {
  const all = [...(brought ?? []), ...others];
  const near = new NearDuplicates();
  const uris: vscode.Uri[] = [];
  const texts = new ClosedTexts(0);
  const read = (article: ArticleText | KnownArticle): Promise<ArticleText | undefined> =>
    'text' in article ? Promise.resolve(article) : textOf(article, texts);
  let until = performance.now() + SLICE_MS;
  for await (const article of ahead(all.slice(0, MOST_TEXTS), AT_ONCE, read)) {
    if (token.isCancellationRequested) return undefined;
    if (!article) continue;
    uris.push(article.uri);
    const adding = near.add(article.text);
    for (let isAdded = false; !isAdded;) {
      isAdded = adding.next().done === true;
      if (performance.now() < until) continue;
      report(vscode.l10n.t('{0} of {1}: {2}', uris.length, all.length, vscode.workspace.asRelativePath(article.uri)));
      await letOthersWork();
      until = performance.now() + SLICE_MS;
    }
  }
  const found = await inSlices(near.pairs(CONTAINMENT, brought?.length), {
    slice: SLICE_MS,
    pause: letOthersWork,
    cancelled: () => token.isCancellationRequested,
    progress: (share) => report(`${Math.round(100 * share)} %`, share),
  });
  if (!found) return undefined;
  const pairs = found.flatMap(({ first, second, containment, shorter }): DuplicatePair[] => {
    const [one, other, short] = [uris[first], uris[second], uris[shorter]];
    return one && other && short ? [{ first: one, second: other, containment, shorter: short }] : [];
  });
  return {
    pairs: pairs.sort((a, b) => b.containment - a.containment),
    leftOut: Math.max(0, all.length - MOST_TEXTS),
  };
}

async function textOf({ uri, info }: KnownArticle, texts: ClosedTexts): Promise<ArticleText | undefined> {
  const text = await texts.orOpen(uri, info?.encoding).catch(() => undefined);
  return text === undefined ? undefined : { uri: vscode.Uri.parse(uri, true), text };
}
