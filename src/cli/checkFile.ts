import { realpath } from 'node:fs/promises';
import path from 'node:path';
import { SIDECAR_SUFFIX, type Sidecar } from '../model/article';
import { conflictSides } from '../sidecar/conflictMarkers';
import type { FieldFinding } from '../sidecar/finding';
import type { KnownIds } from '../sidecar/knownIds';
import { sha256 } from '../sidecar/hash';
import { readCodebook, readSidecar, type ReadResult } from '../sidecar/read';
import { codebookFindings } from '../sidecar/codebookFindings';
import { Failure } from './command';
import { formatOf, type OurFormat } from './fileFormat';
import { exists, isInside, readBytes, readIfThere } from './files';
import { located, type Finding } from './finding';
import { sidecarFindings, type Article } from './sidecarFindings';
import { textOf } from './textFile';

export interface Checked {
  readonly format: OurFormat;
  readonly findings: readonly Finding[];
}

/** Gives what the codebook that counts for a folder (a real path) knows; undefined where none can be read. */
export type KnownIn = (folder: string) => Promise<KnownIds | undefined>;

/** Checks one file; undefined where it is another tool's.
 * @param root the folder that is checked, a real path */
export async function checkFile(file: string, knownIn: KnownIn, root: string): Promise<Checked | undefined> {
  const bytes = await readBytes(file);
  const format = await formatOf(file, bytes);
  if (!format) return undefined;
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  if (conflictSides(text)) {
    const line = text.slice(0, text.search(/^<{7}/m)).split('\n').length;
    const message = 'There are conflict markers; opening the file in the editor, or the merge driver, resolves them';
    return { format, findings: [{ severity: 'error', message, line, column: 1 }] };
  }
  if (format === 'policy-codebook') {
    const result = readCodebook(bytes);
    const more = result.ok ? codebookFindings(result.value) : [];
    return { format, findings: [...fileFindings(result), ...located(text, more)] };
  }
  const result = readSidecar(bytes);
  const more = result.ok ? await besideArticle(file, result.value, knownIn, root) : [];
  return !result.ok && result.problem.code === 'not-ours'
    ? undefined
    : { format, findings: [...fileFindings(result), ...located(text, more)] };
}

/** What reading alone tells. */
function fileFindings(result: ReadResult<unknown>): Finding[] {
  if (!result.ok) {
    const { message, line, column } = result.problem;
    return [{ severity: 'error', message, line, column }];
  }
  if (result.readOnly) {
    const { code, message, line, column } = result.readOnly;
    return [{ severity: code === 'newer-version' ? 'warning' : 'error', message, line, column }];
  }
  if (result.canonical) return [];
  return [{ severity: 'note', message: 'The file is not in canonical form', line: 1, column: 1 }];
}

async function besideArticle(file: string, sidecar: Sidecar, knownIn: KnownIn, root: string): Promise<FieldFinding[]> {
  const findings: FieldFinding[] = [];
  const warn = (message: string): void =>
    void findings.push({ severity: 'warning', message, path: ['article', 'file'] });
  const articleFile = file.endsWith(SIDECAR_SUFFIX) ? file.slice(0, -SIDECAR_SUFFIX.length) : undefined;
  const name = articleFile === undefined ? sidecar.article.file : path.basename(articleFile);
  let article: Article = { name, text: undefined, sha256: undefined };
  if (articleFile !== undefined) {
    if (!(await exists(articleFile))) warn(`There is no article "${name}" beside the sidecar`);
    else if (!(await isInside(articleFile, root)))
      warn(`The article "${name}" is a link out of the folder, and isn't read`);
    else article = { ...article, ...(await readArticle(articleFile, sidecar.article.encoding, warn)) };
  }
  const known = await knownIn(await realpath(path.dirname(file)));
  if (!known && sidecar.annotations.some(({ actor, topic, source }) => (actor ?? topic ?? source) !== undefined)) {
    findings.push({ severity: 'warning', message: 'There is no codebook that can be read', path: [] });
  }
  return [...findings, ...sidecarFindings(sidecar, article, known)];
}

async function readArticle(
  file: string,
  encoding: string | undefined,
  warn: (message: string) => void,
): Promise<Pick<Article, 'text' | 'sha256'>> {
  try {
    const bytes = await readIfThere(file);
    const read = bytes && textOf(bytes, encoding);
    if (read) return { text: read.text, sha256: await sha256(read.text) };
    warn(bytes ? `The encoding "${encoding}" isn't known` : 'The article is gone');
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    warn(error.message);
  }
  return { text: undefined, sha256: undefined };
}
