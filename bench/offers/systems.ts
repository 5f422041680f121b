// What is compared: our offers, and the two baselines.
import nlp from 'compromise';
import type { Actor } from '../../src/model/codebook';
import { overlaps, type Range } from '../../src/model/range';
import { NameFinder } from '../../src/suggest/names';
import { NameScan } from '../../src/suggest/nameScan';
import { offersOf } from '../../src/suggest/offers';
import { reportingVerbs } from '../../src/suggest/reportingVerbs';
import { sentences } from '../../src/suggest/sentences';
import type { Claim, GoldArticle, Marks, Mention } from './gold';

/** What a system finds in an article. */
export type System = (article: Pick<GoldArticle, 'text' | 'excluded' | 'author'>) => Marks;

/** Ours, with these actors for a codebook. */
export function ours(actors: readonly Actor[]): System {
  const names = new NameScan(actors);
  return ({ text, excluded, author }) => {
    const offers = offersOf(text, { actors, names, excluded, ...(author === undefined ? {} : { author }) });
    const mentions: Mention[] = [];
    const claims: Claim[] = [];
    const sources: Range[] = [];
    for (const { type, ranges, actor, speakers, holders, addressees, stance, attribution } of offers) {
      const range = { start: ranges[0]?.start ?? 0, end: ranges.at(-1)?.end ?? 0 };
      if (type === 'actor') mentions.push({ range, actor });
      else if (type === 'source') sources.push(range);
      else
        claims.push({
          range,
          speakers: speakers ?? [],
          holders: holders ?? [],
          addressees: addressees ?? [],
          stance,
          attribution,
        });
    }
    return { mentions, claims, sources };
  };
}

/** Runs of words with a capital. */
export function capitalisedWords(actors: readonly Actor[]): System {
  return baseline(actors, (text) =>
    [...text.matchAll(/\p{Lu}[\p{L}\p{N}.]*(?:[ -]\p{Lu}[\p{L}\p{N}.]*)*/gu)].map(({ 0: found, index }) =>
      withoutTail(found, index),
    ),
  );
}

/** The people, places and organizations of the library compromise. */
export function compromise(actors: readonly Actor[]): System {
  return baseline(actors, (text) => {
    const all = nlp(text).topics().json({ offset: true }) as {
      text: string;
      offset: { start: number; length: number };
    }[];
    return all.map(({ offset: { start, length } }) => withoutTail(text.slice(start, start + length), start));
  });
}

/** Without a possessive and what ends a sentence. */
function withoutTail(found: string, start: number): Range {
  return { start, end: start + found.replace(/(?:['’]s?)?[\s.,;:!?"”)]*$/u, '').length };
}

/**
 * Actors where a finder of names has them, as the codebook knows their words (those that it doesn't know keep their range); a
 * claim where a sentence has a reporting verb (of our list); its speaker the nearest actor before the verb.
 */
function baseline(actors: readonly Actor[], namesIn: (text: string) => Range[]): System {
  const finder = new NameFinder(actors);
  return ({ text, excluded }) => {
    const isFree = (range: Range): boolean => !excluded.some((one) => overlaps(one, range));
    const mentions = namesIn(text)
      .filter((range) => range.end > range.start && isFree(range))
      .map((range): Mention => ({ range, actor: finder.matching(text.slice(range.start, range.end))[0]?.id }))
      .sort((a, b) => a.range.start - b.range.start);
    const claims = sentences(text)
      .filter(isFree)
      .flatMap((range): Claim[] => {
        const verb = [...text.slice(range.start, range.end).matchAll(/\p{L}+/gu)].find(({ 0: word }) =>
          reportingVerbs.has(word.toLowerCase()),
        );
        if (!verb) return [];
        const before = mentions.findLast(
          (mention) => mention.actor !== undefined && mention.range.end <= range.start + verb.index,
        );
        const none = { holders: [], addressees: [], stance: undefined, attribution: undefined };
        return [{ range, speakers: before?.actor === undefined ? [] : [before.actor], ...none }];
      });
    return { mentions, claims, sources: [] };
  };
}
