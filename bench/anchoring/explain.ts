// Shows single answers, for whoever tunes the thresholds.
import type { Range } from '../../src/model/range';
import type { Case } from './cases';
import type { Outcome } from './finders';
import { verdictOn, type Verdict } from './score';

/** The first `most` cases of each verdict but the best, also of hits that aren't exact: the target, its truth, and what was given, with the texts around. */
export function explained(given: Case, outcome: Outcome, most: number): string {
  const shown = new Map<Verdict, number>();
  const lines: string[] = [];
  outcome.measured.forEach((target, index) => {
    const truth = outcome.truths[index];
    const answer = outcome.answers[index];
    const range = given.targets[target];
    if (!answer || !range) return;
    const verdict = verdictOn(truth, answer);
    const before = shown.get(verdict) ?? 0;
    if (verdict === 'exact' || verdict === 'gone' || before >= most) return;
    shown.set(verdict, before + 1);
    lines.push(
      `--- ${verdict}: target ${target} at ${range.start}`,
      `  old    ${around(given.old, range)}`,
      `  truth  ${truth ? `${Math.round(truth.survived * 100)} % left ${around(outcome.text, truth.inner)}` : 'deleted'}`,
      `  given  ${answer.standing} ${around(outcome.text, answer)}`,
      ...(answer.candidates ?? []).map((candidate) => `    or   ${around(outcome.text, candidate)}`),
    );
  });
  return lines.join('\n');
}

function around(text: string, { start, end }: Range): string {
  const before = text.slice(Math.max(0, start - 60), start);
  return `${start}-${end} ${JSON.stringify(`${before}⟦${text.slice(start, end)}⟧${text.slice(end, end + 60)}`).slice(1, -1)}`;
}
