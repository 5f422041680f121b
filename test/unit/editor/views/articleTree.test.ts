import assert from 'node:assert/strict';
import { counts, grouped } from '../../../../src/editor/views/articleTree';
import type { PlacedAnnotation } from '../../../../src/model/annotation';
import type { Actor } from '../../../../src/model/codebook';

const actors: readonly Actor[] = [
  { id: 'russia', name: 'Russia', formerIds: ['moscow'] },
  { id: 'china', name: 'China' },
  { id: 'north-korea', name: 'North Korea' },
];

function marked(id: string, fields: Partial<PlacedAnnotation> = {}): PlacedAnnotation {
  const target = [{ start: 0, end: 1, exact: 'x', prefix: '', suffix: '', standing: 'anchored' as const }];
  return { id, type: 'actor', target, standing: 'anchored', ...fields };
}

describe('grouped', () => {
  it('puts the most mentioned actor first, equal ones by name, and keeps the order of the text below', () => {
    const groups = grouped(
      [
        marked('1', { actor: 'russia' }),
        marked('2', { actor: 'north-korea' }),
        marked('3', { actor: 'china' }),
        marked('4', { actor: 'north-korea' }),
      ],
      { actors },
    );
    assert.deepEqual(
      groups.actors.map(({ id, mentions }) => [id, mentions.map((mention) => mention.id)]),
      [
        ['north-korea', ['2', '4']],
        ['china', ['3']],
        ['russia', ['1']],
      ],
    );
  });

  it('takes numbers in names as numbers', () => {
    const ids = ['actor-10', 'actor-2', 'actor-1'];
    const { actors: found } = grouped(
      ids.map((actor) => marked(actor, { actor })),
      { actors },
    );
    assert.deepEqual(
      found.map(({ id }) => id),
      ['actor-1', 'actor-2', 'actor-10'],
    );
  });

  it('counts mentions under a merged id as the survivor’s', () => {
    const { actors: found } = grouped([marked('1', { actor: 'moscow' }), marked('2', { actor: 'russia' })], { actors });
    assert.equal(found.length, 1);
    assert.equal(found[0]?.actor?.name, 'Russia');
    assert.equal(found[0].mentions.length, 2);
  });

  it('keeps mentions of an actor that the codebook lacks, and of none', () => {
    const { actors: found } = grouped([marked('1', { actor: 'atlantis' }), marked('2')], { actors });
    assert.deepEqual(
      found.map(({ id, actor }) => [id, actor]),
      [
        ['', undefined],
        ['atlantis', undefined],
      ],
    );
  });

  it('shows an unknown type among the others, whatever its name', () => {
    const groups = grouped([marked('1', { type: 'theory' }), marked('2', { type: 'constructor' })], { actors });
    assert.deepEqual(
      groups.others.map(({ id }) => id),
      ['1', '2'],
    );
  });

  it('puts the uncertain first, and what a person keeps as an orphan apart: it needs no attention', () => {
    const groups = grouped(
      [
        marked('gone', { standing: 'orphaned' }),
        marked('kept', { standing: 'orphaned', orphaned: true }),
        marked('doubt', { standing: 'uncertain' }),
        marked('sure'),
      ],
      { actors },
    );
    assert.deepEqual(
      [groups.attention, groups.kept].map((group) => group.map(({ id }) => id)),
      [['doubt', 'gone'], ['kept']],
    );
    assert.equal(counts(groups).attention, 2);
    assert.equal(counts(groups).mentions, 4);
  });

  it('puts what isn’t anchored both in its own group and under attention', () => {
    const groups = grouped(
      [
        marked('1', { type: 'claim', standing: 'uncertain' }),
        marked('2', { type: 'claim' }),
        marked('3', { type: 'source', standing: 'orphaned' }),
      ],
      { actors },
    );
    assert.deepEqual(
      groups.attention.map(({ id }) => id),
      ['1', '3'],
    );
    assert.deepEqual(counts(groups), {
      actors: 0,
      mentions: 0,
      claims: 2,
      sources: 1,
      passages: 0,
      others: 0,
      attention: 2,
    });
  });
});
