import assert from 'node:assert/strict';
import { StatementGatherer } from '../../../../src/analysis/network/gathering';
import { readNetworkSettings } from '../../../../src/analysis/network/reading';
import {
  statementsBetween,
  statementsThat,
  UNDATED,
  type Statements,
} from '../../../../src/analysis/network/statements';
import { SettingsError, type Given } from '../../../../src/analysis/settings';
import { article, claim, codebook, coded, gathered } from './coded';

/** Statements as "row column level", in their order. */
function lines({ rows, columns, levels, row, column, level }: Statements): readonly string[] {
  return Array.from(row, (number, at) => {
    const value = levels.values[level[at] ?? -1];
    const shown = typeof value === 'object' ? value.label : (value ?? '-');
    return `${rows[number]?.label} ${columns[column[at] ?? -1]?.label} ${shown}`;
  });
}

function leftOut({ counts }: Statements): Readonly<Record<string, number>> {
  return Object.fromEntries(Object.entries(counts.leftOut).filter(([, count]) => count > 0));
}

function refused(given: Given, ...articles: Parameters<typeof gathered>[1][]): string {
  try {
    gathered(given, ...articles);
  } catch (error) {
    if (error instanceof SettingsError) return `${error.setting}: ${error.message}`;
    throw error;
  }
  return 'nothing';
}

describe('claims become statements', () => {
  it('one for each pair of values, an actor once a claim, the holder before the speaker', () => {
    const told = article('a.txt', [
      claim('1', { speakers: ['A', 'B', 'A'], topic: 'x', stance: 'support' }),
      claim('2', { speakers: ['A'], holders: ['C'], topic: 'x', stance: 'oppose' }),
    ]);
    assert.deepEqual(lines(gathered({}, told)), ['A x 1', 'B x 1', 'C x -1']);
    assert.equal(gathered({}, told).counts.used, 2);
    assert.deepEqual(lines(gathered({ rows: 'speaker' }, told)), ['A x 1', 'B x 1', 'A x -1']);
  });

  it('by their dates, of one day as they come, those without a date last', () => {
    const told = coded(`
      A x - 2022-03-01
      B x
      C x - 2022
      D x - 2022-02
      E x - 2022-03-01`);
    const statements = gathered({}, told);
    assert.deepEqual(
      lines(statements).map((line) => line[0]),
      ['C', 'D', 'A', 'E', 'B'],
    );
    assert.equal(statements.day[4], UNDATED);
    const dated = { ...told, info: { date: '2021' } };
    assert.equal(lines(gathered({}, dated))[0], 'B x -');
  });

  it('left out once each, at the first reason', () => {
    const claims = [
      claim('1', { speakers: ['A'], topic: 'x', counts: 'superseded' }),
      claim('2', { speakers: ['A'], topic: 'x', counts: 'excluded' }),
      claim('3', { speakers: ['A'], topic: 'x', attribution: 'imputed' }),
      claim('4', { speakers: ['A'], topic: 'x' }),
      claim('5', { speakers: ['A'], topic: 'x', date: '2021-12-31' }),
      claim('6', { speakers: ['A'], topic: 'z', date: '2022' }),
      claim('7', { topic: 'x', date: '2022' }),
      claim('8', { speakers: ['A'], date: '2022' }),
      claim('9', { speakers: ['A'], topic: 'x', date: '2022' }),
      claim('10', { speakers: ['A'], topic: 'x', stance: 'support', date: '2022-12-31' }),
      claim('11', { speakers: ['A'], topic: 'x', stance: 'support', date: '2023-01-01' }),
      { ...claim('12', {}), type: 'passage' },
    ];
    const given = { from: '2022', to: '2022', exclude: ['topic=z'], aggregation: 'congruence' };
    const irrelevant = {
      ...article('b.txt', [claim('1', { speakers: ['A'], topic: 'x' })]),
      coding: [
        { creator: 'lee', status: 'done' },
        { creator: 'kim', status: 'irrelevant' },
      ],
    };
    const statements = gathered(given, article('a.txt', claims), irrelevant);
    assert.deepEqual(leftOut(statements), {
      ...{ irrelevant: 1, superseded: 1, excluded: 1, imputed: 1, undated: 1, outside: 2, filtered: 1 },
      ...{ 'no-row': 1, 'no-column': 1, 'no-qualifier': 1 },
    });
    assert.deepEqual([statements.counts.claims, statements.counts.used], [12, 1]);
    const all = ['imputed', 'superseded', 'excluded', 'irrelevant'].map((what) => [`include-${what}`, true] as const);
    assert.equal(gathered(Object.fromEntries(all), article('a.txt', claims), irrelevant).counts.used, 10);
  });

  it('the first of duplicates is kept', () => {
    const told = coded(`
      A x support 2022-01-03
      A x oppose  2022-01-03
      A x support 2022-01-02
      A x support 2022-01-01
      A x support 2021-12-31
      A x support 2022-01
      A x support 2022
      A x support
      A y support 2022-01-03`);
    const count = (duplicates: string, aggregation = 'congruence'): number =>
      gathered({ duplicates, aggregation }, told).counts.used;
    assert.equal(count('include'), 9);
    assert.equal(count('document'), 3);
    assert.equal(count('document', 'ignore'), 2);
    assert.equal(count('acrossrange'), 3);
    // 2021-12-31 to 2022-01-02 are one ISO week, of 2021; months, years and what has no date are of none.
    assert.equal(count('week'), 7);
    // Of January: two days and the month itself are like another day's.
    assert.equal(count('month'), 6);
    assert.equal(count('year'), 5);
    assert.deepEqual(leftOut(gathered({ duplicates: 'year', aggregation: 'congruence' }, told)), { duplicate: 4 });
    assert.equal(gathered({ duplicates: 'document' }, told, { ...told, key: 'b.txt' }).counts.used, 4);
  });

  it('weeks are told apart by their years', () => {
    const told = coded('A x - 2021-01-04\nA x - 2022-01-03');
    assert.equal(gathered({ duplicates: 'week' }, told).counts.used, 2);
    assert.equal(gathered({ duplicates: 'month' }, told).counts.used, 2);
  });

  it('the members of a collective, and the organization that is spoken for, count as asked', () => {
    const actors = [
      { id: 'g7', name: 'G7', members: ['fr', 'eu'] },
      { id: 'eu', name: 'EU', members: ['fr', 'de', 'g7'] },
      { id: 'fr', name: 'France' },
      { id: 'de', name: 'Germany' },
    ];
    const links = [{ role: 'speaker', actor: 'lee', for: 'g7' }];
    const told = article('a.txt', [claim('1', { topic: 'x', links })], { codebook: codebook({ actors }) });
    const rows = (given: Given): readonly string[] =>
      lines(gathered(given, told)).map((line) => line.split(' ')[0] ?? '');
    assert.deepEqual(rows({}), ['lee']);
    assert.deepEqual(rows({ 'speaker-for': 'both' }), ['lee', 'G7']);
    assert.deepEqual(rows({ 'speaker-for': 'organization', 'expand-members': true }).toSorted(), ['France', 'Germany']);
  });
});

