import type { Annotation, Link, Target } from '../model/annotation';
import type { Coding, Sidecar } from '../model/article';
import { linkKey } from '../model/links';
import { clashes } from './clashes';
import { idOfItem } from './ids';
import { compareCodeUnits } from '../model/codeUnits';
import type { Conflict, Merged, Policy, Report } from './threeWay';
import { fieldwise, isSame, keyed, oursOnly, set, values, whole, withSidesSwapped } from './threeWay';

const idOf = (item: { readonly id: string }): string => item.id;

/** Which side's text is checked out beside what a merge gives. */
export type CheckedOut = 'ours' | 'theirs';

/**
 * Merges a sidecar that two sides changed since `base` (undefined: both made it). The article's file, hash and length
 * are those of the side whose text is `checkedOut`. An annotation of the other that refers to another text says so in
 * its `text`. Nothing is dropped without a conflict being reported, but re-anchored positions: where both sides moved
 * the same words, ours stay.
 */
export function mergeSidecars(
  base: Sidecar | undefined,
  ours: Sidecar,
  theirs: Sidecar,
  checkedOut: CheckedOut = 'ours',
): Merged<Sidecar> {
  const conflicts: Conflict[] = [];
  const report = (conflict: Conflict): void => void conflicts.push(conflict);
  const before = base && withTexts(base);
  const mine = withTexts(ours);
  const yours = withNewIds(before?.annotations, mine, withTexts(theirs), report);
  const [article, other] = checkedOut === 'ours' ? [ours.article, theirs.article] : [theirs.article, ours.article];
  const from = checkedOut === 'ours' ? (policy: Policy): Policy => policy : withSidesSwapped;
  const policy = fieldwise({
    article: fieldwise({
      file: from(oursOnly),
      sha256: from(oursOnly),
      length: from(oursOnly),
      encoding: from(oursOnly),
      attributes: values,
      excluded:
        article.sha256 === other.sha256
          ? keyed(placeOf, whole)
          : from(excludedOfTwoTexts(base?.article.sha256 === other.sha256)),
    }),
    coding: keyed((coding: Coding) => coding.creator, fieldwise()),
    annotations: keyed(idOf, mergeAnnotation(article.sha256)),
  });
  const merged = policy(before, mine, yours, [], report) as Sidecar;
  return { merged: withoutTexts(merged), conflicts };
}

/** Which text git checks out where it merges texts and sidecars alike: theirs, where they alone changed it. */
export function checkedOutByGit(base: Sidecar | undefined, ours: Sidecar, theirs: Sidecar): CheckedOut {
  const [before, mine, yours] = [base, ours, theirs].map((side) => side?.article.sha256.toLowerCase());
  return before === mine && mine !== yours ? 'theirs' : 'ours';
}

const annotationFields = fieldwise({
  links: keyed(linkKey, fieldwise()),
  attributes: values,
  supersedes: set,
  modified: later,
});

/** Merges annotations whose `text` is there on every side; target and text are one field. */
const mergeAnnotation =
  (checkedOut: string): Policy =>
  (base, ours, theirs, path, report) => {
    const [before, mine, yours] = [base, ours, theirs] as [Annotation?, Annotation?, Annotation?];
    if (!mine || !yours) {
      const left = mine ?? yours;
      if (!before) return left;
      if (left && isUnchanged(before, left)) return undefined;
      report({ code: 'edit-beats-removal', path, base, ours, theirs });
      return left;
    }
    const placed = mergePlace(before, mine, yours, checkedOut, path, report);
    return annotationFields(
      before && withPlace(before, placed),
      withPlace(mine, placed),
      withPlace(yours, placed),
      path,
      report,
    );
  };

/** The side that has the merged target with its text; `checkedOut` is the text that the merged sidecar describes. */
function mergePlace(
  base: Annotation | undefined,
  ours: Annotation,
  theirs: Annotation,
  checkedOut: string,
  path: readonly string[],
  report: Report,
): Annotation {
  if (isAtSamePlace(ours, theirs) || (base && isAtSamePlace(base, theirs))) return ours;
  // The same words, in two texts: a place in the text that is checked out is worth more than one in another.
  const isReseen = ours.text !== theirs.text && hasSameWords(ours, theirs);
  if (isReseen && ours.text === checkedOut) return ours;
  if (base && isAtSamePlace(base, ours)) return theirs;
  if (isReseen) return theirs.text === checkedOut ? theirs : ours;
  // Moving with its text is no change of an annotation: who has other words made one.
  const [isMine, isTheirs] = [ours, theirs].map((side) => !base || !hasSameWords(base, side));
  if (isMine !== isTheirs) return isMine ? ours : theirs;
  const sides = { base: base?.target, ours: ours.target, theirs: theirs.target };
  report({ code: 'both-changed', path: [...path, 'target'], ...sides });
  return ours;
}

