import type { Range } from '../../model/range';

/** A heading, as the article's structure tells it. */
export interface OutlineHeading {
  readonly range: Range;
  readonly title: string;
  /** From 1; a greater one is below a smaller one. */
  readonly level: number;
}

/** A heading or a claim with what is below it. `whole` holds `own` and every child's `whole`. */
export interface OutlineNode<Claim> {
  readonly of: { readonly heading: OutlineHeading } | { readonly claim: Claim };
  readonly own: Range;
  readonly whole: Range;
  readonly children: readonly OutlineNode<Claim>[];
}

interface Draft<Claim> {
  readonly of: OutlineNode<Claim>['of'];
  readonly own: Range;
  whole: { start: number; end: number };
  readonly children: Draft<Claim>[];
}

/**
 * The tree of headings with the claims of each section under them, in the order of the text. A section reaches to the
 * next heading of its level or a higher one; a claim that begins in it but reaches further widens it.
 */
export function outline<Claim extends { readonly range: Range }>(
  headings: readonly OutlineHeading[],
  claims: readonly Claim[],
  textLength: number,
): readonly OutlineNode<Claim>[] {
  const roots: Draft<Claim>[] = [];
  const open: { readonly draft: Draft<Claim>; readonly level: number }[] = [];
  const put = (draft: Draft<Claim>): void => {
    (open.at(-1)?.draft.children ?? roots).push(draft);
    for (const { draft: above } of open) above.whole.end = Math.max(above.whole.end, draft.whole.end);
  };
  const items = [
    ...headings.map((heading) => ({ at: heading.range.start, heading, claim: undefined })),
    ...claims.map((claim) => ({ at: claim.range.start, heading: undefined, claim })),
  ].sort((a, b) => a.at - b.at);
  for (const { at, heading, claim } of items) {
    if (heading) {
      while ((open.at(-1)?.level ?? 0) >= heading.level) close(open.pop()?.draft, at);
      const draft = { of: { heading }, own: heading.range, whole: { ...heading.range }, children: [] };
      put(draft);
      open.push({ draft, level: heading.level });
    } else if (claim) put({ of: { claim }, own: claim.range, whole: { ...claim.range }, children: [] });
  }
  for (const { draft } of open) close(draft, textLength);
  return roots;
}

function close(draft: { whole: { end: number } } | undefined, end: number): void {
  if (draft) draft.whole.end = Math.max(draft.whole.end, end);
}
