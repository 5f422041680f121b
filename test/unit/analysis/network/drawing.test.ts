import assert from 'node:assert/strict';
import { completed } from '../../../../src/anchoring/slices';
import { drawnNetwork } from '../../../../src/analysis/network/drawing';
import { SettingsError, type Given } from '../../../../src/analysis/settings';
import { article, claim, codebook } from './coded';

const own = codebook({
  actors: [
    { id: 'karsk', name: 'Karsk', kind: 'state', color: '#c0392b' },
    { id: 'velmar', name: 'Velmar', kind: 'state', color: 'url(#x)' },
    { id: 'kim', name: 'Kim', kind: 'person' },
  ],
  topics: [{ id: 'levy', name: 'Levy' }],
});
const mention = (id: string, actor: string, counts: 'yes' | 'excluded' = 'yes') => ({
  ...claim(id, {}),
  ...{ type: 'actor', actor, counts },
});
const read = article(
  'a',
  [
    claim('1', { speakers: ['karsk'], topic: 'levy', stance: 'support', date: '2023-01-02' }),
    claim('2', { speakers: ['karsk'], topic: 'levy', stance: 'support', date: '2023-02-02' }),
    claim('3', { speakers: ['velmar'], topic: 'levy', stance: 'oppose', date: '2023-02-03' }),
    claim('4', { speakers: ['kim'], topic: 'levy', stance: 'support', date: '2023-03-04' }),
    mention('5', 'karsk'),
    mention('6', 'karsk', 'excluded'),
  ],
  { codebook: own },
);

function drawn(given: Given) {
  return completed(drawnNetwork([read], given));
}

describe('The picture of a network', () => {
  it('has nodes by statements, with what the codebook says of actors, and signs of what ties', () => {
    const { picture } = drawn({ aggregation: 'subtract' });
    assert.deepEqual(
      picture.nodes.map(({ label, size, mentions, group, color }) => [label, size, mentions, group, color]),
      [
        ['Karsk', 2, 1, 0, '#c0392b'],
        ['Kim', 1, 0, 1, undefined],
        ['Velmar', 1, 0, 0, undefined],
      ],
    );
    assert.deepEqual(picture.groups, [
      { label: 'state', nodes: 2, look: 0 },
      { label: 'person', nodes: 1, look: 2 },
    ]);
    assert.equal(picture.signs, 'both');
    assert.deepEqual(picture.edges, [
      { from: 0, to: 1, weight: 2 },
      { from: 0, to: 2, weight: -2 },
      { from: 1, to: 2, weight: -1 },
    ]);
  });

  it('has columns behind rows, and no edges that weigh too little', () => {
    const { picture } = drawn({ mode: 'two-mode', aggregation: 'subtract', least: '2', size: 'mentions' });
    assert.deepEqual(
      picture.nodes.map(({ label, isColumn, size }) => [label, isColumn, size]),
      [
        ['Karsk', false, 1],
        ['Kim', false, 0],
        ['Velmar', false, 0],
        ['Levy', true, 4],
      ],
    );
    assert.deepEqual(picture.edges, [{ from: 0, to: 3, weight: 2 }]);
    assert.deepEqual(
      picture.groups.map(({ label, nodes, look }) => [label, nodes, look]),
      [
        ['state', 2, 0],
        ['person', 1, 2],
        ['topic', 1, 5],
      ],
    );
  });

  it('colours by communities of those who are tied', () => {
    const { picture } = drawn({ aggregation: 'subtract', color: 'community' });
    assert.deepEqual(
      picture.nodes.map(({ group }) => picture.groups[group]?.label),
      ['1', '1', '2'],
    );
    assert.ok(picture.nodes.every(({ color }) => color === undefined));
  });

  it('is of one window of time, of which there are no more', () => {
    const months = { window: 'months', 'window-size': '1', from: '2023-01', to: '2023-03' };
    const { picture, windows } = drawn({ ...months, at: '2' });
    assert.deepEqual(picture.windows?.all, [
      '2023-01-01 – 2023-01-31',
      '2023-02-01 – 2023-02-28',
      '2023-03-01 – 2023-03-31',
    ]);
    assert.equal(windows?.length, 3);
    assert.deepEqual(
      picture.nodes.map(({ label }) => label),
      ['Karsk', 'Velmar'],
    );
    assert.throws(
      () => drawn({ ...months, at: '4' }),
      (error) => error instanceof SettingsError && error.setting === 'at',
    );
  });

  it('refuses what is no picture', () => {
    for (const given of [
      { mode: 'event-list' },
      { least: '-1' },
      { at: '0' },
      { size: 'weight' },
      { colour: 'kind' },
    ]) {
      assert.throws(() => drawn(given), SettingsError, JSON.stringify(given));
    }
  });
});
