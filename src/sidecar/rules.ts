import type { Sidecar } from '../model/article';
import type { Target } from '../model/annotation';
import type { Codebook } from '../model/codebook';
import { codebookLists } from '../model/codebook';
import { leadsNowhere } from '../model/links';
import type { Issue } from './check';
import { issue } from './check';

/** What the shape of a sidecar doesn't tell: ids are its own, ranges lie in the text, links lead somewhere. */
export function checkSidecarRules(sidecar: Sidecar): Issue | undefined {
  const { article, annotations } = sidecar;
  const outside = checkRanges(article.excluded ?? [], article.length, 'article', 'excluded');
  if (outside) return outside;
  for (const [i, annotation] of annotations.entries()) {
    // An annotation with a text of its own refers to that, whose length we don't know.
    const length = annotation.text === undefined ? article.length : Infinity;
    const found = checkRanges(annotation.target, length, 'annotations', i, 'target');
    if (found) return found;
    const loose = annotation.links?.findIndex(leadsNowhere) ?? -1;
    if (loose >= 0) {
      const message = 'needs an actor, an annotation or a source';
      return issue('link-to-nothing', message, 'annotations', i, 'links', loose);
    }
  }
  return checkIds(annotations, 'annotations');
}

/** What the shape of a codebook doesn't tell: each list's ids are its own. A former id that is in use again is no harm. */
export function checkCodebookRules(codebook: Codebook): Issue | undefined {
  for (const name of codebookLists) {
    const found = checkIds(codebook[name] ?? [], name);
    if (found) return found;
  }
  return undefined;
}

function checkRanges(ranges: readonly Target[], length: number, ...path: (string | number)[]): Issue | undefined {
  for (const [i, { start, end }] of ranges.entries()) {
    if (start > end || end > length) {
      const message =
        start > end ? `ends at ${end}, before its start ${start}` : `ends at ${end}, the text at ${length}`;
      return issue('target-outside', message, ...path, i, 'end');
    }
    if (start === end) return issue('empty-target', `is empty (${start} to ${end})`, ...path, i, 'end');
  }
  return undefined;
}

function checkIds(list: readonly { readonly id: string }[], name: string): Issue | undefined {
  // A sorted list, which ours are, needs no set.
  if (list.every((item, i) => i === 0 || (list[i - 1]?.id ?? '') < item.id)) return undefined;
  const seen = new Set<string>();
  for (const [i, { id }] of list.entries()) {
    if (seen.has(id)) return issue('duplicate-id', `is "${id}", which is already taken`, name, i, 'id');
    seen.add(id);
  }
  return undefined;
}
