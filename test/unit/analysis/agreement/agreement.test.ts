import assert from 'node:assert/strict';
import fc from 'fast-check';
import { agreement, type AgreementReport, type AgreementRow } from '../../../../src/analysis/agreement/agreement';
import type { CodedAnnotation, CodedArticle } from '../../../../src/analysis/agreement/codedArticle';
import { readAgreementSettings } from '../../../../src/analysis/agreement/settings';
import { SettingsError, type Given } from '../../../../src/analysis/settings';
import { completed } from '../../../../src/anchoring/slices';
import { by, coded } from './coded';

function reported(articles: readonly CodedArticle[], given: Given = {}): AgreementReport {
  return completed(agreement(articles, readAgreementSettings({ samples: 0, ...given })));
}

/** The figure of a row, "of measure" of an aspect, of all labels or of one. */
function figure(
  report: AgreementReport,
  what: string,
  label?: string,
  creators = report.creators,
): AgreementRow['figure'] {
  const found = report.rows.filter(
    (row) =>
      `${row.by} ${row.of} ${row.measure}` === what && row.label === label && row.creators.join() === creators.join(),
  );
  assert.equal(found.length, 1, what);
  return found[0]?.figure ?? 'nothing';
}

function close(actual: AgreementRow['figure'], expected: number): void {
  assert.ok(typeof actual === 'number' && Math.abs(actual - expected) < 1e-9, `${actual} is not ${expected}`);
}

/** Ten characters: Ann has a claim at 0-4, Bob at 2-6. */
const ten = coded(
  [
    by('ann', 'a1', 'claim', [0, 4], { topic: 'tests', stance: 'support' }),
    by('bob', 'b1', 'claim', [2, 6], { topic: 'tests', stance: 'support' }),
  ],
  { text: 'abcdefghij' },
);

