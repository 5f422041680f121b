import type { Conflict } from '../../sidecar/threeWay';

export type Side = 'mine' | 'theirs';

/** What stands at the conflict's place when a side is taken; both at first, where two things had one id. */
export interface Taking {
  readonly path: readonly string[];
  /** Undefined: nothing. */
  readonly value: unknown;
}

/** What is to be changed in a merged file so that a side's version stands; nothing where it does. */
export function taking({ code, path, ours, theirs, newId }: Conflict, side: Side): Taking | undefined {
  const [list = '', ...rest] = path;
  if (code === 'same-id') {
    // Both are there, theirs under a new id.
    if (side === 'mine') return newId === undefined ? undefined : { path: [list, newId], value: undefined };
    return { path: [list, ...rest], value: undefined };
  }
  return { path, value: side === 'mine' ? ours : theirs };
}
