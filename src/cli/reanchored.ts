import type { Placement } from '../anchoring/finding/placement';
import { placements } from '../anchoring/finding/placing';
import { quote, quoteAll } from '../anchoring/quoting';
import { completed } from '../anchoring/slices';
import type { Annotation, PlacedAnnotation, PlacedTarget, Standing, Target } from '../model/annotation';
import { worstStanding } from '../model/annotation';
import type { ArticleInfo, Sidecar } from '../model/article';

/** A text that a sidecar is to describe. */
export interface NewText {
  /** The article's file name. */
  readonly file: string;
  readonly text: string;
  readonly sha256: string;
  readonly encoding: string | undefined;
}

/** A sidecar that says how its annotations stand. */
export interface PlacedSidecar extends Omit<Sidecar, 'annotations'> {
  readonly annotations: readonly PlacedAnnotation[];
}

export interface Reanchored {
  /** With a standing on each annotation; standing, confidence and, where it is uncertain, candidates on each range. */
  readonly sidecar: PlacedSidecar;
  /** How many annotations stand how. */
  readonly standings: Readonly<Record<Standing, number>>;
  /** Boilerplate that isn't there any more. */
  readonly gone: readonly Target[];
}

/**
 * A sidecar for another text of its article, all targets found again in that: those that are anchored with new positions
 * and quotations, the others as they were last seen, `text` saying where; boilerplate, which has no such field, as what stands
 * where it is likely. What a person called an orphan isn't looked for.
 * @param oldTexts by their sha256
 */
export function reanchored(sidecar: Sidecar, to: NewText, oldTexts: ReadonlyMap<string, string>): Reanchored {
  const { annotations, article } = sidecar;
  const { excluded = [] } = article;
  const seenIn = ({ text }: Annotation): string => (text ?? article.sha256).toLowerCase();
  const sought = annotations.filter(({ orphaned }) => orphaned !== true);
  const targets = [
    ...sought.map((annotation) => ({ target: annotation.target, sha256: seenIn(annotation) })),
    ...excluded.map((target) => ({ target: [target], sha256: article.sha256.toLowerCase() })),
  ];
  const found = completed(placements({ text: to.text, sha256: to.sha256, targets, oldTexts }));
  const quotations = quoted(to.text, found);

  const row = new Map(sought.map((annotation, i) => [annotation, i]));
  const placed = annotations.map((annotation): PlacedAnnotation => {
    const i = row.get(annotation) ?? -1;
    const { target, text: _, ...fields } = annotation;
    const ranges = target.map((old, n) => ({ ...plain(old), ...quotations[i]?.[n], ...howItStands(found[i]?.[n]) }));
    const seen = quotations[i] ? to.sha256 : seenIn(annotation);
    const standing = worstStanding(ranges.map((range) => range.standing));
    return { ...fields, target: ranges, ...(seen === to.sha256 ? {} : { text: seen }), standing };
  });
  const boilerplate = excluded.map((old, n): PlacedTarget | undefined => {
    const place = found[sought.length + n]?.[0];
    if (!place || place.start === place.end) return undefined;
    const { start, end } = place;
    return { ...plain(old), ...quote(to.text, { start, end }), ...howItStands(place) };
  });
  const there = boilerplate.filter((target) => target !== undefined);
  return {
    sidecar: { ...sidecar, article: describing(article, to, there), annotations: placed },
    standings: counted(placed),
    gone: excluded.filter((_, n) => !boilerplate[n]),
  };
}

/** The sidecar without the words on how sure places are, as the editor would write it. */
export function stored({ article, annotations, ...rest }: PlacedSidecar): Sidecar {
  const { excluded, ...about } = article;
  return {
    ...rest,
    article: { ...about, ...(excluded ? { excluded: excluded.map(plain) } : {}) },
    annotations: annotations.map(({ standing: _, target, ...fields }) => ({ ...fields, target: target.map(plain) })),
  };
}

/** The quotations of targets that are anchored as a whole; undefined for the others. */
function quoted(text: string, found: readonly (readonly Placement[])[]): (readonly Target[] | undefined)[] {
  const isAnchored = (ranges: readonly Placement[]): boolean => ranges.every(({ standing }) => standing === 'anchored');
  const all = quoteAll(text, found.filter(isAnchored).flat());
  let next = 0;
  return found.map((ranges) => (isAnchored(ranges) ? all.slice(next, (next += ranges.length)) : undefined));
}

/** A range without what an earlier run said of it. */
function plain(range: Target): Target {
  const { standing: _, confidence: __, candidates: ___, ...target } = range as Partial<PlacedTarget> & Target;
  return target;
}

function howItStands(place: Placement | undefined): Pick<PlacedTarget, 'standing' | 'confidence' | 'candidates'> {
  if (!place) return { standing: 'orphaned', confidence: 0 };
  const { standing, confidence, candidates } = place;
  return { standing, confidence, ...(standing === 'uncertain' && { candidates }) };
}

function describing(article: ArticleInfo, to: NewText, excluded: readonly Target[]): ArticleInfo {
  const { encoding: _, excluded: __, ...about } = article;
  return {
    ...about,
    file: to.file,
    sha256: to.sha256,
    length: to.text.length,
    ...(to.encoding !== undefined && { encoding: to.encoding }),
    ...(excluded.length > 0 && { excluded }),
  };
}

function counted(annotations: readonly PlacedAnnotation[]): Record<Standing, number> {
  const counts = { anchored: 0, uncertain: 0, orphaned: 0 };
  for (const { standing } of annotations) counts[standing] += 1;
  return counts;
}
