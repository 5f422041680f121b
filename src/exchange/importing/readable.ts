import type { Codebook } from '../../model/codebook';
import type { Sidecar } from '../../model/article';
import { checkShape } from '../../sidecar/check';
import type { Issue } from '../../sidecar/check';
import { fieldName } from '../../sidecar/read';
import { checkCodebookRules, checkSidecarRules } from '../../sidecar/rules';
import { codebookShape, sidecarShape } from '../../sidecar/shapes';
import { InputError } from '../inputError';

/** Throws an {@link InputError} where a sidecar that an import would write couldn't be read again, whatever a format's reader let through.
 * @param path as messages show it */
export function expectReadableSidecar(sidecar: Sidecar, path: string): void {
  expectNone(checkShape(sidecar, sidecarShape) ?? checkSidecarRules(sidecar), `annotations of ${path}`);
}

/** The same for a codebook. */
export function expectReadableCodebook(codebook: Codebook): void {
  expectNone(checkShape(codebook, codebookShape) ?? checkCodebookRules(codebook), 'codebook');
}

function expectNone(issue: Issue | undefined, path: string): void {
  if (issue) throw new InputError(`${fieldName(issue.path)} ${issue.message}, and can’t be kept`, { path });
}
