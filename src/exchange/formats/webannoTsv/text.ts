import { splitsSurrogatePair, type Range } from '../../../model/range';
import { InputError, type InputPlace } from '../../inputError';

/** A gap between sentences is white space; no text has so much of it. */
const LONGEST_GAP = 1_000_000;

/** Puts a document's text together from its sentences. Between them the format has no text: one unit is a line break, more are that and
 * spaces, as INCEpTION has it. */
export class SentenceTexts {
  readonly #pieces: string[] = [];
  #length = 0;
  #sentence: Range = { start: 0, end: 0 };
  #text = '';

  /** The text up to now. */
  get text(): string {
    return this.#pieces.join('');
  }

  /** @param start the offset of the sentence's first token */
  add(text: string, start: number, place: InputPlace): void {
    const gap = start - this.#length;
    if (gap < 0) throw new InputError(`The sentence at ${start} begins before the one before it ends`, place);
    if (gap > LONGEST_GAP) throw new InputError(`There is no text before the sentence at ${start}`, place);
    const filling = ' '.repeat(gap);
    this.#pieces.push(this.#pieces.length > 0 && gap > 0 ? `\n${filling.slice(1)}` : filling, text);
    this.#length = start + text.length;
    this.#sentence = { start, end: this.#length };
    this.#text = text;
  }

  /** A token's or sub-token's range, which must be one of the sentence. */
  rangeOf(text: string, place: InputPlace): Range {
    const [, from, to] = /^(\d{1,12})-(\d{1,12})$/.exec(text) ?? [];
    if (from === undefined || to === undefined) throw new InputError(`This is no range: ${text.slice(0, 40)}`, place);
    const [start, end] = [Number(from), Number(to)];
    const sentence = this.#sentence;
    if (start > end || start < sentence.start || end > sentence.end) {
      const bounds = `${sentence.start}-${sentence.end}`;
      throw new InputError(
        `The offsets ${text} don’t fit the sentence, which is ${bounds} in UTF-16 code units`,
        place,
      );
    }
    if ([start, end].some((offset) => splitsSurrogatePair(this.#text, offset - sentence.start))) {
      throw new InputError(`The offsets ${text} are within a character`, place);
    }
    return { start, end };
  }
}
