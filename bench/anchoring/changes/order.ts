// Blocks in another order, and a page as it is after its publisher rebuilt it.
import { between, pick, shuffled } from '../../random';
import { composed, Draft } from '../characterMap';
import { newFurniture } from '../furniture';
import type { Block } from '../texts';
import type { Change } from './change';
import { respelt } from './layout';
import { Words } from './wording';
import { writeBlocks, writeSentences } from './writing';

/** Of the paragraphs 15 % stand elsewhere: half of them at most six blocks away, half anywhere. */
export const paragraphsMoved: Change = ({ text, blocks }, random) => {
  const draft = new Draft(text);
  const placed = blocks.map((block, index) => {
    const moves = block.kind === 'paragraph' && random() < 0.15;
    const near = random() < 0.5;
    const to = near ? index + between(random, -6, 6) : random() * blocks.length;
    return { block, at: moves ? to + 0.5 : index };
  });
  placed.sort((a, b) => a.at - b.at);
  writeBlocks(
    draft,
    placed.map(({ block }) => block),
    ({ start, end }) => draft.keep(start, end),
  );
  return draft.finished();
};

/**
 * Articles in another order (a quarter of them moved), of the furniture 30 % gone, 40 % replaced and some added, 2 % of
 * the paragraphs gone, as many new, 2 % moved within their article; a word edited in every twentieth sentence; other
 * white space: double and non-breaking blanks, blanks at the ends of lines, more blank lines.
 */
export const scrapedAgain: Change = (source, random) => {
  const draft = new Draft(source.text);
  const words = new Words(source, random);
  writeBlocks(draft, reordered(source.blocks, random), (block) => {
    if (block.kind === 'furniture') {
      if (random() < 0.4) draft.insert(newFurniture(random));
      else draft.keep(block.start, block.end);
      return;
    }
    if (block.kind === 'paragraph' && random() < 0.02)
      draft.insert(`${Array.from({ length: between(random, 1, 4) }, () => pick(random, source.spare)).join(' ')}\n\n`);
    if (random() < 0.03) draft.insert(`${newFurniture(random)}\n\n`);
    writeSentences(draft, source.text, block, (sentence) => () => words.edit(draft, sentence, random() < 0.05 ? 1 : 0));
  });
  const rebuilt = draft.finished();
  const spaced = respelt(rebuilt.text, /\n\n|(?<=\S) (?=\S)/g, (found) => {
    const kind = random();
    if (found === '\n\n') return kind < 0.2 ? '\n\n\n' : kind < 0.4 ? ' \n\n' : kind < 0.5 ? '\n \n' : found;
    return kind < 0.02 ? '  ' : kind < 0.04 ? '\u00a0' : found;
  });
  return composed(rebuilt, spaced);
};

/** The blocks that stay, in their new order. */
function reordered(blocks: readonly Block[], random: () => number): Block[] {
  const articles: Block[][] = [];
  for (const block of blocks) (articles[block.article] ??= []).push(block);
  const moved = articles.map((_, index) => index).filter(() => random() < 0.25);
  const others = shuffled(random, moved);
  const order = articles.map((_, index) => index);
  moved.forEach((index, rank) => (order[index] = others[rank] ?? index));
  return order.flatMap((article) => {
    const kept = (articles[article] ?? []).filter(({ kind }) =>
      kind === 'furniture' ? random() > 0.3 : kind !== 'paragraph' || random() > 0.02,
    );
    for (const block of [...kept]) {
      if (block.kind !== 'paragraph' || random() > 0.02) continue;
      kept.splice(kept.indexOf(block), 1);
      kept.splice(between(random, 1, kept.length), 0, block);
    }
    return kept;
  });
}
