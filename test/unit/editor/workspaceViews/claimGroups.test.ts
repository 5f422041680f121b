import assert from 'node:assert/strict';
import { completed } from '../../../../src/anchoring/slices';
import { cell } from '../../../../src/corpus/columns';
import { claimsIn, grouped, type Belonging, type ClaimIn } from '../../../../src/editor/workspaceViews/claimGroups';
import { claimFields } from '../../../../src/editor/workspaceViews/claimFields';
import { fitsFilter, parseFilter } from '../../../../src/editor/workspaceViews/filterTerms';
import { KnownItems } from '../../../../src/editor/workspaceViews/knownItems';
import { corpus, mention, type Marked } from '../../corpus/articles';

const known = new KnownItems({
  actors: [
    { id: 'us', name: 'United States', formerIds: ['america'] },
    { id: 'karsk', name: 'Karsk' },
  ],
  topics: [{ id: 'levy', name: 'The levy is lawful', formerIds: ['toll'] }],
  sources: [],
});
const claim = (id: string, fields: Partial<Marked>): Marked => ({
  ...{ id, type: 'claim', start: 0, end: 9 },
  ...fields,
});
const said = (...actors: string[]): Pick<Marked, 'links'> => ({
  links: actors.map((actor) => ({ role: 'speaker', actor })),
});
const index = corpus({
  'a.txt': [
    claim('k1', { topic: 'toll', ...said('america', 'us', 'karsk'), attributes: { verdict: 'true' } }),
    claim('k2', { topic: 'levy', links: [{ role: 'speaker', annotation: 'm' }], text: 'f'.repeat(64) }),
    mention('m', 'karsk', 20),
  ],
  'b.txt': [claim('k3', { topic: 'unheard-of' }), claim('k4', { supersedes: ['k5'] }), claim('k5', { topic: 'levy' })],
});
const uris = ['file:/a.txt', 'file:/b.txt'];

function groups(by: Belonging, isMeant: (one: ClaimIn) => boolean = () => true): object {
  const sources = {
    resolved: known.resolved,
    standingOf: ({ rows, row }: ClaimIn) =>
      rows.number(row, cell.text) === 0 ? ('anchored' as const) : ('uncertain' as const),
  };
  const found = completed(grouped(index, uris, { by, sources, isMeant, cache: new WeakMap() }));
  const counts = [...found.groups].map(([key, articles]) => [key, articles.map(({ count }) => count).join('+')]);
  return { ...Object.fromEntries(counts), '=': `${found.meant} of ${found.all}` };
}

describe('Groups of claims', () => {
  it('are by topic as it is known now; one that another supersedes is in none', () => {
    assert.deepEqual(groups('topic'), { levy: '2', 'unheard-of': '1', '': '1', '=': '4 of 4' });
  });

  it('are by each speaker once, those of mentions too', () => {
    assert.deepEqual(groups('speaker'), { us: '1', karsk: '2', '': '2', '=': '4 of 4' });
  });

  it('are by article, verdict and standing', () => {
    assert.deepEqual(groups('article'), { 'file:/a.txt': '2', 'file:/b.txt': '2', '=': '4 of 4' });
    assert.deepEqual(groups('verdict'), { true: '1', '': '1+2', '=': '4 of 4' });
    assert.deepEqual(groups('standing'), { anchored: '1+2', uncertain: '1', '=': '4 of 4' });
  });

  it('hold what a filter leaves', () => {
    assert.deepEqual(
      groups('topic', ({ rows, row }) => rows.id(row) === 'k3'),
      { 'unheard-of': '1', '=': '1 of 4' },
    );
  });

  it('are filtered by names, words, date and what is known of the article', () => {
    const rows = index.rowsOf('file:/a.txt');
    assert.ok(rows);
    const words = { quotation: 'an act of extortion', summary: 'They take money.' };
    const fits = (typed: string, id = 'k1'): boolean => {
      const one = claimsIn(rows, 'file:/a.txt').find(({ row }) => rows.id(row) === id);
      assert.ok(one);
      const about = { known, article: index.known('file:/a.txt'), words };
      return fitsFilter(parseFilter(typed), claimFields(one, about));
    };
    for (const typed of [
      'levy states',
      'speaker:united',
      'topic:lawful karsk',
      'EXTORTION money',
      'verdict:true',
      'a.txt',
    ])
      assert.ok(fits(typed), typed);
    for (const typed of ['speaker:velmar', 'topic:united', 'verdict:false']) assert.ok(!fits(typed), typed);
    assert.ok(fits('karsk', 'k2'));
  });
});
