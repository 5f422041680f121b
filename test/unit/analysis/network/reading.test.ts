import assert from 'node:assert/strict';
import fc from 'fast-check';
import { givenOf, readNetworkSettings } from '../../../../src/analysis/network/reading';
import { SettingsError, type Given } from '../../../../src/analysis/settings';
import { arbitraryGiven } from './settings';

function said(given: Given): string {
  try {
    readNetworkSettings(given);
  } catch (error) {
    if (error instanceof SettingsError) return `${error.setting}: ${error.message}`;
    throw error;
  }
  return 'nothing';
}

describe('reading the settings of a network', () => {
  it('has one for everything where nothing is given', () => {
    assert.deepEqual(readNetworkSettings({}), {
      mode: 'one-mode',
      rows: { word: 'position', of: '' },
      columns: { word: 'topic', of: '' },
      qualifier: { word: 'stance', of: '' },
      aggregation: 'ignore',
      normalisation: 'no',
      duplicates: 'include',
      isolates: false,
      window: 'no',
      windowSize: 1,
      kernel: 'no',
      exclude: [],
      only: [],
      imputed: false,
      superseded: false,
      excludedRanges: false,
      irrelevant: false,
      expandMembers: false,
      speakerFor: 'person',
    });
    assert.deepEqual(givenOf(readNetworkSettings({})), {});
  });

  it('takes texts and what JSON has for them alike', () => {
    const asTexts = { window: 'days', 'window-size': '30', isolates: 'true', from: '2022', only: ['topic=a=b'] };
    const asJson = { window: 'days', 'window-size': 30, isolates: true, from: 2022, only: 'topic=a=b' };
    assert.deepEqual(readNetworkSettings(asTexts), readNetworkSettings(asJson));
    assert.deepEqual(readNetworkSettings(asJson).only, [{ variable: { word: 'topic', of: '' }, values: ['a=b'] }]);
  });

  it('puts the values of one variable together', () => {
    const { exclude } = readNetworkSettings({ exclude: ['topic=x', 'speaker=a', 'topic=y', 'topic=x'] });
    assert.deepEqual(
      exclude.map(({ variable, values }) => [variable.word, ...values]),
      [
        ['topic', 'x', 'y'],
        ['speaker', 'a'],
      ],
    );
  });

  it('says what a setting can be', () => {
    assert.equal(said({ colums: 'topic' }), 'colums: There is no setting "colums"; did you mean columns?');
    assert.equal(said({ ['__proto__']: 'x' }), '__proto__: There is no setting "__proto__".');
    assert.equal(said({ mode: 'x' }), 'mode: mode can\'t be "x"; it is one-mode, two-mode or event-list.');
    assert.match(said({ mode: 'onemode' }), /^mode: .* Did you mean one-mode\?$/);
    assert.match(said({ rows: 'topic:0' }), /^rows: rows can't be "topic:0"; it is position, .*topic:LEVEL/);
    assert.match(said({ from: '2022-02-30' }), /^from: .*there is no such date/);
    assert.match(said({ from: '2022-07-05T10:00Z' }), /^from: .*there is no such date/);
    assert.match(said({ 'window-size': 1.5, window: 'days' }), /^window-size: .*a whole number, 1 or more\.$/);
    assert.match(said({ 'window-size': '0', window: 'days' }), /^window-size: /);
    assert.match(said({ 'window-size': '1e3', window: 'days' }), /^window-size: /);
    assert.match(said({ isolates: 'yes' }), /^isolates: .*true or false\.$/);
    assert.match(said({ exclude: ['topic'] }), /^exclude: .*VARIABLE=VALUE/);
    assert.match(said({ exclude: ['topik=x'] }), /^exclude: .*Did you mean topic\?$/);
    assert.match(said({ exclude: ['topic= '] }), /^exclude: /);
    assert.match(said({ mode: 'x'.repeat(10_000) }), /^mode: .{0,300}$/);
  });

  it('refuses what contradicts itself, and says what to do', () => {
    const refused: readonly (readonly [Given, RegExp])[] = [
      [{ from: '2023', to: '2022' }, /^to: No claim is from 2023 to 2022/],
      [{ rows: 'topic' }, /^columns: .*both topic/],
      [{ qualifier: 'topic', aggregation: 'congruence' }, /^qualifier: .*columns are both topic/],
      [{ aggregation: 'combine' }, /^aggregation: .*mode two-mode/],
      [{ mode: 'two-mode', aggregation: 'congruence' }, /^aggregation: .*mode one-mode/],
      [{ mode: 'two-mode', aggregation: 'subtract', qualifier: 'attribution' }, /^aggregation: .*numbers/],
      [{ mode: 'two-mode', normalisation: 'jaccard' }, /^normalisation: .*one-mode networks/],
      [{ normalisation: 'activity' }, /^normalisation: .*two-mode networks/],
      [{ mode: 'event-list', normalisation: 'average' }, /^normalisation: .*event list/],
      [{ mode: 'two-mode', aggregation: 'combine', normalisation: 'activity' }, /^normalisation: /],
      [{ mode: 'event-list', isolates: true }, /^isolates: /],
      [{ mode: 'event-list', window: 'days' }, /^window: /],
      [{ 'window-size': 7 }, /^window-size: .*needs a window/],
      [{ kernel: 'gaussian' }, /^kernel: .*needs a window/],
      [{ kernel: 'gaussian', window: 'events', 'window-size': 9 }, /^kernel: /],
    ];
    for (const [given, message] of refused) assert.match(said(given), message);
    const taken: readonly Given[] = [
      { from: '2022-07', to: '2022' },
      { qualifier: 'topic' },
      { mode: 'event-list', rows: 'topic' },
      { mode: 'two-mode', aggregation: 'subtract', qualifier: 'attribute:intensity' },
      { normalisation: 'vector-cosine', aggregation: 'conflict' },
    ];
    for (const given of taken) assert.equal(said(given), 'nothing');
  });

  it('reads back what it gives', () => {
    fc.assert(
      fc.property(arbitraryGiven, (given) => {
        fc.pre(said(given) === 'nothing');
        const settings = readNetworkSettings(given);
        const again = givenOf(settings);
        assert.deepEqual(readNetworkSettings(again), settings);
        assert.deepEqual(readNetworkSettings(JSON.parse(JSON.stringify(again)) as Given), settings);
      }),
    );
  });
});
