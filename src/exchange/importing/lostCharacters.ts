import { withLineFeeds } from '../../model/article';

/** What some format can't hold, and writes as U+FFFD: XML most control characters and U+FFFE, U+FFFF, UTF-8 halves of surrogate pairs. */
const unheld = /^[\u0000-\u001f\ufffe\uffff\ud800-\udfff]$/;
const REPLACEMENT = '\ufffd';

/** Whether a text is what a file brings back of ours: the same, or with U+FFFD in place of characters that it couldn't hold, or with
 * each line break a line feed. */
export function isHeldAs(ours: string, theirs: string): boolean {
  return (
    ours === theirs || isReplaced(ours, theirs) || (ours.includes('\r') && isReplaced(withLineFeeds(ours), theirs))
  );
}

function isReplaced(ours: string, theirs: string): boolean {
  if (ours.length !== theirs.length) return false;
  for (let at = 0; at < ours.length; at++) {
    if (theirs[at] !== ours[at] && !(theirs[at] === REPLACEMENT && unheld.test(ours[at] ?? ''))) return false;
  }
  return true;
}

/** Whether a text may be another one of ours. */
export function mayDiffer(theirs: string): boolean {
  return /\ufffd|\n|\\n/.test(theirs);
}

/** The value, with our texts in it where what is there is what a file brings back of them (see {@link isHeldAs}): of objects by their
 * fields, whose names may have suffered too, of lists by their places. What has nothing of the kind stays the same object. */
export function inOurLetters<T>(theirs: T, ours: unknown): T {
  return restored(theirs, ours) as T;
}

function restored(theirs: unknown, ours: unknown): unknown {
  if (typeof theirs === 'string') return typeof ours === 'string' && isHeldAs(ours, theirs) ? ours : theirs;
  if (typeof theirs !== 'object' || theirs === null || typeof ours !== 'object' || ours === null) return theirs;
  if (!mayDiffer(JSON.stringify(theirs))) return theirs;
  if (Array.isArray(theirs)) {
    return Array.isArray(ours) ? theirs.map((item: unknown, n): unknown => restored(item, ours[n])) : theirs;
  }
  const fields = new Map(Object.entries(ours));
  const named = Object.entries(theirs).map(([name, value]): [string, unknown] => {
    const own = fields.has(name) ? name : ([...fields.keys()].find((one) => isHeldAs(one, name)) ?? name);
    return [own, restored(value, fields.get(own))];
  });
  return Object.fromEntries(named);
}
