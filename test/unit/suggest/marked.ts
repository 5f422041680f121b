import type { Range } from '../../../src/model/range';

/** A text with a | in it: the text without, and where it stood. */
export function cursor(marked: string): { text: string; offset: number } {
  return { text: marked.replace('|', ''), offset: marked.indexOf('|') };
}

export function slice(text: string, range: Range | undefined): string | undefined {
  return range && text.slice(range.start, range.end);
}
