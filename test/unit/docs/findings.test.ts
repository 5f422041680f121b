import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { CliFolder } from '../cli/cli';

describe('docs/findings.md', () => {
  it('shows what its commands make of the samples', function () {
    this.timeout(120_000); // some of its programs start slowly
    if (process.platform === 'win32') this.skip(); // the lines are a shell's
    const folder = new CliFolder();
    const args = ['docs/findings/make.mjs', '--check', '--tool', folder.tool];
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
    folder.remove();
    for (const line of stdout.split('\n').filter((one) => one.startsWith('Left out'))) console.log(line);
    assert.equal(status, 0, stdout + stderr);
  });
});
