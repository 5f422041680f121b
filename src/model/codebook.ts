import type { Attributes } from './annotation';
import type { Json } from './json';

/** An entity that annotations speak of. `formerIds` are ids that were merged into this one. */
export interface Actor {
  readonly id: string;
  readonly name: string;
  /** Open; by default state, organization, person, group, place. */
  readonly kind?: string;
  readonly aliases?: readonly string[];
  readonly parent?: string;
  /** Ids of the actors that a collective stands for. */
  readonly members?: readonly string[];
  readonly sameAs?: string;
  readonly color?: string;
  readonly attributes?: Attributes;
  readonly note?: string;
  readonly formerIds?: readonly string[];
}

/** A concept worded so that one can be for or against it. */
export interface Topic {
  readonly id: string;
  readonly name: string;
  readonly parent?: string;
  readonly description?: string;
  readonly examples?: readonly string[];
  readonly formerIds?: readonly string[];
}

/** A place where things were said or shown, known by name in the whole folder. */
export interface CodebookSource {
  readonly id: string;
  readonly name: string;
  readonly kind?: string;
  /** The actor that it comes from. */
  readonly origin?: string;
  readonly date?: string;
  readonly url?: string;
  readonly attributes?: Attributes;
  readonly formerIds?: readonly string[];
}

export interface Stance {
  readonly id: string;
  readonly name: string;
  readonly value: number;
}

/** What a link may say: from which annotation types (`appliesTo`) to what (`takes`: actor, source, or an annotation type). */
export interface Role {
  readonly id: string;
  readonly name?: string;
  readonly appliesTo: readonly string[];
  readonly takes: readonly string[];
}

export interface Named {
  readonly id: string;
  readonly name: string;
}

export interface AttributeDefinition {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly options?: readonly Named[];
  readonly min?: number;
  readonly max?: number;
  /** Annotation types, or `actor`, `topic`, `source`, `article`. */
  readonly appliesTo: readonly string[];
}

/** The content of a codebook file; a list that is absent has its defaults (see {@link effectiveCodebook}). */
export interface Codebook {
  readonly format: 'policy-codebook';
  readonly version: number;
  readonly actors?: readonly Actor[];
  readonly topics?: readonly Topic[];
  readonly sources?: readonly CodebookSource[];
  readonly stances?: readonly Stance[];
  readonly roles?: readonly Role[];
  readonly sourceKinds?: readonly Named[];
  readonly attributes?: readonly AttributeDefinition[];
  readonly [unknown: string]: Json | undefined | readonly object[];
}

/** A codebook with every list there: the file's own, else the default. */
export type EffectiveCodebook = Required<Pick<Codebook, CodebookList>>;

export const codebookLists = ['actors', 'topics', 'sources', 'stances', 'roles', 'sourceKinds', 'attributes'] as const;
export type CodebookList = (typeof codebookLists)[number];

/** The lists that have a default where a codebook is silent. */
export const defaultedLists = [
  'stances',
  'roles',
  'sourceKinds',
  'attributes',
] as const satisfies readonly CodebookList[];

/** The lists whose items annotations refer to. */
export type ReferredLists = Pick<EffectiveCodebook, 'actors' | 'topics' | 'sources'>;
export type ReferredList = keyof ReferredLists;
export type ReferredItem = ReferredLists[ReferredList][number];

export const actorKinds = ['state', 'organization', 'person', 'group', 'place'] as const;

const named = (...names: readonly string[]): Named[] =>
  names.map((name) => ({ id: name.toLowerCase().replaceAll(' ', '-'), name }));

const defaults: Omit<EffectiveCodebook, 'actors' | 'topics' | 'sources'> = {
  stances: [
    { id: 'support', name: 'Support', value: 1 },
    { id: 'neutral', name: 'Neutral', value: 0 },
    { id: 'oppose', name: 'Oppose', value: -1 },
  ],
  roles: [
    ...['speaker', 'holder', 'addressee'].map((id) => ({ id, appliesTo: ['claim'], takes: ['actor'] })),
    ...['source', 'evidence', 'counterevidence'].map((id) => ({ id, appliesTo: ['claim'], takes: ['source'] })),
    ...['within', 'repeats', 'contradicts'].map((id) => ({ id, appliesTo: ['claim'], takes: ['claim'] })),
    { id: 'origin', appliesTo: ['source'], takes: ['actor'] },
  ],
  sourceKinds: named('Statement', 'Report', 'Document', 'Data', 'Interview', 'Anonymous'),
  attributes: [
    {
      id: 'act',
      name: 'Speech act',
      type: 'choice',
      options: named('Assert', 'Demand', 'Promise', 'Threaten', 'Accuse', 'Condemn', 'Praise', 'Predict'),
      appliesTo: ['claim'],
    },
    { id: 'hedged', name: 'Hedged', type: 'boolean', appliesTo: ['claim'] },
    {
      id: 'verdict',
      name: 'Verdict',
      type: 'choice',
      options: named('Unchecked', 'True', 'Mostly true', 'Mixed', 'Mostly false', 'False', 'Unverifiable'),
      appliesTo: ['claim'],
    },
    { id: 'reliability', name: 'Reliability', type: 'choice', options: letters('ABCDEF'), appliesTo: ['source'] },
  ],
};

function letters(all: string): Named[] {
  return [...all].map((letter) => ({ id: letter, name: letter }));
}

/** What is known of a codebook: its file's content, or its lists alone. */
export type CodebookLists = Codebook | Partial<EffectiveCodebook>;

/** The codebook as it counts: each absent list replaced by its default. */
export function effectiveCodebook(codebook: CodebookLists | undefined): EffectiveCodebook {
  return {
    actors: codebook?.actors ?? [],
    topics: codebook?.topics ?? [],
    sources: codebook?.sources ?? [],
    stances: codebook?.stances ?? defaults.stances,
    roles: codebook?.roles ?? defaults.roles,
    sourceKinds: codebook?.sourceKinds ?? defaults.sourceKinds,
    attributes: codebook?.attributes ?? defaults.attributes,
  };
}

/** The item of a list with this id, or the one into which it was merged (`formerIds`). */
export function byId<T extends { readonly id: string; readonly formerIds?: readonly string[] }>(
  list: readonly T[],
  id: string,
): T | undefined {
  return list.find((item) => item.id === id) ?? list.find((item) => item.formerIds?.includes(id));
}
