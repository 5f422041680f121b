import assert from 'node:assert/strict';
import fc from 'fast-check';
import { completed } from '../../../../src/anchoring/slices';
import { ConcordanceCollector, type Concordance } from '../../../../src/analysis/concordance/concordance';
import { inContext } from '../../../../src/analysis/concordance/context';
import type { ConcordanceSettings } from '../../../../src/analysis/concordance/settings';
import { SettingsError } from '../../../../src/analysis/settings';
import type { AnalysedArticle } from '../../../../src/analysis/analysedArticle';
import type { Range } from '../../../../src/model/range';
import { annotation, articleOf, codebookOf } from '../articles';

const usual: ConcordanceSettings = {
  ...{ regex: false, wholeWords: false, matchCase: false, context: 60, contextUnit: 'characters', sort: 'article' },
  ...{ superseded: false, excludedRanges: false, irrelevant: false },
};

function concordance(
  settings: Partial<ConcordanceSettings>,
  ...articles: readonly (readonly [text: string, article?: AnalysedArticle, excluded?: readonly Range[]])[]
): Concordance {
  const collector = new ConcordanceCollector({ ...usual, ...settings });
  for (const [n, [text, article = articleOf(`${n}.txt`, []), excluded = []]] of articles.entries()) {
    completed(collector.add(article, { text, excluded }));
  }
  return collector.result();
}

function shown({ lines }: Concordance): readonly string[] {
  return lines.map(({ left, keyword, right }) => `${left}|${keyword}|${right}`);
}

