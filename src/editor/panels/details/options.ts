import { valueOf, type Attributes } from '../../../model/annotation';
import type {
  Actor,
  AttributeDefinition,
  EffectiveCodebook,
  Named,
  Topic,
  CodebookSource,
} from '../../../model/codebook';
import type { Context, Fact, FieldSpec, Input, Option } from './fields';
import type { Vocabulary } from './vocabulary';

/** Actors as they are offered; the note says whom one is to be tagged as, so it stands where others have a description. */
export function actorOptions(actors: readonly Actor[], words: Vocabulary): readonly Option[] {
  return actors.map(({ id, name, kind, aliases = [], formerIds = [], note }) => ({
    id,
    name,
    aliases,
    formerIds,
    detail: [kind === undefined ? '' : words.actorKind(kind), ...aliases].filter((part) => part !== '').join(', '),
    ...(note === undefined ? {} : { description: note }),
  }));
}

export function topicOptions(topics: readonly Topic[]): readonly Option[] {
  const names = new Map(topics.map(({ id, name }) => [id, name]));
  return topics.map(({ id, name, parent, formerIds = [], description, examples }) => ({
    id,
    name,
    formerIds,
    detail: parent === undefined ? '' : (names.get(parent) ?? parent),
    ...(description === undefined ? {} : { description }),
    ...(examples === undefined ? {} : { examples }),
  }));
}

export function sourceOptions({ sources, sourceKinds }: EffectiveCodebook): readonly Option[] {
  return sources.map(({ id, name, kind, date, formerIds = [] }: CodebookSource) => ({
    id,
    name,
    formerIds,
    detail: [kind === undefined ? '' : nameIn(sourceKinds, kind), date ?? ''].filter((part) => part !== '').join(', '),
  }));
}

/** The fields of the codebook's attributes for a type of annotation, or of a thing of the codebook, or the article. */
export function attributeFields(
  { lists, words }: Pick<Context, 'lists' | 'words'>,
  appliesTo: string,
  values: Attributes | undefined,
): readonly FieldSpec[] {
  return lists.attributes
    .filter((definition) => definition.appliesTo.includes(appliesTo))
    .map((definition) => ({
      of: 'attribute',
      name: definition.id,
      label: definition.name,
      value: valueOf(values, definition.id),
      input: attributeInput(definition, words),
    }));
}

/** The attributes that no field shows, as facts: the codebook doesn't know them, or not for this. */
export function otherAttributes(
  { lists }: Pick<Context, 'lists'>,
  appliesTo: string,
  values: Attributes | undefined,
): readonly Fact[] {
  const known = new Set(lists.attributes.filter((one) => one.appliesTo.includes(appliesTo)).map(({ id }) => id));
  return Object.entries(values ?? {})
    .filter(([id]) => !known.has(id))
    .map(([id, value]) => [nameIn(lists.attributes, id), typeof value === 'string' ? value : JSON.stringify(value)]);
}

function attributeInput({ type, options = [], min, max }: AttributeDefinition, words: Vocabulary): Input {
  switch (type) {
    case 'boolean':
      return choiceOf([
        { id: 'true', name: words.yes, stored: true },
        { id: 'false', name: words.no, stored: false },
      ]);
    case 'integer':
      return { kind: 'text', lines: 'one', rule: { is: 'integer', min: min ?? -Infinity, max: max ?? Infinity } };
    case 'choice':
      return choiceOf(options);
    case 'date':
      return { kind: 'text', lines: 'one', rule: { is: 'date' } };
    case 'list':
      return { kind: 'text', lines: 'list' };
    default:
      return { kind: 'text', lines: 'one' };
  }
}

function choiceOf(options: readonly Option[]): Input {
  return { kind: 'choice', among: options, options: () => options };
}

export function nameIn(list: readonly Named[], id: string): string {
  return list.find((item) => item.id === id)?.name ?? id;
}
