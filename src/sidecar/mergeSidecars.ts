import type { Annotation, Link, Target } from '../model/annotation';
import type { Coding, Sidecar } from '../model/article';
import { linkKey } from '../model/links';
import { clashes } from './clashes';
import { idOfItem } from './ids';
import { compareCodeUnits } from '../model/codeUnits';
import type { Conflict, Merged, Policy, Report } from './threeWay';
import { fieldwise, isSame, keyed, oursOnly, set, values, whole } from './threeWay';

const idOf = (item: { readonly id: string }): string => item.id;

/**
 * Merges a sidecar that two sides changed since `base` (undefined: both made it). The article's file, hash and length
 * are `ours`: give as ours the side whose text is checked out. An annotation of theirs that refers to another text
 * says so in its `text`. Nothing is dropped without a conflict being reported, but re-anchored positions: where both
 * sides moved the same words, ours stay.
 */
export function mergeSidecars(base: Sidecar | undefined, ours: Sidecar, theirs: Sidecar): Merged<Sidecar> {
  const conflicts: Conflict[] = [];
  const report = (conflict: Conflict): void => void conflicts.push(conflict);
  const before = base && withTexts(base);
  const mine = withTexts(ours);
  const yours = withNewIds(before?.annotations, mine, withTexts(theirs), report);
  const isOneText = ours.article.sha256 === theirs.article.sha256;
  const policy = fieldwise({
    article: fieldwise({
      file: oursOnly,
      sha256: oursOnly,
      length: oursOnly,
      encoding: oursOnly,
      attributes: values,
      excluded: isOneText ? keyed(placeOf, whole) : excludedOfTwoTexts,
    }),
    coding: keyed((coding: Coding) => coding.creator, fieldwise()),
    annotations: keyed(idOf, mergeAnnotation),
  });
  const merged = policy(before, mine, yours, [], report) as Sidecar;
  return { merged: withoutTexts(merged), conflicts };
}

const annotationFields = fieldwise({
  links: keyed(linkKey, fieldwise()),
  attributes: values,
  supersedes: set,
  modified: later,
});

/** Merges an annotation whose `text` is there on every side; target and text are one field. */
const mergeAnnotation: Policy = (base, ours, theirs, path, report) => {
  const [before, mine, yours] = [base, ours, theirs] as [Annotation?, Annotation?, Annotation?];
  if (!mine || !yours) {
    const left = mine ?? yours;
    if (!before) return left;
    if (left && isUnchanged(before, left)) return undefined;
    report({ code: 'edit-beats-removal', path, base, ours, theirs });
    return left;
  }
  const placed = mergePlace(before, mine, yours, path, report);
  return annotationFields(
    before && withPlace(before, placed),
    withPlace(mine, placed),
    withPlace(yours, placed),
    path,
    report,
  );
};

/** The side that has the merged target with its text. */
function mergePlace(
  base: Annotation | undefined,
  ours: Annotation,
  theirs: Annotation,
  path: readonly string[],
  report: Report,
): Annotation {
  if (hasSamePlace(ours, theirs) || (base && hasSamePlace(base, theirs))) return ours;
  if (base && hasSamePlace(base, ours)) return theirs;
  const sides = { base: base?.target, ours: ours.target, theirs: theirs.target };
  report({ code: 'both-changed', path: [...path, 'target'], ...sides });
  return ours;
}

/** In one text the same ranges; in two texts the same words, since moving with its text is no change of an annotation. */
function hasSamePlace(a: Annotation, b: Annotation): boolean {
  const key = a.text === b.text ? placeOf : (target: Target) => target.exact;
  return isSame(a.target.map(key), b.target.map(key));
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

/** The later of two times; an edit on both sides is no conflict of its own. */
function later(_base: unknown, ours: unknown, theirs: unknown): unknown {
  if (typeof ours !== 'string' || typeof theirs !== 'string') return ours ?? theirs;
  return ours < theirs ? theirs : ours;
}

/** Boilerplate has no text of its own, so that theirs can't be kept beside ours: what they changed is reported. */
const excludedOfTwoTexts: Policy = (base, ours, theirs, path, report) => {
  const words = (list: unknown): string[] => ((list ?? []) as readonly Target[]).map((target) => target.exact);
  if (!isSame(words(theirs), words(base)) && !isSame(words(theirs), words(ours))) {
    report({ code: 'both-changed', path, base, ours, theirs });
  }
  return ours;
};

/** Each annotation with its text, also where that is the article's. */
function withTexts(sidecar: Sidecar): Sidecar {
  const { sha256 } = sidecar.article;
  return { ...sidecar, annotations: sidecar.annotations.map((a) => (a.text ? a : { ...a, text: sha256 })) };
}

function withoutTexts(sidecar: Sidecar): Sidecar {
  const annotations = sidecar.annotations.map((annotation) => {
    const { text, ...rest } = annotation;
    return text === sidecar.article.sha256 ? rest : annotation;
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
