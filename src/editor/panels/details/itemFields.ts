import type { PlacedAnnotation } from '../../../model/annotation';
import {
  actorKinds,
  byId,
  type Actor,
  type CodebookSource,
  type ReferredItem,
  type Topic,
} from '../../../model/codebook';
import { idsWithin } from '../../../model/itemEdits';
import {
  choiceField,
  open,
  required,
  textField,
  type Context,
  type Fact,
  type FieldSpec,
  type Item,
  type SectionSpec,
} from './fields';
import { actorOptions, attributeFields, otherAttributes, topicOptions } from './options';

/** What the codebook says of the actor, topic or source that an annotation is about; none where it doesn't know that. */
export function itemSections(annotation: PlacedAnnotation, context: Context): readonly SectionSpec[] {
  const { lists } = context;
  const item = <T extends { readonly id: string }>(list: readonly T[], id: string | undefined): T | undefined =>
    id === undefined ? undefined : byId(list, id);
  const actor = annotation.type === 'actor' ? item(lists.actors, annotation.actor) : undefined;
  const topic = item(lists.topics, annotation.topic);
  const source = annotation.type === 'source' ? item(lists.sources, annotation.source) : undefined;
  return [
    ...(actor ? [actorSection(actor, context)] : []),
    ...(topic ? [topicSection(topic, context)] : []),
    ...(source ? [sourceSection(source, context)] : []),
  ];
}

function actorSection(actor: Actor, context: Context): SectionSpec {
  const { words, lists } = context;
  const { labels } = words;
  const kinds = new Set<string>([...actorKinds, ...lists.actors.flatMap(({ kind }) => kind ?? [])]);
  const { members = [] } = actor;
  return {
    title: words.inCodebook('actor', actor.name),
    fold: 'open',
    keeper: { in: 'codebook', list: 'actors', id: actor.id },
    fields: [
      nameField(actor.name, context),
      open(
        choiceField(
          { name: 'kind', label: labels.kind, value: actor.kind },
          [...kinds].map((id) => ({ id, name: words.actorKind(id) })),
        ),
      ),
      textField({ name: 'aliases', label: labels.aliases, value: actor.aliases }, 'list'),
      choiceField({ name: 'parent', label: labels.partOf, value: actor.parent }, lists.actors, () =>
        actorOptions(notWithin(lists.actors, actor.id), words),
      ),
      {
        of: 'field',
        name: 'members',
        label: labels.members,
        value: members,
        input: {
          kind: 'several',
          items: members.map((id): Item => ({ key: id, value: id, name: nameOf(lists.actors, id), about: '' })),
          options: () =>
            actorOptions(
              lists.actors.filter(({ id }) => id !== actor.id && !members.includes(id)),
              words,
            ),
        },
      },
      textField({ name: 'sameAs', label: labels.sameAs, value: actor.sameAs }, 'one', { is: 'url' }),
      textField({ name: 'color', label: labels.color, value: actor.color }, 'one', { is: 'color' }),
      ...attributeFields(context, 'actor', actor.attributes),
      noteField(actor, context),
    ],
    facts: itemFacts(actor, actor.attributes, 'actor', context),
  };
}

function topicSection(topic: Topic, context: Context): SectionSpec {
  const { words, lists } = context;
  const { labels } = words;
  // Not among the contract's fields of topics; its attributes may apply to topics all the same.
  const { attributes } = topic as { readonly attributes?: Actor['attributes'] };
  return {
    title: words.inCodebook('topic', topic.name),
    fold: 'closed',
    keeper: { in: 'codebook', list: 'topics', id: topic.id },
    fields: [
      nameField(topic.name, context),
      choiceField({ name: 'parent', label: labels.broader, value: topic.parent }, lists.topics, () =>
        topicOptions(notWithin(lists.topics, topic.id)),
      ),
      textField({ name: 'description', label: labels.description, value: topic.description }, 'several'),
      textField({ name: 'examples', label: labels.examples, value: topic.examples }, 'list'),
      ...attributeFields(context, 'topic', attributes),
      noteField(topic, context),
    ],
    facts: itemFacts(topic, attributes, 'topic', context),
  };
}

function sourceSection(source: CodebookSource, context: Context): SectionSpec {
  const { words, lists } = context;
  const { labels } = words;
  return {
    title: words.inCodebook('source', source.name),
    fold: 'open',
    keeper: { in: 'codebook', list: 'sources', id: source.id },
    fields: [
      nameField(source.name, context),
      choiceField({ name: 'kind', label: labels.kind, value: source.kind }, lists.sourceKinds),
      choiceField({ name: 'origin', label: labels.origin, value: source.origin }, lists.actors, () =>
        actorOptions(lists.actors, words),
      ),
      textField({ name: 'date', label: labels.date, value: source.date }, 'one', { is: 'date' }),
      textField({ name: 'url', label: labels.url, value: source.url }, 'one', { is: 'url' }),
      ...attributeFields(context, 'source', source.attributes),
      noteField(source, context),
    ],
    facts: itemFacts(source, source.attributes, 'source', context),
  };
}

function nameField(value: string, { words }: Context): FieldSpec {
  return required(textField({ name: 'name', label: words.labels.name, value }));
}

/** In the contract only actors have a note; that of a topic or a source stands after its known fields, and is kept by all readers. */
function noteField(item: object, { words }: Context): FieldSpec {
  const { note } = item as { readonly note?: unknown };
  const value = typeof note === 'string' ? note : undefined;
  return textField({ name: 'note', label: words.labels.note, value }, 'several');
}

function itemFacts(
  { id, formerIds }: Pick<Actor, 'id' | 'formerIds'>,
  attributes: Actor['attributes'],
  appliesTo: string,
  context: Context,
): readonly Fact[] {
  const { labels } = context.words;
  return [
    ...otherAttributes(context, appliesTo, attributes),
    [labels.id, id],
    [labels.formerIds, formerIds?.join(', ')],
  ];
}

/** The items that can be the parent of one: neither it nor what is below it, for that would make a circle. */
function notWithin<T extends ReferredItem>(list: readonly T[], id: string): T[] {
  const within = idsWithin(list, id);
  return list.filter((item) => !within.has(item.id));
}

function nameOf(actors: readonly Actor[], id: string): string {
  return byId(actors, id)?.name ?? id;
}
