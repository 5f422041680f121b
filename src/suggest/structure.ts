import type { Range } from '../model/range';
import {
  beginsBoilerplate,
  isBiography,
  isFullParagraph,
  isLoneBoilerplate,
  isNameLine,
  isShareBar,
} from './boilerplate';
import { dateOf } from './dates';
import { blockAt, isTitleCase, linesOf, markerOf, type Marker } from './lines';
import { ordinaryWords } from './words';

export type LineKind = 'headline' | 'byline' | 'date' | 'heading' | 'bullet' | 'boilerplate' | 'paragraph' | 'blank';

export interface Line {
  readonly kind: LineKind;
  /** The line without its line feed. */
  readonly range: Range;
  /** Its words: without marker and white space at the edges; empty on a blank line. */
  readonly body: Range;
  /** Headline and headings: 1 is the article's, 2 that of a section. Markdown: the number of #. */
  readonly level?: number;
  /** Whether it is the author's name above the lines about the author that stand last. */
  readonly signs?: boolean;
}

export interface Heading {
  readonly range: Range;
  readonly title: string;
  readonly level: number;
}

interface Draft {
  kind: LineKind;
  range: Range;
  body: Range;
  words: string;
  marker: Marker | undefined;
  level?: number;
  signs?: boolean;
}

const BYLINE = /^(?:by|written by|author|von|par|por|di|автор)\s*:?\s+(?=\p{Lu})/iu;
const RULE = /^(?:([-*_=])\s*)(?:\1\s*){2,}$/u;
/** The # that may close a Markdown heading; each match begins where its white space or its marks do, so that it is linear. */
const CLOSING_MARKS = /(?<!\s)\s+#+$|(?<!#)#+$/u;
const LONGEST_HEADING = 120;
const LONGEST_BYLINE = 400;

/** What each line of the article is. One pass over the text. */
export function structure(text: string): Line[] {
  const lines = drafts(text);
  markBoilerplate(lines);
  markHead(lines);
  lines.forEach((line, index) => {
    if (line.kind !== 'paragraph' || !isHeading(lines, index)) return;
    line.kind = 'heading';
    line.level = line.marker?.level ?? 2;
  });
  markBiography(lines);
  return lines.map(({ kind, range, body, level, signs }) => ({
    ...{ kind, range, body },
    ...(level === undefined ? {} : { level }),
    ...(signs ? { signs } : {}),
  }));
}

/** Headline and headings in order, for outline and breadcrumbs. */
export function headings(text: string): Heading[] {
  return structure(text).flatMap(({ kind, body, level }) =>
    (kind === 'headline' || kind === 'heading') && level !== undefined
      ? [{ range: body, title: text.slice(body.start, body.end).replace(CLOSING_MARKS, ''), level }]
      : [],
  );
}

/** The paragraph around `offset`: its line without marker and white space at the edges, or the lines of one that was
 * wrapped at a fixed width. Empty at `offset` where the line is blank. */
export function paragraphAt(text: string, offset: number): Range {
  return blockAt(text, offset).body;
}

/** Stretches that `exclude` is proposed for: share bars, sections like "Related Publications", lines about the author. */
export function boilerplate(text: string): Range[] {
  const found: { start: number; end: number }[] = [];
  let open: { start: number; end: number } | undefined;
  for (const { kind, range } of structure(text)) {
    if (kind === 'blank') continue;
    if (kind !== 'boilerplate') open = undefined;
    else if (open) open.end = range.end;
    else found.push((open = { ...range }));
  }
  return found;
}

/** The name or names that a byline gives: "By Kim Lee and Ann Roe" gives "Kim Lee and Ann Roe". */
export function bylineName(line: string): string {
  return line
    .trim()
    .replace(BYLINE, '')
    .replace(/[,;|·].*$/u, '')
    .trim();
}

function drafts(text: string): Draft[] {
  const lines: Draft[] = [];
  for (const range of linesOf(text)) {
    const all = text.slice(range.start, range.end);
    const marker = markerOf(all);
    const start = range.start + Math.max(marker?.length ?? 0, all.length - all.trimStart().length);
    const end = range.start + all.trimEnd().length;
    const body = end > start ? { start, end } : { start: range.start, end: range.start };
    const words = text.slice(body.start, body.end);
    const blank = all.trim() === '' || RULE.test(all.trim());
    lines.push({
      kind: blank ? 'blank' : marker?.kind === 'bullet' ? 'bullet' : 'paragraph',
      range,
      body,
      words,
      marker,
    });
  }
  return lines;
}

