import { englishWords, type PictureWords } from '../../pictures/words';
import type { Channel } from '../pictures/channel';

/** The words of drawings in the person's language, as the page was told them. */
export function drawingWords({ words: { texts } }: Channel): PictureWords {
  const said = <T extends object>(all: T, before = ''): T =>
    Object.fromEntries(
      Object.entries(all).map(([name, word]: [string, unknown]) => [
        name,
        typeof word === 'object' && word !== null ? said(word, `${name}.`) : (texts[before + name] ?? word),
      ]),
    ) as T;
  return said(englishWords);
}
