import type { Range } from '../../model/range';

/** A claim as a list shows it. */
export interface Listed {
  /** Where it is, and what it says; one line each. */
  readonly head: string;
  readonly about: string;
  /** The words around it, one or several lines. */
  readonly context: string;
  /** The claim in `context`, in UTF-16 code units. */
  readonly ranges: readonly Range[];
}

/** Where one of the list's claims stands in its text; lines from 0. */
export interface Entry {
  readonly firstLine: number;
  /** Of its last line. */
  readonly lastLine: number;
  /** The claim's own words, as offsets in the text (UTF-16 code units). */
  readonly ranges: readonly Range[];
}

export interface ListText {
  readonly text: string;
  /** In the order of the claims. */
  readonly entries: readonly Entry[];
}

/** A list of claims as a text to read: a head, then each claim with the words around it, blank lines between them. */
export function listText(head: readonly string[], claims: readonly Listed[]): ListText {
  const lines = head.flatMap((line) => line.split('\n'));
  const entries: Entry[] = [];
  let length = lines.reduce((sum, line) => sum + line.length + 1, 0);
  const push = (line: string): void => {
    lines.push(line);
    length += line.length + 1;
  };
  for (const { head: where, about, context, ranges } of claims) {
    push('');
    const firstLine = lines.length;
    push(where);
    push(about);
    const start = length;
    for (const line of context.split('\n')) push(line);
    entries.push({
      firstLine,
      lastLine: lines.length - 1,
      ranges: ranges.map((range) => ({ start: start + range.start, end: start + range.end })),
    });
  }
  return { text: `${lines.join('\n')}\n`, entries };
}

/** The entries that selections (lines from 0, both ends included) touch; a cursor between two is at the one before. */
export function entriesAt(
  entries: readonly Entry[],
  selections: readonly { readonly first: number; readonly last: number }[],
): readonly number[] {
  const found = new Set<number>();
  for (const { first, last } of selections) {
    let before = -1;
    let isAny = false;
    for (const [index, { firstLine, lastLine }] of entries.entries()) {
      if (firstLine <= last && lastLine >= first) {
        found.add(index);
        isAny = true;
      } else if (lastLine < first) before = index;
    }
    if (!isAny && before >= 0) found.add(before);
  }
  return [...found].sort((a, b) => a - b);
}
