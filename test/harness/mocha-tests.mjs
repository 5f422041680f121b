// Runs bundled tests by Mocha in a child process of Node: unit tests and UI tests.
import { fork } from 'node:child_process';
import { inRoot, ROOT } from './paths.mjs';
import { printer } from './print.mjs';

/**
 * @param {string} title what is said first
 * @param {readonly string[]} files
 * @param {{ grep?: string | undefined, timeout: number, retries?: number, env?: Record<string, string> }} options `timeout` of a
 *   test, in milliseconds; how often one that failed is tried again, which is said
 * @param {import('./print.mjs').Write} [write]
 * @returns {Promise<import('./print.mjs').Counts>}
 */
export async function runMochaTests(title, files, { grep, timeout, retries = 0, env = {} }, write = console.log) {
  write(`${title}:`);
  const { take, finish } = printer(write);
  const request = JSON.stringify({ files, timeout, retries, ...(grep === undefined ? {} : { grep }) });
  const child = fork(inRoot('test/harness/mocha-child.mjs'), [request], {
    cwd: ROOT,
    execArgv: ['--enable-source-maps'],
    env: { ...process.env, ...env },
  });
  const end = () => void child.kill();
  process.once('exit', end);
  child.on('message', (event) => take(/** @type {import('./mocha-events.mjs').TestEvent} */ (event)));
  const code = await new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('close', resolve);
  });
  process.off('exit', end);
  return finish(`their process ended with ${code}`);
}
