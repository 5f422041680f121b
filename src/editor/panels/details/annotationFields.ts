import { attributions, forms, type PlacedAnnotation } from '../../../model/annotation';
import { decidersOf } from '../../../model/superseded';
import { choiceField, required, textField, type Context, type Fact, type FieldSpec, type SectionSpec } from './fields';
import { itemSections } from './itemFields';
import { actorsNear, linkFields } from './linkFields';
import { attributeFields, otherAttributes, sourceOptions, topicOptions } from './options';

/** All that an annotation says, the thing of the codebook that it is about, and what can only be read. */
export function annotationSections(annotation: PlacedAnnotation, context: Context): readonly SectionSpec[] {
  const { labels } = context.words;
  const keeper = { in: 'annotation', id: annotation.id } as const;
  const links = linkFields(annotation, context);
  const attributes = attributeFields(context, annotation.type, annotation.attributes);
  const isMention = annotation.type === 'actor';
  const note = textField({ name: 'note', label: labels.note, value: annotation.note }, 'several');
  const own: readonly SectionSpec[] = [
    { title: '', keeper, fields: ownFields(annotation, context) },
    { title: labels.who, keeper, fields: links.actors },
    { title: labels.evidence, keeper, fields: links.sources },
    { title: labels.others, keeper, fields: links.others },
    // Most of what applies to `actor` is meant of the actor, and stands there; a mention may have it too.
    { title: labels.attributes, keeper, fields: attributes, ...(isMention ? { fold: 'closed' } : {}) },
    { title: '', keeper, fields: [note] },
  ];
  return [
    ...own.filter(({ fields }) => fields.length > 0),
    ...itemSections(annotation, context),
    { title: labels.facts, fold: 'closed', keeper, fields: [], facts: factsOf(annotation, context) },
  ];
}

function ownFields(annotation: PlacedAnnotation, context: Context): readonly FieldSpec[] {
  const { words, lists } = context;
  const { labels } = words;
  const field = <K extends keyof PlacedAnnotation & keyof typeof labels>(name: K) => ({
    name,
    label: labels[name],
    value: annotation[name] as string | undefined,
  });
  const topic = choiceField(field('topic'), lists.topics, () => topicOptions(lists.topics));
  const date = textField(field('date'), 'one', { is: 'date' });
  switch (annotation.type) {
    case 'actor':
      return [
        required(choiceField(field('actor'), lists.actors, () => actorsNear(annotation, context))),
        choiceField(
          field('form'),
          forms.map((id) => ({ id, name: words.form(id) })),
        ),
      ];
    case 'claim':
      return [
        topic,
        choiceField(field('stance'), lists.stances),
        choiceField(
          field('attribution'),
          attributions.map((id) => ({ id, name: words.attribution(id) })),
        ),
        textField(field('summary'), 'several'),
        date,
      ];
    case 'source':
      return [
        choiceField(field('source'), lists.sources, () => sourceOptions(lists)),
        choiceField(field('kind'), lists.sourceKinds),
        textField(field('reference')),
        textField(field('url'), 'one', { is: 'url' }),
        date,
      ];
    case 'passage':
      return [topic];
    default:
      return [];
  }
}

function factsOf(annotation: PlacedAnnotation, context: Context): readonly Fact[] {
  const { words, annotations } = context;
  const { labels } = words;
  const told = (ids: readonly string[] = []): string =>
    ids
      .map((id) => {
        const other = annotations.find((one) => one.id === id);
        return other
          ? `${words.headline(other)} (${[other.creator, words.line(other)].filter(Boolean).join(', ')})`
          : id;
      })
      .join('\n');
  return [
    [labels.place, words.place(annotation)],
    [labels.creator, annotation.creator],
    [labels.created, annotation.created],
    [labels.modified, annotation.modified],
    [labels.supersedes, told(annotation.supersedes)],
    [labels.supersededBy, told(decidersOf(annotations).get(annotation.id))],
    ...otherAttributes(context, annotation.type, annotation.attributes),
    [labels.id, annotation.id],
  ];
}
