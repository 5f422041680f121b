import { compareRanges, type Range } from '../../../model/range';
import type { TokenizedSentence } from '../../../anchoring/tokens';

/** A row of the file: a token, or a part of one. */
export interface Unit extends Range {
  /** "1-2", "1-2.1"; parts have theirs when all annotations are placed. */
  id: string;
  /** What stands here, in the order in which it is stacked. */
  readonly annotations: Placed[];
}

/** An annotation's rows. */
export interface Placed {
  readonly features: ReadonlyMap<string, string>;
  readonly units: Unit[];
  /** The number by which others refer to it, where its row alone doesn't tell. */
  number?: number;
}

/** A sentence's rows, in the order of the file. */
export type Rows = readonly (readonly [token: Unit, parts: readonly Unit[]])[];

/** The rows of a document. Annotations begin and end at tokens, or at parts of tokens made for them. */
export class Units {
  readonly #tokens: { readonly unit: Unit; readonly parts: Unit[] }[] = [];
  readonly #sentences: number[] = [];
  #number = 0;

  constructor(sentences: readonly TokenizedSentence[]) {
    for (const [n, { tokens }] of sentences.entries()) {
      for (const [at, { start, end }] of tokens.entries()) {
        this.#tokens.push({ unit: { id: `${n + 1}-${at + 1}`, start, end, annotations: [] }, parts: [] });
      }
      this.#sentences.push(this.#tokens.length);
    }
  }

  /** Puts an annotation into its rows; its range is cut to the first and last character that aren't white space. Undefined where it
   * has none. */
  place(range: Range, features: ReadonlyMap<string, string>): Placed | undefined {
    const first = this.#firstEndingAfter(range.start);
    const placed: Placed = { features, units: [] };
    for (let n = first; ; n++) {
      const token = this.#tokens[n];
      if (!token || token.unit.start >= range.end) break;
      placed.units.push(unitFor(token, range));
    }
    for (const unit of placed.units) unit.annotations.push(placed);
    return placed.units.length > 0 ? placed : undefined;
  }

  /** Numbers the parts of tokens by their places, what several rows have, and what shares a row; to be called when all are placed. */
  number(all: Iterable<Placed>): void {
    for (const { unit, parts } of this.#tokens) {
      parts.sort(compareRanges);
      for (const [n, part] of parts.entries()) part.id = `${unit.id}.${n + 1}`;
    }
    for (const placed of all) {
      const isAlone = placed.units.length === 1 && placed.units[0]?.annotations.length === 1;
      if (!isAlone) placed.number = ++this.#number;
    }
  }

  rowsOf(sentence: number): Rows {
    const tokens = this.#tokens.slice(this.#sentences[sentence - 1] ?? 0, this.#sentences[sentence]);
    return tokens.map(({ unit, parts }) => [unit, parts] as const);
  }

  #firstEndingAfter(offset: number): number {
    let [low, high] = [0, this.#tokens.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#tokens[middle]?.unit.end ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** The token where the range holds all of it, else a part of it. */
function unitFor({ unit, parts }: { readonly unit: Unit; readonly parts: Unit[] }, range: Range): Unit {
  const start = Math.max(unit.start, range.start);
  const end = Math.min(unit.end, range.end);
  if (start === unit.start && end === unit.end) return unit;
  const known = parts.find((part) => part.start === start && part.end === end);
  if (known) return known;
  const part: Unit = { id: '', start, end, annotations: [] };
  parts.push(part);
  return part;
}
