/** One replacement of an event: offsets in the text before the event, in UTF-16 code units of the LF text. */
export interface TextEdit {
  readonly start: number;
  /** How many units go; 0 for an insertion. */
  readonly deleted: number;
  readonly inserted: string;
}

/** A replacement that knows what it took away, so that it can be turned round. */
export interface Change {
  readonly start: number;
  readonly removed: string;
  readonly inserted: string;
  /** Found by comparing two texts, not reported by the editor: an alignment, likely rather than known. */
  readonly compared: boolean;
}

/** What is read of a text: a string is one. */
export interface Sliceable {
  readonly length: number;
  slice(start: number, end: number): string;
  charCodeAt(offset: number): number;
}

/**
 * The edits of one event as changes of `text`: ascending, at least one unit apart, never cutting an astral character,
 * and without those that put back what was there. Of two insertions at one offset the later stands first in the text:
 * the editor lists its edits from the end of the text to its beginning.
 * @throws RangeError where an edit lies outside the text or two of them overlap.
 */
export function changesOf(text: Sliceable, edits: readonly TextEdit[]): Change[] {
  const sorted =
    edits.length < 2 ? edits : [...edits].reverse().sort((a, b) => a.start - b.start || a.deleted - b.deleted);
  let last = 0;
  const changes: Change[] = [];
  for (const edit of sorted) {
    const end = edit.start + edit.deleted;
    if (!Number.isInteger(edit.start) || !Number.isInteger(end) || edit.deleted < 0 || end > text.length)
      throw new RangeError(`Edit ${edit.start}+${edit.deleted} lies outside the text (${text.length} units).`);
    if (edit.start < last) throw new RangeError(`Edits overlap at ${edit.start}.`);
    last = end;
    changes.push(change(edit.start, text.slice(edit.start, end), edit.inserted, false));
  }
  const whole = joined(joined(changes).map((item) => withWholeCharacters(text, item)));
  return whole.filter((item) => item.removed !== item.inserted);
}

export function change(start: number, removed: string, inserted: string, compared: boolean): Change {
  return { start, removed, inserted, compared };
}

/** Touching changes as one: whether an insertion came before or after a deletion beside it makes no difference then. */
export function joined(changes: readonly Change[]): readonly Change[] {
  if (changes.length < 2) return changes;
  const result: Change[] = [];
  for (const next of changes) {
    const last = result.at(-1);
    if (last && last.start + last.removed.length === next.start) {
      const { start, removed, inserted } = last;
      const compared = last.compared || next.compared;
      result[result.length - 1] = change(start, removed + next.removed, inserted + next.inserted, compared);
    } else result.push(next);
  }
  return result;
}

function withWholeCharacters(text: Sliceable, item: Change): Change {
  const { start, removed, inserted, compared } = item;
  const end = start + removed.length;
  const before = cuts(text, start) ? text.slice(start - 1, start) : '';
  const after = cuts(text, end) ? text.slice(end, end + 1) : '';
  if (before === '' && after === '') return item;
  return change(start - before.length, before + removed + after, before + inserted + after, compared);
}

function cuts(text: Sliceable, offset: number): boolean {
  const after = text.charCodeAt(offset);
  if (!(after >= 0xdc00 && after <= 0xdfff)) return false;
  const before = text.charCodeAt(offset - 1);
  return before >= 0xd800 && before <= 0xdbff;
}

/** The text after ascending changes. */
export function applied(text: string, changes: readonly Change[]): string {
  if (changes.length === 1 && changes[0]) {
    const { start, removed, inserted } = changes[0];
    return text.slice(0, start) + inserted + text.slice(start + removed.length);
  }
  const parts: string[] = [];
  let from = 0;
  for (const { start, removed, inserted } of changes) {
    parts.push(text.slice(from, start), inserted);
    from = start + removed.length;
  }
  parts.push(text.slice(from));
  return parts.join('');
}

/** The changes that lead back: offsets are those of the text after `changes`. */
export function inverse(changes: readonly Change[]): Change[] {
  let shift = 0;
  return changes.map(({ start, removed, inserted, compared }) => {
    const back = change(start + shift, inserted, removed, compared);
    shift += inserted.length - removed.length;
    return back;
  });
}
