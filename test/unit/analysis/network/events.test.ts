import assert from 'node:assert/strict';
import { analysed } from '../../../../src/analysis/analysedArticle';
import { eventsOf } from '../../../../src/analysis/network/events';
import { variableText } from '../../../../src/analysis/variables';
import { article, claim, codebook, coded, gathered } from './coded';

const list = { mode: 'event-list' };

describe('an event list', () => {
  it('has a row a claim, by date, with all that it has', () => {
    const info = { title: 'T', author: 'Ada', publisher: 'P', section: 'S', date: '2022-02' };
    const links = [{ role: 'evidence', source: 'report' }];
    const one = article(
      'a.txt',
      [
        claim('late', {
          ...{ speakers: ['A', 'B'], topic: 'x', stance: 'oppose', date: '2022-05-01', start: 3, end: 9 },
          ...{ attributes: { act: 'demand' }, creator: 'lee', quote: 'They must.', links },
        }),
        claim('early', { topic: 'y' }),
        claim('imputed', { speakers: ['A'], attribution: 'imputed' }),
      ],
      { info },
    );
    const { variables, events, counts } = eventsOf(gathered({ ...list, rows: 'article.author' }, one));
    const [early, late, ...others] = [...events];
    assert.ok(early && late);
    assert.deepEqual(
      [early.id, early.date, late.id, late.date, others.length],
      ['early', '2022-02', 'late', '2022-05-01', 0],
    );
    const told = late.values.map((values, at) => {
      const variable = variables[at];
      return `${variable ? variableText(variable) : ''}: ${values.map(({ label }) => label).join(' + ')}`;
    });
    assert.deepEqual(told, [
      ...[
        'position: A + B',
        'speaker: A + B',
        'speaker.for: A + B',
        'holder: ',
        'addressee: ',
        'topic: x',
        'stance: Oppose',
      ],
      ...['attribution: ', 'source: ', 'article.author: Ada', 'role:evidence: report', 'role:counterevidence: '],
      ...['attribute:act: Demand', 'attribute:hedged: ', 'attribute:verdict: '],
    ]);
    assert.deepEqual([late.start, late.end, late.quote, late.creator], [3, 9, 'They must.', 'lee']);
    assert.deepEqual(late.article, {
      ...{ key: 'a.txt', path: 'a.txt', title: 'T', author: 'Ada', publisher: 'P', section: 'S' },
    });
    assert.deepEqual([counts.claims, counts.used, counts.leftOut.imputed], [3, 2, 1]);
    assert.equal([...events].length, 2, 'can be gone through again');
  });

  it('has what any codebook defines', () => {
    const attribute = { id: 'tone', name: 'Tone', type: 'text', appliesTo: ['claim'] };
    const plain = coded('A x');
    const own = article('b.txt', [claim('1', { attributes: { tone: 'harsh' } })], {
      codebook: codebook({ attributes: [attribute] }),
    });
    const { variables, events } = eventsOf(gathered(list, plain, own));
    const at = variables.findIndex((variable) => variableText(variable) === 'attribute:tone');
    assert.deepEqual(
      [...events].map(({ values }) => values[at]?.map(({ label }) => label)),
      [[], ['harsh']],
    );
  });

  it('leaves out duplicates as a network does, and what is excluded of a claim', () => {
    const told = coded('A x support\nA x oppose\nA x support\nA+B x oppose');
    const ids = (given: object): string =>
      [...eventsOf(gathered({ ...list, ...given }, told)).events].map(({ id }) => id).join(' ');
    assert.equal(ids({ duplicates: 'document' }), '0 3');
    assert.equal(ids({ duplicates: 'document', aggregation: 'congruence' }), '0 1 3');
    assert.equal(ids({ exclude: ['position=A'] }), '3');
    const [only] = eventsOf(gathered({ ...list, exclude: ['position=A'] }, told)).events;
    assert.deepEqual(
      only?.values[0]?.map(({ label }) => label),
      ['B'],
    );
    assert.throws(() => eventsOf(gathered({}, told)), RangeError);
  });

  it('quotes the ranges of an article that comes with its text', () => {
    const range = (start: number, exact: string) => ({ start, end: start + exact.length, exact });
    const { annotations } = analysed({
      ...{ path: 'a.txt', coding: [], codebook: undefined },
      info: { file: 'a.txt', sha256: '', length: 9 },
      annotations: [
        { id: '1', type: 'claim', standing: 'anchored', target: [range(0, 'They'), range(6, 'must')] },
        { id: '2', type: 'claim', standing: 'anchored', target: [{ start: 1, end: 2 }] },
      ],
    });
    assert.deepEqual(
      annotations.map(({ quote }) => quote),
      ['They … must', undefined],
    );
  });
});
