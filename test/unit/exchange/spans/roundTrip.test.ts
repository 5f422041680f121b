import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Losses } from '../../../../src/exchange/losses';
import { Names } from '../../../../src/model/names';
import { importedSpans } from '../../../../src/exchange/spans/reading';
import { spanDocument } from '../../../../src/exchange/spans/writing';
import { codebook, corpora } from '../corpora';
import { said } from '../comparing';
import { annotation, article, at, text } from '../sample';

describe('Spans of an article', () => {
  it('read back are its annotations', () => {
    fc.assert(
      fc.property(corpora, (articles) => {
        const losses = new Losses();
        const documents = articles.map((one) => spanDocument(one, new Names(codebook), losses));
        const imported = importedSpans(documents);
        assert.deepEqual(losses.all, []);
        assert.deepEqual(
          imported.articles.map(({ annotations }) => annotations.map((one) => said(one))),
          articles.map(({ annotations }) => annotations.map((one) => said(one))),
        );
      }),
      { numRuns: 300 },
    );
  });

  it('count what has no place', () => {
    const losses = new Losses();
    const claim = annotation('c', 'claim', at(text, 'We object'), { links: [{ role: 'within', annotation: 'gone' }] });
    const list = [claim, annotation('m', 'actor', at(text, 'KCNA', 'uncertain'))];
    const { spans, relations } = spanDocument(article('a.txt', text, list), new Names(undefined), losses);
    assert.deepEqual([spans.map(({ id }) => id), relations], [['c'], []]);
    assert.deepEqual(losses.all, [
      { what: 'annotations whose place in the text isn’t sure', count: 1 },
      { what: 'links to annotations that aren’t there', count: 1 },
    ]);
  });

  it('of another tool become actors by their kind, or passages by their label', () => {
    const span = (id: string, type: string, start: number, end: number, more: Iterable<[string, string]> = []) => {
      return { id, type, ranges: [{ start, end }], features: new Map(more) };
    };
    const { codebook: found, articles } = importedSpans([
      {
        ...{ key: 'd', path: 'd.txt', text: 'NATO says no.' },
        spans: [span('1', 'ORG', 0, 4, [['wiki', 'Q7184']]), span('2', 'Refusal', 10, 12)],
        relations: [{ type: 'says', from: '1', to: '2', features: new Map() }],
      },
    ]);
    assert.deepEqual(articles[0]?.annotations, [
      {
        ...{ id: '1', type: 'actor', target: [{ start: 0, end: 4 }], actor: 'NATO', attributes: { wiki: 'Q7184' } },
        links: [{ role: 'says', annotation: '2' }],
      },
      { id: '2', type: 'passage', target: [{ start: 10, end: 12 }], topic: 'Refusal' },
    ]);
    assert.deepEqual(found?.actors, [{ id: 'NATO', name: 'NATO', kind: 'organization' }]);
    assert.deepEqual(found?.topics, [{ id: 'Refusal', name: 'Refusal' }]);
  });
});
