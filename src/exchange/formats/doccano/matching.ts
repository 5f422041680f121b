import type { InputPlace } from '../../inputError';
import type { ForeignText } from '../../spans/foreignText';
import type { PieceReader } from '../../spans/pieces';
import { NEXT_PART, type Detail } from './details';

/** An entity of a line; offsets in code points. */
export interface Entity {
  /** What relations know it by. */
  readonly key: string;
  readonly label: string;
  readonly start: number;
  readonly end: number;
  readonly place: InputPlace;
}

/** Entities with the details that we wrote of them: found again by label and offsets, in order, since doccano numbers entities anew. */
export class MatchedEntities {
  readonly #details = new Map<Entity, Detail>();
  readonly #byKey = new Map<string, Entity>();
  readonly #links = new Map<Detail, Queues<ReadonlyMap<string, string>>>();

  constructor(
    entities: readonly Entity[],
    details: readonly Detail[],
    readonly text: ForeignText,
    readonly reader: PieceReader,
  ) {
    const left = new Queues(
      entities.map((entity) => [placeKey(entity.label, entity.start, entity.end), entity] as const),
    );
    for (const entity of entities) this.#byKey.set(entity.key, entity);
    for (const detail of details) {
      const found = detail.ranges.map(([start, end]) => left.take(placeKey(detail.label, start, end)));
      if (found.every((entity) => entity === undefined)) {
        reader.losses.add('details of entities that were changed or removed since');
      }
      for (const [n, entity] of found.entries()) {
        if (!entity) continue;
        this.#details.set(entity, detail);
        this.#add(entity, detail, found.length > 1 ? `${n + 1}/${found.length}` : undefined);
      }
    }
    for (const entity of entities) if (!this.#details.has(entity)) this.#add(entity);
  }

  #add(entity: Entity, detail?: Detail, part?: string): void {
    const { key, label: type, start, end, place } = entity;
    const range = this.text.range(start, end, 'code points', place);
    if (!range) this.reader.losses.leaveOut('annotations of no text');
    else {
      const features = detail?.features ?? new Map<string, string>();
      this.reader.add({ key, id: detail?.id, part, type, range, exact: undefined, features });
    }
  }

  /** An arrow of the line, by its entities' keys. Those between the parts of a target say nothing more. */
  relate(type: string, from: string, to: string): void {
    const [start, end] = [from, to].map((key) => {
      const entity = this.#byKey.get(key);
      return entity && this.#details.get(entity);
    });
    if (type === NEXT_PART && start && start === end) return;
    const features = start && end ? this.#linksOf(start).take(linkKey(type, end.id)) : undefined;
    this.reader.relate(type, from, to, features ?? new Map<string, string>());
  }

  #linksOf(detail: Detail): Queues<ReadonlyMap<string, string>> {
    const known = this.#links.get(detail);
    if (known) return known;
    const links = new Queues(detail.links.map(({ role, to, features }) => [linkKey(role, to), features] as const));
    this.#links.set(detail, links);
    return links;
  }
}

function placeKey(label: string, start: number, end: number): string {
  return `${start} ${end} ${label}`;
}

function linkKey(role: string, to: string): string {
  return JSON.stringify([role, to]);
}

/** Values by a key, each given once, in their order. */
class Queues<T> {
  readonly #left = new Map<string, T[]>();

  constructor(entries: readonly (readonly [key: string, value: T])[]) {
    for (const [key, value] of [...entries].reverse()) {
      const same = this.#left.get(key);
      if (same) same.push(value);
      else this.#left.set(key, [value]);
    }
  }

  take(key: string): T | undefined {
    return this.#left.get(key)?.pop();
  }
}
