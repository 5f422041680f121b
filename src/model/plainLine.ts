import { shortened } from './shortened';
import { showUnseen } from './unseen';

/** So many times what is shown is looked at, for the sake of white space that becomes one space. */
const LOOKED_AT = 8;

/**
 * Any text on one line, for a label: white space of any length one space, what can't be seen shown (see {@link showUnseen}),
 * at most `most` code points, the cut shown by an ellipsis. Takes no longer for a longer text.
 */
export function plainLine(text: string, most: number): string {
  const begin = text.trimStart();
  const some = begin.slice(0, LOOKED_AT * most).replace(/[\ud800-\udbff]$/, '');
  const line = showUnseen(some).replace(/\s+/gu, ' ').trim();
  return shortened(some.length < begin.length ? `${line}…` : line, most);
}
