import assert from 'node:assert/strict';
import type { Actor } from '../../../src/model/codebook';
import { nearestActors, rankedActors, type MadeMention, type RankingContext } from '../../../src/suggest/actorRanking';

const actors: Actor[] = [
  { id: 'china', name: 'China' },
  { id: 'north-korea', name: 'North Korea', aliases: ['DPRK', 'Pyongyang'], formerIds: ['dprk'] },
  { id: 'putin', name: 'Vladimir Putin' },
  { id: 'russia', name: 'Russia' },
  { id: 'united-states', name: 'United States', aliases: ['US'] },
];

function ids(list: readonly Actor[]): string[] {
  return list.map(({ id }) => id);
}

function ranked(context: Partial<RankingContext>): { same: string[]; others: string[] } {
  const { same, others } = rankedActors(actors, { surface: '', start: 0, mentions: [], uses: new Map(), ...context });
  return { same: ids(same), others: ids(others) };
}

function made(actor: string, start: number, created?: string): MadeMention {
  return { actor, start, created };
}

describe('ranking actors for a mention', () => {
  it('knows whose name the text is', () => {
    assert.deepEqual(ranked({ surface: 'Pyongyang’s' }).same, ['north-korea']);
    assert.deepEqual(ranked({ surface: 'us' }).same, []);
    assert.equal(ranked({ surface: 'Pyongyang' }).others.includes('north-korea'), false);
  });

  it('goes by name where nothing else is known', () => {
    assert.deepEqual(ranked({}).others, ['china', 'north-korea', 'russia', 'united-states', 'putin']);
  });

  it('puts what was tagged last before what is frequent, by the time of tagging', () => {
    const mentions = [
      made('china', 0, '2026-11-22T05:00:09Z'),
      made('russia', 10, '2026-11-22T05:00:01Z'),
      made('dprk', 20, '2026-11-22T05:00:05Z'),
    ];
    const uses = new Map([['united-states', 2]]);
    assert.deepEqual(ranked({ mentions, uses }).others, ['china', 'north-korea', 'russia', 'united-states', 'putin']);
  });

  it('counts the article before the workspace, and former ids with their survivor', () => {
    const mentions = [made('russia', 1), made('dprk', 2), made('north-korea', 3)];
    const uses = new Map([
      ['china', 3],
      ['united-states', 9],
    ]);
    assert.deepEqual(ranked({ mentions, uses }).others, ['north-korea', 'russia', 'united-states', 'china', 'putin']);
  });

  it('puts an actor that shares a word of its name first', () => {
    assert.equal(ranked({ surface: 'President Putin', uses: new Map([['china', 9]]) }).others[0], 'putin');
  });

  it('takes a pronoun for whom the text mentioned last before it', () => {
    const mentions = [made('russia', 5), made('china', 40), made('united-states', 90)];
    assert.equal(ranked({ surface: 'it', start: 50, mentions }).others[0], 'china');
    assert.equal(ranked({ surface: 'both countries', start: 100, mentions }).others[0], 'united-states');
  });
});

describe('actors near a claim', () => {
  it('puts those in it first, then the nearest, those before it first', () => {
    const mentions = [made('russia', 80), made('china', 120), made('north-korea', 215), made('dprk', 700)];
    const near = ids(nearestActors(actors, { start: 100, end: 200 }, { mentions, uses: new Map([['putin', 1]]) }));
    assert.deepEqual(near, ['china', 'russia', 'north-korea', 'putin', 'united-states']);
  });
});
