import type { Range } from '../model/range';
import { quotations } from './quotations';

/** A sentence, or several that one quotation holds together: “It is. It was,” she said. */
export interface Utterance {
  readonly range: Range;
  /** The quotations in it with their marks, outermost only. */
  readonly quoted: readonly Range[];
  /** How much of its letters stands in quotation marks, 0 to 1. */
  readonly quotedShare: number;
}

/** The utterances of a passage's sentences, in order. */
export function utterancesOf(text: string, body: Range, sentences: readonly Range[]): Utterance[] {
  const all = quotations(text, body).map(({ outer }) => outer);
  const outer = all.filter(
    (one) => !all.some((other) => other !== one && other.start <= one.start && one.end <= other.end),
  );
  const ranges: { start: number; end: number }[] = [];
  for (const sentence of sentences) {
    const last = ranges.at(-1);
    const isHeld = last && outer.some((one) => one.start < last.end && one.end > last.end && one.end > sentence.start);
    if (last && isHeld) last.end = sentence.end;
    else ranges.push({ ...sentence });
  }
  return ranges.map((range) => {
    const quoted = outer.filter((one) => one.start >= range.start && one.end <= range.end);
    const inside = quoted.reduce((sum, one) => sum + lettersIn(text, one), 0);
    return { range, quoted, quotedShare: inside / Math.max(1, lettersIn(text, range)) };
  });
}

function lettersIn(text: string, { start, end }: Range): number {
  return text.slice(start, end).match(/[\p{L}\p{N}]/gu)?.length ?? 0;
}