describe('agreement', () => {
  it('counts characters, as worked by hand', () => {
    const report = reported([ten]);
    // 20 values, 8 of them claim; 4 characters apart make 8 values apart: alpha = 1 - 19 * 8 / (20² - 8² - 12²).
    close(figure(report, 'type text alpha'), 1 - (19 * 8) / 192);
    close(figure(report, 'type text alpha', 'claim'), 1 - (19 * 8) / 192);
    // Observed 6/10; by chance 0.4 * 0.4 + 0.6 * 0.6.
    close(figure(report, 'type text cohen-kappa'), (0.6 - 0.52) / 0.48);
    // Squares: 4² + 4² for units, 6 + 6 for gaps: 44 of 20 values.
    close(figure(report, 'topic text u-alpha'), 1 - ((20 - 44 / 20) * 8) / 192);
    assert.equal(figure(report, 'topic text cu-alpha'), 'alike');
    assert.equal(figure(report, 'actor text alpha'), 'alike');
    assert.equal(figure(report, 'type exact targets f1'), 0);
    assert.equal(figure(report, 'type overlapping targets f1'), 1);
    // Support is all there is.
    assert.equal(figure(report, 'stance matched annotations alpha'), 'alike');
    assert.equal(figure(report, 'links links f1'), 'nothing');
    assert.deepEqual([report.articles, report.others, report.drawn], [1, 0, 'sentences']);
  });

  it('counts words, and not what is excluded', () => {
    const text = 'Boilerplate here. One two, three four.';
    const excluded = [{ start: 0, end: 17, exact: '', prefix: '', suffix: '' }];
    const annotations = [
      by('ann', 'a', 'claim', [18, 25]),
      by('bob', 'b', 'claim', [22, 32]),
      by('bob', 'x', 'claim', [0, 11]),
    ];
    const report = reported([coded(annotations, { text, info: { excluded } })], { unit: 'word' });
    const alpha = report.rows.find((row) => row.measure === 'alpha' && row.by === 'type');
    assert.deepEqual([alpha?.count, report.excluded], [4, 1]);
    // one and two against two and three, of four.
    close(alpha?.figure ?? 'nothing', 1 - (7 * 4) / (64 - 16 - 16));
  });

  it('measures targets one to one, with the first creator as who the second is measured by', () => {
    const report = reported([
      coded([
        by('ann', 'a1', 'actor', [0, 5], { actor: 'korea' }),
        by('ann', 'a2', 'actor', [10, 15], { actor: 'korea' }),
        by('ann', 'a3', 'actor', [20, 25], { actor: 'russia' }),
        by('bob', 'b1', 'actor', [0, 5], { actor: 'dprk' }),
        by('bob', 'b2', 'actor', [12, 23], { actor: 'korea' }),
      ]),
    ]);
    const of = (what: string, label?: string) => figure(report, what, label);
    assert.equal(of('type exact targets precision'), 1 / 2);
    assert.equal(of('type exact targets recall'), 1 / 3);
    close(of('type exact targets f1'), 2 / 5);
    // b2 overlaps a2 and a3, and can be paired with one.
    close(of('type overlapping targets f1'), 4 / 5);
    close(of('actor overlapping targets f1', 'North Korea'), 1);
    assert.equal(of('actor overlapping targets recall', 'Russia'), 0);
    assert.equal(of('actor overlapping targets precision', 'Russia'), 'nothing');
    // a2 and b2 are put together rather than a3 and b2: they are of one actor, which two matched pairs then agree on.
    assert.equal(of('actor matched annotations alpha'), 'alike');
  });

  it('compares stances of claims with one topic alone, and links by role', () => {
    const speaker = (actor: string) => ({ links: [{ role: 'speaker', actor }] });
    const report = reported([
      coded([
        by('ann', 'a1', 'claim', [0, 9], { topic: 'tests', stance: 'support', ...speaker('korea') }),
        by('bob', 'b1', 'claim', [0, 9], { topic: 'tests', stance: 'support', ...speaker('dprk') }),
        by('ann', 'a2', 'claim', [20, 29], { topic: 'tests', stance: 'oppose', ...speaker('korea') }),
        by('bob', 'b2', 'claim', [20, 29], { topic: 'tests', stance: 'oppose', ...speaker('russia') }),
        by('ann', 'a3', 'claim', [40, 49], { topic: 'tests', stance: 'oppose' }),
        by('bob', 'b3', 'claim', [40, 49], { topic: 'sanctions', stance: 'support' }),
      ]),
    ]);
    assert.equal(figure(report, 'stance matched annotations cohen-kappa'), 1);
    // Values: tests 5, sanctions 1, one pair apart.
    close(figure(report, 'topic matched annotations alpha'), 1 - (5 * 2) / (36 - 25 - 1));
    assert.equal(figure(report, 'links links f1', 'speaker'), 1 / 2);
  });

  it('compares all together and two by two, each on the articles that they share', () => {
    const three = coded([
      by('ann', 'a', 'claim', [0, 9]),
      by('bob', 'b', 'claim', [0, 9]),
      by('cem', 'c', 'claim', [5, 9]),
    ]);
    const two = coded([by('ann', 'd', 'claim', [0, 9])], { coding: [{ creator: 'bob', status: 'done' }] });
    const report = reported([three, two, coded([by('ann', 'e', 'claim', [0, 9])])], { by: 'type' });
    assert.deepEqual([report.articles, report.others], [2, 1]);
    const articles = new Map(report.rows.map((row) => [row.creators.join(), row.articles]));
    assert.deepEqual(
      [...articles],
      [
        ['ann,bob,cem', 2],
        ['ann,bob', 2],
        ['ann,cem', 1],
        ['bob,cem', 1],
      ],
    );
    // Whoever was done without annotating said that nothing is there.
    close(figure(report, 'type exact targets f1', undefined, ['ann', 'bob']), 2 / 3);
    const fleiss = report.rows.find((row) => row.measure === 'fleiss-kappa' && row.label === undefined);
    assert.equal(fleiss?.count, 400);
  });

  it('says what there is no figure of, in a sentence', () => {
    const refused = (articles: readonly CodedArticle[], message: RegExp, given: Given = {}): void =>
      assert.throws(
        () => reported(articles, given),
        (error) => error instanceof SettingsError && message.test(error.message),
      );
    const anns = coded([by('ann', 'a', 'claim', [0, 5])]);
    const bobs = coded([by('bob', 'b', 'claim', [0, 5])]);
    refused([coded([])], /Nobody has annotated/);
    refused([anns], /Only ann has coded/);
    refused([anns, bobs], /No article was coded by two of ann, bob/);
    refused([ten], /Agreement needs two creators at least; there are: ann, bob/, { creators: 'Ann' });
    refused([ten], /Nobody called "eve"/, { creators: 'ann,eve' });
    refused([ten], /no article of these dates/, { from: '2022' });
    refused([ten], /measures can't have "kappa"/, { measures: 'alpha,kappa' });
    const done = coded([], { coding: ['ann', 'bob'].map((creator) => ({ creator, status: 'done' })) });
    refused([done], /Nothing is annotated in the articles/);
  });

  it('draws the same intervals for the same seed, around the figure', () => {
    const articles = [0, 1, 2, 3, 4, 5].map((at) =>
      coded([by('ann', 'a', 'claim', [0, 50]), by('bob', 'b', 'claim', [at * 8, 50])]),
    );
    const [one, same, other] = [1, 1, 2].map((seed) => reported(articles, { samples: 200, seed, by: 'type' }));
    assert.deepEqual(one, same);
    assert.notDeepEqual(one, other);
    for (const { figure: value, low, high } of one?.rows ?? []) {
      if (typeof value !== 'number') continue;
      assert.ok(low !== undefined && high !== undefined && low <= value + 1e-9 && value <= high + 1e-9);
    }
    assert.equal(one?.drawn, 'articles');
  });

  const annotation = fc.record({
    at: fc.tuple(fc.nat(20), fc.integer({ min: 1, max: 9 })),
    type: fc.constantFrom('actor', 'claim'),
    creator: fc.constantFrom('ann', 'bob', 'cem'),
    topic: fc.constantFrom('tests', 'sanctions'),
    actor: fc.constantFrom('korea', 'russia'),
  });
  const article = fc.array(annotation, { maxLength: 8 }).map((all) =>
    coded(
      all.map(({ at: [start, length], type, creator, topic, actor }, index): CodedAnnotation =>
        by(creator, `${index}`, type, [start, start + length], type === 'claim' ? { topic } : { actor }),
      ),
      {
        text: '一二。三四五六。七。'.repeat(4),
        coding: ['ann', 'bob', 'cem'].map((creator) => ({ creator, status: 'done' })),
      },
    ),
  );

  it('is alpha over a plain table of characters, for all and for each label', () => {
    fc.assert(
      fc.property(fc.array(article, { minLength: 1, maxLength: 3 }), (articles) => {
        fc.pre(articles.some(({ annotations }) => annotations.length > 0));
        const report = reported(articles);
        for (const { by: aspect, label, of, measure, figure: value, creators } of report.rows) {
          if (of !== 'text' || measure !== 'alpha' || typeof value !== 'number') continue;
          const labels = (one: CodedAnnotation): readonly string[] => {
            const names = {
              korea: 'North Korea',
              russia: 'Russia',
              tests: 'Missile tests are legitimate',
              sanctions: 'Sanctions work',
            };
            const id = aspect === 'type' ? one.type : aspect === 'topic' ? one.topic : one.actor;
            const name = aspect === 'type' ? id : names[(id ?? 'korea') as keyof typeof names];
            return id === undefined || name === undefined || (label !== undefined && label !== name) ? [] : [name];
          };
          const table = articles.flatMap(({ annotations, text }) =>
            [...text].map((_, at) =>
              creators.map((creator) => {
                const there = annotations.filter(
                  (one) => one.creator === creator && one.target.some(({ start, end }) => start <= at && at < end),
                );
                return [...new Set(there.flatMap(labels))].sort().join();
              }),
            ),
          );
          close(value, tableAlpha(table));
        }
      }),
      { numRuns: 40 },
    );
  });

  it('does not mind in which order annotations and articles are, nor who is called what', () => {
    const renamed = { ann: 'zoe', bob: 'bob', cem: 'abe' };
    const as = ({ annotations, coding, ...rest }: CodedArticle): CodedArticle => ({
      ...rest,
      coding: coding.map((one) => ({ ...one, creator: renamed[one.creator as keyof typeof renamed] })),
      annotations: annotations
        .map((one) => ({ ...one, creator: renamed[(one.creator ?? 'bob') as keyof typeof renamed] }))
        .reverse(),
    });
    fc.assert(
      fc.property(fc.array(article, { minLength: 1, maxLength: 3 }), (articles) => {
        fc.pre(articles.some(({ annotations }) => annotations.length > 0));
        const [one, other] = [reported(articles, { by: 'type' }), reported(articles.map(as).reverse(), { by: 'type' })];
        const figures = (report: AgreementReport): readonly string[] =>
          report.rows
            .filter(({ creators, of }) => creators.length === 3 && of !== 'links')
            .map(
              ({ label, of, measure, figure: value }) =>
                `${label} ${of} ${measure} ${typeof value === 'number' ? value.toFixed(9) : value}`,
            );
        assert.deepEqual(figures(other), figures(one));
      }),
      { numRuns: 40 },
    );
  });

  it('is 1 wherever it is defined, where coders say the same', () => {
    fc.assert(
      fc.property(article, (base) => {
        fc.pre(base.annotations.length > 0);
        const same = ['ann', 'bob', 'cem'].flatMap((creator) =>
          base.annotations.map((one) => ({ ...one, creator, id: `${creator}${one.id}` })),
        );
        for (const { figure: value, by: aspect, of } of reported([{ ...base, annotations: same }]).rows) {
          assert.ok(typeof value === 'string' || Math.abs(value - 1) < 1e-9, `${aspect} ${of} ${value}`);
        }
      }),
      { numRuns: 40 },
    );
  });
});

function tableAlpha(table: readonly (readonly string[])[]): number {
  const counts = new Map<string, number>();
  let [all, apart] = [0, 0];
  for (const unit of table) {
    for (const value of unit) counts.set(value, (counts.get(value) ?? 0) + 1);
    all += unit.length;
    for (const [i, a] of unit.entries())
      for (const [j, b] of unit.entries()) if (i !== j && a !== b) apart += 1 / (unit.length - 1);
  }
  let expected = 0;
  for (const [a, x] of counts) for (const [b, y] of counts) if (a !== b) expected += x * y;
  return 1 - ((all - 1) * apart) / expected;
}
