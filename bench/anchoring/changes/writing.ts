import type { Range } from '../../../src/model/range';
import type { Draft } from '../characterMap';
import { sentencesOf } from '../prose';
import type { Block } from '../texts';

/** Writes blocks in this order, a blank line between any two of which something is left. */
export function writeBlocks(draft: Draft, blocks: Iterable<Block>, write: (block: Block) => void): void {
  for (const block of blocks) {
    draft.insertBetween('\n\n');
    write(block);
  }
}

/**
 * Writes the sentences of a block, and the blanks between them; furniture stays as it is.
 * @param writing gives for a sentence what writes it; undefined where it is left out
 */
export function writeSentences(
  draft: Draft,
  text: string,
  block: Block,
  writing: (sentence: Range) => (() => void) | undefined,
): void {
  if (block.kind === 'furniture') {
    draft.keep(block.start, block.end);
    return;
  }
  let written = false;
  let from = block.start;
  for (const sentence of sentencesIn(text, block)) {
    const write = writing(sentence);
    if (write) {
      if (written) draft.keep(from, sentence.start);
      write();
      written = true;
    }
    from = sentence.end;
  }
}

/** The sentences of a passage, ascending. */
export function sentencesIn(text: string, { start, end }: Range): Range[] {
  let from = start;
  return sentencesOf(text.slice(start, end)).map((sentence) => {
    const at = text.indexOf(sentence, from);
    from = at + sentence.length;
    return { start: at, end: from };
  });
}
