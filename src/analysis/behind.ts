/** An annotation of an article, by the article's key and its own id. */
export interface AnnotationPlace {
  readonly article: string;
  readonly id: string;
}

/** The key of a part of a picture: of the ids that tell it from the others. */
export function partKey(...ids: readonly string[]): string {
  return JSON.stringify(ids);
}

/** What lies behind the parts of a picture: annotations, in the order in which they were read, by the part's key. */
export class Behind {
  readonly #places = new Map<string, AnnotationPlace[]>();

  add(key: string, place: AnnotationPlace): void {
    const known = this.#places.get(key);
    if (known) known.push(place);
    else this.#places.set(key, [place]);
  }

  of(key: string): readonly AnnotationPlace[] {
    return this.#places.get(key) ?? [];
  }
}
