/** What a field of our files holds; `id` is a non-empty string, `sha256` 64 hexadecimal digits, `count` an integer from 0. */
export type Field =
  | 'string'
  | 'id'
  | 'sha256'
  | 'number'
  | 'count'
  | 'boolean'
  | 'strings'
  | 'values'
  | { readonly object: Shape }
  | { readonly list: Shape; readonly sorted?: boolean; readonly filled?: boolean };

/** The known fields of an object, in their order on disk, and those that must be there. Others may be there too. */
export interface Shape {
  readonly fields: ReadonlyMap<string, Field>;
  readonly required: readonly string[];
  /** Each known field's place in the order on disk. */
  readonly order: ReadonlyMap<string, number>;
}

/** A field whose name ends in `!` must be there. */
function shape(fields: Readonly<Record<string, Field>>): Shape {
  const entries = Object.entries(fields).map(([name, field]) => [name.replace('!', ''), field] as const);
  return {
    fields: new Map(entries),
    required: Object.keys(fields)
      .filter((name) => name.endsWith('!'))
      .map((name) => name.slice(0, -1)),
    order: new Map(entries.map(([name], place) => [name, place])),
  };
}

/** A range of a target, or of boilerplate. */
export const targetShape = shape({
  'start!': 'count',
  'end!': 'count',
  'exact!': 'string',
  'prefix!': 'string',
  'suffix!': 'string',
});

export const linkShape = shape({ 'role!': 'id', actor: 'id', annotation: 'id', source: 'id', for: 'id' });

export const annotationShape = shape({
  'id!': 'id',
  'type!': 'id',
  'target!': { list: targetShape, filled: true },
  text: 'sha256',
  actor: 'string',
  form: 'string',
  topic: 'string',
  stance: 'string',
  attribution: 'string',
  summary: 'string',
  source: 'string',
  kind: 'string',
  reference: 'string',
  url: 'string',
  date: 'string',
  links: { list: linkShape },
  attributes: 'values',
  note: 'string',
  supersedes: 'strings',
  creator: 'string',
  created: 'string',
  modified: 'string',
  orphaned: 'boolean',
});

export const articleShape = shape({
  'file!': 'id',
  'sha256!': 'sha256',
  'length!': 'count',
  encoding: 'string',
  title: 'string',
  author: 'string',
  publisher: 'string',
  section: 'string',
  date: 'string',
  url: 'string',
  language: 'string',
  attributes: 'values',
  excluded: { list: targetShape },
});

const coding = shape({ 'creator!': 'string', 'status!': 'string', date: 'string', note: 'string' });

/** The sidecar, `<article file name>.annotations.json`. */
export const sidecarShape = shape({
  'format!': 'string',
  'version!': 'count',
  'article!': { object: articleShape },
  coding: { list: coding },
  'annotations!': { list: annotationShape, sorted: true },
});

const named = shape({ 'id!': 'id', 'name!': 'string' });

/** The codebook, `policy-codebook.json`. */
export const codebookShape = shape({
  'format!': 'string',
  'version!': 'count',
  actors: {
    sorted: true,
    list: shape({
      'id!': 'id',
      'name!': 'string',
      kind: 'string',
      aliases: 'strings',
      parent: 'string',
      members: 'strings',
      sameAs: 'string',
      color: 'string',
      attributes: 'values',
      note: 'string',
      formerIds: 'strings',
    }),
  },
  topics: {
    sorted: true,
    list: shape({
      'id!': 'id',
      'name!': 'string',
      parent: 'string',
      description: 'string',
      examples: 'strings',
      formerIds: 'strings',
    }),
  },
  sources: {
    sorted: true,
    list: shape({
      'id!': 'id',
      'name!': 'string',
      kind: 'string',
      origin: 'string',
      date: 'string',
      url: 'string',
      attributes: 'values',
      formerIds: 'strings',
    }),
  },
  stances: { sorted: true, list: shape({ 'id!': 'id', 'name!': 'string', 'value!': 'number' }) },
  roles: {
    sorted: true,
    list: shape({ 'id!': 'id', name: 'string', 'appliesTo!': 'strings', 'takes!': 'strings' }),
  },
  sourceKinds: { sorted: true, list: named },
  attributes: {
    sorted: true,
    list: shape({
      'id!': 'id',
      'name!': 'string',
      'type!': 'string',
      options: { list: named },
      min: 'number',
      max: 'number',
      'appliesTo!': 'strings',
    }),
  },
});
