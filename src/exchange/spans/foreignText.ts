import { rangeProblem, type Range } from '../../model/range';
import { CodePoints } from '../codePoints';
import { InputError, type InputPlace } from '../inputError';
import { CountedText } from '../reading/lineBreaks';

/** What a tool's offsets count. */
export type Unit = 'code points' | 'UTF-16 units';

/** A document's text as a tool has it, perhaps with CRLF and a byte order mark that it counts, and where its offsets lead in ours. */
export class ForeignText {
  readonly #counted: CountedText;
  readonly #codePoints: CodePoints;

  /** @param keepsMark where a U+FEFF at the start is a character of the text */
  constructor(
    readonly raw: string,
    keepsMark: boolean,
  ) {
    this.#counted = new CountedText(raw, keepsMark);
    this.#codePoints = new CodePoints(raw);
  }

  /** LF text. */
  get text(): string {
    return this.#counted.text;
  }

  /** Whether the two units differ in it. */
  get hasAstral(): boolean {
    return this.#codePoints.length < this.raw.length;
  }

  /** What stands between two offsets in the text as the tool has it; out of the text, less than that or nothing. */
  between(start: number, end: number, unit: Unit): string {
    const { start: from, end: to } = this.#units({ start, end }, unit);
    return this.raw.slice(Math.max(0, from), Math.max(0, to));
  }

  /** The range of our text that offsets mean; undefined where there is nothing but white space. Throws an {@link InputError} where they
   * are no whole numbers, lead out of the text, or are reversed. */
  range(start: number, end: number, unit: Unit, place: InputPlace): Range | undefined {
    const raw = this.#units({ start, end }, unit);
    const problem = rangeProblem(this.raw, raw);
    if (problem === 'empty') return undefined;
    if (problem) {
      const length = unit === 'code points' ? this.#codePoints.length : this.raw.length;
      throw new InputError(
        `The offsets ${start} to ${end} don’t fit the text of ${length} ${unit} (${problem})`,
        place,
      );
    }
    return { start: this.#counted.toText(raw.start), end: this.#counted.toText(raw.end) };
  }

  #units({ start, end }: Range, unit: Unit): Range {
    if (unit === 'UTF-16 units') return { start, end };
    return { start: this.#codePoints.toUnits(start), end: this.#codePoints.toUnits(end) };
  }
}
