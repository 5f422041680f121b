/** Whatever JSON holds. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;

/** A JSON object; fields that a reader doesn't know stay in it. */
export interface JsonObject {
  readonly [key: string]: Json | undefined;
}
