import assert from 'node:assert/strict';
import type { Actor } from '../../../src/model/codebook';
import { lookUp } from '../../../src/model/lookup';

const actors: readonly Actor[] = [
  { id: 'united-states', name: 'United States', aliases: ['US', 'U.S.', 'Washington', 'America'], formerIds: ['usa'] },
  { id: 'north-korea', name: 'North Korea', aliases: ['DPRK', 'Pyongyang', 'People’s Republic'] },
  { id: 'who', name: 'WHO', aliases: ['World Health Organization'] },
  { id: 'george', name: 'George Washington', aliases: ['Washington'] },
  { id: 'cote', name: 'Co\u0302te  d’Ivoire', aliases: ['UNESCO', 'united states'] },
  { id: 'constructor', name: 'May' },
];

function found(wanted: string): string | readonly string[] | undefined {
  const result = lookUp(actors, wanted);
  if (!result) return undefined;
  return 'found' in result ? result.found.id : result.ambiguous.map((actor) => actor.id);
}

describe('lookUp', () => {
  it('takes an id first, then a former id, then a name, then an alias', () => {
    assert.equal(found('north-korea'), 'north-korea');
    assert.equal(found('usa'), 'united-states');
    assert.equal(found('North Korea'), 'north-korea');
    assert.equal(found('DPRK'), 'north-korea');
    // A name in another case comes before an alias that fits exactly.
    assert.equal(found('united states'), 'united-states');
    assert.deepEqual(lookUp([{ id: 'a', formerIds: ['b'] }, { id: 'b' }], 'b'), { found: { id: 'b' } });
  });

  it('is ambiguous where several fit on one level, once each', () => {
    assert.deepEqual(found('Washington'), ['united-states', 'george']);
    const twice = { id: 'a', name: 'Name', aliases: ['Alias', 'ALIAS', 'alias'] };
    assert.deepEqual(lookUp([twice], 'aliAS'), { found: twice });
  });

  it('matches in any case but for short names and names all in capitals', () => {
    assert.equal(found('NORTH KOREA'), 'north-korea');
    assert.equal(found('pyongyang'), 'north-korea');
    assert.equal(found('US'), 'united-states');
    assert.equal(found('us'), undefined);
    assert.equal(found('Who'), undefined);
    assert.equal(found('may'), undefined);
    assert.equal(found('unesco'), undefined);
    assert.equal(found('UNESCO'), 'cote');
  });

  it('takes composed and decomposed letters, white space and apostrophes as the same', () => {
    assert.equal(found("  C\u00f4te\u00a0d'Ivoire"), 'cote');
    assert.equal(found("People's\n  Republic"), 'north-korea');
  });

  it('finds nothing for nothing', () => {
    assert.equal(found(''), undefined);
    assert.equal(found(' '), undefined);
    assert.equal(found('toString'), undefined);
    assert.equal(lookUp([{ id: 'a', name: '' }], ''), undefined);
  });
});
