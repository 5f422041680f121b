// What an answer is worth.
import type { Standing } from '../../src/model/annotation';
import type { Range } from '../../src/model/range';
import type { Truth } from './truth';

/** What a finder says of one target. Peers know no `uncertain`. */
export interface Answer extends Range {
  readonly standing: Standing;
  /** Other likely places, best first. */
  readonly candidates?: readonly Range[];
}

/**
 * Of a target that survives: *exact* (a hit with both ends right), *hit*, *wrong* (anchored elsewhere), *missed*
 * (orphaned), *uncertain*. Of a deleted one: *false* (anchored all the same), *gone* (orphaned, as it should be),
 * *unsure* (uncertain).
 */
export type Verdict = 'exact' | 'hit' | 'wrong' | 'missed' | 'uncertain' | 'false' | 'gone' | 'unsure';

export function verdictOn(truth: Truth | undefined, answer: Answer): Verdict {
  if (!truth) return ({ anchored: 'false', uncertain: 'unsure', orphaned: 'gone' } as const)[answer.standing];
  if (answer.standing !== 'anchored') return answer.standing === 'orphaned' ? 'missed' : 'uncertain';
  if (overlap(truth, answer) < 0.5) return 'wrong';
  const { inner, outer } = truth;
  const startIsRight = answer.start === inner.start || answer.start === outer.start;
  return startIsRight && (answer.end === inner.end || answer.end === outer.end) ? 'exact' : 'hit';
}

/** What both have in common by what either has (Jaccard), 0 to 1; each end of the truth as the answer would have it. */
export function overlap({ inner, outer }: Truth, { start, end }: Range): number {
  const from = Math.min(Math.max(start, outer.start), inner.start);
  const to = Math.max(Math.min(end, outer.end), inner.end);
  const common = Math.min(end, to) - Math.max(start, from);
  return common <= 0 ? 0 : common / (Math.max(end, to) - Math.min(start, from));
}

/** Less than this share of a passage left: a remnant, of which no one can say whether it still is that passage. */
export const remnant = 0.4;

export interface Tally {
  readonly verdicts: Readonly<Record<Verdict, number>>;
  /** Of the surviving ones those that are remnants, and the hits among them. */
  readonly remnants: number;
  readonly remnantHits: number;
  /** Of the uncertain ones that survive, how many have the right place among the places named. */
  readonly named: number;
}

export const noTally: Tally = {
  verdicts: { exact: 0, hit: 0, wrong: 0, missed: 0, uncertain: 0, false: 0, gone: 0, unsure: 0 },
  remnants: 0,
  remnantHits: 0,
  named: 0,
};

export function tallied(truths: readonly (Truth | undefined)[], answers: readonly Answer[]): Tally {
  const verdicts = { ...noTally.verdicts };
  let [remnants, remnantHits, named] = [0, 0, 0];
  truths.forEach((truth, index) => {
    const answer = answers[index];
    if (!answer) throw new RangeError(`There is no answer for target ${index}.`);
    const verdict = verdictOn(truth, answer);
    verdicts[verdict] += 1;
    if (!truth) return;
    const hit = verdict === 'exact' || verdict === 'hit';
    if (truth.survived < remnant) {
      remnants += 1;
      if (hit) remnantHits += 1;
    }
    const places = [answer, ...(answer.candidates ?? [])];
    if (verdict === 'uncertain' && places.some((place) => overlap(truth, place) >= 0.5)) named += 1;
  });
  return { verdicts, remnants, remnantHits, named };
}

/**
 * The sum, each tally with its weight: a sample stands for all targets of its scenario.
 * @param weights one each; 1 where there is none
 */
export function added(tallies: readonly Tally[], weights: readonly number[] = []): Tally {
  const sum = (of: (tally: Tally) => number): number =>
    tallies.reduce((total, tally, index) => total + of(tally) * (weights[index] ?? 1), 0);
  const verdicts = { ...noTally.verdicts };
  for (const verdict of Object.keys(verdicts) as Verdict[]) verdicts[verdict] = sum((tally) => tally.verdicts[verdict]);
  return {
    verdicts,
    remnants: sum((tally) => tally.remnants),
    remnantHits: sum((tally) => tally.remnantHits),
    named: sum((tally) => tally.named),
  };
}

/** The figures. */
export interface Figures {
  readonly targets: number;
  readonly surviving: number;
  readonly deleted: number;
  /** In per cent of the targets that survive; exact ones are hits too. */
  readonly hit: number;
  readonly exact: number;
  readonly wrong: number;
  readonly missed: number;
  readonly uncertain: number;
  /** In per cent of those that are no remnants. */
  readonly hitOfWhole: number;
  readonly falseAnchors: number;
  /** Wrong ones and false anchors, in per cent of all targets. */
  readonly misplaced: number;
  /** Uncertain ones, surviving or deleted, in per cent of all targets. */
  readonly uncertainOfAll: number;
}

export function figuresOf({ verdicts, remnants, remnantHits }: Tally): Figures {
  const hits = verdicts.exact + verdicts.hit;
  const surviving = hits + verdicts.wrong + verdicts.missed + verdicts.uncertain;
  const deleted = verdicts.false + verdicts.gone + verdicts.unsure;
  const targets = surviving + deleted;
  const percent = (count: number, of: number): number => (of === 0 ? 0 : (100 * count) / of);
  return {
    targets,
    surviving,
    deleted,
    hit: percent(hits, surviving),
    exact: percent(verdicts.exact, surviving),
    wrong: percent(verdicts.wrong, surviving),
    missed: percent(verdicts.missed, surviving),
    uncertain: percent(verdicts.uncertain, surviving),
    hitOfWhole: percent(hits - remnantHits, surviving - remnants),
    falseAnchors: verdicts.false,
    misplaced: percent(verdicts.wrong + verdicts.false, targets),
    uncertainOfAll: percent(verdicts.uncertain + verdicts.unsure, targets),
  };
}
