import type { Draft } from '../characterMap';
import type { Block } from '../texts';

/** Writes blocks in this order, a blank line between any two. */
export function writeBlocks(draft: Draft, blocks: Iterable<Block>, write: (block: Block) => void): void {
  let first = true;
  for (const block of blocks) {
    if (!first) draft.insert('\n\n');
    first = false;
    write(block);
  }
}
