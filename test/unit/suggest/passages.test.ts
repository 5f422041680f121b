import assert from 'node:assert/strict';
import { passagesOf } from '../../../src/suggest/passages';
import { slice } from './marked';

const TEXT = `Velmar Raises the Levy in the Strait

By Ada Roe

ORLAV (Northwire) — Velmar raised the levy. It was late.

Why now?
Nobody in the long corridors of the ministry would say so much as a word.

Share
Notes
[1] A note of Velmar, 2021.
[2] Another.
`;

describe('passagesOf', () => {
  const passages = passagesOf(TEXT, []);
  const words = (of: (passage: (typeof passages)[number]) => boolean): (string | undefined)[] =>
    passages.filter(of).map(({ body }) => slice(TEXT, body));

  it('tells titles, running text and notes apart, and leaves boilerplate out', () => {
    assert.deepEqual(
      words(({ isTitle }) => isTitle),
      ['Velmar Raises the Levy in the Strait', 'Why now?', 'Notes'],
    );
    assert.deepEqual(
      words(({ isNote }) => isNote),
      ['[1] A note of Velmar, 2021.', '[2] Another.'],
    );
    assert.ok(!words(() => true).includes('Share'));
  });

  it('begins behind a dateline', () => {
    const [report] = passages.filter(({ sentences }) => sentences.length === 2);
    assert.deepEqual(
      report?.sentences.map((range) => slice(TEXT, range)),
      ['Velmar raised the levy.', 'It was late.'],
    );
  });

  it('knows a lone note, and goes on behind it', () => {
    const text = 'It rains.\n\n[1] A note.\n\nIt rains again and again in the town.';
    assert.deepEqual(
      passagesOf(text, []).map(({ isNote }) => isNote),
      [false, true, false],
    );
  });

  it('leaves out what is excluded', () => {
    const start = TEXT.indexOf('Why now?');
    assert.ok(!passagesOf(TEXT, [{ start, end: start + 3 }]).some(({ body }) => body.start === start));
  });
});
