import { effectiveCodebook, type Codebook, type Named } from '../../../model/codebook';

/** schema.org's Rating. */
export interface Rating {
  readonly '@type': 'Rating';
  readonly alternateName: string;
  readonly ratingValue?: number;
  readonly bestRating?: number;
  readonly worstRating?: number;
}

/** The attribute that says how true a claim was found. */
export const VERDICT = 'verdict';
/** Not a verdict. */
export const UNCHECKED = 'unchecked';
/** A verdict that is no step of a scale between true and false. */
const UNVERIFIABLE = 'unverifiable';

/** A verdict as a rating. The codebook's options, without "unchecked" and "unverifiable", are the steps of the scale in their order, true
 * first (or last, where "false" stands before "true"): the truest has as many points as there are steps, the falsest 1. A verdict that is no step
 * has no number. */
export function ratingOf(verdict: string, codebook: Codebook | undefined): Rating {
  const definition = effectiveCodebook(codebook).attributes.find(({ id }) => id === VERDICT);
  const options = definition?.options ?? [];
  const steps = truestFirst(options.filter(({ id }) => id !== UNCHECKED && id !== UNVERIFIABLE));
  const place = steps.findIndex(({ id }) => id === verdict);
  const alternateName = options.find(({ id }) => id === verdict)?.name ?? verdict;
  if (place < 0) return { '@type': 'Rating', alternateName };
  const numbers = { ratingValue: steps.length - place, bestRating: steps.length, worstRating: 1 };
  return { '@type': 'Rating', ...numbers, alternateName };
}

function truestFirst(steps: readonly Named[]): readonly Named[] {
  const ids = steps.map(({ id }) => id);
  const isReversed = ids.includes('false') && ids.indexOf('false') < ids.indexOf('true');
  return isReversed ? [...steps].reverse() : steps;
}
