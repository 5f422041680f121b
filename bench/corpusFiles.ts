import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { SIDECAR_SUFFIX } from '../src/model/article';
import { printSidecar } from '../src/sidecar/print';
import type { FoundArticle } from '../src/corpus/reading';
import { fileName, madeSidecar } from './corpusText';

const PER_FOLDER = 100;

/**
 * Writes so many sidecars, as the extension prints them.
 * @returns how many bytes they have
 */
export function writeSidecars(folder: string, count: number): number {
  let bytes = 0;
  for (let nth = 0; nth < count; nth += 1) {
    const inner = path.join(folder, String(Math.floor(nth / PER_FOLDER)).padStart(3, '0'));
    if (nth % PER_FOLDER === 0) mkdirSync(inner, { recursive: true });
    const content = new TextEncoder().encode(printSidecar(madeSidecar(nth, nth === count - 1)));
    writeFileSync(path.join(inner, fileName(nth) + SIDECAR_SUFFIX), content);
    bytes += content.length;
  }
  return bytes;
}

/** The articles of a folder's sidecars, in the workspace's order; their uris are their paths. */
export function articlesIn(folder: string): FoundArticle[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(SIDECAR_SUFFIX))
    .sort()
    .map((name) => name.slice(0, -SIDECAR_SUFFIX.length))
    .map((article) => ({ uri: path.join(folder, article), folder: 0, path: article }));
}
