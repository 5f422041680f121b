import { readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import path from 'node:path';
import { ROOT } from './paths.mjs';

/**
 * Makes the places in a stack those of the sources, not of the bundle.
 * @param {string} bundle absolute path of a bundle with an inline source map
 * @returns {(stack: string) => string}
 */
export function stackMapper(bundle) {
  const map = /sourceMappingURL=data:application\/json;base64,(\S+)\s*$/.exec(readFileSync(bundle, 'utf8'));
  if (map?.[1] === undefined) return (stack) => stack;
  const sources = new SourceMap(JSON.parse(Buffer.from(map[1], 'base64').toString('utf8')));
  const place = new RegExp(`[^\\s(]*${path.basename(bundle).replace('.', '\\.')}[^\\s():]*:(\\d+):(\\d+)`, 'g');
  return (stack) =>
    stack.replace(place, (whole, line, column) => {
      const entry = sources.findEntry(Number(line) - 1, Number(column) - 1);
      if (!('originalSource' in entry)) return whole;
      const file = path.relative(ROOT, path.resolve(path.dirname(bundle), entry.originalSource));
      return `${file}:${entry.originalLine + 1}:${entry.originalColumn + 1}`;
    });
}
