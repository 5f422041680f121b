import { compareCodeUnits } from '../model/codeUnits';
import type { FieldFinding } from '../sidecar/finding';
import { locate } from '../sidecar/locate';

/** What `check` says of a place in a file. */
export interface Finding extends Pick<FieldFinding, 'severity' | 'message'> {
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 code units. */
  readonly column: number;
}

/** Gives fields their lines, in the order of the file. */
export function located(text: string, findings: readonly FieldFinding[]): Finding[] {
  if (findings.length === 0) return [];
  const offsets = locate(
    text,
    findings.map(({ path }) => path),
  );
  const order = findings.map((finding, i) => ({ finding, offset: offsets[i] ?? 0 }));
  order.sort((a, b) => a.offset - b.offset || compareCodeUnits(a.finding.message, b.finding.message));
  const ends = /\r\n?|\n/g;
  let [line, lineStart] = [1, 0];
  let next = ends.exec(text);
  return order.map(({ finding: { severity, message }, offset }) => {
    for (; next && next.index + next[0].length <= offset; next = ends.exec(text)) {
      line += 1;
      lineStart = next.index + next[0].length;
    }
    return { severity, message, line, column: offset - lineStart + 1 };
  });
}
