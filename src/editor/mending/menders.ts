import type { Sidecar } from '../../model/article';
import type { Codebook } from '../../model/codebook';
import { codebookResolving, resolveConflict, sidecarResolving } from '../../sidecar/resolve';
import type { Mender } from '../store/mending';

export const sidecars: Mender<Sidecar> = {
  merge: sidecarResolving.merge,
  resolve: (text) => resolveConflict(text, sidecarResolving),
};

export const codebooks: Mender<Codebook> = {
  merge: codebookResolving.merge,
  resolve: (text) => resolveConflict(text, codebookResolving),
};
