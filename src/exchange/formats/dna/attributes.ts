import { effectiveCodebook, type AttributeDefinition } from '../../../model/codebook';
import { foldedName } from '../../../model/lookup';
import { slug } from '../../../sidecar/ids';

/** The attributes that values of a project need in the codebook. */
export class Attributes {
  readonly #byId = new Map<string, AttributeDefinition>(
    effectiveCodebook(undefined).attributes.map((definition) => [definition.id, definition]),
  );
  readonly #used = new Set<string>();

  /** The id of the attribute of that name and type, which then applies to `holder`: a type of annotations, `actor` or `article`. An
   * attribute of our own that is called alike but of another type isn't it. */
  id(name: string, type: 'boolean' | 'integer' | 'text' | 'list', holder: string): string {
    for (const taken = new Set<string>(); ;) {
      const id = slug(name, taken);
      const known = this.#byId.get(id);
      const isSame = known?.type === type && foldedName(known.name).toLowerCase() === foldedName(name).toLowerCase();
      if (known && !isSame) {
        taken.add(id);
        continue;
      }
      const appliesTo = known?.appliesTo ?? [];
      if (!appliesTo.includes(holder)) {
        this.#byId.set(id, { ...(known ?? { id, name, type }), appliesTo: [...appliesTo, holder] });
        this.#used.add(id);
      }
      return id;
    }
  }

  /** What the codebook must have besides our defaults. */
  get definitions(): readonly AttributeDefinition[] {
    return [...this.#used].flatMap((id) => this.#byId.get(id) ?? []);
  }
}
