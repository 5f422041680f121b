/** A text without the differences of typesetting, and where each of its units comes from. */
export interface Folded {
  readonly units: Uint16Array;
  /** For each unit of the folded text, and for its end, the offset in the original. */
  readonly starts: Int32Array;
  /** How many units of the original each stands for, from its offset on: accents and runs of white space included. */
  readonly widths: Uint8Array;
  /** The folded blanks in which a line ends, ascending. */
  readonly lineEnds: readonly number[];
}

const blank = 0x20;
const hyphen = 0x2d;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;
/** Units of the original that are folded between two pauses. */
const share = 1 << 17;

/**
 * Runs of white space become one blank, runs of dashes one hyphen, quotation marks straight; soft hyphens, zero-width
 * characters and accents go; compatibility forms (ligatures, full width, superscripts) are taken apart (Unicode's NFKD).
 * Upper and lower case and wording stay. In code units; linear; yields the share that is done.
 */
export function* folding(text: string): Generator<number, Folded> {
  const folder = new Folder(text);
  for (let from = 0; from < text.length; from += share) {
    yield from / text.length;
    folder.fold(Math.min(text.length, from + share));
  }
  return folder.done();
}

class Folder {
  readonly #text: string;
  readonly #known = new Map<number, readonly number[]>();
  #units: Uint16Array;
  #starts: Int32Array;
  #widths: Uint8Array;
  readonly #lineEnds: number[] = [];
  #count = 0;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
    this.#units = new Uint16Array(text.length + 1);
    this.#starts = new Int32Array(text.length + 1);
    this.#widths = new Uint8Array(text.length + 1);
  }

  /** Goes on at least until `to`; further by half an astral character. */
  fold(to: number): void {
    const text = this.#text;
    while (this.#at < to) {
      const code = text.charCodeAt(this.#at);
      if (code > blank && code < 0x7f && code !== hyphen) this.#push(code, 1);
      else this.#foldOther(code);
    }
  }

  #foldOther(code: number): void {
    const point = code >= 0xd800 && code < 0xdc00 ? (this.#text.codePointAt(this.#at) ?? code) : code;
    if (point === lineFeed || point === carriageReturn) this.#endLine();
    let forms = this.#known.get(point);
    if (!forms) this.#known.set(point, (forms = unitsFor(point)));
    const width = point > 0xffff ? 2 : 1;
    const [first] = forms;
    const last = this.#count - 1;
    if (first === undefined) {
      // An accent belongs to its letter; what has no width only to what it stands inside of.
      if (last >= 0 && isMark(point) && this.#reaches(last)) this.#widen(last, width);
      this.#at += width;
    } else if (forms.length === 1 && (first === blank || first === hyphen) && this.#units[last] === first) {
      if (this.#reaches(last)) this.#widen(last, width);
      this.#at += width;
    } else {
      const start = this.#at;
      for (const unit of forms) {
        this.#at = start;
        this.#push(unit, width);
      }
    }
  }

  /** The blank that comes, or the one that is there. */
  #endLine(): void {
    const at = this.#units[this.#count - 1] === blank && this.#count > 0 ? this.#count - 1 : this.#count;
    if (this.#lineEnds.at(-1) !== at) this.#lineEnds.push(at);
  }

  #reaches(last: number): boolean {
    return (this.#starts[last] ?? 0) + (this.#widths[last] ?? 0) === this.#at;
  }

  #widen(last: number, by: number): void {
    this.#widths[last] = Math.min(255, (this.#widths[last] ?? 0) + by);
    // The parts of a ligature end where it ends.
    for (let other = last - 1; other >= 0 && this.#starts[other] === this.#starts[last]; other -= 1)
      this.#widths[other] = this.#widths[last] ?? 0;
  }

  #push(unit: number, width: number): void {
    if (this.#count + 1 >= this.#units.length) this.#grow();
    this.#units[this.#count] = unit;
    this.#starts[this.#count] = this.#at;
    this.#widths[this.#count] = width;
    this.#count += 1;
    this.#at += width;
  }

  #grow(): void {
    const size = 2 * this.#units.length + 16;
    const units = new Uint16Array(size);
    units.set(this.#units);
    this.#units = units;
    const starts = new Int32Array(size);
    starts.set(this.#starts);
    this.#starts = starts;
    const widths = new Uint8Array(size);
    widths.set(this.#widths);
    this.#widths = widths;
  }

  done(): Folded {
    const count = this.#count;
    this.#starts[count] = this.#text.length;
    return {
      units: this.#units.subarray(0, count),
      starts: this.#starts.subarray(0, count + 1),
      widths: this.#widths.subarray(0, count),
      lineEnds: this.#lineEnds,
    };
  }
}

/** What a character that isn't plain ASCII becomes; nothing where it goes. */
function unitsFor(point: number): number[] {
  if (point <= 32 || point === 0x7f || point === 0x85) return [blank];
  if (point >= 0xd800 && point < 0xe000) return [point];
  if (point === 0xad || point === 0xfeff || (point >= 0x200b && point <= 0x200f) || point === 0x2060) return [];
  if (point >= 0x202a && point <= 0x202e) return [];
  const straight = straightFor(point);
  if (straight !== undefined) return [straight];
  const units: number[] = [];
  const apart = String.fromCodePoint(point)
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '');
  for (let at = 0; at < apart.length; at += 1) {
    const unit = apart.charCodeAt(at);
    units.push(/\s/.test(apart.charAt(at)) ? blank : (straightFor(unit) ?? unit));
  }
  return units;
}

function straightFor(point: number): number | undefined {
  if (point === hyphen || point === 0x2212 || (point >= 0x2010 && point <= 0x2015)) return hyphen;
  if (point >= 0x2018 && point <= 0x201b) return 0x27;
  if (point === 0x2032 || point === 0x2bc || point === 0xb4 || point === 0x2039 || point === 0x203a) return 0x27;
  if (point >= 0x201c && point <= 0x201f) return 0x22;
  if (point === 0x2033 || point === 0xab || point === 0xbb) return 0x22;
  if (/\s/.test(String.fromCodePoint(point))) return blank;
  return undefined;
}

function isMark(point: number): boolean {
  return /\p{Mn}/u.test(String.fromCodePoint(point));
}
