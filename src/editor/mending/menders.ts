import type { Sidecar } from '../../model/article';
import type { Codebook } from '../../model/codebook';
import type { Resolving } from '../../sidecar/resolve';
import { codebookResolving, resolveConflict, sidecarResolving } from '../../sidecar/resolve';
import type { Mender } from '../store/mending';
import { conflictStages } from './conflictStages';

export const sidecars: Mender<Sidecar> = mender(sidecarResolving);

export const codebooks: Mender<Codebook> = mender(codebookResolving);

function mender<T>(kind: Resolving<T>): Mender<T> {
  return {
    merge: kind.merge,
    resolve: async (uri, text) => resolveConflict(text, kind, await conflictStages(uri)),
  };
}
