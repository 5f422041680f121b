/** One thing that is asked for: words, with the name of the field that must hold them where one was named. */
export interface Term {
  readonly field?: string;
  /** As {@link folded}; never empty. */
  readonly words: string;
}

/** What a thing says, by field; a filter's words without a field are looked for in all. */
export type Fields = Iterable<readonly [field: string, value: string]>;

/**
 * What was typed into a filter: words, quoted ones as one ("missile tests"), each with a field before it or not
 * (author:kim, date:2023-12, title:"the levy"). All must be there.
 */
export function parseFilter(typed: string): readonly Term[] {
  const terms: Term[] = [];
  for (const [, field, quoted, word] of typed.matchAll(
    /(?:([\p{L}\p{N}_-]+):(?!\/\/))?(?:["“”]([^"“”]*)["“”]?|([^\s"“”]+))/gu,
  )) {
    const words = folded(quoted ?? word ?? '');
    if (words !== '') terms.push({ words, ...(field === undefined ? {} : { field: field.toLowerCase() }) });
  }
  return terms;
}

/** Whether each term is found: within a value, or (dates) at its beginning. */
export function fitsFilter(terms: readonly Term[], fields: Fields): boolean {
  if (terms.length === 0) return true;
  const known = [...fields].map(([field, value]) => [field.toLowerCase(), folded(value)] as const);
  return terms.every(({ field: wanted, words }) =>
    known.some(
      ([field, value]) =>
        (wanted === undefined || wanted === field) &&
        (field === 'date' ? value.startsWith(words) : value.includes(words)),
    ),
  );
}

/** A text as it is compared: without accents, case and more than one space. */
export function folded(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[‘’ʼ]/gu, "'")
    .toLowerCase()
    .replace(/\s+/gu, ' ')
    .trim();
}
