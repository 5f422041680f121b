import assert from 'node:assert/strict';
import type { AnalysedArticle } from '../../../src/analysis/analysedArticle';
import { Behind } from '../../../src/analysis/behind';
import { CooccurrenceCounter } from '../../../src/analysis/cooccurrence/cooccurrence';
import { readCooccurrenceSettings } from '../../../src/analysis/cooccurrence/settings';
import { EvidenceCollector } from '../../../src/analysis/evidence/evidence';
import { readEvidenceSettings } from '../../../src/analysis/evidence/settings';
import { FrequencyCounter } from '../../../src/analysis/frequencies/frequencies';
import { readFrequencySettings } from '../../../src/analysis/frequencies/settings';
import { MatrixCounter } from '../../../src/analysis/matrix/matrix';
import { readMatrixSettings } from '../../../src/analysis/matrix/settings';
import type { Given } from '../../../src/analysis/settings';
import { readTimelineSettings } from '../../../src/analysis/timeline/settings';
import { TimelineCounter } from '../../../src/analysis/timeline/timeline';
import { contradictionsShape } from '../../../src/pictures/contradictions';
import { cooccurrenceShape } from '../../../src/pictures/cooccurrence';
import { evidenceShape } from '../../../src/pictures/evidence';
import { frequenciesShape } from '../../../src/pictures/frequencies';
import { matrixShape } from '../../../src/pictures/matrix';
import type { Shape } from '../../../src/pictures/shape';
import { timelineShape } from '../../../src/pictures/timeline';
import { annotation, articleOf, claimOf } from '../analysis/articles';
import { drawing, elementsOf, marksOf } from './svg';

interface Drawn {
  readonly shape: Shape;
  readonly behind: Behind;
}

type Draw = (given: Given, articles: readonly AnalysedArticle[]) => Drawn;

function draws<C extends { add(article: AnalysedArticle): void }>(
  begin: (given: Given, behind: Behind) => C,
  end: (counter: C) => Shape,
): Draw {
  return (given, articles) => {
    const behind = new Behind();
    const counter = begin(given, behind);
    for (const article of articles) counter.add(article);
    return { shape: end(counter), behind };
  };
}

const pictures: Readonly<Record<string, Draw>> = {
  timeline: draws(
    (given, behind) => new TimelineCounter(readTimelineSettings(given), behind),
    (counter) => timelineShape(counter.result(), drawing),
  ),
  matrix: draws(
    (given, behind) => new MatrixCounter(readMatrixSettings(given), behind),
    (counter) => matrixShape(counter.result(), drawing),
  ),
  frequencies: draws(
    (given, behind) => new FrequencyCounter(readFrequencySettings(given), behind),
    (counter) => frequenciesShape(counter.result(), drawing),
  ),
  cooccurrence: draws(
    (given, behind) => new CooccurrenceCounter(readCooccurrenceSettings({ within: 'article', ...given }), behind),
    (counter) => cooccurrenceShape(counter.result(), drawing),
  ),
  evidence: draws(
    (given, behind) => new EvidenceCollector(readEvidenceSettings(given), behind),
    (counter) => evidenceShape(counter.result(), drawing),
  ),
  contradictions: draws(
    (given, behind) => new EvidenceCollector(readEvidenceSettings(given), behind),
    (counter) => {
      const { contradictions, settings } = counter.result();
      return contradictionsShape(contradictions, settings, drawing);
    },
  ),
};

function names(picture: string, given: Given, articles: readonly AnalysedArticle[]): readonly string[] {
  const { shape } = pictures[picture]?.(given, articles) ?? {};
  assert.ok(shape);
  return marksOf(elementsOf(shape)).map(([, name]) => name);
}

const date = { date: '2024-03-05' };
const article = articleOf('a.txt', [
  claimOf('1', 'karsk', 'levy', 'support', date),
  claimOf('2', 'karsk', 'levy', 'oppose', { date: '2024-04' }),
  claimOf('3', 'velmar', 'escorts', 'oppose', {
    ...date,
    links: [
      { role: 'speaker', actor: 'velmar' },
      { role: 'source', source: 'kta' },
      { role: 'evidence', source: 'audit' },
    ],
    attributes: { verdict: 'true' },
  }),
  claimOf('4', 'karsk', 'levy', 'support', date),
  claimOf('5', 'karsk', 'levy', 'support'),
  annotation({ id: '6', type: 'actor', actor: 'karsk' }),
]);

