import type { ImportSource } from '../../format';
import { InputError } from '../../inputError';
import { textOf } from '../../reading/text';
import { xmlOf, type XmlElement } from '../../reading/xml';
import { isZip, zipSource } from '../../reading/zip';

/** A project with its files: an archive, or what was unpacked of one. */
export interface Archive {
  /** Of the project's own file. */
  readonly path: string;
  readonly project: XmlElement;
  /** The text that an address as `internal://GUID.txt` leads to, with its line breaks, without a byte order mark; undefined where it isn't in
   * the archive. */
  readonly text: (address: string) => Promise<string | undefined>;
}

/** Throws an {@link InputError} where there is no project. */
export async function openArchive(source: ImportSource): Promise<Archive> {
  const [only] = source.paths;
  const bytes = source.paths.length === 1 && only !== undefined ? await source.bytes(only) : undefined;
  const files = bytes && isZip(bytes) ? zipSource(bytes, source.name) : source;
  // Names differ in case from program to program: "Sources" and "sources".
  const byName = new Map(files.paths.map((path) => [path.toLowerCase(), path]));
  const path = byName.get('project.qde') ?? files.paths.find((other) => /\.qde$/i.test(other));
  if (path === undefined) throw new InputError('There is no project.qde', { path: source.name });
  const project = xmlOf(textOf(await files.bytes(path), path), path);
  if (project.name !== 'Project') {
    throw new InputError(`The root is "${project.name}", not "Project"`, { path, line: project.line });
  }
  const text = async (address: string): Promise<string | undefined> => {
    // Some programs leave the scheme out.
    const [, name] = /^(?:(?:internal|relative):\/\/\/?)?([^:]+)$/i.exec(address) ?? [];
    const wanted = name?.toLowerCase() ?? '';
    const found = byName.get(`sources/${wanted}`) ?? byName.get(wanted);
    return found === undefined ? undefined : textOf(await files.bytes(found), found);
  };
  return { path, project, text };
}
