import type { Attributes } from '../../../model/annotation';
import { withValues } from '../../commands/withValues';
import type { ItemChanges } from './edits';

/** A thing of the codebook with its changes; null removes a field, and attributes go with the last of them. */
export function changedItem<T extends object>(item: T, { fields, attributes }: ItemChanges): T {
  const before = (item as { readonly attributes?: Attributes }).attributes;
  const changed: Attributes = withValues({ ...before, ...attributes });
  const isLeft = Object.keys(changed).length > 0;
  const all = { ...item, ...fields, ...(before || isLeft ? { attributes: isLeft ? changed : null } : {}) };
  return withValues(all) as unknown as T;
}
