import type { Losses } from '../../losses';
import { xmlQuoted } from '../../writing/xml';

/** Names of the controls and of the text in our labelling configuration. */
export const TEXT = 'text';
export const LABEL = 'label';

/** What the annotations of an export use, from which its labelling configuration is made. */
export class Configuration {
  readonly #types: Set<string>;
  readonly #roles = new Set<string>();
  readonly #choices = new Map<string, Set<string>>();
  readonly #texts = new Set<string>();

  /** @param types those that can be chosen even where they don't occur */
  constructor(types: Iterable<string>) {
    this.#types = new Set(types);
  }

  addType(type: string): void {
    this.#types.add(type);
  }

  addRole(role: string): void {
    this.#roles.add(role);
  }

  addChoice(name: string, value: string): void {
    const values = this.#choices.get(name) ?? new Set();
    this.#choices.set(name, values.add(value));
  }

  addText(name: string): void {
    this.#texts.add(name);
  }

  /** As https://labelstud.io/tags/ says; to be pasted under Settings, Labeling Interface, Code. */
  xml(losses: Losses): string {
    const quoted = (text: string): string => xmlQuoted(text, losses);
    const values = (tag: string, names: Iterable<string>): string =>
      [...names].map((name) => `    <${tag} value=${quoted(name)}/>\n`).join('');
    const perRegion = `toName="${TEXT}" perRegion="true"`;
    const choices = [...this.#choices].map(
      ([name, all]) =>
        `  <Choices name=${quoted(name)} ${perRegion}>\n${values('Choice', [...all].sort())}  </Choices>\n`,
    );
    const texts = [...this.#texts].map((name) => `  <TextArea name=${quoted(name)} ${perRegion} editable="true"/>\n`);
    return [
      '<View>\n',
      // Else white space is trimmed, and offsets shift.
      '  <Style>.htx-text{ white-space: pre-wrap; }</Style>\n',
      `  <Relations>\n${values('Relation', [...this.#roles].sort())}  </Relations>\n`,
      `  <Labels name="${LABEL}" toName="${TEXT}">\n${values('Label', this.#types)}  </Labels>\n`,
      `  <Text name="${TEXT}" value="$${TEXT}"/>\n`,
      ...choices,
      ...texts,
      '</View>\n',
    ].join('');
  }
}