function isAtSamePlace(a: Annotation, b: Annotation): boolean {
  return a.text === b.text && isSame(a.target.map(placeOf), b.target.map(placeOf));
}

function hasSameWords(a: Annotation, b: Annotation): boolean {
  return isSame(a.target.map(wordsOf), b.target.map(wordsOf));
}

/** In one text the same ranges; in two texts the same words. */
function hasSamePlace(a: Annotation, b: Annotation): boolean {
  return a.text === b.text ? isAtSamePlace(a, b) : hasSameWords(a, b);
}

function wordsOf(target: Target): string {
  return target.exact;
}

function placeOf(target: Target): string {
  return `${target.start}-${target.end} ${target.exact}`;
}

function withPlace(annotation: Annotation, { target, text }: Annotation): Annotation {
  return { ...annotation, target, ...(text !== undefined && { text }) };
}

function isUnchanged(base: Annotation, side: Annotation): boolean {
  return hasSamePlace(base, side) && isSame(base, withPlace(side, base));
}

/** Who changed a time has it; where both did, the later one: an edit on both sides is no conflict of its own. */
function later(...[base, ours, theirs, path, report]: Parameters<Policy>): unknown {
  const isBoth = typeof ours === 'string' && typeof theirs === 'string' && ours !== base && theirs !== base;
  if (isBoth) return ours < theirs ? theirs : ours;
  return whole(base, ours, theirs, path, report);
}

/** Boilerplate has no text of its own, so that theirs can't be kept beside ours: what they changed is reported. `isTheirs`:
 * base and theirs describe one text. */
const excludedOfTwoTexts =
  (isTheirs: boolean): Policy =>
  (base, ours, theirs, path, report) => {
    const told = (list: unknown, key: (target: Target) => string): string[] =>
      ((list ?? []) as readonly Target[]).map(key);
    const sinceBase = isTheirs ? placeOf : wordsOf;
    const isUnchanged = isSame(told(theirs, sinceBase), told(base, sinceBase));
    if (!isUnchanged && !isSame(told(theirs, wordsOf), told(ours, wordsOf))) {
      report({ code: 'both-changed', path, base, ours, theirs });
    }
    return ours;
  };

/** Each annotation with its text, also where that is the article's. */
function withTexts(sidecar: Sidecar): Sidecar {
  const { sha256 } = sidecar.article;
  return { ...sidecar, annotations: sidecar.annotations.map((a) => (a.text ? a : { ...a, text: sha256 })) };
}

/** A text of its own that is the article's goes without saying, but where a range lies outside of it: then nobody could
 * read the annotation without. */
function withoutTexts(sidecar: Sidecar): Sidecar {
  const { sha256, length } = sidecar.article;
  const annotations = sidecar.annotations.map((annotation) => {
    const { text, ...rest } = annotation;
    return text === sha256 && rest.target.every(({ end }) => end <= length) ? rest : annotation;
  });
  return { ...sidecar, annotations: annotations.sort((a, b) => compareCodeUnits(a.id, b.id)) };
}

/** `theirs` with new ids for the annotations that both sides made under one id, though they are different things. */
function withNewIds(base: readonly Annotation[] | undefined, ours: Sidecar, theirs: Sidecar, report: Report): Sidecar {
  const isOne = (a: Annotation, b: Annotation): boolean => a.type === b.type && hasSamePlace(a, b);
  const renamed = clashes('annotations', base, ours.annotations, theirs.annotations, isOne, idOfItem, report);
  if (renamed.size === 0) return theirs;
  const to = (id: string): string => renamed.get(id) ?? id;
  const annotations = theirs.annotations.map((a) => ({
    ...a,
    id: to(a.id),
    ...(a.links && {
      links: a.links.map((l): Link => (l.annotation === undefined ? l : { ...l, annotation: to(l.annotation) })),
    }),
    ...(a.supersedes && { supersedes: a.supersedes.map(to) }),
  }));
  return { ...theirs, annotations };
}
