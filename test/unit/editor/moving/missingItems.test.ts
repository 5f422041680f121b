import assert from 'node:assert/strict';
import { missingItems } from '../../../../src/editor/moving/missingItems';
import type { Annotation } from '../../../../src/model/annotation';
import { effectiveCodebook, type Codebook } from '../../../../src/model/codebook';

const codebook = (lists: Partial<Codebook>): ReturnType<typeof effectiveCodebook> =>
  effectiveCodebook({ format: 'policy-codebook', version: 1, ...lists });

const from = codebook({
  actors: [
    { id: 'eu', name: 'EU', members: ['france', 'germany'] },
    { id: 'france', name: 'France', parent: 'eu' },
    { id: 'germany', name: 'Germany', formerIds: ['frg'] },
    { id: 'kcna', name: 'KCNA' },
    { id: 'nobody', name: 'Nobody' },
  ],
  topics: [
    { id: 'sanctions', name: 'Sanctions', parent: 'trade' },
    { id: 'trade', name: 'Trade' },
  ],
  sources: [{ id: 'report', name: 'Report', origin: 'kcna' }],
});

function missing(annotations: readonly Partial<Annotation>[], to = codebook({})): readonly string[] {
  const said = annotations.map((fields, index): Annotation => ({
    id: `${index}`,
    type: 'claim',
    target: [],
    ...fields,
  }));
  const { actors, topics, sources } = missingItems(said, from, to);
  return [...actors.keys(), ...topics.keys(), ...sources.keys()].sort();
}

describe('What another codebook lacks', () => {
  it('is what annotations and their links speak of, with what that refers to', () => {
    assert.deepEqual(missing([{ actor: 'france' }]), ['eu', 'france', 'germany']);
    assert.deepEqual(missing([{ topic: 'sanctions', source: 'report' }]), ['kcna', 'report', 'sanctions', 'trade']);
    assert.deepEqual(missing([{ links: [{ role: 'speaker', actor: 'kcna', for: 'germany' }] }]), ['germany', 'kcna']);
    assert.deepEqual(missing([{ links: [{ role: 'evidence', source: 'report' }] }]), ['kcna', 'report']);
  });

  it('is found by a former id, and isn’t what is known there, nor what is known nowhere', () => {
    assert.deepEqual(missing([{ actor: 'frg' }, { actor: 'unheard-of' }]), ['germany']);
    const to = codebook({ actors: [{ id: 'deutschland', name: 'Deutschland', formerIds: ['germany'] }] });
    assert.deepEqual(missing([{ actor: 'germany' }], to), []);
  });

  it('never replaces what has its id there', () => {
    const to = codebook({ actors: [{ id: 'germany', name: 'Deutschland' }] });
    assert.deepEqual(missing([{ actor: 'frg' }], to), []);
  });

  it('may be a chain as long as the file', () => {
    const actors = Array.from({ length: 15_000 }, (_, index) => ({
      id: `a${index}`,
      name: 'A',
      parent: `a${index + 1}`,
    }));
    const said: Annotation = { id: '1', type: 'actor', target: [], actor: 'a0' };
    assert.equal(missingItems([said], codebook({ actors }), codebook({})).actors.size, 15_000);
  });
});
