/** The first line of an annotation.conf of ours. */
export const CONFIGURATION_MARK = '# Made by Policy Annotator';

interface Ends {
  readonly from: Set<string>;
  readonly to: Set<string>;
}

interface Values {
  readonly types: Set<string>;
  readonly values: Set<string>;
}

/** What the annotations of an export use, from which annotation.conf is made. Names are brat's. */
export class Configuration {
  readonly #types: Set<string>;
  readonly #relations = new Map<string, Ends>();
  readonly #attributes = new Map<string, Values>();

  /** @param types those that can be chosen even where they don't occur */
  constructor(types: Iterable<string>) {
    this.#types = new Set(types);
  }

  addType(type: string): void {
    this.#types.add(type);
  }

  addRelation(role: string, from: string, to: string): void {
    const ends = this.#relations.get(role) ?? { from: new Set(), to: new Set() };
    this.#relations.set(role, ends);
    ends.from.add(from);
    ends.to.add(to);
  }

  addValue(attribute: string, type: string, value: string): void {
    const known = this.#attributes.get(attribute) ?? { types: new Set(), values: new Set() };
    this.#attributes.set(attribute, known);
    known.types.add(type);
    known.values.add(value);
  }

  /** annotation.conf, as https://brat.nlplab.org/configuration.html says. */
  text(): string {
    const relations = [...this.#relations].sort(byName).map(([role, { from, to }]) => {
      return `${role}\tArg1:${choice(from)}, Arg2:${choice(to)}`;
    });
    const attributes = [...this.#attributes].sort(byName).map(([name, { types, values }]) => {
      return `${name}\tArg:${choice(types)}, Value:${choice(values)}`;
    });
    // Else brat complains of targets that nest and cross.
    const overlaps = '<OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>';
    return [
      ...[CONFIGURATION_MARK, '[entities]', ...this.#types],
      ...['[relations]', ...relations, overlaps],
      ...['[events]', '[attributes]', ...attributes, ''],
    ].join('\n');
  }
}

function choice(names: ReadonlySet<string>): string {
  return [...names].sort().join('|');
}

function byName([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1;
}
