import { splitsSurrogatePair } from '../../model/range';
import type { Placement, StoredTarget } from './placement';

/** Ranges that hold nothing, as near to where they were as the text allows: of a target that a person said is gone. */
export function gone({ target }: Pick<StoredTarget, 'target'>, text: string): Placement[] {
  return target.map(({ start }) => {
    const at = inside(start, text);
    return { start: at, end: at, standing: 'orphaned', confidence: 0, candidates: [] };
  });
}

/** A target that nobody looked for: as near to where it was as the text allows. */
export function whereItWas({ target }: Pick<StoredTarget, 'target'>, text: string): Placement[] {
  return target.map(({ start, end }) => {
    const from = inside(start, text);
    const to = Math.max(from, inside(end, text));
    return { start: from, end: to, standing: 'uncertain', confidence: 0, candidates: [] };
  });
}

/** An offset of another text, or of a file that says anything, brought into this one. */
function inside(offset: number, text: string): number {
  const at = Number.isFinite(offset) ? Math.trunc(Math.min(Math.max(0, offset), text.length)) : 0;
  return splitsSurrogatePair(text, at) ? at - 1 : at;
}