function markBoilerplate(lines: readonly Draft[]): void {
  let section = false;
  let full = -1;
  lines.forEach((line, index) => {
    if (line.kind === 'blank') return;
    if (section) {
      // Two whole paragraphs in a row: the article goes on behind the section.
      if (!isFullParagraph(line.words)) full = -1;
      else if (full < 0) full = index;
      else {
        for (const back of lines.slice(full, index)) if (back.kind === 'boilerplate') back.kind = 'paragraph';
        section = false;
        full = -1;
        return;
      }
    } else if (index > 0 && beginsBoilerplate(line.words)) section = true;
    if (section || isShareBar(line.words) || isLoneBoilerplate(line.words)) line.kind = 'boilerplate';
  });
}

/** Headline, byline and date, up to the first line that is none of them: a name or a date further down is no byline. */
function markHead(lines: readonly Draft[]): void {
  let headline = false;
  for (const [index, line] of lines.entries()) {
    if (line.kind === 'blank' || line.kind === 'boilerplate') continue;
    if (line.kind === 'bullet') return;
    if (dateOf(line.words) !== undefined) line.kind = 'date';
    else if (isByline(line.words)) line.kind = 'byline';
    else if (!headline && isHeadline(lines, index)) {
      headline = true;
      line.kind = 'headline';
      line.level = line.marker?.level ?? 1;
    } else if (headline && !line.marker && isAuthorLine(line.words)) line.kind = 'byline';
    else return;
  }
}

function isHeadline(lines: readonly Draft[], index: number): boolean {
  const { words, marker } = lines[index] ?? { words: '', marker: undefined };
  if (marker?.kind === 'heading') return true;
  if (words.length > 200 || /[.。,;]["'”’)]*(?:\[\d+\])*$/u.test(words)) return false;
  return following(lines, index) !== undefined;
}

function isByline(words: string): boolean {
  return words.length <= LONGEST_BYLINE && BYLINE.test(words) && isNameLine(bylineName(words));
}

/** A short line that names people and could not be a heading of one ordinary word. */
function isAuthorLine(words: string): boolean {
  return (
    isNameLine(words) && !words.split(/[ .]+/u).some((word) => ordinaryWords.has(word.toLowerCase()) && word !== 'and')
  );
}

function isHeading(lines: readonly Draft[], index: number): boolean {
  const line = lines[index];
  if (!line) return false;
  if (line.marker?.kind === 'heading') return true;
  const { words } = line;
  if (line.marker || words.length > LONGEST_HEADING || /(?:[.,;!…。、]|\[…\])["'”’)]*(?:\[\d+\])*$/u.test(words))
    return false;
  if (/^[\p{Ll}"“‘«„]/u.test(words) || dateOf(words) !== undefined || !/\p{L}/u.test(words)) return false;
  const next = following(lines, index);
  if (!next || next.kind === 'boilerplate') return false;
  const alone = isBlank(lines[index - 1]) && isBlank(lines[index + 1]);
  if (
    /\?$/u.test(words) &&
    (isBlank(lines[index - 1]) || isBlank(lines[index + 1])) &&
    next.words.length > words.length
  )
    return true;
  if (/:$/u.test(words)) return words.length <= 60 && (isTitleCase(words) || !words.includes(' '));
  if (/\p{Lu}|\p{Ll}/u.test(words))
    return (isTitleCase(words) && next.words.length > words.length) || (alone && words.length <= 90);
  return alone && words.length <= 40;
}

const isBlank = (line: Draft | undefined): boolean => line === undefined || line.kind === 'blank';

function following(lines: readonly Draft[], index: number): Draft | undefined {
  for (let i = index + 1; i < lines.length; i += 1) if (!isBlank(lines[i])) return lines[i];
  return undefined;
}

/** The lines about the author that stand last, or before the last section of boilerplate. */
function markBiography(lines: readonly Draft[]): void {
  let end = lines.length;
  while (end > 0 && ['blank', 'boilerplate'].includes(lines[end - 1]?.kind ?? '')) end -= 1;
  const last = lines[end - 1];
  if (last?.kind !== 'paragraph' || !isBiography(last.words)) return;
  let at = end - 2;
  while (at >= 0 && lines[at]?.kind === 'blank') at -= 1;
  const name = lines[at];
  const signed = name && (name.kind === 'paragraph' || name.kind === 'heading') && isNameLine(name.words, true);
  if (signed) {
    name.kind = 'boilerplate';
    name.signs = true;
    delete name.level;
  }
  if (signed || /^(?:\p{Lu}[\p{L}'’.-]* ){1,4}(?:is|was|works|writes|covers|reports|serves) /u.test(last.words))
    last.kind = 'boilerplate';
}
