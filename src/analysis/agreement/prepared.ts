import { namesByCodebook, type Names } from '../../model/names';
import { codersOf, type CodedArticle } from './codedArticle';
import { continuumOf, firstIndex, sentenceStarts, type Continuum } from './continuum';
import { readingsOf, type Readings } from './readings';
import type { AgreementSettings } from './settings';
import type { Statistics } from './statistics';

/** An article that is to be counted. */
export interface Prepared {
  readonly article: CodedArticle;
  readonly names: Names;
  /** By the creators' indices: whether they coded the article, and what they read there. */
  readonly coded: readonly boolean[];
  readonly readings: Readings;
  readonly continuum: Continuum;
  readonly blocks: Blocks;
}

/** The blocks that an article's text is in: one, or one a sentence. */
export class Blocks {
  /** @param starts of each block in the text; @param unitStarts the same in units */
  constructor(
    private readonly first: number,
    private readonly starts: readonly number[],
    readonly unitStarts: readonly number[],
  ) {}

  ofOffset(offset: number): number {
    return this.first + Math.max(0, firstIndex(this.starts, (start) => start > offset) - 1);
  }

  ofUnit(unit: number): number {
    return this.first + Math.max(0, firstIndex(this.unitStarts, (start) => start > unit) - 1);
  }

  /** How many units each block has, of `all`. */
  lengths(all: number): readonly (readonly [block: number, units: number])[] {
    return this.unitStarts.map((start, index) => [this.first + index, (this.unitStarts[index + 1] ?? all) - start]);
  }
}

/** Makes articles ready to be counted, their blocks begun. */
export function preparing(
  statistics: Statistics,
  creators: readonly string[],
  { unit, decisions }: AgreementSettings,
  bySentence: boolean,
): (article: CodedArticle) => Prepared {
  const namesOf = namesByCodebook();
  return (article) => {
    const coders = codersOf(article, { decisions });
    const continuum = continuumOf(article, unit);
    const starts = bySentence ? sentenceStarts(article.text) : [0];
    const unitStarts = starts.map((start) => continuum.place({ start, end: start }).start);
    return {
      ...{ article, continuum, names: namesOf(article.codebook) },
      coded: creators.map((creator) => coders.includes(creator)),
      readings: readingsOf(article, creators, { decisions }),
      blocks: new Blocks(statistics.begin(starts.length), starts, unitStarts),
    };
  };
}
