import type { Link } from '../../../model/annotation';
import {
  effectiveCodebook,
  type Actor,
  type Codebook,
  type Role,
  type Stance,
  type Topic,
} from '../../../model/codebook';
import { foldedName, lookUp } from '../../../model/lookup';
import { slug } from '../../../sidecar/ids';
import type { Losses } from '../../losses';
import { Attributes } from './attributes';

/** A chain of parents that is longer isn't followed. */
const MOST_PARENTS = 1000;

/** What annotations of a project refer to. Entities of one name are one actor, whatever variable they stand in, and one topic. */
export class Items {
  readonly attributes = new Attributes();
  readonly #actors = new Named<Actor>();
  readonly #topics = new Named<Topic>();
  readonly #stances = new Map<string, Stance>();
  readonly #roles = new Map<string, Role>();

  constructor(private readonly losses: Losses) {}

  /** The id of the actor of that name. `more` says what is known of it; what was said before stays. */
  actor(name: string, more: Partial<Actor> = {}): string {
    return this.#actors.with(name, more);
  }

  topic(name: string, more: Partial<Topic> = {}): string {
    return this.#topics.with(name, more);
  }

  /** Sets a parent, unless there is another one or the two would stand above each other. */
  setParent(list: 'actors' | 'topics', child: string, parent: string): void {
    const isSet = (list === 'actors' ? this.#actors : this.#topics).setParent(child, parent);
    if (!isSet) this.losses.add('parents of entities that lead in a circle, or are two');
  }

  /** The stance that a number stands for among `levels`, all that a project has: 1 support, 0 neutral and -1 oppose; of a scale that
   * goes further and has no negative side, each level is a stance of its own, as are those beyond 1 and -1. */
  stanceOfNumber(value: number, levels: ReadonlySet<number>): string {
    const all = [...levels];
    const isTwoSided = all.every((level) => Math.abs(level) <= 1) || all.some((level) => level < 0);
    const usual = effectiveCodebook(undefined).stances.find((stance) => stance.value === value);
    if (isTwoSided && usual) return usual.id;
    const id = `level-${value}`;
    this.#stances.set(id, { id, name: `Level ${value}`, value });
    return id;
  }

  /** The stance of that name; a new one has no side. */
  stanceOfName(name: string): string {
    const found = lookUp([...effectiveCodebook(undefined).stances, ...this.#stances.values()], name);
    if (found && 'found' in found) return found.found.id;
    const id = slug(name, this.#stances);
    this.#stances.set(id, { id, name, value: 0 });
    this.losses.add('stances of which the project has no number (taken as 0)');
    return id;
  }

  /** A link to an actor, whose role is made known. */
  link(role: string, actor: string): Link {
    const isUsual = effectiveCodebook(undefined).roles.some(({ id }) => id === role);
    if (!isUsual) this.#roles.set(role, { id: role, appliesTo: ['claim'], takes: ['actor'] });
    return { role, actor };
  }

  /** What our defaults lack. */
  codebook(): Codebook {
    const lists = {
      ...{ actors: this.#actors.all, topics: this.#topics.all },
      ...{ stances: [...this.#stances.values()], roles: [...this.#roles.values()] },
      attributes: this.attributes.definitions,
    };
    const filled = Object.entries(lists).filter(([, list]) => list.length > 0);
    return { format: 'policy-codebook', version: 1, ...(Object.fromEntries(filled) as Partial<Codebook>) };
  }
}

/** Items of a list, each by its name once. */
class Named<T extends Actor | Topic> {
  readonly #ids = new Map<string, string>();
  readonly #items = new Map<string, T>();

  get all(): readonly T[] {
    return [...this.#items.values()];
  }

  with(name: string, more: Partial<T>): string {
    const id = this.#ids.get(foldedName(name)) ?? slug(name, this.#items);
    this.#ids.set(foldedName(name), id);
    const known = this.#items.get(id);
    if (!known || Object.keys(more).length > 0) this.#items.set(id, { id, name, ...more, ...known } as T);
    return id;
  }

  setParent(child: string, parent: string): boolean {
    const item = this.#items.get(child);
    let above: string | undefined = parent;
    for (let n = 0; above !== undefined && above !== child && n < MOST_PARENTS; n++)
      above = this.#items.get(above)?.parent;
    if (!item || above !== undefined || item.parent !== undefined) return item?.parent === parent;
    this.#items.set(child, { ...item, parent });
    return true;
  }
}
