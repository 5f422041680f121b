import { realpath } from 'node:fs/promises';
import path from 'node:path';
import { CODEBOOK_FILE, SIDECAR_SUFFIX, type Sidecar } from '../model/article';
import { conflictSides } from '../sidecar/conflictMarkers';
import type { FieldFinding } from '../sidecar/finding';
import { sha256 } from '../sidecar/hash';
import { readCodebook, readSidecar, type ReadResult } from '../sidecar/read';
import { codebookFindings } from '../sidecar/codebookFindings';
import { Failure } from './command';
import { exists, formatIn, isInside, readBytes, readIfThere } from './files';
import { located, type Finding } from './finding';
import type { NearestCodebook } from './nearestCodebook';
import { sidecarFindings, type Article } from './sidecarFindings';
import { textOf } from './textFile';

export interface Checked {
  readonly format: 'policy-annotations' | 'policy-codebook';
  readonly findings: readonly Finding[];
}

/** Checks one file; undefined where it is another tool's. `codebooks` and `root` are of the folder that is checked. */
export async function checkFile(file: string, codebooks: NearestCodebook, root: string): Promise<Checked | undefined> {
  const bytes = await readBytes(file);
  const format = formatIn(bytes) ?? (await formatByName(file, bytes));
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
  const more = result.ok ? await besideArticle(file, result.value, codebooks, root) : [];
  return isOther(result) ? undefined : { format, findings: [...fileFindings(result), ...located(text, more)] };
}

/** The format of a broken file that doesn't say it: a codebook's name is ours alone, and so is a blank sidecar. */
async function formatByName(file: string, bytes: Uint8Array): Promise<Checked['format'] | undefined> {
  if (isBrokenCodebook(file, bytes)) return 'policy-codebook';
  return (await isBlankSidecar(file, bytes)) ? 'policy-annotations' : undefined;
}

function isBrokenCodebook(file: string, bytes: Uint8Array): boolean {
  const result = readCodebook(bytes);
  return path.basename(file) === CODEBOOK_FILE && !result.ok && !isOther(result);
}

/** What a disk that was full, or lost power, leaves beside an article; no other tool's file is empty. */
async function isBlankSidecar(file: string, bytes: Uint8Array): Promise<boolean> {
  const isBlank = bytes.every((byte) => byte === 0 || byte === 0x20 || (byte >= 0x09 && byte <= 0x0d));
  return isBlank && file.endsWith(SIDECAR_SUFFIX) && (await exists(file.slice(0, -SIDECAR_SUFFIX.length)));
}

function isOther(result: ReadResult<unknown>): boolean {
  return !result.ok && result.problem.code === 'not-ours';
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

async function besideArticle(
  file: string,
  sidecar: Sidecar,
  codebooks: NearestCodebook,
  root: string,
): Promise<FieldFinding[]> {
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
  const known = await codebooks.of(await realpath(path.dirname(file)));
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
