import type { Fields } from '../store/step';
import { now } from './tagging';
import { withValues } from './withValues';

export type ChangedFields = { readonly [K in keyof Fields]?: Fields[K] | null | undefined };

/** The fields with the changes, and when they were made; undefined changes nothing, null removes. */
export function modified(fields: Fields, changes: ChangedFields): Fields {
  return { ...withChanges(fields, changes), modified: now() };
}

export function withChanges(fields: Fields, changes: ChangedFields): Fields {
  const given = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
  return withValues({ ...fields, ...given });
}
