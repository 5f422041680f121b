/** Something with a name, at a place; pixels as they are seen. */
export interface Named {
  readonly x: number;
  readonly y: number;
  /** Of what is named: the name stands above it. */
  readonly radius: number;
  readonly label: string;
  /** The larger come first. */
  readonly weight: number;
}

/** Of a letter, in parts of its height: names are measured without a page. */
const LETTER = 0.56;
/** Higher than wide, for what is above and below the letters. */
const LINE = 1.25;

/** Which names can be read without lying on others: the heavier first, at most so many.
 * @param size of the letters, in the same pixels */
export function readable(all: readonly Named[], size: number, most: number): readonly boolean[] {
  const order = all.map((_, at) => at).sort((a, b) => (all[b]?.weight ?? 0) - (all[a]?.weight ?? 0) || a - b);
  const shown = all.map(() => false);
  const taken = new Map<number, { readonly left: number; readonly right: number; readonly y: number }[]>();
  const height = size * LINE;
  let count = 0;
  for (const at of order) {
    const one = all[at];
    if (!one || count >= most) break;
    const half = (one.label.length * LETTER * size) / 2;
    const [left, right, y] = [one.x - half, one.x + half, one.y - one.radius];
    const row = Math.floor(y / height);
    const near = [row - 1, row, row + 1].flatMap((key) => taken.get(key) ?? []);
    if (near.some((other) => Math.abs(other.y - y) < height && other.left < right && left < other.right)) continue;
    taken.set(row, [...(taken.get(row) ?? []), { left, right, y }]);
    shown[at] = true;
    count += 1;
  }
  return shown;
}
