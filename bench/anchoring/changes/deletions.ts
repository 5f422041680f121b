// Passages that go.
import type { Range } from '../../../src/model/range';
import { pick } from '../../random';
import { composed, Draft, type Changed } from '../characterMap';
import type { Text } from '../texts';
import type { Change } from './change';
import { heavyEdits } from './wording';
import { sentencesIn } from './writing';

/** Of the targets 10 % go: a third of them just their text, a third with their sentences, a third with their paragraph. */
export const targetsDeleted: Change = (source, random) => {
  const cuts = source.targets.filter(() => random() < 0.1).map((target) => cutOf(source, target, random()));
  return without(source.text, cuts);
};

function cutOf({ text, blocks }: Text, target: Range, kind: number): Range {
  const block = blocks.find(({ start, end }) => start <= target.start && target.end <= end);
  if (kind < 1 / 3 || !block) return { start: target.start, end: target.end + (text[target.end] === ' ' ? 1 : 0) };
  if (kind > 2 / 3) return { start: block.start, end: Math.min(text.length, block.end + 2) };
  const sentences = sentencesIn(text, block).filter(({ start, end }) => start < target.end && target.start < end);
  const end = sentences.at(-1)?.end ?? target.end;
  return { start: sentences[0]?.start ?? target.start, end: end + (text[end] === ' ' ? 1 : 0) };
}

/** What may stand in place of a name, behind "the" too; no name that stands often in the texts is written so. */
const instead = ['neighbors', 'others', 'critics', 'opponents', 'allies', 'one side', 'latter', 'rest of them'];

/**
 * For targets that are names which stand often in the text: 35 % of the targets go, half of them replaced by a word that
 * is no name, a quarter cut out, a quarter with their sentence; then the text is edited heavily.
 */
export const namesDeleted: Change = (source, random) => {
  const { text } = source;
  const gone = source.targets
    .filter(() => random() < 0.35)
    .map((target) => {
      const kind = random();
      const cut = kind < 0.5 ? target : cutOf(source, target, kind < 0.75 ? 0 : 0.5);
      return { ...cut, text: kind < 0.5 ? pick(random, instead) : '' };
    });
  const first = without(text, gone);
  return composed(first, heavyEdits({ ...source, ...blocksAfter(source, first) }, random));
};

/** The text without some ranges, which may overlap; instead of each there is its text, if it has any. */
export function without(text: string, cuts: readonly (Range & { readonly text?: string })[]): Changed {
  const draft = new Draft(text);
  let from = 0;
  for (const cut of [...cuts].sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (cut.start >= from) {
      draft.keep(from, cut.start);
      draft.insert(cut.text ?? '');
    }
    from = Math.max(from, cut.end);
  }
  draft.keep(from, text.length);
  return draft.finished();
}

/** The blocks of a changed text that has the same blank lines. */
function blocksAfter({ blocks }: Text, { text }: Changed): Text {
  let from = 0;
  const pieces = text.split('\n\n').map((piece) => {
    const start = from;
    from += piece.length + 2;
    return { start, end: start + piece.length };
  });
  if (pieces.length !== blocks.length) throw new RangeError('A blank line came or went.');
  return { text, blocks: blocks.map((block, index) => ({ ...block, ...pieces[index] })) };
}
