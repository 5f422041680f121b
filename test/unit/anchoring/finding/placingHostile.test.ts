import assert from 'node:assert/strict';
import fc from 'fast-check';
import { placements, type Placing } from '../../../../src/anchoring/finding/placing';
import { quoteAll } from '../../../../src/anchoring/quoting';
import { completed, inSlices } from '../../../../src/anchoring/slices';
import { splitsSurrogatePair } from '../../../../src/model/range';

const piece = fc.constantFrom(
  'North Korea ',
  'said',
  ' ',
  '\n',
  '\r\n',
  '“',
  '"',
  '—',
  'ﬁ',
  'e\u0301',
  '😀',
  '\ud83d',
  '\ude00',
  '漢字',
  '\uffff',
  '\0',
  'aaaaaaaa',
);
const anyText = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''));
const offset = fc.oneof(fc.nat(300), fc.constantFrom(-1, 0.5, 1e400, Number.NaN, -Infinity, 2 ** 53, -0));
const target = fc.record({ start: offset, end: offset, exact: anyText, prefix: anyText, suffix: anyText });
const sha256 = fc.constantFrom('now', 'old', 'other');
const placing: fc.Arbitrary<Placing> = fc
  .tuple(
    anyText,
    anyText,
    fc.array(fc.record({ target: fc.array(target, { maxLength: 3 }), sha256 }), { maxLength: 6 }),
  )
  .map(([text, old, targets]) => ({ text, sha256: 'now', targets, oldTexts: new Map([['old', old]]) }));

function checked(
  { text, targets }: Placing,
  placed: ReturnType<typeof placements> extends Generator<number, infer R> ? R : never,
): void {
  assert.deepEqual(
    placed.map((ranges) => ranges.length),
    targets.map((stored) => stored.target.length),
  );
  for (const { start, end, standing, confidence, candidates } of placed.flat()) {
    assert.ok(Number.isInteger(start) && 0 <= start && start <= end && end <= text.length, `${start} to ${end}`);
    assert.ok(standing !== 'anchored' || start < end);
    assert.ok(standing !== 'orphaned' || start === end);
    assert.ok(confidence >= 0 && confidence <= 1);
    assert.ok(candidates.length <= 5 && (standing === 'uncertain' || candidates.length === 0));
    assert.equal(new Set(candidates.map((candidate) => `${candidate.start} ${candidate.end}`)).size, candidates.length);
    for (const [index, candidate] of candidates.entries()) {
      assert.ok(0 <= candidate.start && candidate.start < candidate.end && candidate.end <= text.length);
      assert.ok(candidate.confidence <= (candidates[index - 1]?.confidence ?? 1));
    }
  }
}

describe('placements of anything', () => {
  it('throw nothing, and give ranges of the text', () => {
    fc.assert(
      fc.property(placing, (given) => {
        const placed = completed(placements(given));
        checked(given, placed);
        assert.deepEqual(completed(placements(given)), placed);
      }),
      { numRuns: 150, seed: 20261122 },
    );
  });

  it('cut no astral character that stands whole in the text', () => {
    const smileys = fc
      .array(fc.constantFrom('😀', '😁', ' ', 'a'), { minLength: 1, maxLength: 60 })
      .map((all) => all.join(''));
    fc.assert(
      fc.property(smileys, smileys, fc.nat(), fc.nat(20), fc.boolean(), (old, text, at, length, known) => {
        const start = at % old.length;
        const ranges = [{ start, end: Math.min(old.length, start + length) }];
        const targets = [{ target: quoteAll(old, ranges), sha256: 'old' }];
        const oldTexts = new Map(known ? [['old', old]] : []);
        for (const range of completed(placements({ text, sha256: 'now', targets, oldTexts })).flat())
          for (const edge of [range, ...range.candidates].flatMap(({ start: from, end }) => [from, end]))
            assert.ok(!splitsSurrogatePair(text, edge));
      }),
      { numRuns: 300, seed: 20261122 },
    );
  });

  it('are the same in slices as at once', async () => {
    const text = Array.from(
      { length: 400 },
      (_, index) => `Line ${index * 7919} of the report names North Korea.\n`,
    ).join('');
    const ranges = [...text.matchAll(/North Korea|report/g)].map((found) => ({
      start: found.index,
      end: found.index + found[0].length,
    }));
    const targets = quoteAll(text, ranges).map((item) => ({ target: [item], sha256: 'old' }));
    for (const oldTexts of [new Map<string, string>(), new Map([['old', text]])]) {
      const given = {
        text: text.replaceAll('of the', 'in a').replace(/Line 7919.*\n/, ''),
        sha256: 'now',
        targets,
        oldTexts,
      };
      const pause = (): Promise<void> => Promise.resolve();
      assert.deepEqual(await inSlices(placements(given), { slice: 0, pause }), completed(placements(given)));
    }
  });

  it('stay where they were in a text that changed nowhere near, but where each place is like others', () => {
    for (const [isLikeOthers, line] of [
      [false, (index: number) => `North Korea said ${index} things. `],
      [true, (index: number) => `North Korea said ${index % 7} things. `],
    ] as const) {
      const text = Array.from({ length: 60 }, (_, index) => line(index)).join('\n');
      const ranges = [...text.matchAll(/North Korea|things/g)].map((found) => ({
        start: found.index,
        end: found.index + found[0].length,
      }));
      const targets = quoteAll(text, ranges).map((item) => ({ target: [item], sha256: 'old' }));
      for (const oldTexts of [new Map<string, string>(), new Map([['old', text]])]) {
        const placed = completed(placements({ text, sha256: 'now', targets, oldTexts })).flat();
        const isSure = !isLikeOthers || oldTexts.size > 0;
        for (const [index, { start, end, standing }] of placed.entries())
          if (isSure || standing === 'anchored')
            assert.deepEqual({ start, end, standing }, { ...ranges[index], standing: 'anchored' });
      }
    }
  });

  it('pause while they work, however alike all is', () => {
    const text = 'a b '.repeat(60_000);
    const targets = [0, 1, 2].map((index) => {
      const start = 40_000 * index;
      return { target: [{ start, end: start + 80, exact: 'a b '.repeat(20), prefix: '', suffix: '' }], sha256: 'old' };
    });
    for (const oldTexts of [new Map<string, string>(), new Map([['old', text]])]) {
      let pauses = 0;
      const work = placements({
        text: `${text.slice(0, 50_000)}c${text.slice(90_000)}`,
        sha256: 'now',
        targets,
        oldTexts,
      });
      for (let step = work.next(); step.done !== true; step = work.next()) {
        assert.ok(step.value >= 0 && step.value <= 1);
        pauses += 1;
      }
      assert.ok(pauses > 10, `only ${pauses} pauses`);
    }
  });
});
