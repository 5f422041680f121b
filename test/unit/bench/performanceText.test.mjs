import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { readActivations, readVersion } from '../../../bench/performanceText.mjs';

// Copied from a window of VS Code 1.139.1, without its longest lists.
const sample = readFileSync(new URL('startup-performance.txt', import.meta.url), 'utf8');

describe("VS Code's performance text", () => {
  it('gives the times of an extension and the host that loaded it', () => {
    const ours = readActivations(sample).find(({ extension }) => extension === 'policy-annotator.policy-annotator');
    assert.deepEqual(ours, {
      extension: 'policy-annotator.policy-annotator',
      load: 18,
      call: 3,
      finish: 0,
      event: 'workspaceContains:**/*.annotations.json',
      host: 'remoteExtHost',
    });
  });

  it('gives every row of the table of activations, and no row of another table', () => {
    const ids = readActivations(sample).map(({ extension }) => extension);
    assert.equal(ids.length, 16);
    assert.equal(ids[0], 'vscode.git');
    assert.equal(ids.at(-1), 'vscode.tunnel-forwarding');
  });

  it('names no host for what was loaded after the hosts sent their marks', () => {
    const late = readActivations(sample).find(({ extension }) => extension === 'vscode.merge-conflict');
    assert.equal(late !== undefined && 'host' in late, false);
  });

  it('tells the host by the list of marks, whatever the entry', () => {
    const moved = sample.replace('Raw Perf Marks: remoteExtHost', 'Raw Perf Marks: workerExtHost');
    assert.equal(readActivations(moved)[0]?.host, 'workerExtHost');
  });

  it('finds columns by their names', () => {
    const text =
      '## Extension Activation Stats\n\n| Event | Finish Activate | Call Activate | Load Code | Extension |\n';
    assert.deepEqual(readActivations(`${text}| --- | --- | --- | --- | --- |\n| * | 3 | 2 | 1 | a.b |\n`), [
      { extension: 'a.b', load: 1, call: 2, finish: 3, event: '*' },
    ]);
  });

  it('reads text with Windows line ends', () => {
    assert.deepEqual(readActivations(sample.replaceAll('\n', '\r\n')), readActivations(sample));
  });

  it('refuses a text without the table, without a column, or with a time that is none', () => {
    assert.throws(() => readActivations('## System Info\n'), /no "Extension Activation Stats"/);
    assert.throws(() => readActivations(sample.replace('Load Code', 'Loading  ')), /no column "Load Code"/);
    assert.throws(
      () => readActivations(sample.replace('| 18        |', '| soon      |')),
      /"soon" for a time of policy/,
    );
  });

  it('says which VS Code it is from', () => {
    assert.equal(readVersion(sample), 'code-server: 1.139.1');
  });
});
