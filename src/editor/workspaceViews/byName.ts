const { compare } = new Intl.Collator(undefined, { numeric: true });

/** Order by name, as a person looks for one. */
export function byName(a: { readonly name: string }, b: { readonly name: string }): number {
  return compare(a.name, b.name);
}
