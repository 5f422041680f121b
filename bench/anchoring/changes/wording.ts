// Edits to the words of sentences.
import type { Range } from '../../../src/model/range';
import { between, pick } from '../../random';
import { Draft } from '../characterMap';
import { sentencesOf } from '../prose';
import type { Block } from '../texts';
import type { Change } from './change';
import { writeBlocks } from './writing';

/** Every tenth sentence has a word replaced, put in or left out. */
export const lightEdits: Change = (source, random) => {
  const draft = new Draft(source.text);
  const words = new Words(source.text, random);
  writeBlocks(draft, source.blocks, (block) => {
    eachSentence(draft, source.text, block, (sentence) => {
      if (random() < 0.1) words.edit(draft, sentence, 1);
      else draft.keep(sentence.start, sentence.end);
    });
  });
  return draft.finished();
};

/**
 * Of the sentences 10 % go, 8 % are reworded (every other word replaced), 40 % have one to four words replaced, put in or
 * left out; before 8 % a new one is written.
 */
export const heavyEdits: Change = (source, random) => {
  const draft = new Draft(source.text);
  const words = new Words(source.text, random);
  writeBlocks(draft, source.blocks, (block) => {
    eachSentence(draft, source.text, block, (sentence) => {
      if (block.kind === 'paragraph' && random() < 0.08) draft.insert(`${pick(random, source.spare)} `);
      const kind = random();
      if (kind < 0.1 && block.kind === 'paragraph') return 'deleted';
      if (kind < 0.18) words.reword(draft, sentence);
      else if (kind < 0.58) words.edit(draft, sentence, between(random, 1, 4));
      else draft.keep(sentence.start, sentence.end);
      return undefined;
    });
  });
  return draft.finished();
};

/**
 * Writes each sentence of a block, and the blanks between them; furniture stays as it is.
 * @param write gives 'deleted' for a sentence that it left out: then the blank behind it goes too
 */
export function eachSentence(
  draft: Draft,
  text: string,
  block: Block,
  write: (sentence: Range) => 'deleted' | undefined | void,
): void {
  if (block.kind === 'furniture') {
    draft.keep(block.start, block.end);
    return;
  }
  let from = block.start;
  for (const sentence of sentencesIn(text, block)) {
    draft.keep(from, sentence.start);
    from = sentence.end;
    if (write(sentence) === 'deleted' && text[from] === ' ') from += 1;
  }
  draft.keep(from, block.end);
}

export function sentencesIn(text: string, { start, end }: Range): Range[] {
  let from = start;
  return sentencesOf(text.slice(start, end)).map((sentence) => {
    const at = text.indexOf(sentence, from);
    from = at + sentence.length;
    return { start: at, end: from };
  });
}

const word = /[\p{L}\p{N}]+(?:[’-][\p{L}\p{N}]+)*/gu;

/** Edits sentences with words of their own text, common ones more often. */
export class Words {
  constructor(
    private readonly text: string,
    private readonly random: () => number,
  ) {}

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

  /** Every other word is replaced. */
  reword(draft: Draft, sentence: Range): void {
    this.#write(draft, sentence, this.#in(sentence), () => (this.random() < 0.5 ? 'replaced' : 'kept'));
  }

  /** A word from anywhere in the text, none of those given. */
  other(...not: readonly string[]): string {
    for (;;) {
      const from = Math.floor(this.random() * Math.max(1, this.text.length - 80));
      const around = this.text.slice(from, from + 80);
      const found = [...around.matchAll(word)][1]?.[0];
      if (found !== undefined && found.length > 1 && !not.includes(found)) return found;
    }
  }

  #in({ start, end }: Range): Range[] {
    return [...this.text.slice(start, end).matchAll(word)].map(({ index, 0: found }) => ({
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
    const { text } = this;
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
          draft.insert(this.other(mine));
          break;
        case 'deleted':
          if (text[end] === ' ') from += 1;
          break;
        case 'preceded':
          draft.insert(`${this.other(mine, before ? text.slice(before.start, before.end) : '')} `);
          draft.keep(start, end);
          break;
      }
    });
    draft.keep(from, sentence.end);
  }
}
