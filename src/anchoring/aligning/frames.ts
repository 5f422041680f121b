import { begins, lineBegins } from './begins';
import type { Block, Links } from './links';
import type { Work } from '../slices';

/** Words' offsets: in the whole old text as far as it is known, and in the new one. */
export interface Offsets {
  readonly old: (word: number) => number;
  readonly now: (word: number) => number;
}

/** Units that a block must have to stand for itself, wherever it is. */
const strong = 48;
/** Units that it must have where it begins or ends with a line in both texts. */
const strongAtLine = 36;
/** How far off its neighbours' displacement a block may stand. */
const drift = { units: 60, share: 0.15 };
const neighbours = 3;

/**
 * Unlinks blocks that nothing confirms: neither their own length, nor the displacement of a neighbour. A short stretch
 * that occurs once in the pieces of a text which are known, and once in the new text, may be another one there.
 */
export function* unlinkUnconfirmed(links: Links, offsets: Offsets): Work<void> {
  const blocks = links.blocks();
  const inOrder = heaviestChain(links, blocks);
  const unsure: Block[] = [];
  const oldBegins = yield* begins(links.old);
  const nowBegins = yield* begins(links.now);
  const isAtLine = ({ i, j, length }: Block): boolean =>
    (oldBegins[i] === lineBegins && nowBegins[j] === lineBegins) ||
    (oldBegins[i + length] === lineBegins && nowBegins[j + length] === lineBegins);
  blocks.forEach((block, index) => {
    const size = links.size(block.i, block.length);
    if (size >= strong || (size >= strongAtLine && isAtLine(block))) return;
    const oldAt = offsets.old(block.i);
    const shift = offsets.now(block.j) - oldAt;
    const agrees = (other: Block): boolean => {
      const otherOld = offsets.old(other.i);
      const difference = Math.abs(offsets.now(other.j) - otherOld - shift);
      return difference <= drift.units + drift.share * Math.abs(otherOld - oldAt);
    };
    let confirmed = false;
    for (const step of [-1, 1])
      for (let at = index + step, seen = 0; seen < neighbours && !confirmed; at += step) {
        const other = blocks[at];
        if (!other) break;
        seen += 1;
        // Outside of the order that most keep, a neighbour counts only where it is no longer in it either.
        if (inOrder[at] === inOrder[index] || links.size(other.i, other.length) >= strong) confirmed = agrees(other);
      }
    if (!confirmed) unsure.push(block);
  });
  for (const { i, length } of unsure) links.unlink(i, length);
}

/** Which blocks belong to the chain, ascending in both texts, that has the most units. */
function heaviestChain(links: Links, blocks: readonly Block[]): Uint8Array {
  const count = blocks.length;
  const ranks = new Int32Array(count);
  [...blocks.keys()]
    .sort((a, b) => (blocks[a]?.j ?? 0) - (blocks[b]?.j ?? 0))
    .forEach((index, rank) => (ranks[index] = rank + 1));
  // A tree of prefix maxima (P. Fenwick): which chain that ends at or before a rank is the heaviest.
  const tree = new Int32Array(count + 1).fill(-1);
  const weights = new Float64Array(count);
  const previous = new Int32Array(count).fill(-1);
  let heaviest = -1;
  blocks.forEach(({ i, length }, index) => {
    let best = -1;
    for (let rank = (ranks[index] ?? 0) - 1; rank > 0; rank -= rank & -rank) {
      const other = tree[rank] ?? -1;
      if (other >= 0 && (best < 0 || (weights[other] ?? 0) > (weights[best] ?? 0))) best = other;
    }
    previous[index] = best;
    weights[index] = (best < 0 ? 0 : (weights[best] ?? 0)) + links.size(i, length);
    for (let rank = ranks[index] ?? 0; rank <= count; rank += rank & -rank) {
      const other = tree[rank] ?? -1;
      if (other < 0 || (weights[index] ?? 0) > (weights[other] ?? 0)) tree[rank] = index;
    }
    if (heaviest < 0 || (weights[index] ?? 0) > (weights[heaviest] ?? 0)) heaviest = index;
  });
  const chain = new Uint8Array(count);
  for (let index = heaviest; index >= 0; index = previous[index] ?? -1) chain[index] = 1;
  return chain;
}
