import { InputError } from '../../inputError';

/** What a column says: a feature, a slot's roles or its targets, where a relation comes from, a chain's link, or that there is an annotation. */
export interface Column {
  readonly kind: 'feature' | 'roles' | 'targets' | 'from' | 'link' | 'none';
  /** The feature; of `from`, the layer that the relation is between. */
  readonly name: string;
  /** From 0, after the token's text. */
  readonly index: number;
}

export interface Layer {
  readonly kind: 'span' | 'chain' | 'relation';
  readonly name: string;
  readonly columns: readonly Column[];
}

const kinds = { SP: 'span', CH: 'chain', RL: 'relation' } as const;

/** The layers that a file's first lines declare, the number of its columns, and whether its version is before 3.2. Throws an {@link InputError} with the line. */
export function headerOf(lines: readonly string[], path: string): { layers: Layer[]; columns: number; isOld: boolean } {
  const [, version, major] = /^#FORMAT=WebAnno TSV ((\d+)(?:\.\d+)?)$/.exec(lines[0] ?? '') ?? [];
  if (version === undefined) throw new InputError('The first line isn’t #FORMAT=WebAnno TSV 3.3', { path, line: 1 });
  if (major !== '3') throw new InputError(`WebAnno TSV ${version} is not taken, 3.0 to 3.3 are`, { path, line: 1 });
  const layers: Layer[] = [];
  let index = 0;
  for (const [n, line] of lines.entries()) {
    const [, sign, rest = ''] = /^#T_(SP|CH|RL)=(.*)$/.exec(line) ?? [];
    if (n === 0) continue;
    if (sign === undefined) break;
    const kind = kinds[sign as keyof typeof kinds];
    const [name = '', ...declared] = rest.split('|');
    const columns = (declared.length > 0 ? declared : ['']).map((text, at, all): Column => {
      return { ...columnOf(kind, text, all[at - 1]), index: index + at };
    });
    if (kind === 'relation' && !columns.some((column) => column.kind === 'from')) {
      throw new InputError(`The relation ${name} has no column BT_…`, { path, line: n + 1 });
    }
    index += columns.length;
    layers.push({ kind, name, columns });
  }
  return { layers, columns: index, isOld: Number(version) < 3.2 };
}

function columnOf(kind: Layer['kind'], text: string, before: string | undefined): Omit<Column, 'index'> {
  if (kind === 'relation' && text.startsWith('BT_')) return { kind: 'from', name: text.slice('BT_'.length) };
  if (kind === 'chain' && text === 'referenceRelation') return { kind: 'link', name: text };
  if (kind === 'span' && text.startsWith('ROLE_')) {
    return { kind: 'roles', name: /:(.*)_[^_]*$/.exec(text)?.[1] ?? text.slice('ROLE_'.length) };
  }
  if (kind === 'span' && before?.startsWith('ROLE_')) return { kind: 'targets', name: text };
  return { kind: text === '' ? 'none' : 'feature', name: text };
}
