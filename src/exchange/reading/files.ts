import type { ImportSource } from '../format';
import { InputError } from '../inputError';

/** The files to read of what was chosen: a single one whatever it is called, of several those with one of the extensions (in any
 * case). Throws an {@link InputError} where there is none. */
export function chosenFiles({ name, paths }: ImportSource, extensions: readonly string[]): readonly string[] {
  if (paths.length === 1) return paths;
  const found = paths.filter((path) => extensions.some((extension) => path.toLowerCase().endsWith(`.${extension}`)));
  if (found.length > 0) return found;
  throw new InputError(`There is no file with the extension ${extensions.join(' or ')}`, { path: name });
}
