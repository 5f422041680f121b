import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { AnalysedArticle } from '../../../../src/analysis/analysedArticle';
import {
  CooccurrenceCounter,
  cooccurrenceTable,
  type Cooccurrence,
} from '../../../../src/analysis/cooccurrence/cooccurrence';
import { paragraphsOf } from '../../../../src/analysis/cooccurrence/paragraphs';
import { readCooccurrenceSettings } from '../../../../src/analysis/cooccurrence/settings';
import { SettingsError, type Given } from '../../../../src/analysis/settings';
import { annotation, articleOf, claimOf } from '../articles';

function cooccurrence(given: Given, articles: readonly (readonly [AnalysedArticle, string?])[]): Cooccurrence {
  const counter = new CooccurrenceCounter(readCooccurrenceSettings(given));
  for (const [article, text] of articles) counter.add(article, text);
  return counter.result();
}

//            0         1         2
//            0123456789012345678901
const text = 'Aa and Bb\n\nAa, Cc. Bb.';
const mention = (id: string, actor: string, start: number, fields = {}) =>
  annotation({ id, type: 'actor', actor, start, end: start + 2, ...fields });
const article = articleOf('a.txt', [
  mention('1', 'a', 0),
  mention('2', 'b', 7),
  mention('3', 'a', 11),
  mention('4', 'c', 15),
  mention('5', 'b', 19),
  mention('6', 'd', 19, { standing: 'orphaned' }),
  claimOf('7', 'e', 'levy', 'support', { start: 11, end: 18 }),
]);

describe('co-occurrence', () => {
  it('counts pairs within paragraphs, articles and claims', () => {
    const inParagraphs = cooccurrence({}, [[article, text]]);
    assert.deepEqual([inParagraphs.contexts, inParagraphs.unplaced], [2, 1]);
    assert.deepEqual(cooccurrenceTable(inParagraphs).rows, [
      ['a', 'b', 2, 2, 2, 1],
      ['a', 'c', 1, 2, 1, 0.5],
      ['a', 'e', 1, 2, 1, 0.5],
      ['b', 'c', 1, 2, 1, 0.5],
      ['b', 'e', 1, 2, 1, 0.5],
      ['c', 'e', 1, 1, 1, 1],
    ]);
    const inArticles = cooccurrence({ within: 'article' }, [[article]]);
    assert.deepEqual([inArticles.items.length, inArticles.pairs.length, inArticles.unplaced], [5, 10, 0]);
    const inClaims = cooccurrence({ within: 'claim' }, [[article]]);
    assert.deepEqual(
      cooccurrenceTable(inClaims).rows.map(([one, other]) => [one, other]),
      [
        ['a', 'c'],
        ['a', 'e'],
        ['c', 'e'],
      ],
    );
  });

  it('counts topics and sources too', () => {
    const topics = articleOf('a', [
      claimOf('1', 'a', 'levy', 'support'),
      annotation({ id: '2', type: 'passage', topic: 'escorts' }),
      annotation({ id: '3', type: 'source', source: 'kta' }),
      claimOf('4', 'a', 'levy', 'support', { links: [{ role: 'evidence', source: 'audit' }] }),
    ]);
    const pairs = (of: string) => cooccurrenceTable(cooccurrence({ of, within: 'article' }, [[topics]])).rows;
    assert.deepEqual(pairs('topics'), [['escorts', 'levy', 1, 1, 1, 1]]);
    assert.deepEqual(pairs('sources'), [['audit', 'kta', 1, 1, 1, 1]]);
    assert.throws(() => cooccurrence({ of: 'topics', within: 'claim' }, []), SettingsError);
  });

  it('counts as a slow transcription does', () => {
    const contexts = fc.array(fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 5 }), { maxLength: 6 });
    fc.assert(
      fc.property(contexts, (all) => {
        const articles = all.map(
          (actors, n) =>
            [
              articleOf(
                `${n}`,
                actors.map((actor, at) => mention(`${at}`, actor, at)),
              ),
            ] as const,
        );
        const { items, pairs } = cooccurrence({ within: 'article' }, articles);
        const both = (one: string, other: string): number =>
          all.filter((actors) =>
            ([one, other] as readonly string[]).every((actor) => (actors as readonly string[]).includes(actor)),
          ).length;
        for (const { label, contexts: count } of items) assert.equal(count, both(label, label));
        const known = new Map(pairs.map(({ from, to, count }) => [`${items[from]?.label}${items[to]?.label}`, count]));
        for (const one of ['a', 'b', 'c', 'd'] as const) {
          for (const other of ['a', 'b', 'c', 'd'] as const) {
            if (one < other) assert.equal(known.get(one + other) ?? known.get(other + one) ?? 0, both(one, other));
          }
        }
      }),
    );
  });
});

describe('paragraphsOf', () => {
  it('are between blank lines, or lines where there are none', () => {
    const of = (whole: string) => paragraphsOf(whole).map(({ start, end }) => whole.slice(start, end));
    assert.deepEqual(of('One\ntwo.\n\n \n\nThree.\n'), ['One\ntwo.', 'Three.\n']);
    assert.deepEqual(of('\n\nOne.\nTwo.\n'), ['One.', 'Two.']);
    assert.deepEqual(of(' \n \n'), []);
  });
});
