import type { Range } from '../../../model/range';
import { InputError, type InputPlace } from '../../inputError';

/** A line of an .ann file. Ids of targets are as they stand there. */
export type Line = { readonly id: string; readonly place: InputPlace } & (
  | { readonly kind: 'text'; readonly type: string; readonly offsets: readonly Range[]; readonly said: string }
  | { readonly kind: 'relation' | 'event'; readonly type: string; readonly ends: readonly End[] }
  | { readonly kind: 'equivalence'; readonly type: string; readonly members: readonly string[] }
  | { readonly kind: 'attribute'; readonly type: string; readonly target: string; readonly value: string }
  | {
      readonly kind: 'normalization';
      readonly target: string;
      readonly list: string;
      readonly item: string;
      readonly name: string;
    }
  | { readonly kind: 'note'; readonly type: string; readonly target: string; readonly text: string }
);

/** A role and the id that plays it. */
export interface End {
  readonly role: string;
  readonly to: string;
}

/** What a line holds after its id, which begins with a letter that says what it is. Undefined for a kind that brat doesn't know.
 * Throws an {@link InputError} where the line isn't of its kind's form. */
export function lineOf(text: string, place: InputPlace): Line | undefined {
  const tab = text.indexOf('\t');
  const id = tab < 0 ? text : text.slice(0, tab);
  const parse = Object.hasOwn(parsers, text[0] ?? '') ? parsers[text[0] ?? ''] : undefined;
  if (tab >= 0 && !parse) return undefined;
  const second = text.indexOf('\t', tab + 1);
  const [data, tail] = second < 0 ? [text.slice(tab + 1), ''] : [text.slice(tab + 1, second), text.slice(second + 1)];
  const said = tab < 0 ? undefined : parse?.(data, tail);
  if (!said) {
    throw new InputError('The line is no annotation of brat; is the file cut off?', { ...place, at: id.slice(0, 40) });
  }
  return { id, place: { ...place, at: id }, ...said };
}

type Said = Line extends infer Each ? (Each extends Line ? Omit<Each, 'id' | 'place'> : never) : never;
type Parse = (data: string, tail: string) => Said | undefined;

const attribute: Parse = (data) => {
  const [, type, target, value] = /^(\S+) (\S+)(?: (.*?))?\s*$/.exec(data) ?? [];
  if (type === undefined || target === undefined) return undefined;
  return { kind: 'attribute', type, target, value: value ?? 'true' };
};

const parsers: Readonly<Record<string, Parse>> = {
  T: (data, said) => {
    const [, type, places = ''] = /^(\S+) (.*?) *$/.exec(data) ?? [];
    const offsets = offsetsIn(places);
    return type === undefined || !offsets ? undefined : { kind: 'text', type, offsets, said };
  },
  R: (data) => {
    const [type = '', ...rest] = data.trimEnd().split(/ +/);
    const ends = endsOf(rest);
    return type !== '' && ends?.length === 2 ? { kind: 'relation', type, ends } : undefined;
  },
  E: (data) => {
    const ends = endsOf(data.trimEnd().split(/ +/));
    const type = ends?.[0]?.role;
    return ends && type !== undefined ? { kind: 'event', type, ends } : undefined;
  },
  A: attribute,
  M: attribute,
  N: (data, name) => {
    const [, target, list, item] = /^\S+ (\S+) ([^\s:]+):(\S+)\s*$/.exec(data) ?? [];
    if (target === undefined || list === undefined || item === undefined) return undefined;
    return { kind: 'normalization', target, list, item, name };
  },
  '#': (data, text) => {
    const [, type, target] = /^(\S+) (\S+)\s*$/.exec(data) ?? [];
    return type === undefined || target === undefined ? undefined : { kind: 'note', type, target, text };
  },
  '*': (data) => {
    const [type = '', ...members] = data.trim().split(/\s+/);
    return type !== '' && members.length > 0 ? { kind: 'equivalence', type, members } : undefined;
  },
};

function endsOf(parts: readonly string[]): End[] | undefined {
  const ends = parts.map((part) => /^([^:]+):([^:]+)$/.exec(part));
  return ends.every((end) => end !== null) ? ends.map(([, role = '', to = '']) => ({ role, to })) : undefined;
}

/** "0 4;6 9" as ranges; undefined where it isn't that. */
export function offsetsIn(text: string): Range[] | undefined {
  if (!/^\d{1,15} \d{1,15}(?:;\d{1,15} \d{1,15})*$/.test(text)) return undefined;
  return text.split(';').map((pair) => {
    const [start = NaN, end = NaN] = pair.split(' ').map(Number);
    return { start, end };
  });
}
