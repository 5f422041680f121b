import type { Placement, SoughtTarget } from '../anchoring/finding/placement';
import { quoteAll } from '../anchoring/quoting';
import { compareInArticle, type PlaceInArticle } from '../corpus/order';
import { worstStanding, type PlacedAnnotation, type PlacedTarget, type Target } from '../model/annotation';
import type { ArticleInfo, Sidecar } from '../model/article';
import type { Range } from '../model/range';
import type { ExportArticle } from './format';

/** What an article's files say, without where it stands and which codebook counts. */
export type ExportContent = Omit<ExportArticle, 'path' | 'codebook'>;

/** An article's text as it is now, LF, and its hash. */
export interface PresentText {
  readonly text: string;
  readonly sha256: string;
}

/** An article that nobody annotated.
 * @param file its name */
export function unannotated(file: string, { text, sha256 }: PresentText): ExportContent {
  return { text, info: { file, sha256, length: text.length }, coding: [], annotations: [] };
}

/** The targets of a sidecar whose places {@link exportContent} is to be given: of its annotations, in their order, and then its
 * boilerplate. */
export function soughtTargets({ article, annotations }: Sidecar): readonly SoughtTarget[] {
  const { sha256, excluded = [] } = article;
  return [
    ...annotations.map(({ target, text, orphaned }) => ({ target, orphaned, sha256: (text ?? sha256).toLowerCase() })),
    ...excluded.map((target) => ({ target: [target], sha256: sha256.toLowerCase() })),
  ];
}

/**
 * What a sidecar says, as it stands in the article's present text. What is anchored has its place and quotation there; the rest
 * is as it was last seen, with the likely places of what is uncertain, and `text` says in which text. Boilerplate that is gone
 * is left out.
 * @param places of {@link soughtTargets}
 */
export function exportContent(
  sidecar: Sidecar,
  { text, sha256 }: PresentText,
  places: readonly (readonly Placement[])[],
): ExportContent {
  const { article, coding = [], annotations } = sidecar;
  const { excluded = [], ...known } = article;
  const quoted = quotations(text, annotations, places);
  const placed = annotations.map(({ target, text: older, ...fields }, row): PlacedAnnotation => {
    const ranges = places[row] ?? [];
    const wasInDoubt = ranges.some(({ confidence, candidates }) => confidence !== 1 || candidates.length > 0);
    const now = target.map((seen, column): PlacedTarget => {
      const { standing, confidence, candidates, start, end } = ranges[column] ?? nowhere;
      if (standing === 'orphaned') return { ...seen, standing };
      if (standing === 'uncertain') return { ...seen, standing, confidence, candidates };
      const found = quoted.get(seen) ?? { start, end };
      return { ...seen, ...found, standing, ...(wasInDoubt ? { confidence } : {}) };
    });
    const standing = worstStanding(now.map((range) => range.standing));
    const seenIn = (older ?? article.sha256).toLowerCase();
    const isHere = standing === 'anchored' || seenIn === sha256;
    return { ...fields, target: now, ...(isHere ? {} : { text: seenIn }), standing };
  });
  placed.sort((a, b) => compareInArticle(first(a), first(b)));
  const stillExcluded = excluded.flatMap((target, index) => {
    const { start, end } = places[annotations.length + index]?.[0] ?? { start: 0, end: 0 };
    return start < end ? [{ ...target, start, end, exact: text.slice(start, end) }] : [];
  });
  const info: ArticleInfo = {
    ...known,
    ...{ sha256, length: text.length },
    ...(stillExcluded.length > 0 ? { excluded: stillExcluded } : {}),
  };
  return { text, info, coding, annotations: placed };
}

const nowhere: Placement = { start: 0, end: 0, standing: 'orphaned', confidence: 0, candidates: [] };

/** The quotations of anchored ranges whose words or context aren't any more what they were. */
function quotations(
  text: string,
  annotations: Sidecar['annotations'],
  places: readonly (readonly Placement[])[],
): ReadonlyMap<Target, Target> {
  const changed = annotations.flatMap(({ target }, row) =>
    target.flatMap((seen, column) => {
      const place = places[row]?.[column];
      return place?.standing === 'anchored' && !stands(text, place, seen) ? [{ seen, place }] : [];
    }),
  );
  const quoted = quoteAll(
    text,
    changed.map(({ place }) => place),
  );
  return new Map(quoted.map((target, n) => [changed[n]?.seen ?? target, target]));
}

/** Whether a range has the words and the context that were seen. */
function stands(text: string, { start, end }: Range, { exact, prefix, suffix }: Target): boolean {
  return (
    end - start === exact.length &&
    text.startsWith(exact, start) &&
    start >= prefix.length &&
    text.startsWith(prefix, start - prefix.length) &&
    text.startsWith(suffix, end)
  );
}

function first({ id, target }: PlacedAnnotation): PlaceInArticle {
  const { start, end } = target[0] ?? { start: 0, end: 0 };
  return { id, start, end };
}
