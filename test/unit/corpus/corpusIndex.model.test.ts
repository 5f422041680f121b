import assert from 'node:assert/strict';
import fc from 'fast-check';
import { CorpusIndex } from '../../../src/corpus/corpusIndex';
import * as arbitrary from './arbitrary';
import { at, put } from './articles';
import { kept, PlainIndex, where } from './plainIndex';

/** Their order isn't that of their letters. */
const uris = ['u:2', 'u:1', 'u:3', 'u:4'];
const placeOf = (uri: string): [string, string, number] => [
  uri,
  uri === 'u:1' || uri === 'u:4' ? 'a' : uri,
  uri === 'u:3' ? 0 : 1,
];

const change = fc.record({
  uri: fc.constantFrom(...uris),
  annotations: fc.option(arbitrary.annotations, { nil: undefined, freq: 5 }),
  excluded: arbitrary.excluded,
  date: arbitrary.articleDate,
});

describe('CorpusIndex, beside one that goes through everything', () => {
  it('says the same after any changes', () => {
    const asked = fc.record({
      wanted: arbitrary.wanted,
      from: arbitrary.position,
      uri: fc.constantFrom(...uris),
      ids: arbitrary.ids,
    });
    fc.assert(
      fc.property(fc.array(change, { maxLength: 8 }), fc.array(asked, { maxLength: 5 }), (changes, questions) => {
        const [index, plain] = [new CorpusIndex(), new PlainIndex()];
        for (const { uri, annotations, excluded, date } of changes) {
          const article = { ...at(...placeOf(uri)), info: { length: 20, ...(date === undefined ? {} : { date }) } };
          if (annotations) {
            put(index, article, annotations, excluded);
            plain.set(article, annotations, excluded);
            assert.deepEqual(index.annotationsOf(uri), kept(annotations));
          } else {
            index.removeArticle(uri);
            plain.remove(uri);
          }
        }
        for (const { wanted, from, uri, ids } of questions) {
          assert.deepEqual([...index.all(wanted, 'workspace')].map(where), plain.all(wanted));
          for (const direction of ['next', 'previous'] as const) {
            const place = { uri, ...from };
            const hit = index.next(wanted, 'workspace', place, direction);
            assert.equal(hit && where(hit), plain.next(wanted, place, direction));
          }
          assert.deepEqual(index.actorFigures(ids), plain.actorFigures(ids));
          assert.deepEqual(index.topicFigures(ids), plain.topicFigures(ids));
          assert.deepEqual(index.sourceFigures(ids), plain.sourceFigures(ids));
          for (const id of ids) {
            assert.deepEqual(index.counts().get(id), plain.counted(id));
            for (const kind of ['actor', 'topic', 'source'] as const)
              assert.equal(index.usesOf(kind, id), plain.uses(kind, id));
          }
        }
      }),
      { numRuns: 500 },
    );
  });
});
