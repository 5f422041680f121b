import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { build } from 'esbuild';
import { diskFunctions } from '../../../../src/editor/platform/node';
import { NodeDisk } from '../../../../src/editor/platform/nodeDisk';
import { contentOf } from './replacer';

const KILLS = 200;
/** So many files are written at a time, each by its own process. */
const LANES = 4;
/** Longer than a replacement takes, so that the kill comes at any moment of one. */
const LONGEST_MS = 20;

/** Starts the program, lets it write at least once, and kills it at a random moment; gives the last number that it said was written. */
async function killed(program: string, file: string): Promise<number> {
  const child = spawn(process.execPath, [program, 'replace-forever', file], { stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said += text));
  const ended = once(child, 'close');
  while (!said.includes('done') && child.exitCode === null) await setTimeout(1);
  await setTimeout(Math.random() * LONGEST_MS);
  assert.equal(child.exitCode, null, 'it ended by itself');
  child.kill('SIGKILL');
  await ended;
  return Math.max(...[...said.matchAll(/^done (\d+)$/gm)].map(([, n]) => Number(n)));
}

/** Kills writers of one file one after the other, checks the file each time; gives how often something was left beside it. */
async function killedOften(program: string, area: string, times: number): Promise<number> {
  const folder = mkdtempSync(path.join(area, 'work-'));
  const file = path.join(folder, 'policy-codebook.json');
  let left = 0;
  for (let n = 0; n < times; n++) {
    const last = await killed(program, file);
    const content = readFileSync(file, 'utf8');
    const number = Number(/\d+/.exec(content)?.[0]);
    // Not only whole: what was said to be written is, or what came after it.
    assert.equal(content, contentOf(number));
    assert.ok(number === last || number === last + 1, `${number} after ${last}`);
    if (readdirSync(folder).length > 1) left++;
    const before = await new NodeDisk({ ...diskFunctions, now: () => Date.now() + 200 }).read(file);
    assert.deepEqual(readdirSync(folder), ['policy-codebook.json']);
    assert.equal(new TextDecoder().decode(before), content);
  }
  return left;
}

describe('a process that is killed while it saves', () => {
  it(`${KILLS} times, leaves the whole old or the whole new file each time, and nothing beside it`, async function () {
    this.timeout(240_000);
    const folder = mkdtempSync(path.join(tmpdir(), 'policy-annotator-killed-'));
    try {
      const program = path.join(folder, 'replacer.js');
      await build({
        entryPoints: ['test/unit/editor/platform/replacer.ts'],
        outfile: program,
        bundle: true,
        platform: 'node',
        conditions: ['node'],
        logLevel: 'warning',
      });
      const lanes = Array.from({ length: LANES }, () => killedOften(program, folder, KILLS / LANES));
      const atWork = (await Promise.all(lanes)).reduce((sum, one) => sum + one);
      assert.ok(atWork > 0, 'no kill came while a temporary file was there');
    } finally {
      rmSync(folder, { recursive: true, force: true });
      assert.ok(!existsSync(folder));
    }
  });
});
