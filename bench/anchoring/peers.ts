// Peers that find one passage after the other.
import { JSDOM } from 'jsdom';
import { seeded } from '../../src/analysis/seeded';
import { seedOf, shuffled } from '../random';
import type { Case } from './cases';
import type { Finder } from './finders';
import type { Range } from '../../src/model/range';
import type { Answer } from './score';

/** A passage as these peers store it: 32 units of context on either side. */
interface Quotation extends Range {
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
}

type Find = (quotation: Quotation) => Range | undefined | Promise<Range | undefined>;

/** How far a peer that is slow is measured. */
export interface Bounds {
  /** Targets at most: where there are more, a random sample. */
  readonly most: number;
  /** Milliseconds of a text after which it stops, from {@link fewest} targets on: then the sample is what it got through. */
  readonly limit: number;
}

const fewest = 5;

/** @param prepare gets a text ready, which isn't timed */
function oneByOne(prepare: (given: Case) => Promise<Find>, { most, limit }: Bounds): Finder {
  return async (given) => {
    const { old, targets, changed, truths } = given;
    const find = await prepare(given);
    const order = shuffled(
      seeded(seedOf('sample', targets.length)),
      targets.map((_, index) => index),
    ).slice(0, most);
    const quotations = order.map((index) => quoted(old, targets[index] ?? { start: 0, end: 0 }));
    // A few that aren't timed, as warm-up.
    for (
      let next = 0, until = performance.now() + limit / 10;
      next < most / 10 && performance.now() < until;
      next += 1
    ) {
      const quotation = quotations[next];
      if (quotation) await find(quotation);
    }
    const answers: Answer[] = [];
    const begin = performance.now();
    for (const quotation of quotations) {
      const found = await find(quotation);
      answers.push(found ? { ...found, standing: 'anchored' } : { start: 0, end: 0, standing: 'orphaned' });
      if (answers.length >= fewest && performance.now() - begin > limit) break;
    }
    const time = performance.now() - begin;
    const measured = order.slice(0, answers.length);
    return { measured, answers, truths: measured.map((index) => truths[index]), time, text: changed.text };
  };
}

const context = 32;

function quoted(text: string, { start, end }: Range): Quotation {
  const exact = text.slice(start, end);
  return {
    start,
    end,
    exact,
    prefix: text.slice(Math.max(0, start - context), start),
    suffix: text.slice(end, end + context),
  };
}

/**
 * approx-string-match in the way of Hypothesis' client: all places where the quotation stands to the letter, or else all
 * with the fewest errors, half of the quotation or 256 at most; of these the best by 50 parts quotation, 20 prefix, 20
 * suffix and 2 nearness. It refuses none.
 */
export function hypothesis(bounds: Bounds): Finder {
  return oneByOne(async ({ changed: { text } }) => {
    const { default: approximate } = await import('approx-string-match');
    const matches = (within: string, pattern: string, errors: number): readonly (Range & { errors: number })[] => {
      const exactly: (Range & { errors: number })[] = [];
      for (let at = within.indexOf(pattern); at >= 0; at = within.indexOf(pattern, at + 1))
        exactly.push({ start: at, end: at + pattern.length, errors: 0 });
      return exactly.length > 0 ? exactly : approximate(within, pattern, errors);
    };
    const likeness = (within: string, pattern: string): number => {
      if (pattern === '') return 1;
      const [best] = within === '' ? [] : matches(within, pattern, pattern.length);
      return best ? 1 - best.errors / pattern.length : 0;
    };
    return ({ start, exact, prefix, suffix }) => {
      let best: { range: Range; score: number } | undefined;
      for (const match of matches(text, exact, Math.min(256, exact.length / 2))) {
        const score =
          50 * (1 - match.errors / exact.length) +
          20 * likeness(text.slice(Math.max(0, match.start - prefix.length), match.start), prefix) +
          20 * likeness(text.slice(match.end, match.end + suffix.length), suffix) +
          2 * (1 - Math.abs(match.start - start) / text.length);
        if (!best || score > best.score) best = { range: match, score };
      }
      return best && { start: best.range.start, end: best.range.end };
    };
  }, bounds);
}

/** dom-anchor-text-quote on a page whose body is the text, with the old offset as its hint. */
export function domAnchor(bounds: Bounds): Finder {
  return oneByOne(async ({ changed: { text } }) => {
    const { toTextPosition } = await import('dom-anchor-text-quote');
    const { body } = new JSDOM('').window.document;
    body.append(text);
    return ({ start, exact, prefix, suffix }) => {
      try {
        return toTextPosition(body, { exact, prefix, suffix }, { hint: start }) ?? undefined;
      } catch {
        // It fails on some patterns: then it hasn't found the passage.
        return undefined;
      }
    };
  }, bounds);
}

/** @apache-annotator/selector's matcher on the text as one chunk: the first match of its own. */
export function apache(bounds: Bounds): Finder {
  return oneByOne(async ({ changed: { text } }) => {
    const { textQuoteSelectorMatcher } = await import('@apache-annotator/selector');
    const chunk = { data: text };
    return async ({ exact, prefix, suffix }) => {
      const chunker = {
        currentChunk: chunk,
        nextChunk: () => null,
        previousChunk: () => null,
        precedesCurrentChunk: () => false,
      };
      const matcher = textQuoteSelectorMatcher({ type: 'TextQuoteSelector', exact, prefix, suffix });
      for await (const { startIndex, endIndex } of matcher(chunker)) return { start: startIndex, end: endIndex };
      return undefined;
    };
  }, bounds);
}
