import { MAX_DEPTH } from './check';
import { isExact, stringAt } from './jsonTokens';

export type JsonProblemCode = 'not-json' | 'truncated' | 'too-deep';

/** What a walk through a JSON text found; offsets are UTF-16 code units into it. */
export interface Scan {
  /** The first thing that isn't JSON, or lies too deep; the walk ended there. */
  readonly problem?: { readonly code: JsonProblemCode; readonly message: string; readonly offset: number };
  /** The first thing that would change or get lost if the value were parsed and written again. */
  readonly loss?: Loss;
  /** Where the value at the sought path begins, or else the innermost one around it. */
  readonly sought: number;
}

export interface Loss {
  readonly code: 'inexact-number' | 'duplicate-key';
  readonly message: string;
  readonly offset: number;
}

interface Level {
  readonly isList: boolean;
  /** Whether this list or object lies on the sought path. */
  readonly isSought: boolean;
  readonly keys: Set<string>;
  key: string | number;
}

const BROKEN_STRING = 'A string is not closed, or holds what JSON does not allow';
const numberForm = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const wordForm = /true|false|null/y;
const space = /[ \t\n\r]*/y;

/**
 * Walks through a JSON text (RFC 8259) without recursion, however deep it is: finds what is wrong with it, what
 * JSON.parse and JSON.stringify wouldn't give back, and where the value at `path` stands.
 */
export function scan(text: string, path: readonly (string | number)[] = []): Scan {
  let loss: Loss | undefined;
  const levels: Level[] = [];
  let sought = 0;
  let at = 0;

  const result = (): Scan => ({ sought, ...(loss && { loss }) });
  const problem = (expected: string): Scan => {
    const message = text.startsWith('<<<<<<<', at) ? 'There are conflict markers of git' : expected;
    const isEnd = at >= text.length || isWordBegun(text.slice(at, at + 5));
    return { ...result(), problem: { code: isEnd ? 'truncated' : 'not-json', message, offset: at } };
  };
  const lose = (code: Loss['code'], message: string, offset: number): void => {
    loss ??= { code, message, offset };
  };
  const match = (form: RegExp): string | undefined => {
    form.lastIndex = at;
    const found = form.exec(text)?.[0];
    if (found !== undefined) at += found.length;
    return found;
  };

  for (;;) {
    // Here a value begins.
    match(space);
    const level = levels.at(-1);
    const isSought = level === undefined || (level.isSought && level.key === path[levels.length - 1]);
    if (isSought && levels.length <= path.length) sought = at;
    const first = text.charAt(at);
    let isComplete = true;
    if (first === '{' || first === '[') {
      if (levels.length === MAX_DEPTH) {
        const message = `Lies deeper than ${MAX_DEPTH} levels`;
        return { ...result(), problem: { code: 'too-deep', message, offset: at } };
      }
      at++;
      match(space);
      if (text.charAt(at) === (first === '{' ? '}' : ']')) at++;
      else {
        levels.push({ isList: first === '[', isSought, keys: new Set(), key: 0 });
        isComplete = false;
      }
    } else if (first === '"') {
      const string = stringAt(text, at);
      at = string.end;
      if (!string.isClosed) return problem(BROKEN_STRING);
    } else {
      const start = at;
      const number = match(numberForm);
      if (number !== undefined) {
        if (!isExact(number)) lose('inexact-number', `The number ${shortened(number)} would be changed`, start);
      } else if (match(wordForm) === undefined) return problem('A value is expected');
    }

    // Here a value is complete, or a list or an object has just begun.
    for (;;) {
      const around = levels.at(-1);
      match(space);
      if (around === undefined) return at < text.length ? problem('Nothing more is expected') : result();
      const next = text.charAt(at);
      if (isComplete) {
        if (next === (around.isList ? ']' : '}')) {
          at++;
          levels.pop();
          continue;
        }
        if (next !== ',') return problem(`A comma or "${around.isList ? ']' : '}'}" is expected`);
        at++;
        match(space);
        if (typeof around.key === 'number') around.key++;
      }
      if (around.isList) break;
      if (text.charAt(at) !== '"') return problem('A key in quotation marks is expected');
      const start = at;
      const string = stringAt(text, start);
      at = string.end;
      if (!string.isClosed) return problem(BROKEN_STRING);
      const quoted = text.slice(start, at);
      const key = JSON.parse(quoted) as string;
      if (around.keys.has(key)) lose('duplicate-key', `The key ${shortened(quoted)} stands twice`, start);
      around.keys.add(key);
      around.key = key;
      match(space);
      if (text.charAt(at) !== ':') return problem('A colon is expected');
      at++;
      break;
    }
  }
}

/** Whether `rest`, the last characters of a text, is the beginning of a word. */
function isWordBegun(rest: string): boolean {
  return rest.length < 5 && ['true', 'false', 'null'].some((word) => word.startsWith(rest));
}

function shortened(token: string): string {
  return token.length > 40 ? token.slice(0, 40) + '…' : token;
}
