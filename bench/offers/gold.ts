// The gold set: see ../gold/README.md.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { linksOf } from '../../src/model/links';
import type { Annotation } from '../../src/model/annotation';
import { articleText, SIDECAR_SUFFIX } from '../../src/model/article';
import type { Actor } from '../../src/model/codebook';
import type { Range } from '../../src/model/range';
import { readCodebook, readSidecar, type ReadResult } from '../../src/sidecar/read';

export type Half = 'development' | 'held-out';

export interface Mention {
  readonly range: Range;
  /** Undefined where only the range is known. */
  readonly actor: string | undefined;
}

export interface Claim {
  readonly range: Range;
  readonly speakers: readonly string[];
  readonly holders: readonly string[];
  readonly addressees: readonly string[];
  readonly stance: string | undefined;
  readonly attribution: string | undefined;
}

/** What is marked in an article, or what a system finds in it. */
export interface Marks {
  readonly mentions: readonly Mention[];
  readonly claims: readonly Claim[];
  readonly sources: readonly Range[];
}

export interface GoldArticle {
  readonly name: string;
  readonly text: string;
  readonly words: number;
  readonly excluded: readonly Range[];
  /** Id of the actor that the article's author, or else its publisher, is. */
  readonly author: string | undefined;
  readonly marks: Marks;
}

export interface GoldHalf {
  readonly actors: readonly Actor[];
  readonly articles: readonly GoldArticle[];
}

/** @param folder the gold set's */
export function readGold(folder: string, half: Half): GoldHalf {
  const actors = valueOf(readCodebook(readFileSync(path.join(folder, 'policy-codebook.json')))).actors ?? [];
  const files = readdirSync(path.join(folder, half)).filter((file) => file.endsWith(SIDECAR_SUFFIX));
  return { actors, articles: files.sort().map((file) => readArticle(path.join(folder, half, file), actors)) };
}

function readArticle(file: string, actors: readonly Actor[]): GoldArticle {
  const { article, annotations } = valueOf(readSidecar(readFileSync(file)));
  const text = articleText(readFileSync(file.slice(0, -SIDECAR_SUFFIX.length), 'utf8'));
  const named = (name: string | undefined): string | undefined => actors.find((actor) => actor.name === name)?.id;
  const ofType = (type: string): Annotation[] => annotations.filter((annotation) => annotation.type === type);
  return {
    name: article.file,
    text,
    words: text.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}’'.-]*/gu)?.length ?? 0,
    excluded: article.excluded ?? [],
    author: named(article.author) ?? named(article.publisher),
    marks: {
      mentions: ofType('actor').map(({ target, actor }) => ({ range: wholeOf(target), actor })),
      claims: ofType('claim').map((claim) => ({
        range: wholeOf(claim.target),
        speakers: actorsIn(claim, 'speaker'),
        holders: actorsIn(claim, 'holder'),
        addressees: actorsIn(claim, 'addressee'),
        stance: claim.stance,
        attribution: claim.attribution,
      })),
      sources: ofType('source').map(({ target }) => wholeOf(target)),
    },
  };
}

function actorsIn(claim: Annotation, role: string): string[] {
  return linksOf(claim, role).flatMap(({ actor }) => actor ?? []);
}

function wholeOf(ranges: readonly Range[]): Range {
  return { start: Math.min(...ranges.map(({ start }) => start)), end: Math.max(...ranges.map(({ end }) => end)) };
}

function valueOf<T>(result: ReadResult<T>): T {
  if (!result.ok) throw new Error(`The gold set can't be read: ${JSON.stringify(result)}`);
  return result.value;
}
