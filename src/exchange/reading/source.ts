import { readsFolder, type CatalogueEntry } from '../catalogue';
import type { ImportSource } from '../format';
import { isZip, zipSource } from './zip';

/** One file as a format reads it. An archive stands for the folder that it holds, unless the format's own files are archives. Throws an
 * {@link InputError} where it can't be opened.
 * @param name the file's, without folders */
export function fileSource(name: string, bytes: Uint8Array, entry: CatalogueEntry): ImportSource {
  const isOwn = entry.files === 'one' && entry.extensions.some((one) => name.toLowerCase().endsWith(`.${one}`));
  if (readsFolder(entry) && !isOwn && isZip(bytes)) return zipSource(bytes, name);
  return { name, paths: [name], bytes: () => Promise.resolve(bytes) };
}
