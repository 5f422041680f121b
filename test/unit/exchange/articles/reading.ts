import assert from 'node:assert/strict';
import { InputError } from '../../../../src/exchange/inputError';
import type { Libraries } from '../../../../src/exchange/articles/libraries';
import { readArticle, type ReadArticle } from '../../../../src/exchange/articles/readArticle';

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** The libraries, each loaded when it is asked for. */
export const libraries: Libraries = {
  encodings: () => import('../../../../src/exchange/articles/libraries/encodings'),
  pages: () => import('../../../../src/exchange/articles/libraries/pages'),
  pdf: () => import('../../../../src/exchange/articles/libraries/pdf'),
  word: () => import('../../../../src/exchange/articles/libraries/word'),
};

/** Reads an article of bytes, or of text as UTF-8. */
export function read(content: Uint8Array | string, name: string): Promise<ReadArticle> {
  const bytes = typeof content === 'string' ? bytesOf(content) : content;
  return readArticle(bytes, name, { progress: () => undefined, libraries });
}

/** What can't be read gives an {@link InputError} whose message is one line with the file's name. */
export async function refuses(content: Uint8Array | string, name: string, message: RegExp): Promise<void> {
  await assert.rejects(read(content, name), (error: unknown) => {
    assert.ok(error instanceof InputError, String(error));
    assert.match(error.message, message);
    assert.ok(error.message.startsWith(name) && !error.message.includes('\n'), error.message);
    return true;
  });
}

/** The count of a note; 0 where it isn't there. */
export function noted({ notes }: ReadArticle, what: string | RegExp): number {
  return notes.find((note) => (typeof what === 'string' ? note.what === what : what.test(note.what)))?.count ?? 0;
}
