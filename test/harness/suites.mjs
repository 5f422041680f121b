// The suites of `npm test`. Each gives its counts; a suite that can't even begin counts as one failure.
import { runKept } from './processes.mjs';
import { bundleForNode } from './bundles.mjs';
import { hostRuns } from './host-tests.mjs';
import { runMochaTests } from './mocha-tests.mjs';
import { ROOT } from './paths.mjs';
import { ONE_PASSED, oneFailed, sideBySide, sum } from './print.mjs';
import { uiRuns } from './ui-tests.mjs';

/** @typedef {import('./print.mjs').Counts} Counts */
/** @typedef {{ grep?: string | undefined, file?: string | undefined, verbose: boolean, hosts: readonly ('node' | 'web')[], where: import('./where.mjs').Where | undefined }} Options */

/**
 * A tool that passes or fails as a whole.
 * @param {string} title
 * @param {readonly string[]} args of Node
 * @returns {Promise<Counts>}
 */
async function tool(title, args) {
  const { code, output } = await runKept(process.execPath, args, { cwd: ROOT });
  const passed = code === 0;
  console.log(`${title}:\n${output}  ${passed ? '✓ passed' : '✗ failed'}\n`);
  return passed ? ONE_PASSED : oneFailed(`${title}:\n${output}`);
}

export const build = () => tool('Build', ['esbuild.mjs']);

/** Types, style and format, one after the other; each counts as one. @returns {Promise<Counts>} */
async function checks() {
  const counts = [];
  for (const [title, ...args] of CHECKS) counts.push(...(await guarded(title, () => tool(title, args))));
  return sum(counts);
}

/** @type {readonly [title: string, ...args: string[]][]} */
const CHECKS = [
  ['Type check', 'node_modules/typescript/bin/tsc', '--noEmit'],
  // The pages of panels have the browser's types.
  ['Type check of the pages', 'node_modules/typescript/bin/tsc', '--noEmit', '-p', 'src/webview'],
  ['Lint', 'node_modules/eslint/bin/eslint.js', '.'],
  ['Format', 'node_modules/prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.'],
];

/**
 * The suite that is named, or all: what one run leaves of the machine, the next one takes.
 * @param {string | undefined} only
 * @param {Options} options
 * @returns {Promise<Counts[]>}
 */
export async function run(only, { grep, file, where, hosts, verbose }) {
  const runs = (/** @type {string} */ suite) => only === undefined || only === suite;
  /** @type {import('./print.mjs').Run[]} */
  const all = [];
  // What prints by itself is first; the host that takes longest begins before the other.
  if (only === undefined) all.push(checks);
  if (runs('unit')) all.push((write) => unit(grep, write));
  if (where !== undefined) all.push(...hostRuns(where, { grep, hosts, verbose }));
  if (runs('ui')) all.push(...(await uiRuns({ grep, file })));
  return sideBySide(all);
}

/**
 * @param {string | undefined} grep
 * @param {import('./print.mjs').Write} write
 */
async function unit(grep, write) {
  return runMochaTests('Unit tests', await bundleForNode('unit'), { grep, timeout: 60_000 }, write);
}

/**
 * @param {string} title
 * @param {() => Promise<Counts | Counts[]>} suite
 * @returns {Promise<Counts[]>} a suite that throws counts as one failure
 */
export async function guarded(title, suite) {
  try {
    return [await suite()].flat();
  } catch (error) {
    const message = `${title} could not be run: ${error instanceof Error ? error.message : error}`;
    console.log(`${message}\n`);
    return [oneFailed(message)];
  }
}
