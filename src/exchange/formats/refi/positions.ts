import { CodePoints } from '../../codePoints';
import { splitsSurrogatePair } from '../../../model/range';

/** How a program counts the positions of a text. */
export interface Counting {
  readonly unit: 'code points' | 'UTF-16 units';
  /** Whether the line feed of a CRLF counts beside its carriage return. */
  readonly crlf: 1 | 2;
}

export const profiles = ['spec', 'nvivo', 'atlas.ti', 'maxqda'] as const;
export type Profile = (typeof profiles)[number];

const [points1, points2, units1, units2] = (['code points', 'UTF-16 units'] as const).flatMap((unit) =>
  ([1, 2] as const).map((crlf): Counting => ({ unit, crlf })),
) as [Counting, Counting, Counting, Counting];

/** What is written for a program: how lines end and what its positions count. */
export const writing: Readonly<Record<Profile, Counting & { readonly newline: '\n' | '\r\n' }>> = {
  spec: { ...points1, newline: '\n' },
  nvivo: { ...units2, newline: '\r\n' },
  'atlas.ti': { ...points1, newline: '\n' },
  maxqda: { ...points1, newline: '\r\n' },
};

/** What a program's positions may count, the likeliest first: the specification speaks of code points of the file. */
export const reading: Readonly<Record<Profile, readonly Counting[]>> = {
  spec: [points2, points1, units2, units1],
  nvivo: [units2, units1, points2, points1],
  'atlas.ti': [points1, units1, points2, units2],
  maxqda: [points2, units2, points1, units1],
};

/** Positions of one text in a program's way of counting, and offsets in UTF-16 units of its LF text, either way, in logarithmic
 * time. */
export class Positions {
  readonly #points: CodePoints | undefined;
  /** Where in the LF text, counted in the unit, a line feed stands that counts twice. */
  readonly #double: readonly number[];
  readonly #length: number;

  /** @param raw the text as the program has it: with CRLF where it has any, without a byte order mark */
  constructor(
    raw: string,
    readonly lf: string,
    counting: Counting,
  ) {
    this.#points = counting.unit === 'code points' ? new CodePoints(lf) : undefined;
    const double: number[] = [];
    if (counting.crlf === 2) {
      for (let at = raw.indexOf('\r\n'), n = 0; at >= 0; at = raw.indexOf('\r\n', at + 2), n++) double.push(at - n);
    }
    this.#double = this.#points ? double.map((at) => this.#points?.fromUnits(at) ?? at) : double;
    this.#length = (this.#points?.length ?? lf.length) + double.length;
  }

  fromOffset(offset: number): number {
    const plain = this.#points?.fromUnits(offset) ?? offset;
    return plain + firstIndex(this.#double, (at) => at >= plain);
  }

  /** The offset of a position. Undefined where the text has no such position: outside of it, within a surrogate pair or a CRLF. */
  toOffset(position: number): number | undefined {
    if (!Number.isSafeInteger(position) || position < 0 || position > this.#length) return undefined;
    const before = firstIndex(this.#double, (at, n) => at + n + 1 >= position);
    if (this.#double[before] !== undefined && this.#double[before] + before + 1 === position) return undefined;
    const plain = position - before;
    const offset = this.#points?.toUnits(plain) ?? plain;
    return splitsSurrogatePair(this.lf, offset) ? undefined : offset;
  }
}

/** The index of the first item of an ascending list for which `isThere` holds, which does so from some item on; the list's length where
 * there is none. */
function firstIndex(list: readonly number[], isThere: (item: number, index: number) => boolean): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isThere(list[middle] ?? 0, middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
