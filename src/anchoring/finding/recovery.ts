import type { Target } from '../../model/annotation';
import { alignedPieces } from '../aligning/alignment';
import { judged } from './evidence';
import type { Folded } from '../aligning/folding';
import { fragments } from './fragments';
import { byLettersAlone } from './lettersAlone';
import { surveyed, type Quotation } from './pieces';
import type { Placement } from './placement';
import { Search } from './searching';
import { gone, mostCandidates } from './settling';
import type { Work } from '../slices';
import { votes } from './votes';

/** Quotations that are weighed between two pauses, or so much looked for. */
const share = 400;
const looks = 4;

/**
 * Where quotations of a text that isn't there stand in a new one. All that they tell of the old text is put together and
 * aligned with the new one; what that leaves open is looked for where its neighbours would have it, then anywhere.
 */
export function* fromSelectors(text: string, now: Folded, targets: readonly Target[]): Work<Placement[]> {
  const known = fragments(targets);
  const pieces = yield* surveyed(known, now, (old) => alignedPieces(old, now, known.starts, known.shifts));
  const search = new Search(text, pieces);
  const found = new Array<Placement | undefined>(targets.length);
  const open: { readonly index: number; readonly quotation: Quotation }[] = [];
  for (let index = 0, work = 0; index < targets.length; index += 1, work += 1) {
    const target = targets[index];
    if (!target) continue;
    if (work >= share) {
      yield index / targets.length;
      work = 0;
    }
    const quotation = pieces.quotation(target, known.places[index] ?? 0);
    found[index] = judged(text, pieces, quotation);
    if (found[index]) continue;
    work += share / looks;
    found[index] = search.near(quotation);
    if (!found[index]) open.push({ index, quotation });
  }
  const places = yield* votes(
    open.map(({ quotation }) => search.pattern(quotation)),
    now,
    mostCandidates,
  );
  const lost: { readonly index: number; readonly target: Target }[] = [];
  for (const [at, { index, quotation }] of open.entries()) {
    if (at % looks === 0) yield at / open.length;
    const place = search.elsewhere(quotation, places[at] ?? []);
    found[index] = place;
    if (place.standing === 'orphaned' && !search.isExpected(quotation)) lost.push({ index, target: quotation.target });
  }
  const doubtful = byLettersAlone(
    text,
    lost.map(({ target }) => target),
  );
  for (const [at, { index }] of lost.entries()) found[index] = doubtful[at] ?? found[index];
  return targets.map(({ start }, index) => found[index] ?? gone(text, start));
}
