type Valueless = null | undefined;

/** The fields of `F` that always have a value, and the others as optional ones. */
export type WithValues<F> = {
  [K in keyof F as Extract<F[K], Valueless> extends never ? K : never]: F[K];
} & { [K in keyof F]?: Exclude<F[K], Valueless> };

/** The object without the fields that are undefined or null: what has no value is left out of a sidecar. */
export function withValues<F extends object>(fields: F): WithValues<F> {
  const entries = Object.entries(fields).filter(([, value]) => value !== undefined && value !== null);
  return Object.fromEntries(entries) as WithValues<F>;
}
