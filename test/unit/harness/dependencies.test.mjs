import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { installedState } from '../../harness/dependencies.mjs';
import { withLock } from '../../harness/lock.mjs';

describe('what is installed', () => {
  let root = '';
  beforeEach(() => {
    root = mkdtempSync(path.join(tmpdir(), 'policy-annotator-unit-'));
    writeFileSync(path.join(root, 'package-lock.json'), '{ "one": 1 }');
    mkdirSync(path.join(root, 'node_modules'));
  });
  afterEach(() => rmSync(root, { recursive: true }));

  it('counts only with the mark of this very lock file', () => {
    const { installed, hash, stamp } = installedState(root);
    assert.equal(installed, false);
    writeFileSync(stamp, `${hash}\n`);
    assert.equal(installedState(root).installed, true);
    writeFileSync(path.join(root, 'package-lock.json'), '{ "two": 2 }');
    assert.equal(installedState(root).installed, false);
  });

  it('is installed by one at a time, and a lock whose holder is gone is taken over', async () => {
    const lock = path.join(root, 'a.lock');
    // No process has this id: it is above every system's highest.
    writeFileSync(lock, '99999999');
    const done = await withLock(lock, async () => {
      assert.throws(() => writeFileSync(lock, '', { flag: 'wx' }), { code: 'EEXIST' });
      return 'done';
    });
    assert.equal(done, 'done');
    writeFileSync(lock, '', { flag: 'wx' });
  });
});
