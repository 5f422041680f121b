// Edits to the words of sentences.
import type { Range } from '../../../src/model/range';
import { between, pick } from '../../random';
import { Draft } from '../characterMap';
import type { Block, Text } from '../texts';
import type { Change } from './change';
import { writeBlocks, writeSentences } from './writing';

/** Every tenth sentence has a word replaced, put in or left out. */
export const lightEdits: Change = (source, random) => {
  const draft = new Draft(source.text);
  const words = new Words(source, random);
  writeBlocks(draft, source.blocks, (block) => {
    writeSentences(draft, source.text, block, (sentence) => () => words.edit(draft, sentence, random() < 0.1 ? 1 : 0));
  });
  return draft.finished();
};

/**
 * Of the sentences 10 % go, 8 % are reworded (every third word replaced), 40 % have one to four words replaced, put in or
 * left out; before 8 % a new one is written.
 */
export const heavyEdits: Change = (source, random) => {
  const draft = new Draft(source.text);
  const words = new Words(source, random);
  writeBlocks(draft, source.blocks, (block) => {
    writeSentences(draft, source.text, block, (sentence) => {
      const before = random() < 0.08 ? `${pick(random, source.spare)} ` : '';
      const kind = random();
      if (kind < 0.1 && block.kind === 'paragraph') return undefined;
      return () => {
        if (block.kind === 'paragraph') draft.insert(before);
        if (kind < 0.18) words.reword(draft, sentence);
        else words.edit(draft, sentence, kind < 0.58 ? between(random, 1, 4) : 0);
      };
    });
  });
  return draft.finished();
};

const word = /[\p{L}\p{N}]+(?:[’-][\p{L}\p{N}]+)*/gu;

/** Edits sentences with words of their text's prose, common ones more often. */
export class Words {
  readonly #prose: readonly Block[];

  constructor(
    private readonly source: Text,
    private readonly random: () => number,
  ) {
    this.#prose = source.blocks.filter(({ kind, start, end }) => kind === 'paragraph' && end - start > 80);
  }

  /** So many words are replaced (50 %), left out (25 %) or have another put in before them (25 %). */
  edit(draft: Draft, sentence: Range, count: number): void {
    const found = this.#in(sentence);
    const edited = new Set(Array.from({ length: count }, () => Math.floor(this.random() * found.length)));
    this.#write(draft, sentence, found, (index) => {
      if (!edited.has(index)) return 'kept';
      const kind = this.random();
      return kind < 0.5 ? 'replaced' : kind < 0.75 ? 'deleted' : 'preceded';
    });
  }

  /** Every third word is replaced. */
  reword(draft: Draft, sentence: Range): void {
    this.#write(draft, sentence, this.#in(sentence), () => (this.random() < 1 / 3 ? 'replaced' : 'kept'));
  }

  /** A word from anywhere in the prose, none of those given. */
  #other(...not: readonly string[]): string {
    for (;;) {
      const { start, end } = pick(this.random, this.#prose);
      const from = between(this.random, start, end - 80);
      const found = [...this.source.text.slice(from, from + 80).matchAll(word)][1]?.[0];
      if (found !== undefined && found.length > 1 && !not.includes(found)) return found;
    }
  }

  #in({ start, end }: Range): Range[] {
    return [...this.source.text.slice(start, end).matchAll(word)].map(({ index, 0: found }) => ({
      start: start + index,
      end: start + index + found.length,
    }));
  }

  #write(
    draft: Draft,
    sentence: Range,
    words: readonly Range[],
    fate: (index: number) => 'kept' | 'replaced' | 'deleted' | 'preceded',
  ): void {
    const { text } = this.source;
    let from = sentence.start;
    words.forEach(({ start, end }, index) => {
      draft.keep(from, start);
      from = end;
      const mine = text.slice(start, end);
      const before = words[index - 1];
      switch (fate(index)) {
        case 'kept':
          draft.keep(start, end);
          break;
        case 'replaced':
          draft.insert(this.#other(mine));
          break;
        case 'deleted':
          if (text[end] === ' ') from += 1;
          break;
        case 'preceded':
          draft.insert(`${this.#other(mine, before ? text.slice(before.start, before.end) : '')} `);
          draft.keep(start, end);
          break;
      }
    });
    draft.keep(from, sentence.end);
  }
}
