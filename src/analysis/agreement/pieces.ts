import type { Range } from '../../model/range';

/** What a coder says of a stretch of the text; offsets in units. */
export interface Mark extends Range {
  readonly label: string;
}

/** A stretch to which a coder gives one value. */
export interface Piece extends Range {
  readonly value: string;
}

/** Part of the text in which nothing begins or ends. */
export interface Segment extends Range {
  /** For each coder the index of the piece there, or -1. */
  readonly at: readonly number[];
}

/**
 * A coder's marks as pieces that don't overlap, in order: where marks overlap, each bound of one cuts the others, and a piece's value is
 * the set of labels there. Marks that touch stay apart.
 */
export function piecesOf(marks: readonly Mark[]): readonly Piece[] {
  const found: Piece[] = [];
  const sorted = [...marks].sort((a, b) => a.start - b.start || b.end - a.end);
  for (let next = 0; next < sorted.length;) {
    // All that hangs together by overlapping.
    const from = next;
    let end = sorted[next]?.end ?? 0;
    for (next += 1; (sorted[next]?.start ?? Infinity) < end; next += 1) end = Math.max(end, sorted[next]?.end ?? 0);
    const cluster = sorted.slice(from, next);
    const [only] = cluster;
    if (only && cluster.length === 1) found.push({ start: only.start, end: only.end, value: only.label });
    else found.push(...cut(cluster));
  }
  return found;
}

function cut(cluster: readonly Mark[]): readonly Piece[] {
  const bounds = sortedBounds(cluster.flatMap(({ start, end }) => [start, end]));
  return bounds.slice(1).flatMap((end, index) => {
    const start = bounds[index] ?? end;
    const labels = cluster.filter((mark) => mark.start <= start && mark.end >= end).map(({ label }) => label);
    return labels.length === 0 ? [] : [{ start, end, value: setOf(labels) }];
  });
}

/** One text for a set of labels, for one label itself. */
function setOf(labels: readonly string[]): string {
  return [...new Set(labels)].sort().join('\n');
}

/** What several coders' pieces make of the text where at least one has a piece, cut at `bounds` (ascending) as well. */
export function segmentsOf(coders: readonly (readonly Piece[])[], bounds: readonly number[]): readonly Segment[] {
  const found: Segment[] = [];
  const next = coders.map(() => 0);
  let bound = 0;
  for (let start = -1; ;) {
    // The next place where something begins, ends, or is cut.
    let end = Infinity;
    for (let coder = 0; coder < coders.length; coder += 1) {
      const piece = coders[coder]?.[next[coder] ?? 0];
      if (piece) end = Math.min(end, piece.start > start ? piece.start : piece.end);
    }
    if (end === Infinity) return found;
    while ((bounds[bound] ?? Infinity) <= start) bound += 1;
    end = Math.min(end, bounds[bound] ?? Infinity);
    const at = coders.map((pieces, coder) => {
      const index = next[coder] ?? 0;
      return (pieces[index]?.start ?? Infinity) <= start ? index : -1;
    });
    if (at.some((piece) => piece >= 0)) found.push({ start, end, at });
    for (let coder = 0; coder < coders.length; coder += 1) {
      const index = next[coder] ?? 0;
      if ((coders[coder]?.[index]?.end ?? Infinity) <= end) next[coder] = index + 1;
    }
    start = end;
  }
}

function sortedBounds(bounds: readonly number[]): readonly number[] {
  return [...new Set(bounds)].sort((a, b) => a - b);
}
