import type { Json } from '../../model/json';

/** Before the id of an attribute in the key of a field. */
export const ATTRIBUTE = 'attributes.';

/** A field by its name in a command's argument object, or by `attributes.` and the id of an attribute. */
export interface PresentField {
  readonly key: string;
  readonly value: Json | undefined;
}

/** What a person changed in a menu of fields and didn't keep yet; null removes a field. */
export class PendingChanges {
  private readonly present: ReadonlyMap<string, Json | undefined>;
  private readonly changes = new Map<string, Json>();

  constructor(fields: readonly PresentField[]) {
    this.present = new Map(fields.map(({ key, value }) => [key, value]));
  }

  get size(): number {
    return this.changes.size;
  }

  isChanged(key: string): boolean {
    return this.changes.has(key);
  }

  /** The field as it would be kept; undefined where it has no value. */
  value(key: string): Json | undefined {
    return (this.changes.has(key) ? this.changes.get(key) : this.present.get(key)) ?? undefined;
  }

  /** A value like the present one, or null where there is none, is no change. */
  set(key: string, value: Json): void {
    if (JSON.stringify(value) === JSON.stringify(this.present.get(key) ?? null)) this.changes.delete(key);
    else this.changes.set(key, value);
  }

  /** The changes as a command's argument object. */
  toArguments(): Record<string, unknown> {
    const args: [string, Json][] = [];
    const attributes: [string, Json][] = [];
    for (const [key, value] of this.changes) {
      if (key.startsWith(ATTRIBUTE)) attributes.push([key.slice(ATTRIBUTE.length), value]);
      else args.push([key, value]);
    }
    // Not by assignment: an attribute may have the id "__proto__".
    if (attributes.length > 0) args.push(['attributes', Object.fromEntries(attributes)]);
    return Object.fromEntries(args);
  }
}