describe('pictures of figures', () => {
  it('have a mark for each count, which says what it is', () => {
    assert.deepEqual(names('timeline', {}, [article]), [
      '2024-03, Support: 2',
      '2024-03, Oppose: 1',
      '2024-04, Oppose: 1',
    ]);
    assert.deepEqual(names('matrix', {}, [article]), ['karsk, levy: Support 3, Oppose 1', 'velmar, escorts: Oppose 1']);
    assert.deepEqual(names('frequencies', {}, [article]).slice(0, 4), [
      ...['karsk, Mentions: 1', 'velmar, Mentions: 0', 'karsk, Claims: 4', 'velmar, Claims: 1'],
    ]);
    assert.deepEqual(names('cooccurrence', {}, [article]), ['karsk: 1', 'velmar: 1', 'karsk, velmar: 1']);
    assert.deepEqual(names('evidence', {}, [article]), [
      ...['levy, nothing: 4', 'escorts, for: 1', 'levy, not known: 4', 'escorts, known: 1'],
      ...['levy, (none): 4', 'escorts, True: 1'],
    ]);
    assert.deepEqual(names('contradictions', {}, [article]), [
      ...['karsk, levy: for, 2024-03-05 (a.txt)', 'karsk, levy: against, 2024-04 (a.txt)'],
      'karsk, levy: for, no date (a.txt)',
    ]);
  });

  for (const picture of Object.keys(pictures)) {
    it(`${picture}: every key leads to annotations, and the title, the caption and patterns are there`, () => {
      const { shape, behind } = pictures[picture]?.({}, [article]) ?? {};
      assert.ok(shape && behind);
      const elements = elementsOf(shape);
      const keys = marksOf(elements).flatMap(([key]) => key ?? []);
      assert.ok(keys.length > 0);
      const isZero = (key: string): boolean => picture === 'frequencies' && key.endsWith('"mentions"]');
      for (const key of keys) assert.ok(behind.of(key).length > 0 || isZero(key), key);
      const [root] = elements;
      assert.deepEqual(
        [root?.tag, root?.attributes['role'], root?.attributes['data-picture']],
        ['svg', 'img', picture],
      );
      const ids = new Map(elements.flatMap((one) => (one.attributes['id'] ? [[one.attributes['id'], one]] : [])));
      for (const id of root?.attributes['aria-labelledby']?.split(' ') ?? []) assert.ok(ids.get(id)?.text !== '', id);
      for (const { attributes } of elements) {
        const used = /^url\(#(.*)\)$/.exec(attributes['fill'] ?? '')?.[1];
        if (used !== undefined) assert.equal(ids.get(used)?.tag, 'pattern');
        assert.equal(attributes['style'], undefined);
      }
      assert.ok(!elements.some(({ tag }) => tag === 'style' || tag === 'script'));
      for (const line of drawing.caption) assert.ok(elements.some(({ text }) => text === line));
    });

    it(`${picture}: draws any names, however many`, () => {
      const strange = [
        '<b>&"\'',
        '\u202e\u0001\ud800\uffff',
        'x'.repeat(500),
        '朝鲜民主主义人民共和国',
        'مكتب المتحدث',
        '😀\n',
      ];
      const people = [...strange, ...Array.from({ length: 40 }, (_, n) => `actor ${n}`)];
      const claims = people.flatMap((name, n) => [
        claimOf(`${n}a`, name, name, 'support', { date: `20${10 + (n % 9)}` }),
        claimOf(`${n}b`, name, name, 'oppose', { date: '2024-01-02' }),
      ]);
      for (const width of [300, 2000]) {
        const { shape } = pictures[picture]?.({}, [articleOf('a.txt', claims)]) ?? {};
        assert.ok(shape, String(width));
        assert.ok(elementsOf(shape).every(({ text }) => text.length < 2100));
      }
    });
  }

  it('put what there are too many of under others, without a key', () => {
    const claims = Array.from({ length: 9 }, (_, n) => claimOf(`${n}`, `actor ${n}`, 'levy', 'support', date));
    const given = { top: '3', series: 'position' };
    const { shape } =
      pictures['timeline']?.(given, [
        articleOf('a.txt', [...claims, claimOf('x', 'actor 8', 'levy', 'support', date)]),
      ]) ?? {};
    assert.ok(shape);
    const marks = marksOf(elementsOf(shape));
    assert.deepEqual(
      marks.map(([key, name]) => [key !== undefined, name]),
      [
        [true, '2024-03, actor 8: 2'],
        [true, '2024-03, actor 0: 1'],
        [true, '2024-03, actor 1: 1'],
        [false, '2024-03, 6 others: 6'],
      ],
    );
  });
});
