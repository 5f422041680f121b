import { contains, type Range } from '../model/range';
import { webAddress } from './addresses';
import { lineAt } from './lines';
import { quotationAt } from './quotations';

/** What the text at an offset offers as a source. */
export interface SourceGuess {
  readonly range: Range;
  /** Id of a source kind of the default codebook. */
  readonly kind?: string;
  /** Short form of citation: "[1]", "Reuters, 2022". */
  readonly reference?: string;
  readonly url?: string;
}

const REACH = 2_000;
const BRACKETS: readonly RegExp[] = [
  /\[[^[\]\n]{1,60}\]/gu,
  // In round brackets only what holds a year or a figure like "p. 5": "(Reuters, 2022)".
  /\((?=[^()\n]{0,200}(?:\b(?:1[89]|20)\d\d|\bpp?\. ?\d|\bibid\b))[^()\n]{3,200}\)/giu,
];
/** Sentences go on behind an address; brackets close around it. */
const URL_TAIL = /[.,;:!?'’)\]}…]+$/u;

/** Kinds by the words that name them, the first that fits. */
const KINDS: readonly (readonly [kind: string, words: RegExp])[] = [
  [
    'anonymous',
    /\b(?:anonymous|unnamed|on condition of anonymity|(?:sources?|officials?) (?:familiar|close)|sources? said)\b/iu,
  ],
  ['interview', /\b(?:interview(?:ed|s)?|told (?:reporters|journalists))\b/iu],
  ['data', /\b(?:data(?:set|base)?|statistics|figures|poll|survey|census|satellite (?:image|photo)\w*)\b/iu],
  [
    'document',
    /\b(?:resolution|treaty|agreement|law|act|constitution|white paper|communiqu[eé]|memorandum|charter|accord|UNSCR?)\b/iu,
  ],
  [
    'statement',
    /\b(?:statement|commentary|speech|address|remarks|press (?:release|conference|briefing)|declaration|editorial|tweet|post|announcement|dispatch|KCNA)\b/iu,
  ],
  [
    'report',
    /\b(?:report(?:ed|s|ing)?|study|analysis|article|news|newspaper|journal|paper|Reuters|AP|AFP|Yonhap|BBC|CNN|Times|Post)\b/iu,
  ],
];

/** The source at `offset`: the bracketed reference or URL that holds it or ends there, the smaller first, else the quotation
 * around it (with its marks). Looks at the line only. */
export function sourceAt(text: string, offset: number): SourceGuess | undefined {
  const line = lineAt(text, offset);
  const within = { start: Math.max(line.start, offset - REACH), end: Math.min(line.end, offset + REACH) };
  const url = matchAt(text, within, offset, webAddress, (found) => found.replace(URL_TAIL, ''));
  if (url) {
    const address = text.slice(url.start, url.end);
    return { range: url, url: address.startsWith('www.') ? `https://${address}` : address };
  }
  for (const pattern of BRACKETS) {
    const range = matchAt(text, within, offset, pattern, (found) => found);
    if (range) return withKind(text, range, referenceOf(text.slice(range.start, range.end)));
  }
  const quotation = quotationAt(text, offset);
  return quotation && contains(line, quotation.outer) ? withKind(text, quotation.outer) : undefined;
}

/** The source kind that the words of `surface` point to; undefined where none does. English. */
export function guessSourceKind(surface: string): string | undefined {
  const words = surface.slice(0, REACH);
  return KINDS.find(([, pattern]) => pattern.test(words))?.[0];
}

/** "[1]" stays as it is; round brackets are left out. */
function referenceOf(surface: string): string {
  return surface.startsWith('(') ? surface.slice(1, -1).trim() : surface;
}

function withKind(text: string, range: Range, reference?: string): SourceGuess {
  const kind = guessSourceKind(text.slice(range.start, range.end));
  return { range, ...(kind ? { kind } : {}), ...(reference ? { reference } : {}) };
}

function matchAt(
  text: string,
  within: Range,
  offset: number,
  pattern: RegExp,
  trim: (found: string) => string,
): Range | undefined {
  let touching: Range | undefined;
  for (const { 0: found, index } of text.slice(within.start, within.end).matchAll(pattern)) {
    const start = within.start + index;
    const range = { start, end: start + trim(found).length };
    if (range.start <= offset && offset < range.end) return range;
    if (range.end === offset && range.end > range.start) touching = range;
  }
  return touching;
}
