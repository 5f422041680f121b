import type { Link, PlacedAnnotation } from '../../../model/annotation';
import { byId, type Role } from '../../../model/codebook';
import { linkKey, linksOf } from '../../../model/links';
import { mentionsOf, nearestActors } from '../../../suggest/actorRanking';
import { nearbyMentions, nearestFirst } from '../../pickers/nearness';
import type { Context, FieldSpec, Item, Option } from './fields';
import { actorOptions, sourceOptions } from './options';

/** A field for each role that goes out from the annotation's type, those to actors first, then to sources, then to annotations. */
export function linkFields(annotation: PlacedAnnotation, context: Context): Readonly<Record<LinkGroup, FieldSpec[]>> {
  const groups: Record<LinkGroup, FieldSpec[]> = { actors: [], sources: [], others: [] };
  const { roles } = context.lists;
  const own = roles.filter(({ appliesTo }) => appliesTo.includes(annotation.type));
  for (const role of own) groups[groupOf(role)].push(fieldOfRole(annotation, role, context));
  // Links of roles that the codebook doesn't know, or not for this type: they can be seen and removed.
  const others = new Set(annotation.links?.map(({ role }) => role));
  for (const { id } of own) others.delete(id);
  for (const id of others) groups.others.push(fieldOfRole(annotation, { id, appliesTo: [], takes: [] }, context));
  return groups;
}

type LinkGroup = 'actors' | 'sources' | 'others';

function groupOf({ takes }: Role): LinkGroup {
  return takes.includes('actor') ? 'actors' : takes.includes('source') ? 'sources' : 'others';
}

function fieldOfRole(annotation: PlacedAnnotation, role: Role, context: Context): FieldSpec {
  const items = linksOf(annotation, role.id).map((link) => linkItem(link, context));
  return {
    of: 'link',
    name: role.id,
    label: context.words.role(context.lists.roles.find(({ id }) => id === role.id) ?? role),
    input: {
      kind: 'several',
      items,
      ...(role.takes.length > 0 ? { options: () => optionsOf(annotation, role, items, context) } : {}),
      behalf: () => actorsNear(annotation, context),
    },
  };
}

function linkItem(link: Link, { lists, words, annotations }: Context): Item {
  const marked = link.annotation === undefined ? undefined : annotations.find(({ id }) => id === link.annotation);
  const name =
    link.actor !== undefined
      ? (byId(lists.actors, link.actor)?.name ?? link.actor)
      : link.source !== undefined
        ? (byId(lists.sources, link.source)?.name ?? link.source)
        : marked
          ? words.headline(marked)
          : (link.annotation ?? '');
  const onBehalfOf = link.for === undefined ? '' : (byId(lists.actors, link.for)?.name ?? link.for);
  return {
    key: linkKey(link),
    value: { ...link },
    name,
    about: marked ? words.line(marked) : '',
    ...(marked ? { annotation: marked.id } : {}),
    ...(link.actor !== undefined || link.for !== undefined ? { onBehalfOf } : {}),
  };
}

/** What a role takes and isn't linked yet; each option's value is the link. */
function optionsOf(
  annotation: PlacedAnnotation,
  role: Role,
  items: readonly Item[],
  context: Context,
): readonly Option[] {
  const linked = new Set(items.map(({ key }) => key));
  const withLink = (option: Option, to: Omit<Link, 'role'>): readonly Option[] => {
    const link = { role: role.id, ...to };
    return linked.has(linkKey(link))
      ? []
      : [{ ...option, id: `${Object.keys(to).join('+')} ${option.id}`, stored: link }];
  };
  return role.takes.flatMap((taken): readonly Option[] => {
    if (taken === 'actor') {
      return [
        ...mentionOptions(annotation, context).flatMap(({ option, to }) => withLink(option, to)),
        ...actorsNear(annotation, context).flatMap((option) => withLink(option, { actor: option.id })),
      ];
    }
    const marked = annotationOptions(annotation, taken, context);
    const known = taken === 'source' ? sourceOptions(context.lists) : [];
    return [
      ...marked.flatMap((option) => withLink(option, { annotation: option.id })),
      ...known.flatMap((option) => withLink(option, { source: option.id })),
    ];
  });
}

/** Mentions close by: a link to one leads there. They aren't found by a whole name, which means the actor. */
function mentionOptions(
  annotation: PlacedAnnotation,
  { lists, words, annotations, rangesOf }: Context,
): readonly { readonly option: Option; readonly to: Omit<Link, 'role'> }[] {
  const nearby = nearbyMentions(lists.actors, annotations, rangesOf(annotation));
  return [...nearby].map(([actor, mention]) => ({
    option: {
      id: mention.id,
      name: actor.name,
      detail: `${words.quotation(mention)}, ${words.line(mention)}`,
      isMeantByIdOnly: true,
    },
    to: { actor: actor.id, annotation: mention.id },
  }));
}

/** Other annotations of a type, the nearest first. */
function annotationOptions(
  annotation: PlacedAnnotation,
  type: string,
  { words, annotations, rangesOf }: Context,
): readonly Option[] {
  const others = annotations.filter((one) => one.type === type && one.id !== annotation.id);
  return nearestFirst(others, rangesOf, rangesOf(annotation)).map((one) => ({
    id: one.id,
    name: words.headline(one),
    aliases: [words.quotation(one)],
    detail: words.line(one),
    description: words.quotation(one),
  }));
}

/** The codebook's actors, those mentioned nearest first. */
export function actorsNear(
  annotation: PlacedAnnotation,
  { lists, words, annotations, rangesOf }: Context,
): readonly Option[] {
  const [range = { start: 0, end: 0 }] = rangesOf(annotation);
  const known = { mentions: mentionsOf(annotations), uses: new Map<string, number>() };
  return actorOptions(nearestActors(lists.actors, range, known), words);
}
