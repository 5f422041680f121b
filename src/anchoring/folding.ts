/** A text without the differences of typesetting, and where each of its units comes from. */
export interface Folded {
  readonly text: string;
  /** For each unit of the folded text, and for its end, the offset in the original. */
  readonly offsets: Int32Array;
}

/**
 * Runs of white space become one blank, quotation marks straight, dashes hyphens; soft hyphens and zero-width characters
 * go. Upper and lower case, accents and wording stay. In code units; linear.
 */
export function folded(text: string): Folded {
  const units: string[] = [];
  const offsets = new Int32Array(text.length + 1);
  let count = 0;
  let blank = false;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const unit = code > 32 && code < 127 ? text.charAt(at) : unitFor(code, text.charAt(at));
    if (unit === '' || (unit === ' ' && blank)) continue;
    blank = unit === ' ';
    offsets[count] = at;
    units.push(unit);
    count += 1;
  }
  offsets[count] = text.length;
  return { text: units.join(''), offsets: offsets.slice(0, count + 1) };
}

function unitFor(code: number, unit: string): string {
  if (code <= 32 || code === 0x85 || code === 0xa0) return ' ';
  if (code === 0xad || code === 0xfeff || (code >= 0x200b && code <= 0x200d) || code === 0x2060) return '';
  if (code === 0x1680 || code === 0x202f || code === 0x205f || code === 0x3000) return ' ';
  if ((code >= 0x2000 && code <= 0x200a) || code === 0x2028 || code === 0x2029) return ' ';
  if ((code >= 0x2018 && code <= 0x201b) || code === 0x2032 || code === 0x2bc) return "'";
  if ((code >= 0x201c && code <= 0x201f) || code === 0x2033 || code === 0xab || code === 0xbb) return '"';
  if ((code >= 0x2010 && code <= 0x2015) || code === 0x2212) return '-';
  return unit;
}