describe('concordance', () => {
  it('shows a text in its context, with its place', () => {
    const { lines, articles } = concordance({ search: 'the  levy' }, [
      'A line.\nThey 😀 the\n  levy, and The Levy’s price.',
    ]);
    assert.equal(articles, 1);
    assert.deepEqual(lines, [
      {
        ...{ key: '0.txt', path: '0.txt', line: 2, start: 16, end: 26 },
        ...{ left: 'A line. They 😀 ', keyword: 'the levy', right: ', and The Levy’s price.' },
      },
      {
        ...{ key: '0.txt', path: '0.txt', line: 3, start: 32, end: 40 },
        ...{ left: 'A line. They 😀 the levy, and ', keyword: 'The Levy', right: '’s price.' },
      },
    ]);
  });

  it('finds words as they are asked for', () => {
    const text = 'US focus, us; naïve and nai\u0308ve; don’t';
    assert.deepEqual(shown(concordance({ search: 'us', wholeWords: true, context: 2 }, [text])), [
      '|US| f',
      ', |us|; ',
    ]);
    assert.equal(concordance({ search: 'US', matchCase: true }, [text]).lines.length, 1);
    assert.equal(concordance({ search: 'naïve' }, [text]).lines.length, 2);
    assert.equal(concordance({ search: "don't" }, [text]).lines.length, 1);
    assert.equal(concordance({ search: 'a.b*' }, ['a.b* and aab']).lines.length, 1);
    assert.deepEqual(shown(concordance({ search: 'n\\w+e', regex: true, context: 0 }, ['naive none'])), [
      '|naive|',
      '|none|',
    ]);
  });

  it('shows the mentions of an actor, whatever they are called', () => {
    const codebook = codebookOf({
      actors: [
        { id: 'karsk', name: 'Karsk', aliases: ['Dravno'], formerIds: ['old'] },
        { id: 'velmar', name: 'Velmar' },
      ],
    });
    const at = (id: string, start: number, end: number, fields: object = {}) =>
      annotation({ ...{ id, type: 'actor', actor: 'karsk', start, end }, ...fields });
    const article = articleOf(
      'a.txt',
      [
        at('m', 0, 6),
        at('n', 12, 14, { actor: 'old' }),
        at('v', 20, 26, { actor: 'velmar' }),
        at('s', 0, 6, { counts: 'superseded' }),
        at('o', 3, 9, { standing: 'orphaned' }),
      ],
      { codebook },
    );
    const text = 'Dravno says it, and Velmar hears';
    const found = concordance({ actor: 'dravno', context: 5 }, [text, article]);
    assert.deepEqual(
      found.lines.map(({ annotation: id, keyword }) => [id, keyword]),
      [
        ['m', 'Dravno'],
        ['n', 'it'],
      ],
    );
    assert.equal(found.unplaced, 1);
    assert.equal(concordance({ actor: 'Karsk', superseded: true }, [text, article]).lines.length, 3);
    assert.throws(() => concordance({ actor: 'Karks' }, [text, article]), SettingsError);
  });

  it('looks into what counts alone', () => {
    const read = articleOf('a.txt', [], { info: { date: '2024-02' } });
    const irrelevant = articleOf('b.txt', [], { coding: [{ creator: 'lee', status: 'irrelevant' }] });
    const excluded = [{ start: 0, end: 4 }];
    const all = [
      ['Levy, levy', read, excluded],
      ['levy', irrelevant],
    ] as const;
    assert.equal(concordance({ search: 'levy' }, ...all).lines.length, 1);
    assert.equal(concordance({ search: 'levy', excludedRanges: true, irrelevant: true }, ...all).lines.length, 3);
    assert.equal(concordance({ search: 'levy', from: '2024-02', irrelevant: true }, ...all).lines.length, 1);
    assert.equal(concordance({ search: 'levy', to: '2024-01' }, ...all).articles, 0);
  });

  it('puts lines in order from the keyword outwards', () => {
    const text = 'an old tax, a new tax! The new Tax rose. old tax fell';
    const sorted = (sort: ConcordanceSettings['sort']) =>
      concordance({ search: 'tax', sort, context: 1, contextUnit: 'words' }, [text]).lines.map(({ start }) => start);
    const [first = 0, second = 0, third = 0, fourth = 0] = sorted('article');
    assert.deepEqual(sorted('left'), [second, third, first, fourth]);
    assert.deepEqual(sorted('keyword'), [first, second, fourth, third]);
    const right = concordance({ search: 'x', sort: 'right' }, ['x b. x a. x']).lines.map(({ start }) => start);
    assert.deepEqual(right, [10, 5, 0]);
    const capitals = concordance({ search: 'x', sort: 'right' }, ['x in the\nx In a\nx in a']).lines;
    assert.deepEqual(
      capitals.map(({ line }) => line),
      [3, 2, 1],
    );
    const outwards = concordance({ search: 'x', sort: 'left' }, ['b c x\na c x\nz b x']).lines.map(({ line }) => line);
    assert.deepEqual(outwards, [3, 2, 1]);
  });

  it('refuses what is nothing, or two things', () => {
    for (const settings of [{}, { actor: 'a', search: 'b' }, { search: '  ' }, { search: '(', regex: true }]) {
      assert.throws(() => concordance(settings), SettingsError);
    }
  });

  it('cuts contexts between characters, from any text', () => {
    const texts = fc
      .array(fc.constantFrom('a', ' ', '\n', '😀', 'ש', '\u200f', 'b c'), { maxLength: 30 })
      .map((all) => all.join(''));
    const measure = fc.record({
      context: fc.nat(8),
      contextUnit: fc.constantFrom('characters' as const, 'words' as const),
    });
    fc.assert(
      fc.property(texts, texts, texts, measure, (before, keyword, behind, { context, contextUnit }) => {
        const text = before + keyword + behind;
        const range = { start: before.length, end: before.length + keyword.length };
        const { left, right, keyword: found } = inContext(text, range, { context, contextUnit });
        const line = (one: string): string => one.replace(/\s+/gu, ' ');
        assert.equal(found, line(keyword));
        assert.ok(line(before).endsWith(left) && line(behind).startsWith(right.trimEnd()));
        assert.ok(!/\p{Cs}/u.test(left) && !/\p{Cs}/u.test(right));
        const counted = (one: string): number =>
          contextUnit === 'characters' ? [...one].length : one.split(' ').filter((word) => word !== '').length;
        const wanted = (one: string): number => Math.min(context, counted(line(one).trim()));
        assert.ok(counted(left) >= wanted(before) - 1 && counted(left) <= context, left);
        assert.ok(counted(right) >= wanted(behind) - 1 && counted(right) <= context, right);
      }),
    );
  });
});
