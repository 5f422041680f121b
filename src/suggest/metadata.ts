import type { ArticleMetadata } from '../model/article';
import { dateOf } from './dates';
import { bylineName, structure, type Line } from './structure';

/** The head is looked for in this much of the text. */
const HEAD = 20_000;
/** Lines before the first paragraph, and a few behind it. */
const LINES = 15;
/** Longer lines name no publisher and are no address: the patterns would take long over them. */
const LONGEST_PUBLISHER_LINE = 300;
const LONGEST_ADDRESS_LINE = 2_000;
const PUBLISHER =
  /^(?:source|publisher|published by|first published (?:in|by)|originally published (?:in|by|at))\s*:?\s+(.{2,80})$/iu;
const ADDRESS = /^(?:(?:url|link|source|original)\s*:?\s*)?(https?:\/\/\S+)$/iu;
const ENGLISH = /\b(?:the|of|and|to|in|that|is|for|with|has|on|as|by)\b/giu;

/** What the head of the text says of the article, and of the author the name that signs it; fields that nothing points to are
 * absent. Language: "en" or none. */
export function guessMetadata(text: string): ArticleMetadata {
  const head = text.slice(0, HEAD);
  const lines = structure(head).filter(({ kind }) => kind !== 'blank');
  const words = (line: Line | undefined): string | undefined => line && head.slice(line.body.start, line.body.end);
  const first = lines.slice(0, LINES);
  const title = words(first.find(({ kind }) => kind === 'headline'));
  const byline = words(first.find(({ kind }) => kind === 'byline') ?? lines.find(({ signs }) => signs));
  const date = first.map((line) => (line.kind === 'boilerplate' ? undefined : dateOf(words(line) ?? ''))).find(Boolean);
  const lead = first.map((line) => words(line) ?? '');
  const found = (pattern: RegExp, longest: number): (string | undefined)[] =>
    lead.filter((line) => line.length <= longest).map((line) => pattern.exec(line)?.[1]?.trim());
  const publisher = found(PUBLISHER, LONGEST_PUBLISHER_LINE).find((name) => name && !name.includes('://'));
  const url = found(ADDRESS, LONGEST_ADDRESS_LINE).find(Boolean);
  return {
    ...(title ? { title } : {}),
    ...(byline ? { author: bylineName(byline) } : {}),
    ...(publisher ? { publisher } : {}),
    ...(date ? { date } : {}),
    ...(url ? { url } : {}),
    ...(isEnglish(head) ? { language: 'en' } : {}),
  };
}

/** At least one word in ten of at least ten is one of English's commonest. */
function isEnglish(head: string): boolean {
  const words = head.match(/\p{L}+/gu)?.length ?? 0;
  return words >= 10 && (head.match(ENGLISH)?.length ?? 0) * 10 >= words;
}
