/** Names that are given once. */
export class Unique {
  readonly #taken = new Set<string>();
  /** The next number to try, by name. */
  readonly #next = new Map<string, number>();

  /** @param isFolded whether names that differ in case alone are the same, as on many disks */
  constructor(readonly isFolded = false) {}

  has(name: string): boolean {
    return this.#taken.has(this.#key(name));
  }

  /** The name, or where it is taken, with the first number that makes it free.
   * @param numbered the name with a number */
  name(name: string, numbered = (n: number): string => `${name}#${n}`): string {
    let free = name;
    let n = this.#next.get(this.#key(name)) ?? 2;
    for (; this.has(free); n++) free = numbered(n);
    this.#next.set(this.#key(name), n);
    this.#taken.add(this.#key(free));
    return free;
  }

  #key(name: string): string {
    return this.isFolded ? name.toLowerCase() : name;
  }
}
