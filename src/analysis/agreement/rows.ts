import { compareCodeUnits } from '../../model/codeUnits';
import type { Label } from './labels';
import { aspects, type Aspect } from './settings';
import type { Figure, Totals } from './statistics';

/** What of the articles a measure is about: each unit of the text; annotations one to one, whose targets are the same, or overlap; values of
 * annotations that were put together, or their links. */
export const subjects = ['text', 'exact targets', 'overlapping targets', 'matched annotations', 'links'] as const;
export type Subject = (typeof subjects)[number];

export const measures = [
  ...(['alpha', 'u-alpha', 'u-alpha-binary', 'cu-alpha', 'ku-alpha', 'cohen-kappa', 'fleiss-kappa'] as const),
  ...(['precision', 'recall', 'f1'] as const),
] as const;
export type Measure = (typeof measures)[number];

/** A row of the table before it has figures. */
export interface RowPlan {
  readonly by: Aspect;
  /** Undefined for all together. */
  readonly label?: Label;
  readonly of: Subject;
  readonly measure: Measure;
  readonly figure: (totals: Totals) => Figure;
  /** How much the figure rests on: units of the text that two coders read, annotations or links of both, pairs of annotations. */
  readonly count: (totals: Totals) => number;
}

/** Aspect by aspect; of each all together first, then label by label, by name. */
export function compareRows(a: RowPlan, b: RowPlan): number {
  return (
    aspects.indexOf(a.by) - aspects.indexOf(b.by) ||
    compareCodeUnits(a.label?.name ?? '', b.label?.name ?? '') ||
    compareCodeUnits(a.label?.key ?? '', b.label?.key ?? '')
  );
}
