import type { Losses } from '../../losses';
import { childrenOf, type XmlElement } from '../../reading/xml';
import type { TypeDefinition } from '../../spans/cas/types';
import { xmlText } from '../../writing/xml';

/** A type system description, as UIMA has it in a file of its own. */
export function typeSystemXml(types: readonly TypeDefinition[], losses: Losses): string {
  const line = (indent: number, name: string, text: string): string =>
    `${'  '.repeat(indent)}<${name}>${xmlText(text, losses)}</${name}>\n`;
  const feature = ([name, range]: readonly [string, string]): string =>
    `        <featureDescription>\n${line(5, 'name', name)}${line(5, 'description', '')}${line(5, 'rangeTypeName', range)}        </featureDescription>\n`;
  const type = ({ name, description, supertype, features }: TypeDefinition): string =>
    [
      '    <typeDescription>\n',
      ...[line(3, 'name', name), line(3, 'description', description), line(3, 'supertypeName', supertype)],
      ...['      <features>\n', ...features.map(feature), '      </features>\n', '    </typeDescription>\n'],
    ].join('');
  return [
    '<?xml version="1.0" encoding="UTF-8"?>\n',
    '<typeSystemDescription xmlns="http://uima.apache.org/resourceSpecifier">\n',
    ...['  <types>\n', ...types.map(type), '  </types>\n', '</typeSystemDescription>\n'],
  ].join('');
}

/** What is known of features' types of values. */
export class FeatureRanges {
  readonly #ranges = new Map<string, string>();
  readonly #supertypes = new Map<string, string>();

  /** @param root a `typeSystemDescription` */
  add(root: XmlElement): void {
    for (const type of childrenOf(root, 'types').flatMap((types) => childrenOf(types, 'typeDescription'))) {
      const name = said(type, 'name');
      this.#supertypes.set(name, said(type, 'supertypeName'));
      for (const feature of childrenOf(type, 'features').flatMap((list) => childrenOf(list, 'featureDescription'))) {
        this.#ranges.set(`${name}:${said(feature, 'name')}`, said(feature, 'rangeTypeName'));
      }
    }
  }

  /** Whether a feature's value refers to feature structures; undefined where the type system doesn't know it. */
  isReference(type: string, feature: string): boolean | undefined {
    const seen = new Set<string>();
    for (let at: string | undefined = type; at !== undefined && !seen.has(at); at = this.#supertypes.get(at)) {
      seen.add(at);
      const range = this.#ranges.get(`${at}:${feature}`);
      if (range !== undefined)
        return !/^uima\.cas\.(?:String|Boolean|Byte|Short|Integer|Long|Float|Double)(?:Array|List)?$/.test(range);
    }
    return undefined;
  }
}

function said(element: XmlElement, name: string): string {
  return childrenOf(element, name)[0]?.text.trim() ?? '';
}