describe('exclude and only', () => {
  const actors = [
    { id: 'fr', name: 'France', aliases: ['Paris'], kind: 'state' },
    { id: 'lee', name: 'Ada Lee', kind: 'person' },
    { id: 'lee-2', name: 'Ada Lee', kind: 'person' },
  ];
  const told = {
    ...coded('fr+lee x support\nfr y oppose\nunknown x neutral'),
    info: { publisher: 'The Daily' },
    codebook: codebook({ actors }),
  };
  const kept = (given: Given): readonly string[] =>
    lines(gathered(given, told)).map((line) => line.slice(0, -2).trim());

  it('take an id, a name or an alias, and of rows and columns that value alone', () => {
    for (const name of ['fr', 'France', 'france', 'Paris']) {
      assert.deepEqual(kept({ exclude: [`position=${name}`] }), ['Ada Lee x', 'unknown x'], name);
      assert.deepEqual(kept({ only: [`position=${name}`] }), ['France x', 'France y'], name);
    }
    assert.deepEqual(kept({ only: ['position=Unknown', 'position=lee'] }), ['Ada Lee x', 'unknown x']);
  });

  it('of other variables take the whole claim; of several variables all must hold', () => {
    assert.deepEqual(kept({ exclude: ['speaker=fr'] }), ['unknown x']);
    assert.deepEqual(kept({ exclude: ['stance=oppose'], only: ['actor.kind=state', 'topic=x', 'topic=y'] }), [
      'France x',
      'Ada Lee x',
    ]);
    assert.deepEqual(
      kept({ only: ['article.publisher=the daily', 'topic=y'] }),
      ['France y'].map((one) => `${one} `.trim()),
    );
  });

  it('refuse a value that nothing has, or that several have', () => {
    assert.equal(
      refused({ only: ['position=Framce'] }, told),
      'only: only: no claim has the position "Framce"; did you mean France?',
    );
    assert.match(
      refused({ exclude: ['position=Ada Lee'] }, told),
      /^exclude: .* may mean any of lee, lee-2: give the id\.$/,
    );
    assert.equal(refused({ exclude: ['stance=neutral', 'topic=x'] }, told), 'nothing');
    assert.match(refused({ exclude: ['article.publisher=Weekly'] }, told), /no claim has/);
  });

  it('refuse levels that the settings have no use for', () => {
    const given = { mode: 'two-mode', aggregation: 'subtract', qualifier: 'attribute:act' };
    assert.match(refused(given, told), /^aggregation: subtract needs a qualifier with numbers/);
    const many = article(
      'a.txt',
      Array.from({ length: 54 }, (_, n) => claim(String(n), { speakers: ['A'], topic: 'x', creator: String(n) })),
    );
    const combined = { mode: 'two-mode', aggregation: 'combine', qualifier: 'creator' };
    assert.match(refused(combined, many), /^aggregation: combine tells 53 levels apart, and creator has 54/);
  });
});

describe('parts of statements', () => {
  it('count the claims that are in none of them', () => {
    const gatherer = new StatementGatherer(readNetworkSettings({}));
    gatherer.add(coded('A+B x - 2022-01-01\nA y - 2022-01-02\nC x - 2022-01-03'));
    const statements = gatherer.statements();
    const window = { first: 0, last: 1 };
    const first = statementsBetween(statements, 0, 3, { window, weight: Float64Array.of(1, 2, 3) });
    assert.deepEqual(lines(first), ['A x -', 'B x -', 'A y -']);
    assert.deepEqual([first.counts.used, leftOut(first), first.window], [2, { outside: 1 }, window]);
    const ofC = statementsThat(statements, (at) => at === 3);
    assert.deepEqual(lines(ofC), ['C x -']);
    assert.deepEqual([ofC.counts.used, leftOut(ofC)], [1, { filtered: 2 }]);
    assert.deepEqual([...(statementsThat(first, (at) => at > 0).weight ?? [])], [2, 3]);
  });
});
