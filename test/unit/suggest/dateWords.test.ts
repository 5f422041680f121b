import assert from 'node:assert/strict';
import { isBesideDate, isDateline } from '../../../src/suggest/dateWords';

describe('isBesideDate', () => {
  const at = (text: string, word: string): boolean => {
    const start = text.indexOf(word);
    return isBesideDate(text, { start, end: start + word.length });
  };
  for (const text of ['due in May', '9 May', 'May 9', 'late May', 'the 3rd of May', 'by May, she'])
    it(`“${text}” does`, () => assert.ok(at(text, 'May')));
  for (const text of ['Ms May said', 'May said', 'with May, who', 'told May that'])
    it(`“${text}” doesn’t`, () => assert.ok(!at(text, 'May')));
  it('knows months only', () => assert.ok(!at('in Paris', 'Paris')));
});

describe('isDateline', () => {
  const first = (text: string): boolean =>
    isDateline(text, { start: 0, end: text.indexOf(' ') }, { start: 0, end: text.length });
  it('is a place in capitals before a dash', () => {
    assert.ok(first('LONDON (Reuters) — Talks began.'));
    assert.ok(first('KOLSTAD June 3 -- Talks began.'));
    assert.ok(!first('London (Reuters) — Talks began.'));
    assert.ok(!first('NATO said. It — the alliance — agreed.'));
  });
});
