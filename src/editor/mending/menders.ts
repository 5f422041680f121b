import type { Sidecar } from '../../model/article';
import type { Codebook } from '../../model/codebook';
import { codebookKind, sidecarKind, type FileKind } from '../../sidecar/fileKind';
import { resolveConflict } from '../../sidecar/resolve';
import type { Mender } from '../store/mending';
import { conflictStages } from './conflictStages';

export const sidecars: Mender<Sidecar> = mender(sidecarKind);

export const codebooks: Mender<Codebook> = mender(codebookKind);

function mender<T>(kind: FileKind<T>): Mender<T> {
  return {
    merge: kind.merge,
    resolve: async (uri, text) => resolveConflict(text, kind, await conflictStages(uri)),
  };
}
