import { InputError } from '../inputError';
import { Losses } from '../losses';
import { decodedText } from './encoding';
import type { ReadArticle, ReadingContext } from './readArticle';

/** A plain text in whatever encoding, as it is. */
export async function readText(bytes: Uint8Array, name: string, { libraries }: ReadingContext): Promise<ReadArticle> {
  const notes = new Losses();
  const text = await decodedText(bytes, name, { notes, libraries });
  if (text.trim() === '') throw new InputError('The file has no text', { path: name });
  return { text, info: {}, notes: notes.all };
}
