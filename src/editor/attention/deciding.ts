import * as vscode from 'vscode';
import type { PlacedAnnotation } from '../../model/annotation';
import type { Range } from '../../model/range';
import { modified } from '../commands/modified';
import { checked } from '../commands/target';
import type { Parts } from '../parts';
import type { Article } from '../store/article';
import { StepDraft } from '../store/stepDraft';
import { UserError } from '../userError';
import { quotation, quoted } from '../wording';
import { together, type Wish } from './alike';
import type { Doubt } from './doubts';
import { doubtsIn } from './inDoubt';

/** A range, and where a person says that it is. */
export interface Decided {
  readonly id: string;
  readonly rangeIndex: number;
  readonly place: Range;
}

/** Takes places as right, all in one step. Throws a {@link UserError} where one can't be. */
export async function accept(
  parts: Parts,
  article: Article,
  decided: readonly Decided[],
  label: string,
): Promise<void> {
  const draft = new StepDraft();
  for (const [id, places] of byAnnotation(decided)) {
    const entry = article.entry(id);
    if (!entry) continue;
    checked(
      article,
      entry.spot.place.ranges.flatMap((range, index) => {
        const place = places.get(index) ?? range;
        return place === range && range.standing !== 'anchored' ? [] : [place];
      }),
    );
    draft.setEntry(article, id, {
      fields: modified(entry.fields, { orphaned: null }),
      spot: article.settledSpot(entry.spot, places),
    });
  }
  const step = draft.step(label);
  if (step) await parts.steps.apply(step);
}

/** Takes one candidate as right. */
export async function acceptOne(parts: Parts, article: Article, doubt: Doubt, candidate: number): Promise<void> {
  const place = doubt.candidates[candidate];
  if (!place) {
    throw new UserError(
      vscode.l10n.t('There is no likely place of number {0}; there are {1}.', candidate, doubt.candidates.length),
    );
  }
  const { annotation, rangeIndex } = doubt;
  const label = vscode.l10n.t('Accept place of {0}', named(annotation));
  await accept(parts, article, [{ id: annotation.id, rangeIndex, place }], label);
}

/** Takes the best places of all doubts that {@link alikeTo} gives. */
export async function acceptAll(parts: Parts, article: Article, alike: readonly Wish[]): Promise<void> {
  const decided = alike.map(({ id, rangeIndex, best }) => ({ id, rangeIndex, place: best }));
  await accept(parts, article, decided, vscode.l10n.t('Accept places: {0}', alike.length));
}

/**
 * The doubts that can be settled together with one, it among them: ranges of the same quotation and type of annotation, each
 * at the candidate that is surer than its others, see {@link together}. Places where the same is marked already are taken. Empty where that
 * one can't be settled so.
 */
export async function alikeTo(article: Article, one: Doubt): Promise<readonly Wish[]> {
  const isAlike = ({ exact, annotation }: Doubt): boolean =>
    exact === one.exact && annotation.type === one.annotation.type;
  const taken = takenPlaces(article, one);
  const wishes = doubtsIn(article)
    .filter(isAlike)
    .map(async ({ annotation, rangeIndex, candidates: [best, second] }): Promise<readonly Wish[]> => {
      if (!best || (second && second.confidence >= best.confidence)) return [];
      const was = annotation.target[rangeIndex];
      const text = await article.entry(annotation.id)?.spot.seen.sha256();
      if (!was || text === undefined || taken.has(takenKey(best, annotation))) return [];
      return [{ id: annotation.id, rangeIndex, text, was: { start: was.start, end: was.end }, best }];
    });
  const settled = together((await Promise.all(wishes)).flat());
  const isOne = ({ id, rangeIndex }: Wish): boolean => id === one.annotation.id && rangeIndex === one.rangeIndex;
  return settled.some(isOne) ? settled : [];
}

/** Says that an annotation's text is gone. */
export async function keepAsOrphan(parts: Parts, article: Article, annotation: PlacedAnnotation): Promise<void> {
  const entry = article.entry(annotation.id);
  if (!entry || annotation.orphaned === true) return;
  if (annotation.standing === 'anchored') {
    throw new UserError(
      vscode.l10n.t('The text of {0} is there. Resize the annotation, or remove it.', named(annotation)),
    );
  }
  const draft = new StepDraft();
  draft.setEntry(article, annotation.id, {
    fields: modified(entry.fields, { orphaned: true }),
    spot: article.orphanSpot(entry.spot),
  });
  const step = draft.step(vscode.l10n.t('Keep {0} as an orphan', named(annotation)));
  if (step) await parts.steps.apply(step);
}

/** An annotation in a sentence or a label of a step. */
export function named(annotation: PlacedAnnotation): string {
  return quoted(quotation(annotation, 40));
}

function byAnnotation(decided: readonly Decided[]): ReadonlyMap<string, ReadonlyMap<number, Range>> {
  const found = new Map<string, Map<number, Range>>();
  for (const { id, rangeIndex, place } of decided) {
    const places = found.get(id) ?? new Map<number, Range>();
    found.set(id, places.set(rangeIndex, { start: place.start, end: place.end }));
  }
  return found;
}

/** Where the same quotation is marked for sure, by whom and for which actor. */
function takenPlaces(article: Article, { exact, annotation: { type } }: Doubt): ReadonlySet<string> {
  const marked = article.shown().filter((annotation) => annotation.type === type);
  return new Set(
    marked.flatMap((annotation) =>
      annotation.target
        .filter((range) => range.standing === 'anchored' && range.exact === exact)
        .map((range) => takenKey(range, annotation)),
    ),
  );
}

function takenKey({ start, end }: Range, { creator, actor }: PlacedAnnotation): string {
  return JSON.stringify([start, end, creator, actor]);
}
