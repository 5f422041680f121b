import { readFile } from 'node:fs/promises';
import type { Format, ImportSource, Options } from '../../../src/exchange/format';
import type { Imported } from '../../../src/exchange/imported';
import { InputError } from '../../../src/exchange/inputError';
import { Losses, type Loss } from '../../../src/exchange/losses';

/** Files as a reader sees them: texts are UTF-8. */
export function sourceOf(files: Iterable<readonly [string, Uint8Array | string]>, name = 'chosen'): ImportSource {
  const bytes = new Map(
    [...files].map(([path, content]) => [
      path === '' ? name : path,
      typeof content === 'string' ? new TextEncoder().encode(content) : content,
    ]),
  );
  return {
    name,
    paths: [...bytes.keys()].sort(),
    bytes: async (path) => {
      const found = bytes.get(path);
      if (!found) throw new InputError('There is no such file', { path });
      return found;
    },
  };
}

/** What a format reads of files, and what it lost. A single file is called `name` where its path is the empty string. */
export async function readFiles(
  format: Format,
  files: Iterable<readonly [string, Uint8Array | string]>,
  more: { readonly name?: string; readonly options?: Options } = {},
): Promise<{ readonly imported: Imported; readonly losses: readonly Loss[] }> {
  if (!format.read) throw new Error(`${format.id} reads nothing`);
  const losses = new Losses();
  const imported = await format.read(sourceOf(files, more.name), {
    options: more.options ?? {},
    losses,
    resource: async (file) => new Uint8Array(await readFile(require.resolve(`sql.js/dist/${file}`))),
    progress: () => undefined,
  });
  return { imported, losses: losses.all };
}
