import { InputError } from '../inputError';
import { Losses } from '../losses';
import { decodedText } from './encoding';
import type { ReadArticle } from './readArticle';

/** A plain text in whatever encoding, as it is. */
export async function readText(bytes: Uint8Array, name: string): Promise<ReadArticle> {
  const notes = new Losses();
  const text = await decodedText(bytes, name, notes);
  if (text.trim() === '') throw new InputError('The file has no text', { path: name });
  return { text, info: {}, notes: notes.all };
}
