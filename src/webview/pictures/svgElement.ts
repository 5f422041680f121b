import type { Shape } from '../../pictures/shape';

const SVG = 'http://www.w3.org/2000/svg';

/** Makes an element of a shape; texts become text, never markup. */
export function svgElement(from: Shape): SVGElement {
  const made = document.createElementNS(SVG, from.tag);
  for (const [name, value] of Object.entries(from.attributes)) made.setAttribute(name, String(value));
  made.append(...from.children.map((child) => (typeof child === 'string' ? child : svgElement(child))));
  return made;
}

/** An empty element with some attributes. */
export function svg<K extends keyof SVGElementTagNameMap>(
  tag: K,
  attributes: Readonly<Record<string, string>> = {},
): SVGElementTagNameMap[K] {
  const made = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  return made;
}
