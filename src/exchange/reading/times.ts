/** A time of another tool as ours are: ISO 8601 in UTC, whole seconds. Undefined where the text is none. */
export function utcTime(text: string): string | undefined {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(text)) return undefined;
  // A time without a zone is meant as UTC: where it was written isn't known.
  const time = Date.parse(/(?:Z|[+-]\d\d:?\d\d)$/i.test(text) ? text : `${text}Z`);
  return Number.isNaN(time) ? undefined : new Date(time).toISOString().replace(/\.\d+Z$/, 'Z');
}
