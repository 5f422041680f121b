// Bundles tests. A bundle is put in place whole, so that a run that is under way never reads half of one.
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { BUNDLES, ROOT, inRoot } from './paths.mjs';

/** @typedef {import('esbuild').Plugin} Plugin */

/**
 * @param {string} folder
 * @param {'ts' | 'mjs'} ending
 * @returns {string[]} the test files in and under it, in a stable order
 */
function testFiles(folder, ending) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(`.test.${ending}`))
    .sort()
    .map((file) => path.join(folder, file));
}

/**
 * @param {import('esbuild').BuildOptions} options
 * @returns {Promise<string[]>} the JavaScript files written
 */
async function bundle(options) {
  const { build } = await import('esbuild');
  const { outputFiles } = await build({
    absWorkingDir: ROOT,
    bundle: true,
    format: 'cjs',
    target: 'es2022',
    sourcemap: 'inline',
    logLevel: 'warning',
    ...options,
    write: false,
  });
  for (const file of outputFiles ?? []) {
    mkdirSync(path.dirname(file.path), { recursive: true });
    const unfinished = `${file.path}.${process.pid}`;
    writeFileSync(unfinished, file.contents);
    renameSync(unfinished, file.path);
  }
  return (outputFiles ?? []).map((file) => file.path);
}

/**
 * Bundles each TypeScript test of a folder by itself, for Mocha in Node; a test in plain JavaScript is run as it is.
 * @param {'unit' | 'ui'} kind the folder in test/
 * @returns {Promise<string[]>} what Mocha is to load
 */
export async function bundleForNode(kind) {
  const entryPoints = testFiles(inRoot('test', kind), 'ts');
  const outdir = path.join(BUNDLES, kind);
  const plain = testFiles(inRoot('test', kind), 'mjs');
  if (entryPoints.length === 0) return plain;
  const files = await bundle({
    entryPoints,
    outdir,
    outbase: inRoot('test', kind),
    platform: 'node',
    packages: 'external',
  });
  removeStale(outdir, files);
  return [...files, ...plain];
}

/**
 * Bundles one file from anywhere as a UI test, to try something out.
 * @param {string} file absolute path
 * @returns {Promise<string[]>}
 */
export function bundleOne(file) {
  const outdir = path.join(BUNDLES, 'once');
  return bundle({ entryPoints: [file], outdir, platform: 'node', packages: 'external' });
}

/** @param {string} folder @param {readonly string[]} files bundles of tests that are there no longer are removed */
function removeStale(folder, files) {
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const file = path.join(folder, name);
    if (name.endsWith('.js') && !files.includes(file)) rmSync(file, { force: true });
  }
}

/** Gives test/host/index.mjs the list of all host tests, each loaded when it is called: after Mocha's globals are there. */
const allHostTests = /** @type {Plugin} */ ({
  name: 'all-host-tests',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^all-host-tests$/ }, () => ({ path: 'all-host-tests', namespace: 'all-host-tests' }));
    onLoad({ filter: /.*/, namespace: 'all-host-tests' }, () => ({
      contents: `export const files = [${testFiles(inRoot('test', 'host'), 'ts')
        .map((file) => `() => import(${JSON.stringify(file)})`)
        .join(', ')}];`,
      resolveDir: ROOT,
    }));
  },
});

/**
 * Bundles all host tests into one file that both kinds of VS Code run.
 * @param {'node' | 'web'} host
 * @returns {Promise<string>} the bundle, which exports `run(): Promise<void>`
 */
export async function bundleForHost(host) {
  const web = host === 'web';
  const files = await bundle({
    entryPoints: { [host]: inRoot('test/host/index.mjs') },
    outdir: path.join(BUNDLES, 'host'),
    platform: web ? 'browser' : 'node',
    conditions: [web ? 'browser' : 'node'],
    external: ['vscode', ...(web ? [] : ['mocha'])],
    alias: web
      ? {
          mocha: 'mocha/mocha.js',
          'node:assert/strict': inRoot('test/harness/assert-in-worker.mjs'),
        }
      : {},
    define: { 'process.env.NODE_ENV': '"test"', MEANT_HOST: JSON.stringify(host) },
    plugins: [allHostTests],
  });
  const [file] = files;
  if (file === undefined) throw new Error('esbuild wrote no bundle of the host tests');
  return file;
}
