import assert from 'node:assert/strict';
import { claimSettings } from '../../../src/analysis/claimChoice';
import { networkSettings } from '../../../src/analysis/network/settings';
import type { Given } from '../../../src/analysis/settings';
import { parsed } from '../../../src/cli/arguments';
import { Failure } from '../../../src/cli/command';
import { givenSettings, settingOptions, settingsHelp } from '../../../src/cli/settings';
import { CliFolder } from './cli';

describe('settings of an analysis on the command line', () => {
  let folder: CliFolder;
  before(() => (folder = new CliFolder()));
  after(() => folder.remove());

  const given = (...args: readonly string[]): Promise<Given> => {
    const { values } = parsed(args, settingOptions(networkSettings), { needed: [], most: Infinity });
    return givenSettings(networkSettings, values);
  };
  const file = (content: unknown): string => {
    folder.write({ 's.json': typeof content === 'string' ? content : JSON.stringify(content) });
    return `--settings=${folder.path}/s.json`;
  };

  it('takes flags by the names of the settings, in either spelling', async () => {
    assert.deepEqual(await given(), {});
    assert.deepEqual(
      await given('--mode', 'two-mode', '--isolates', '--exclude', 'topic=a', '--exclude', 'stance=b', 'folder'),
      { mode: 'two-mode', isolates: true, exclude: ['topic=a', 'stance=b'] },
    );
    assert.deepEqual(await given('--normalization', 'jaccard'), { normalisation: 'jaccard' });
    await assert.rejects(given('--normalization', 'jaccard', '--normalisation', 'no'), /are the same/);
    assert.throws(() => parsed(['--normalizaton=no'], settingOptions(networkSettings), { needed: [], most: 0 }));
  });

  it('takes a file, and flags above it', async () => {
    const all = { mode: 'two-mode', isolates: true, only: ['topic=a'], from: 2022, 'window-size': '3', rows: null };
    assert.deepEqual(await given(file({ ...all, normalization: 'no' }), '--mode', 'one-mode', '--from=2021'), {
      ...{ mode: 'one-mode', isolates: true, only: ['topic=a'], from: '2021', 'window-size': '3' },
      normalisation: 'no',
    });
    assert.deepEqual(await given(file({ isolates: false })), { isolates: false });
    assert.deepEqual(await given(file('\uFEFF{"mode": "one-mode"}')), { mode: 'one-mode' });
  });

  it('refuses a file that says what there isn’t, and names the nearest', async () => {
    const refused = async (content: unknown, words: RegExp): Promise<void> => {
      await assert.rejects(given(file(content)), (error: unknown) => {
        assert.ok(error instanceof Failure);
        assert.match(error.message, words);
        return true;
      });
    };
    await refused({ aggregaton: 'ignore' }, /no setting "aggregaton"; did you mean aggregation\?/);
    await refused({ format: 'csv' }, /no setting "format"/);
    await refused('{"__proto__": {"mode": "x"}}', /no setting "__proto__"/);
    await refused({ isolates: 'yes' }, /isolates has to be true or false/);
    await refused({ exclude: 'a=b' }, /exclude has to be a list/);
    await refused({ mode: 3 }, /mode has to be a text/);
    await refused({ normalisation: 'no', normalization: 'no' }, /normalisation is there twice/);
    await refused('{', /s\.json is no JSON/);
    await refused('[]', /s\.json is no JSON object/);
    await assert.rejects(given('--settings', `${folder.path}/none.json`), /There is no file/);
  });

  it('are explained, each', () => {
    const help = settingsHelp(networkSettings);
    for (const { name } of [...networkSettings, ...claimSettings]) assert.match(help, new RegExp(`^--${name}\\b`, 'm'));
    assert.match(help, /^--mode +one-mode, two-mode, event-list: [^-]+\(usually\s+one-mode\)$/m);
    for (const line of help.split('\n')) assert.ok(line.length <= 130, line);
  });
});
