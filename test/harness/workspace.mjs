// The folder that a test works on: always a copy, so that nothing a test writes stays.
import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { inRoot } from './paths.mjs';

/**
 * Copies a folder, and into its folder `shared` the real articles that may lie beside the project.
 * @param {string} from absolute path
 * @param {string} to absolute path of a folder that doesn't exist yet
 * @returns {string} `to`
 */
export function copyWorkspace(from, to) {
  mkdirSync(to, { recursive: true });
  cpSync(from, to, { recursive: true });
  const articles = inRoot('../shared/articles');
  if (!existsSync(articles)) return to;
  const copy = path.join(to, 'shared');
  mkdirSync(copy);
  for (const name of readdirSync(articles).filter((file) => file.endsWith('.txt'))) {
    cpSync(path.join(articles, name), path.join(copy, name));
    chmodSync(path.join(copy, name), 0o644);
  }
  return to;
}
