import { fieldwise, isSame, set, values, type Policy } from '../../sidecar/threeWay';
import type { CodebookChange, CodebookItem } from './step';

const itemFields: Policy = fieldwise({
  aliases: set,
  members: set,
  formerIds: set,
  examples: set,
  attributes: values,
});

/**
 * What a change of a codebook's item comes to where the item is `now` another than the change expects: somebody else's
 * mention taught the actor an alias meanwhile, or the file was edited. What was changed since stays; an item that was
 * changed since isn't removed. Undefined where nothing is left to do.
 */
export function rebased(change: CodebookChange, now: CodebookItem | undefined): CodebookChange | undefined {
  const { before, after } = change;
  if (now === before) return change;
  if (isSame(now, before)) return { ...change, before: now };
  if (!now || !before || !after) return undefined;
  const merged = itemFields(before, now, after, [], () => undefined) as CodebookItem;
  return isSame(merged, now) ? undefined : { ...change, before: now, after: merged };
}
