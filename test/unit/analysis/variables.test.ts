import assert from 'node:assert/strict';
import type { ActorReading } from '../../../src/analysis/claims';
import { parseVariable, valuesOf, variableText, variableWords } from '../../../src/analysis/variables';
import type { PlacedAnnotation } from '../../../src/model/annotation';
import type { CodebookLists } from '../../../src/model/codebook';
import { annotation, claimsOf } from './sample';

const codebook: CodebookLists = {
  actors: [
    { id: 'karsk', name: 'Karsk', kind: 'state', formerIds: ['dravno'], attributes: { blocs: ['East', 'Sea'] } },
    { id: 'velmar', name: 'Velmar', kind: 'state' },
    { id: 'krol', name: 'Dagny Krol', kind: 'person', parent: 'union' },
    { id: 'union', name: 'Liberal Union', kind: 'organization' },
    { id: 'allies', name: 'Velmar and its allies', members: ['velmar', 'inner'] },
    { id: 'inner', name: 'The inner circle', members: ['union', 'allies'] },
    { id: 'ring', name: 'Ring', members: ['ring'] },
  ],
  topics: [
    { id: 'trade', name: 'Trade' },
    { id: 'levies', name: 'Levies', parent: 'trade' },
    { id: 'strait-levy', name: 'The strait levy is fair', parent: 'levies' },
    { id: 'a', name: 'A', parent: 'b' },
    { id: 'b', name: 'B', parent: 'a' },
  ],
};
const plain: ActorReading = { speakerFor: 'person', expandMembers: false };

function labels(variable: string, claim: Partial<PlacedAnnotation>, reading: Partial<ActorReading> = {}): string[] {
  const others = [
    annotation('m', 'actor', { actor: 'dravno' }),
    annotation('s', 'source', { source: 'audit' }),
    annotation('t', 'source', {}),
  ];
  const claims = claimsOf([annotation('c', 'claim', claim), ...others], codebook, {
    ...{ title: 'Levy up', author: 'Kim', publisher: 'Herald', section: 'World' },
    attributes: { reach: 3 },
  });
  const [one] = claims.all();
  const parsed = parseVariable(variable);
  assert(one && parsed);
  assert.equal(variableText(parsed), variable);
  return valuesOf(parsed, claims, one, { ...plain, ...reading }).map(({ label }) => label);
}

describe('a variable of claims', () => {
  it('is read as it is written, and nothing else is one', () => {
    for (const wrong of [
      '',
      'actor',
      'Position',
      'role:',
      'topic:0',
      'topic:x',
      'position:1',
      'attribute',
      '__proto__',
    ]) {
      assert.equal(parseVariable(wrong), undefined, wrong);
    }
    for (const word of variableWords) assert(parseVariable(word.endsWith(':') ? `${word}1` : word), word);
  });

  it('position is the holders, else the speakers, each once, by mention or former id too', () => {
    const speakers = [
      { role: 'speaker', actor: 'karsk' },
      { role: 'speaker', annotation: 'm' },
      { role: 'speaker', actor: 'dravno', annotation: 'm' },
      { role: 'speaker', actor: 'unknown' },
    ];
    assert.deepEqual(labels('position', { links: speakers }), ['Karsk', 'unknown']);
    const links = [...speakers, { role: 'holder', actor: 'velmar' }];
    assert.deepEqual(labels('position', { links }), ['Velmar']);
    assert.deepEqual(labels('speaker', { links }), ['Karsk', 'unknown']);
    assert.deepEqual(labels('role:speaker', { links }), ['Karsk', 'unknown']);
    assert.deepEqual(labels('addressee', { links }), []);
    assert.deepEqual(labels('position', {}), []);
  });

  it('counts a person, the organization spoken for, or both, as asked', () => {
    const links = [
      { role: 'speaker', actor: 'krol', for: 'union' },
      { role: 'speaker', actor: 'velmar' },
    ];
    assert.deepEqual(labels('speaker', { links }), ['Dagny Krol', 'Velmar']);
    assert.deepEqual(labels('speaker', { links }, { speakerFor: 'organization' }), ['Liberal Union', 'Velmar']);
    assert.deepEqual(labels('position', { links }, { speakerFor: 'both' }), ['Dagny Krol', 'Liberal Union', 'Velmar']);
    assert.deepEqual(labels('speaker.for', { links }), ['Liberal Union', 'Velmar']);
    assert.deepEqual(labels('actor.kind', { links }), ['person', 'state']);
    assert.deepEqual(labels('actor.parent', { links }), ['Liberal Union']);
  });

  it('expands collectives to their members and these’ members, however they go round', () => {
    const links = [{ role: 'speaker', actor: 'allies' }];
    assert.deepEqual(labels('position', { links }), ['Velmar and its allies']);
    assert.deepEqual(labels('position', { links }, { expandMembers: true }), ['Velmar', 'Liberal Union']);
    const ring = [{ role: 'speaker', actor: 'ring' }];
    assert.deepEqual(labels('position', { links: ring }, { expandMembers: true }), ['Ring']);
  });

  it('topic is at any level of its hierarchy, from the top', () => {
    const topic = 'strait-levy';
    assert.deepEqual(labels('topic', { topic }), ['The strait levy is fair']);
    assert.deepEqual(labels('topic:1', { topic }), ['Trade']);
    assert.deepEqual(labels('topic:2', { topic }), ['Levies']);
    assert.deepEqual(labels('topic:9', { topic }), ['The strait levy is fair']);
    assert.deepEqual(labels('topic:2', { topic: 'trade' }), ['Trade']);
    assert.deepEqual(labels('topic:1', { topic: 'a' }), ['B']);
    assert.deepEqual(labels('topic:1', {}), []);
  });

  it('attributes are of the claim, its actors, or its article; an option has its name, a list each of its items', () => {
    const attributes = { act: 'demand', hedged: false, tags: ['x', 'x', 2], empty: '', nothing: null };
    const links = [{ role: 'speaker', actor: 'karsk' }];
    assert.deepEqual(labels('attribute:act', { attributes }), ['Demand']);
    assert.deepEqual(labels('attribute:hedged', { attributes }), ['false']);
    assert.deepEqual(labels('attribute:tags', { attributes }), ['x', '2']);
    for (const id of ['empty', 'nothing', 'constructor'])
      assert.deepEqual(labels(`attribute:${id}`, { attributes }), []);
    assert.deepEqual(labels('actor.attribute:blocs', { links }), ['East', 'Sea']);
    assert.deepEqual(labels('article.attribute:reach', {}), ['3']);
  });

  it('is of the article, and of where it was said', () => {
    assert.deepEqual(
      ['article', 'article.author', 'article.publisher', 'article.section'].map((one) => labels(one, {})),
      [['Levy up'], ['Kim'], ['Herald'], ['World']],
    );
    const links = ['s', 't', 'gone'].map((id) => ({ role: 'source', annotation: id }));
    assert.deepEqual(labels('source', { links }), ['audit']);
    assert.deepEqual(labels('role:source', { links }), ['audit']);
  });
});
