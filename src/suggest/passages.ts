import { overlaps, type Range } from '../model/range';
import { blocksOf } from './lines';
import { isTitle, properNamesOf } from './properName';
import { sentencesOf } from './sentences';
import { structure, type LineKind } from './structure';

/** A paragraph, heading or bullet of the text, with what the rules need to know of it. */
export interface Passage {
  readonly kind: LineKind;
  /** Without marker and white space at the edges. */
  readonly body: Range;
  readonly sentences: readonly Range[];
  /** Capitalised stretches, none where it is a title. */
  readonly names: readonly Range[];
  /** Headline, headings, and what else is written like one: capitals say little there. */
  readonly isTitle: boolean;
  /** Whether it stands under a heading like "Notes" or "References". */
  readonly isNote: boolean;
}

const NOTES =
  /^(?:end ?notes?|foot ?notes?|notes?(?: and references)?|references|sources|bibliography|works cited|literature|further reading|citations?)\s*:?$/iu;

/** "LONDON, June 3 —", "ORLAV (Northwire) —": what stands before a report's first sentence. */
const DATELINE = /^\p{Lu}[\p{Lu}.'’-]{2,}(?:[ ,(][^.\n]{0,80}?)?\s(?:—|–|--)\s+/u;
/** A note that no heading leads in. */
const LONE_NOTE = /^(?:\[\d{1,3}\]|[¹²³⁴-⁹⁰]{1,3})\s\S/u;

/** The passages of a text in order, without boilerplate, blank lines, and what touches an excluded range. */
export function passagesOf(text: string, excluded: readonly Range[]): Passage[] {
  const lines = structure(text);
  const passages: Passage[] = [];
  let at = 0;
  let isNote = false;
  for (const block of blocksOf(text, { start: 0, end: text.length })) {
    while (at < lines.length && (lines[at]?.range.end ?? 0) < block.body.start) at += 1;
    const kind = lines[at]?.kind ?? 'paragraph';
    const words = text.slice(block.body.start, block.body.end);
    if (NOTES.test(words)) isNote = true;
    else if (kind === 'heading') isNote = false;
    if (kind === 'boilerplate' || kind === 'blank' || excluded.some((one) => overlaps(one, block.range))) continue;
    const sentences = behindDateline(text, sentencesOf(text, block));
    const starts = new Set([block.body.start, ...sentences.map(({ start }) => start)]);
    const isHead = kind === 'headline' || kind === 'heading';
    passages.push({
      kind,
      body: block.body,
      sentences,
      names: isHead || isTitle(words) ? [] : properNamesOf(text, block.body, starts),
      isTitle: isHead || isTitle(words),
      isNote: (isNote && !isHead) || LONE_NOTE.test(words),
    });
  }
  return passages;
}

function behindDateline(text: string, [first, ...others]: readonly Range[]): Range[] {
  if (!first) return [];
  const dateline = DATELINE.exec(text.slice(first.start, Math.min(first.end, first.start + 120)));
  return [{ start: first.start + (dateline?.[0].length ?? 0), end: first.end }, ...others];
}
