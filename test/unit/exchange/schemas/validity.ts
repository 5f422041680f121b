import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { validateXML, type XMLFileInfo } from 'xmllint-wasm';

/** Where tests run from is the project's root. */
const FOLDER = 'test/unit/exchange/schemas';

/** A schema with the schemas that it includes or imports, each by the name that it is asked for by. */
export type Schema = readonly [own: XMLFileInfo, ...others: XMLFileInfo[]];

/**
 * What libxml2 has against documents by a schema: XML Schema, or RELAX NG where its name ends in `.rng`.
 * @param schema or the name of a file of this folder
 */
export async function problemsOf(schema: string | Schema, documents: readonly string[]): Promise<readonly string[]> {
  const [own, ...others] = typeof schema === 'string' ? [await fileOf(schema)] : schema;
  const { errors, valid, rawOutput } = await validateXML({
    xml: documents.map((document, n) => ({ fileName: `${n}.xml`, contents: document })),
    extension: own.fileName.endsWith('.rng') ? 'relaxng' : 'schema',
    schema: [own],
    preload: others,
    initialMemoryPages: 1024,
    maxMemoryPages: 8192,
  });
  if (valid) return [];
  return errors.length > 0
    ? errors.map(({ message, loc }) => `${loc?.fileName}:${loc?.lineNumber} ${message}`)
    : [rawOutput];
}

async function fileOf(fileName: string): Promise<XMLFileInfo> {
  return { fileName, contents: await readFile(join(FOLDER, fileName), 'utf8') };
}
