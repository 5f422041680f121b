import path from 'node:path';
import { CODEBOOK_FILE, SIDECAR_SUFFIX } from '../model/article';
import { readCodebook, type FileProblem } from '../sidecar/read';
import { exists } from './files';

export type OurFormat = 'policy-annotations' | 'policy-codebook';

/** Which of our formats a file is of, broken or not; undefined where it is another tool's. */
export async function formatOf(file: string, bytes: Uint8Array): Promise<OurFormat | undefined> {
  return formatIn(bytes) ?? (await formatByName(file, bytes));
}

/** Which of our formats a file seems to be of, broken or not: as "format" says, or else any string. UTF-16 is seen too. */
export function formatIn(bytes: Uint8Array): OurFormat | undefined {
  const text = new TextDecoder('latin1').decode(bytes.includes(0) ? bytes.filter((byte) => byte !== 0) : bytes);
  const found =
    /"format"\s*:\s*"policy-(annotations|codebook)"/.exec(text) ?? /"policy-(annotations|codebook)"/.exec(text);
  return found ? (found[1] === 'codebook' ? 'policy-codebook' : 'policy-annotations') : undefined;
}

/** Whether a file that is called like a sidecar, and can't be read as one, is another tool's; one of ours may be broken. */
export async function isForeign(file: string, bytes: Uint8Array, { code }: FileProblem): Promise<boolean> {
  return code === 'not-ours' || (await formatOf(file, bytes)) !== 'policy-annotations';
}

/** The format of a broken file that doesn't say it: a codebook's name is ours alone, and so is a blank sidecar. */
async function formatByName(file: string, bytes: Uint8Array): Promise<OurFormat | undefined> {
  if (isBrokenCodebook(file, bytes)) return 'policy-codebook';
  return (await isBlankSidecar(file, bytes)) ? 'policy-annotations' : undefined;
}

function isBrokenCodebook(file: string, bytes: Uint8Array): boolean {
  if (path.basename(file) !== CODEBOOK_FILE) return false;
  const result = readCodebook(bytes);
  return !result.ok && result.problem.code !== 'not-ours';
}

/** What a disk that was full, or lost power, leaves beside an article; no other tool's file is empty. */
async function isBlankSidecar(file: string, bytes: Uint8Array): Promise<boolean> {
  const isBlank = bytes.every((byte) => byte === 0 || byte === 0x20 || (byte >= 0x09 && byte <= 0x0d));
  return isBlank && file.endsWith(SIDECAR_SUFFIX) && (await exists(file.slice(0, -SIDECAR_SUFFIX.length)));
}
