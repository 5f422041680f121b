import assert from 'node:assert/strict';
import fc from 'fast-check';
import { placements } from '../../../../src/anchoring/finding/placing';
import { completed } from '../../../../src/anchoring/slices';
import { quoteAll } from '../../../../src/anchoring/quoting';

const names = ['North Korea', 'Russia', 'Pyongyang', 'the US', 'the envoy'];
const verbs = ['said that', 'met', 'warned', 'will talk to', 'condemned', 'said on Monday that'];
const rest = [
  'of the talks',
  'in Moscow',
  'before the vote',
  'and its allies',
  'this week',
  'on grain and oil',
  'as expected',
];

const sentence = fc
  .tuple(
    fc.constantFrom(...names),
    fc.constantFrom(...verbs),
    fc.constantFrom(...names),
    fc.array(fc.constantFrom(...rest), { maxLength: 4 }),
  )
  .map(([who, verb, whom, more]) => `${[who, verb, whom, ...more].join(' ')}. `);
const article = fc.array(fc.array(sentence, { minLength: 1, maxLength: 5 }), { minLength: 3, maxLength: 12 });
const edit = fc.record({
  kind: fc.constantFrom('delete', 'insert', 'move', 'word', 'name'),
  paragraph: fc.nat(),
  sentence: fc.nat(),
  with: sentence,
});

/** A sentence as pieces of the old text (with the offset that each had) and of new text. */
type Piece = { readonly text: string; readonly from: number | undefined };

/** Where each unit of the old text is in the new one. */
function edited(
  paragraphs: readonly (readonly string[])[],
  edits: readonly { kind: string; paragraph: number; sentence: number; with: string }[],
) {
  let offset = 0;
  const piece = (text: string): Piece => {
    offset += text.length;
    return { text, from: offset - text.length };
  };
  const rows = paragraphs.map((sentences) => [...sentences.map(piece), piece('\n')]);
  const old = rows
    .flat()
    .map(({ text }) => text)
    .join('');
  for (const item of edits) {
    const at = item.paragraph % rows.length;
    const row = rows[at] ?? [];
    const index = item.sentence % row.length;
    const one = row[index];
    if (!one || one.text === '\n') continue;
    const cut = (start: number, end: number, now: string): Piece[] => [
      { text: one.text.slice(0, start), from: one.from },
      { text: now, from: undefined },
      { text: one.text.slice(end), from: one.from === undefined ? undefined : one.from + end },
    ];
    const blank = one.text.indexOf(' ');
    const name = names.map((text) => ({ text, at: one.text.indexOf(text) })).find((found) => found.at >= 0);
    if (item.kind === 'delete') row.splice(index, 1);
    else if (item.kind === 'insert') row.splice(index, 0, { text: item.with, from: undefined });
    else if (item.kind === 'move') rows.push(...rows.splice(at, 1));
    else if (item.kind === 'word' && blank >= 0) row.splice(index, 1, ...cut(blank, blank, ' again'));
    else if (item.kind === 'name' && name) row.splice(index, 1, ...cut(name.at, name.at + name.text.length, 'it'));
  }
  const truth = new Map<number, number>();
  let now = '';
  for (const { text, from } of rows.flat()) {
    if (from !== undefined) for (let unit = 0; unit < text.length; unit += 1) truth.set(from + unit, now.length + unit);
    now += text;
  }
  return { old, now, truth };
}

describe('placements against a character map', () => {
  for (const known of [true, false])
    it(`anchors hardly anything in a wrong place, or that is gone, ${known ? 'with' : 'without'} the old text`, () => {
      const seen = { anchored: 0, all: 0, wrong: 0, gone: 0 };
      fc.assert(
        fc.property(article, fc.array(edit, { minLength: 1, maxLength: 6 }), (paragraphs, edits) => {
          const { old, now, truth } = edited(paragraphs, edits);
          const ranges = names.flatMap((name) =>
            [...old.matchAll(new RegExp(name, 'g'))].map(({ index }) => ({ start: index, end: index + name.length })),
          );
          const targets = quoteAll(old, ranges).map((target) => ({ target: [target], sha256: 'old' }));
          const oldTexts = new Map(known ? [['old', old]] : []);
          const placed = completed(placements({ text: now, sha256: 'now', targets, oldTexts }));
          placed.forEach(([range], index) => {
            const { start } = ranges[index] ?? { start: 0 };
            assert.ok(range && range.start >= 0 && range.start <= range.end && range.end <= now.length);
            seen.all += 1;
            if (range.standing !== 'anchored') return;
            assert.ok(range.start < range.end);
            seen.anchored += 1;
            if (!truth.has(start)) seen.gone += 1;
            else if (truth.get(start) !== range.start) seen.wrong += 1;
          });
        }),
        { numRuns: 100, seed: 20261122 },
      );
      const most = seen.all / 100;
      assert.ok(seen.wrong <= most, `${seen.wrong} of ${seen.all} stand in a wrong place`);
      assert.ok(seen.gone <= most, `${seen.gone} of ${seen.all} are gone and anchored`);
      assert.ok(seen.anchored > 0.8 * seen.all, `only ${seen.anchored} of ${seen.all} were found`);
    });
});
