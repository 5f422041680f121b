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
  const anchored = places.map((ranges) => ranges.filter(({ standing }) => standing === 'anchored'));
  const quotations = quoteAll(text, anchored.slice(0, annotations.length).flat());
  let next = 0;
  const placed = annotations.map(({ target, text: older, ...fields }, row): PlacedAnnotation => {
    const ranges = places[row] ?? [];
    const wasInDoubt = ranges.some(({ confidence, candidates }) => confidence !== 1 || candidates.length > 0);
    const now = target.map((seen, column): PlacedTarget => {
      const place = ranges[column] ?? { standing: 'orphaned', confidence: 0, candidates: [] };
      if (place.standing !== 'anchored') return { ...seen, ...doubt(place) };
      const found = { ...seen, ...quotations[next++], ...standingContext(text, seen, ranges[column]) };
      return { ...found, standing: 'anchored', ...(wasInDoubt ? { confidence: place.confidence } : {}) };
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

function doubt({
  standing,
  confidence,
  candidates,
}: Pick<Placement, 'standing' | 'confidence' | 'candidates'>): Pick<
  PlacedTarget,
  'standing' | 'confidence' | 'candidates'
> {
  return standing === 'uncertain' ? { standing, confidence, candidates } : { standing };
}

/** The context that a range had, where that still stands around it. */
function standingContext(text: string, { prefix, suffix, exact }: Target, range: Range | undefined): Partial<Target> {
  if (!range || text.slice(range.start, range.end) !== exact) return {};
  const stands =
    range.start >= prefix.length &&
    text.startsWith(prefix, range.start - prefix.length) &&
    text.startsWith(suffix, range.end);
  return stands ? { prefix, suffix } : {};
}

function first({ id, target }: PlacedAnnotation): PlaceInArticle {
  const { start, end } = target[0] ?? { start: 0, end: 0 };
  return { id, start, end };
}
