import { InputError } from '../../inputError';
import type { XmlElement } from '../../reading/xml';
import type { ReadCas, ReadStructure, ReadValue } from '../../spans/cas/reading';
import { SOFA } from '../../spans/cas/writing';
import { typeOf } from './names';
import type { FeatureRanges } from './typeSystem';

/** Features that refer to others in the layers of INCEpTION and DKPro Core, for files without their type system. */
const references: ReadonlySet<string> = new Set(['Governor', 'Dependent', 'target', 'next', 'first']);

/** Features of every annotation that are numbers. */
const plain: ReadonlySet<string> = new Set(['sofa', 'begin', 'end']);

/** The CAS in an XMI document. A feature's value doesn't say whether it is a number or refers to a feature structure: the type
 * system does, else the feature's name, else that it leads to slots. Throws an {@link InputError} with the line. */
export function casOfXmi(root: XmlElement, path: string, ranges: FeatureRanges): ReadCas {
  const elements = new Map<string, XmlElement>();
  const views: ReadCas['views'][number][] = [];
  for (const element of root.children) {
    const type = typeOf(element.uri, element.name);
    if (type === 'uima.cas.View') {
      const { attributes } = element;
      views.push({ sofa: attributes.get('sofa') ?? '', members: words(attributes.get('members') ?? '') });
      continue;
    }
    const id = element.qualified.get('xmi:id');
    if (type === undefined || type === 'uima.cas.NULL' || id === undefined) continue;
    if (elements.has(id)) throw new InputError(`Two elements have the id ${id}`, { path, line: element.line });
    elements.set(id, element);
  }
  const isSlot = (id: string): boolean => {
    const attributes = elements.get(id)?.attributes;
    return attributes !== undefined && attributes.has('target') && !attributes.has('end');
  };
  const value = (type: string, name: string, text: string): ReadValue => {
    if (type === SOFA || plain.has(name) || !/^\d+(?: \d+)*$/.test(text)) return text;
    const ids = words(text);
    const refers = ranges.isReference(type, name) ?? (references.has(name) || ids.every(isSlot));
    return refers ? { to: ids.flatMap((id) => elementsOf(elements, id)) } : text;
  };
  const structures = new Map<string, ReadStructure>();
  for (const [id, element] of elements) {
    const type = typeOf(element.uri, element.name) ?? element.name;
    const features = new Map<string, ReadValue>();
    for (const [name, text] of element.qualified) {
      if (!name.includes(':') && name !== 'xmlns') features.set(name, value(type, name, text));
    }
    for (const name of new Set(element.children.map((child) => child.name))) {
      features.set(
        name,
        element.children.filter((child) => child.name === name).map(({ text }) => text),
      );
    }
    structures.set(id, { id, type, features, place: { path, line: element.line, at: `xmi:id ${id}` } });
  }
  return { path, structures, views };
}

/** An array that stands for itself has the references in it. */
function elementsOf(elements: ReadonlyMap<string, XmlElement>, id: string): string[] {
  const element = elements.get(id);
  const isArray = element && typeOf(element.uri, element.name) === 'uima.cas.FSArray';
  return isArray ? words(element.attributes.get('elements') ?? '') : [id];
}

function words(list: string): string[] {
  return list.split(/\s+/).filter((word) => word !== '');
}
