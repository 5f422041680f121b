/** One side of a file in which a merge left its markers. */
export interface ConflictSide {
  /** The whole file as this side had it. */
  readonly text: string;
  /** What stands behind the side's marker: a branch, a commit; may be empty. */
  readonly label: string;
  /** The marked file's line, from 1, that holds a line (from 1) of `text`. */
  readonly lineInFile: (line: number) => number;
}

/** What the two sides of a merge had, and what both came from where the markers tell (git's styles diff3 and zdiff3). */
export interface ConflictSides {
  readonly ours: ConflictSide;
  readonly theirs: ConflictSide;
  readonly base?: ConflictSide;
}

/** The least number of characters of a marker; git's attribute conflict-marker-size can ask for more. */
const MARKER = 7;
const firstMarker = new RegExp(`^<{${MARKER},}`, 'm');
const markerForm = new RegExp(`^([<|=>])\\1{${MARKER - 1},}`);

/**
 * The sides of a text with conflict markers, which git sets at the start of lines: `<<<<<<<`, `|||||||` (not in every
 * style), `=======`, `>>>>>>>`. No line of a JSON text can begin so, since strings don't span lines. Undefined where there
 * are no markers, or where they don't add up. `base` is absent where a conflict has none, or has a conflict of its own
 * inside, as after a criss-cross merge.
 */
export function conflictSides(text: string): ConflictSides | undefined {
  const size = firstMarker.exec(text)?.[0].length;
  if (size === undefined) return undefined;
  const sides = { ours: new SideLines(), base: new SideLines(), theirs: new SideLines() };
  let at: 'outside' | 'ours' | 'base' | 'theirs' = 'outside';
  let isBaseWhole = true;
  let hasBase = false;
  for (const [index, line] of text.split('\n').entries()) {
    const [run = '', mark] = markerForm.exec(line) ?? [];
    if (mark === undefined) {
      if (at === 'outside') for (const side of Object.values(sides)) side.add(line, index);
      else sides[at].add(line, index);
      continue;
    }
    if (run.length !== size) {
      if (at !== 'base' || run.length < size) return undefined;
      isBaseWhole = false;
      continue;
    }
    const label = line.slice(size).trim();
    if (mark === '<' && at === 'outside') {
      at = 'ours';
      hasBase = false;
      sides.ours.label ||= label;
    } else if (mark === '|' && at === 'ours') {
      at = 'base';
      hasBase = true;
      sides.base.label ||= label;
    } else if (mark === '=' && (at === 'ours' || at === 'base') && label === '') {
      at = 'theirs';
    } else if (mark === '>' && at === 'theirs') {
      at = 'outside';
      isBaseWhole &&= hasBase;
      sides.theirs.label ||= label;
    } else return undefined;
  }
  if (at !== 'outside') return undefined;
  const [ours, theirs, base] = [sides.ours, sides.theirs, sides.base].map((side) => side.whole());
  return ours && theirs && { ours, theirs, ...(base && isBaseWhole && { base }) };
}

class SideLines {
  label = '';
  readonly #lines: string[] = [];
  readonly #numbers: number[] = [];

  add(line: string, index: number): void {
    this.#lines.push(line);
    this.#numbers.push(index + 1);
  }

  whole(): ConflictSide {
    const numbers = this.#numbers;
    return {
      text: this.#lines.join('\n'),
      label: this.label,
      lineInFile: (line) => numbers[Math.min(line, numbers.length) - 1] ?? 1,
    };
  }
}
