import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's root. */
export const ROOT = path.resolve(fileURLToPath(new URL('../..', import.meta.url)));

/** Where downloads are kept: not in git, safe to delete. */
export const CACHE = path.join(ROOT, '.vscode-test');

/** Where bundled tests go. */
export const BUNDLES = path.join(ROOT, 'dist-tests');

/** @param {...string} parts @returns {string} the absolute path of a file of the project */
export const inRoot = (...parts) => path.join(ROOT, ...parts);
