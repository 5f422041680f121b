import { nearest } from '../model/nearest';

/** "; did you mean csv?", or a full stop where nothing is near. */
export function asked(wanted: string, words: readonly string[]): string {
  const word = nearest(wanted, words);
  return word === undefined ? '.' : `; did you mean ${word}?`;
}
