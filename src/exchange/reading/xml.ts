import { SaxesParser } from 'saxes';
import { InputError } from '../inputError';

/** An element of a document, with what is in it. */
export interface XmlElement {
  /** Without a prefix. */
  readonly name: string;
  /** The namespace; empty where there is none. */
  readonly uri: string;
  /** By name without a prefix; of two that differ in their prefix alone, the later. */
  readonly attributes: ReadonlyMap<string, string>;
  /** By name as it is written, with its prefix. */
  readonly qualified: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  /** The text that stands in it itself, put together. */
  readonly text: string;
  /** Where it starts, from 1. */
  readonly line: number;
}

interface Growing extends XmlElement {
  readonly children: XmlElement[];
  text: string;
}

/** Namespaces are looked for in all elements around one, so that depth costs by the square. */
export const MAX_DEPTH = 200;

/** A document as a tree. Entities of its own are none: a document type declaration is refused, so that nothing can be expanded
 * or fetched. Throws an {@link InputError} with the line. */
export function xmlOf(text: string, path: string): XmlElement {
  const parser = new SaxesParser({ xmlns: true });
  const open: Growing[] = [];
  let root: XmlElement | undefined;
  const fail = (problem: string): never => {
    throw new InputError(problem, { path, line: parser.line });
  };
  parser.on('error', ({ message }) => fail(`This is not XML: ${message.replace(/^\d+:\d+: /, '').replace(/\.$/, '')}`));
  parser.on('doctype', () => fail('A document type declaration is not taken'));
  parser.on('opentag', ({ local, uri, attributes }) => {
    if (open.length >= MAX_DEPTH) fail(`Elements are nested more than ${MAX_DEPTH} deep`);
    const list = Object.values(attributes);
    const byLocal = new Map(list.map((attribute) => [attribute.local, attribute.value]));
    const hasPrefix = list.some(({ prefix }) => prefix !== '');
    const qualified = hasPrefix ? new Map(list.map((attribute) => [attribute.name, attribute.value])) : byLocal;
    const element: Growing = {
      ...{ name: local, uri, attributes: byLocal, qualified, children: [], text: '', line: parser.line },
    };
    open.at(-1)?.children.push(element);
    root ??= element;
    open.push(element);
  });
  const add = (piece: string): void => {
    const element = open.at(-1);
    if (element) element.text += piece;
  };
  parser.on('text', add);
  parser.on('cdata', add);
  parser.on('closetag', () => void open.pop());
  parser.write(text).close();
  return root ?? fail('There is no element');
}

/** The children of an element that have a name, in any namespace. */
export function childrenOf(element: XmlElement, name: string): XmlElement[] {
  return element.children.filter((child) => child.name === name);
}
