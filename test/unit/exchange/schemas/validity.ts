import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { validateXML } from 'xmllint-wasm';

/** Where tests run from is the project's root. */
const FOLDER = 'test/unit/exchange/schemas';

/** What libxml2 has against documents by a schema of this folder: XML Schema, or RELAX NG where its name ends in `.rng`. */
export async function problemsOf(schema: string, documents: readonly string[]): Promise<readonly string[]> {
  const contents = await readFile(join(FOLDER, schema), 'utf8');
  const { errors, valid, rawOutput } = await validateXML({
    xml: documents.map((document, n) => ({ fileName: `${n}.xml`, contents: document })),
    extension: schema.endsWith('.rng') ? 'relaxng' : 'schema',
    schema: [{ fileName: schema, contents }],
    initialMemoryPages: 1024,
    maxMemoryPages: 8192,
  });
  if (valid) return [];
  return errors.length > 0
    ? errors.map(({ message, loc }) => `${loc?.fileName}:${loc?.lineNumber} ${message}`)
    : [rawOutput];
}
