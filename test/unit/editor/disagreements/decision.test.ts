import assert from 'node:assert/strict';
import { linkKey } from '../../../../src/model/links';
import { eachTaken, merged, nothing, taken, type Side } from '../../../../src/editor/disagreements/decision';

const ranges = (...all: readonly [number, number][]): Side['ranges'] => all.map(([start, end]) => ({ start, end }));

const lees: Side = {
  fields: {
    ...{ id: 'l', type: 'claim', topic: 'levy', stance: 'support', note: 'sure' },
    links: [
      { role: 'speaker', actor: 'karsk' },
      { role: 'source', annotation: 's' },
    ],
    attributes: { act: 'assert', hedged: true },
    ...{ creator: 'lee', created: '2026-11-22T05:00:00Z', modified: '2026-11-23T05:00:00Z', orphaned: false },
  },
  ranges: ranges([10, 20], [30, 40]),
};
const kims: Side = {
  fields: {
    ...{ id: 'k', type: 'claim', topic: 'levy', stance: 'oppose', attribution: 'quoted' },
    links: [
      { role: 'speaker', actor: 'karsk', for: 'velmar' },
      { role: 'holder', actor: 'velmar' },
    ],
    attributes: { act: 'demand', verdict: 'mixed' },
    ...{ creator: 'kim', created: '2026-11-22T06:00:00Z' },
  },
  ranges: ranges([5, 15], [18, 32]),
};
const sides = [lees, kims];

describe('A decision between annotators', () => {
  it('takes one as it is, in place of all, and says nothing of who made it when', () => {
    const { topic, stance, note, links, attributes } = lees.fields;
    assert.deepEqual(taken(lees, sides), {
      fields: { type: 'claim', topic, stance, note, links, attributes, supersedes: ['l', 'k'] },
      ranges: lees.ranges,
    });
  });

  it('takes each in place of itself alone', () => {
    assert.deepEqual(
      eachTaken(sides).map(({ fields, ranges: target }) => [fields.stance, fields.supersedes, target]),
      [
        ['support', ['l'], lees.ranges],
        ['oppose', ['k'], kims.ranges],
      ],
    );
  });

  it('makes one of all: the fields of one with what only others say, all links and attributes, all text', () => {
    assert.deepEqual(merged(sides, { by: lees, target: 'union', keyOf: linkKey }), {
      fields: {
        ...{ type: 'claim', topic: 'levy', stance: 'support', attribution: 'quoted', note: 'sure' },
        links: [
          { role: 'speaker', actor: 'karsk' },
          { role: 'source', annotation: 's' },
          { role: 'holder', actor: 'velmar' },
        ],
        attributes: { act: 'assert', hedged: true, verdict: 'mixed' },
        supersedes: ['l', 'k'],
      },
      ranges: ranges([5, 40]),
    });
    const { fields, ranges: target } = merged(sides, { by: kims, target: 'intersection', keyOf: linkKey });
    assert.deepEqual([fields.stance, fields.links?.[0]?.for], ['oppose', 'velmar']);
    assert.deepEqual(target, ranges([10, 15], [18, 20], [30, 32]));
    assert.deepEqual(
      merged([lees, { ...kims, ranges: ranges([50, 60]) }], { by: lees, target: 'intersection', keyOf: linkKey })
        .ranges,
      [],
    );
  });

  it('says that nothing is to be marked, by an annotation of a type that nothing counts', () => {
    assert.deepEqual(nothing(sides), {
      fields: { type: 'none', supersedes: ['l', 'k'] },
      ranges: ranges([5, 40]),
    });
  });

  it('has a link of several sides once, where each leads to an annotation of its own that says the same', () => {
    const linked = (side: Side, annotation: string): Side => ({
      ...side,
      fields: { ...side.fields, links: [{ role: 'source', annotation }] },
    });
    const keyOf: typeof linkKey = ({ role, annotation }) => `${role} ${annotation === 't' ? 's' : annotation}`;
    const linksOf = (other: string): unknown => {
      const both = [linked(lees, 's'), linked(kims, other)] as const;
      return merged(both, { by: both[0], target: 'union', keyOf }).fields.links;
    };
    assert.deepEqual(linksOf('t'), [{ role: 'source', annotation: 's' }]);
    assert.deepEqual(linksOf('u'), [
      { role: 'source', annotation: 's' },
      { role: 'source', annotation: 'u' },
    ]);
  });
});
