import { stringAt } from './jsonTokens';

type Key = string | number;

/** Places that are sought inside a value. */
interface Sought {
  readonly ids: number[];
  readonly inside: Map<Key, Sought>;
}

interface Open {
  readonly isList: boolean;
  readonly sought: Sought | undefined;
  key: Key;
}

const plain = /[^\s"{}[\],:]+/y;

/**
 * Where values stand in a text that is JSON, in one walk without recursion: the offset (UTF-16 code units) of each path's
 * value, or of the innermost one around it that is there.
 */
export function locate(text: string, paths: readonly (readonly Key[])[]): number[] {
  const root: Sought = { ids: [], inside: new Map() };
  const found = paths.map(() => 0);
  for (const [id, path] of paths.entries()) node(root, path).ids.push(id);
  const open: Open[] = [];
  let isKey = false;
  for (let at = 0; at < text.length;) {
    const char = text.charAt(at);
    const top = open.at(-1);
    if (' \t\r\n:'.includes(char)) at += 1;
    else if (char === ',') {
      if (top && typeof top.key === 'number') top.key += 1;
      isKey = top?.isList === false;
      at += 1;
    } else if (char === ']' || char === '}') {
      open.pop();
      isKey = false;
      at += 1;
    } else if (isKey) {
      const { end } = stringAt(text, at);
      if (top) top.key = JSON.parse(text.slice(at, end)) as string;
      isKey = false;
      at = end;
    } else {
      const sought = top ? top.sought?.inside.get(top.key) : root;
      if (sought) mark(sought, at, found);
      if (char === '[' || char === '{') {
        open.push({ isList: char === '[', sought, key: 0 });
        isKey = char === '{';
        at += 1;
      } else if (char === '"') at = stringAt(text, at).end;
      else {
        plain.lastIndex = at;
        at += plain.exec(text)?.[0].length ?? 1;
      }
    }
  }
  return found;
}

function node(root: Sought, path: readonly Key[]): Sought {
  let at = root;
  for (const key of path) {
    const next: Sought = at.inside.get(key) ?? { ids: [], inside: new Map() };
    at.inside.set(key, next);
    at = next;
  }
  return at;
}

/** A value's place counts for all that is sought inside it, until that is found. */
function mark(sought: Sought, at: number, found: number[]): void {
  for (const id of sought.ids) found[id] = at;
  for (const inner of sought.inside.values()) mark(inner, at, found);
}
