import type { Losses } from '../../losses';
import type { Entity } from './entities';
import type { Items } from './items';
import type { Meaning } from './mapping';
import type { Variable } from './variables';

/** Which of our lists a variable's entities belong to, and of which kind actors are, where its name says it. */
interface Destination {
  readonly list: 'actors' | 'topics';
  readonly kind?: string;
}

const kinds: Readonly<Record<string, string>> = {
  ...{ person: 'person', individual: 'person', politician: 'person' },
  ...{ organization: 'organization', organisation: 'organization', institution: 'organization', party: 'organization' },
};

/** The kind of actors that a variable's name tells; undefined where it tells none. */
export function kindOf({ nameOf }: Variable): string | undefined {
  const name = nameOf.toLowerCase();
  return Object.hasOwn(kinds, name) ? kinds[name] : undefined;
}

/** Makes actors and topics of the entities of a project, with what is known of them, used or not. */
export function addEntities(
  entities: readonly Entity[],
  meanings: ReadonlyMap<Variable, Meaning>,
  items: Items,
  losses: Losses,
): void {
  const destinations = new Map<number, Destination[]>();
  for (const [variable, meaning] of meanings) {
    const destination = destinationOf(variable, meaning);
    if (destination) destinations.set(variable.of, [...(destinations.get(variable.of) ?? []), destination]);
  }
  const added = entities
    .filter(({ name }) => name !== '')
    .map((entity) => {
      const goesTo = destinations.get(entity.variable) ?? [];
      if (goesTo.length === 0) losses.add('details of entities that are values of attributes here', detailsOf(entity));
      const ids = goesTo.map(({ list, kind }) => {
        return { list, id: list === 'actors' ? addActor(entity, kind, items) : addTopic(entity, items, losses) };
      });
      return { entity, ids };
    });

  const byId = new Map(added.map((one) => [one.entity.id, one]));
  const byName = new Map(added.map((one) => [JSON.stringify([one.entity.variable, one.entity.name]), one]));
  for (const { entity, ids } of added) {
    const { parent, variable } = entity;
    if (parent === undefined || ids.length === 0) continue;
    const above = typeof parent === 'number' ? byId.get(parent) : byName.get(JSON.stringify([variable, parent]));
    const pairs = ids.flatMap(
      ({ list, id }) => above?.ids.filter((one) => one.list === list).map((one) => ({ list, id, above: one.id })) ?? [],
    );
    if (pairs.length === 0) losses.add('parents of entities that aren’t there');
    for (const pair of pairs) items.setParent(pair.list, pair.id, pair.above);
  }
}

function destinationOf(variable: Variable, { is }: Meaning): Destination | undefined {
  if (is === 'topic') return { list: 'topics' };
  if (is !== 'speaker' && is !== 'for' && is !== 'role') return undefined;
  const kind = kindOf(variable);
  return { list: 'actors', ...(kind === undefined ? {} : { kind }) };
}

function detailsOf({ color, parent, attributes }: Entity): number {
  return attributes.size + Number(color !== undefined) + Number(parent !== undefined);
}

function addActor(entity: Entity, kind: string | undefined, items: Items): string {
  const { aliases, notes, others } = sorted(entity);
  const attributes = [...others].map(([name, value]) => [items.attributes.id(name, 'text', 'actor'), value]);
  return items.actor(entity.name, {
    ...(kind === undefined ? {} : { kind }),
    ...(aliases.length > 0 ? { aliases } : {}),
    ...(entity.color === undefined ? {} : { color: entity.color }),
    ...(attributes.length > 0 ? { attributes: Object.fromEntries(attributes) } : {}),
    ...(notes === undefined ? {} : { note: notes }),
  });
}

/** Topics have room for notes alone. */
function addTopic(entity: Entity, items: Items, losses: Losses): string {
  const { aliases, notes, others } = sorted(entity);
  losses.add(
    'aliases, colours and attributes of concepts',
    aliases.length + others.size + Number(entity.color !== undefined),
  );
  return items.topic(entity.name, notes === undefined ? {} : { description: notes });
}

/** An entity's attributes by what they are: DNA's projects begin with "Type", "Alias" and "Notes". */
function sorted({ name, attributes }: Entity): {
  aliases: readonly string[];
  notes: string | undefined;
  others: ReadonlyMap<string, string>;
} {
  const aliases = new Set<string>();
  const notes: string[] = [];
  const others = new Map<string, string>();
  for (const [attribute, value] of attributes) {
    if (/^alias(?:es)?$/i.test(attribute)) {
      // Not by commas: "Voinovich, George".
      for (const alias of value.split(/[;|\n]/u)) aliases.add(alias.trim());
    } else if (/^notes?$/i.test(attribute)) notes.push(value);
    else others.set(attribute, value);
  }
  aliases.delete('');
  aliases.delete(name);
  return { aliases: [...aliases], notes: notes.length > 0 ? notes.join('\n') : undefined, others };
}
