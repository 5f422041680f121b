import assert from 'node:assert/strict';
import { SettingReading, withoutUsual } from '../../../src/analysis/settingReading';
import { SettingsError, type Given, type SettingSpec } from '../../../src/analysis/settings';

const specs: readonly SettingSpec[] = [
  { name: 'share', takes: 'number', usual: '0.5', about: '' },
  { name: 'search', takes: 'text', about: '' },
  { name: 'deep', takes: 'flag', about: '' },
];

const reading = (given: Given): SettingReading => new SettingReading(specs, given);

describe('reading settings of any analysis', () => {
  it('reads numbers, as texts too, and texts', () => {
    assert.equal(reading({}).number('share'), 0.5);
    assert.equal(reading({ share: '-.25' }).number('share'), -0.25);
    assert.equal(reading({ share: 2 }).number('share', 2), 2);
    assert.equal(reading({ search: 5 }).text('search'), '5');
    assert.equal(reading({ search: '' }).text('search'), undefined);
    for (const share of ['x', '0x10', '1e3', Infinity, NaN, true, '1,5']) {
      assert.throws(() => reading({ share }).number('share'), SettingsError, String(share));
    }
    assert.throws(
      () => reading({ share: 1 }).number('share', 2),
      /^Error: share can't be "1"; it is a number, 2 or more\.$/,
    );
    assert.throws(() => reading({ search: ['a', 'b'] }).text('search'), SettingsError);
  });

  it('knows what was given, be it what is usual', () => {
    assert.deepEqual(
      ['share', 'search', 'deep'].map((name) => reading({ share: 0.5, search: '', deep: false }).has(name)),
      [true, false, true],
    );
  });

  it("refuses to be asked for what isn't there", () => {
    assert.throws(() => reading({}).flag('share'), RangeError);
    assert.throws(() => reading({}).text('sharp'), RangeError);
  });

  it('leaves out what is usual', () => {
    assert.deepEqual(withoutUsual(specs, { share: 0.5, search: undefined, deep: false }), {});
    assert.deepEqual(withoutUsual(specs, { share: '1', search: 'a', deep: true }), {
      share: '1',
      search: 'a',
      deep: true,
    });
  });
});
