// How large the built bundles are.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { inRoot } from '../test/harness/paths.mjs';
import { againstBudget, table } from './statistics.mjs';

/** What each host loads at once may hold, minified, in thousands of bytes. */
const BUDGET = 150;

/** @param {number} bytes @returns {string} in thousands of bytes */
export const kilobytes = (bytes) => (bytes / 1000).toFixed(1);

/** @returns {string} a table of all bundles in dist/, as `npm run build` has left them */
export function describeSizes() {
  const hosts = ['extension.node.js', 'extension.web.js'];
  const parts = existsSync(inRoot('dist/parts')) ? readdirSync(inRoot('dist/parts')).sort() : [];
  const pages = existsSync(inRoot('dist/webview')) ? readdirSync(inRoot('dist/webview')).sort() : [];
  const row = (/** @type {string} */ name, /** @type {string} */ about) => {
    const bytes = readFileSync(inRoot('dist', name));
    const note = about === '' ? againstBudget(bytes.length / 1000, BUDGET, 'KB') : about;
    return [`dist/${name}`, kilobytes(bytes.length), kilobytes(gzipSync(bytes, { level: 9 }).length), note];
  };
  return table([
    ['Bundle', 'KB minified', 'KB gzipped', ''],
    ...hosts.map((name) => row(name, '')),
    ...parts.filter((name) => name.endsWith('.js')).map((name) => row(`parts/${name}`, 'loaded when first used')),
    ...pages.filter((name) => !name.endsWith('.map')).map((name) => row(`webview/${name}`, 'loaded by a panel')),
  ]);
}
