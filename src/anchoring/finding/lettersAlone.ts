import type { Candidate, Target } from '../../model/annotation';
import { occurrences } from '../occurrences';
import type { Placement } from './placement';
import { mostCandidates } from './settling';
import { whole } from './surviving';

/** Occurrences of a quotation that are weighed. */
const mostWeighed = 100;
/** Units of context that agree on a side without a gap, for that to be no chance. */
const telling = 8;
/** How likely all the places together are. */
const together = 0.3;

/**
 * For quotations of which nothing but their own letters is found: where those stand, the ones with most of the stored
 * context next to them first. Nobody but a person can say which it is. Undefined where the letters aren't there either.
 */
export function byLettersAlone(text: string, targets: readonly Target[]): (Placement | undefined)[] {
  const found = occurrences(
    text,
    targets.map(({ exact }) => exact),
    mostWeighed,
  );
  return targets.map((target) => {
    const weights = (found.get(target.exact) ?? []).map((start) => ({
      start,
      weight: 1 + agreed(text, target, start),
    }));
    const sum = weights.reduce((all, { weight }) => all + weight, 0);
    const candidates = weights
      .sort((a, b) => b.weight - a.weight || a.start - b.start)
      .slice(0, mostCandidates)
      .map(({ start, weight }): Candidate => {
        const range = whole(text, { start, end: start + target.exact.length });
        return { ...range, confidence: (together * weight) / sum };
      });
    const [first] = candidates;
    return first && { ...first, standing: 'uncertain', candidates };
  });
}

/** Units of the context that agree right before and right behind a place. */
function agreed(text: string, { exact, prefix, suffix }: Target, start: number): number {
  let before = 0;
  while (before < prefix.length && text[start - 1 - before] === prefix[prefix.length - 1 - before]) before += 1;
  let behind = 0;
  while (behind < suffix.length && text[start + exact.length + behind] === suffix[behind]) behind += 1;
  return (before >= telling ? before : 0) + (behind >= telling ? behind : 0);
}
