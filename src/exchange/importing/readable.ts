import type { Codebook } from '../../model/codebook';
import type { Sidecar } from '../../model/article';
import { checkShape } from '../../sidecar/check';
import type { Issue } from '../../sidecar/check';
import { printSidecar } from '../../sidecar/print';
import { fieldName, MAX_BYTES } from '../../sidecar/read';
import { checkCodebookRules, checkSidecarRules } from '../../sidecar/rules';
import { codebookShape, sidecarShape } from '../../sidecar/shapes';
import { InputError } from '../inputError';

/** Throws an {@link InputError} where a sidecar that an import would write couldn't be read again, whatever a format's reader let through.
 * @param path as messages show it */
export function expectReadableSidecar(sidecar: Sidecar, path: string): void {
  expectNone(checkShape(sidecar, sidecarShape) ?? checkSidecarRules(sidecar), `annotations of ${path}`);
  if (sidecar.annotations.length > MANY && lengthOf(sidecar) > MAX_BYTES) throw tooMany(path);
}

/** Throws an {@link InputError} where an article would get more annotations than any sidecar can hold, before they are looked at.
 * @param path as messages show it */
export function expectHoldable(annotations: number, path: string): void {
  if (annotations > MOST) throw tooMany(path);
}

/** As many as a sidecar of {@link MAX_BYTES} has room for where they say next to nothing. */
const MOST = 1_000_000;
/** Fewer fit whatever they say, but for texts of kilobytes. */
const MANY = 50_000;

/** Of what is printed, at most of what a string can hold. */
function lengthOf(sidecar: Sidecar): number {
  try {
    return printSidecar(sidecar).length;
  } catch {
    return Infinity;
  }
}

function tooMany(path: string): InputError {
  const most = MAX_BYTES / 1024 / 1024;
  return new InputError(`The article has more annotations than the ${most} MB of a sidecar can hold`, { path });
}

/** The same for a codebook. */
export function expectReadableCodebook(codebook: Codebook): void {
  expectNone(checkShape(codebook, codebookShape) ?? checkCodebookRules(codebook), 'codebook');
}

function expectNone(issue: Issue | undefined, path: string): void {
  if (issue) throw new InputError(`${fieldName(issue.path)} ${issue.message}, and can’t be kept`, { path });
}
