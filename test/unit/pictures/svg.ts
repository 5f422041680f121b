import { JSDOM } from 'jsdom';
import type { Drawing } from '../../../src/pictures/drawing';
import { svgFile } from '../../../src/pictures/file';
import { lightPalette } from '../../../src/pictures/palette';
import type { Shape } from '../../../src/pictures/shape';
import { englishWords } from '../../../src/pictures/words';
import { SaxesParser } from 'saxes';

export const drawing: Drawing = {
  document: new JSDOM('').window.document,
  ...{ width: 800, palette: lightPalette, words: englishWords, caption: ['unit: month', '5 of 6 claims.'] },
};

/** An element of a file, as a strict reader of XML sees it. */
export interface Read {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** Of it alone. */
  text: string;
}

/** All elements of a picture's file; throws where it is no well-formed XML. */
export function elementsOf(picture: Shape): readonly Read[] {
  const found: Read[] = [];
  const open: Read[] = [];
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    const one = { tag: name, attributes: attributes as Record<string, string>, text: '' };
    found.push(one);
    open.push(one);
  });
  parser.on('text', (text) => {
    const last = open.at(-1);
    if (last) last.text += text;
  });
  parser.on('closetag', () => void open.pop());
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(svgFile(picture)).close();
  return found;
}

/** The keys of marks with what they are called. */
export function marksOf(elements: readonly Read[]): readonly (readonly [key: string | undefined, name: string])[] {
  return elements.flatMap(({ attributes }) => {
    const name = attributes['aria-label'];
    const isMark = attributes['data-key'] !== undefined || (name !== undefined && /: |, /.test(name));
    return isMark ? [[attributes['data-key'], name ?? ''] as const] : [];
  });
}
