import type { Value } from '../variables';

/** The values of a variable, numbered as they are met. */
export class Vocabulary {
  readonly values: Value[] = [];
  readonly #numbers = new Map<string, number>();

  number(value: Value): number {
    const known = this.#numbers.get(value.id);
    if (known !== undefined) return known;
    const number = this.values.length;
    this.values.push(value);
    this.#numbers.set(value.id, number);
    return number;
  }
}
