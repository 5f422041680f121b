import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  RangeKeys,
  rangeLadder,
  readClaimLine,
  type ClaimField,
  type ClaimLine,
} from '../../../src/suggest/claimInput';

const known: Partial<Record<ClaimField, string[]>> = {
  speaker: ['russia', 'united', 'united states'],
  manner: ['quoted', 'condemn'],
};
function read(value: string): ClaimLine {
  return readClaimLine(value, (field, text) => known[field]?.includes(text) ?? false);
}

function tokens(value: string): string[] {
  return read(value).tokens.map(({ field, text, index }) => `${field}${index}:${text}`);
}

describe('the claim picker’s input', () => {
  it('is topic but for what sigils begin', () => {
    assert.deepEqual(tokens(''), ['topic0:']);
    assert.deepEqual(tokens('missile  tests'), ['topic0:missile tests']);
    assert.deepEqual(tokens('missile @russia @united states >japan =them #1718 !quoted !condemn'), [
      'topic0:missile',
      'speaker0:russia',
      'speaker1:united states',
      'addressee0:japan',
      'holder0:them',
      'source0:1718',
      'manner0:quoted',
      'manner1:condemn',
    ]);
  });

  it('takes a sigil only at the beginning of a word', () => {
    assert.deepEqual(tokens('a@b c#3 d=e!'), ['topic0:a@b c#3 d=e!']);
  });

  it('gives the topic what no name reaches', () => {
    assert.deepEqual(tokens('@united states missile tests'), ['topic0:missile tests', 'speaker0:united states']);
    assert.equal(read('@russia mis').current.field, 'topic');
    assert.deepEqual(tokens('@somebody new'), ['topic0:', 'speaker0:somebody new']);
    assert.deepEqual(tokens('@ russia ! missile tests'), ['topic0:missile tests', 'speaker0:russia', 'manner0:']);
  });

  it('reads a stance that stands alone, the last one, and takes back the same one', () => {
    assert.equal(read('tests').stance, undefined);
    assert.equal(read('tests -').stance, '-');
    assert.equal(read('− tests').stance, '-');
    assert.equal(read('+ 0').stance, '0');
    assert.equal(read('-5 +x 10 G-7').stance, undefined);
    assert.equal(read('--').stance, 'none');
    assert.equal(read('- @russia -').stance, 'none');
    assert.equal(read('- - +').stance, '+');
  });

  it('goes on with the topic behind a stance', () => {
    assert.deepEqual(tokens('@russia - tests'), ['topic0:tests', 'speaker0:russia']);
    assert.equal(read('@russia -').current.field, 'topic');
  });

  it('has the token at the end as the current one', () => {
    assert.deepEqual(read('tests @').current, { field: 'speaker', text: '', index: 0 });
    assert.deepEqual(read('@russia >').current, { field: 'addressee', text: '', index: 0 });
    assert.deepEqual(read('@russia @u ').current, { field: 'speaker', text: 'u', index: 1 });
    assert.deepEqual(read('@russia tests').current, { field: 'topic', text: 'tests', index: 0 });
  });

  it('reads anything, and loses no word', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', 'russia', '@', '@x', '>', '#1', '!', '=q', '-', '0', ' ')), (parts) => {
        const line = read(parts.join(' '));
        const said = line.tokens.flatMap(({ text }) => text.split(' ')).filter((word) => word !== '');
        const typed = parts.flatMap((part) => part.replace(/^[@>#!=]/, '').trim() || []);
        assert.deepEqual(said.sort(), typed.filter((word) => word !== '-' && word !== '0').sort());
        assert.ok(line.tokens.includes(line.current));
      }),
    );
  });
});

describe('the keys for the range', () => {
  it('lead as far as stands in the input, whatever else does', () => {
    const keys = new RangeKeys();
    assert.deepEqual(keys.typed('ab'), []);
    assert.deepEqual(keys.typed('a[b'), [-1]);
    assert.deepEqual(keys.typed('a[b]]'), [-1, 1, 1]);
    assert.deepEqual(keys.typed('a[b]'), [-1, 1]);
    assert.deepEqual(keys.typed(''), []);
  });

  it('go on from where a button led, which goes with the brackets before it', () => {
    const keys = new RangeKeys();
    keys.typed(']]');
    assert.deepEqual(keys.pressed(-1), [1, 1, -1]);
    assert.deepEqual(keys.pressed(-1), [1, 1, -1, -1]);
    assert.deepEqual(keys.typed(']]a]'), [1, 1, -1, -1, 1]);
    assert.deepEqual(keys.typed(']a'), [1]);
  });

  it('are no part of the words', () => {
    assert.deepEqual(tokens(']sa[nc] @rus[sia'), ['topic0:sanc', 'speaker0:russia']);
    assert.deepEqual(tokens('tests [ -'), ['topic0:tests']);
    assert.equal(read('tests [ -]').stance, '-');
  });
});

describe('the ladder of a claim’s ranges', () => {
  const text = 'It rained. Russia said the tests were legal, and China agreed with that view. They left.\n\nEnd.';
  const sentence = { start: 11, end: 77 };
  const words = (range: { start: number; end: number }): string => text.slice(range.start, range.end);

  it('leads from the clause to the paragraph through the sentence', () => {
    const ladder = rangeLadder(text, sentence, 20).map(words);
    const at = ladder.indexOf(words(sentence));
    assert.ok(at > 0 && at < ladder.length - 1);
    assert.equal(ladder[0], 'Russia said the tests were legal');
    assert.equal(ladder.at(-1), text.slice(0, 88));
  });

  it('keeps a selection of one’s own between what it holds and what holds it', () => {
    const own = { start: 23, end: 32 };
    const ladder = rangeLadder(text, own, 25);
    assert.deepEqual(ladder[0], own);
    assert.ok(ladder.length > 2);
    for (const [index, range] of ladder.entries()) {
      const next = ladder[index + 1];
      if (next) assert.ok(next.start <= range.start && range.end <= next.end);
    }
  });
});
