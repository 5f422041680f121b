/** Makes an element; texts among the children become text, never HTML. */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  properties: Partial<HTMLElementTagNameMap[K]> = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children);
  return made;
}

/** Sets attributes; null removes one. */
export function attributes(of: Element, values: Readonly<Record<string, string | null>>): void {
  for (const [name, value] of Object.entries(values)) {
    if (value === null) of.removeAttribute(name);
    else if (of.getAttribute(name) !== value) of.setAttribute(name, value);
  }
}

/** Makes these the children, in this order. What stays isn't moved unless it must be: an element that is moved loses the focus. */
export function arrange(parent: Element, children: readonly Element[]): void {
  const wanted = new Set(children);
  for (const child of [...parent.children]) if (!wanted.has(child)) child.remove();
  children.forEach((child, index) => {
    const there = parent.children[index];
    if (there !== child) parent.insertBefore(child, there ?? null);
  });
}

/** Shows a text; an empty one hides the element. */
export function showText(in_: HTMLElement, text: string): void {
  if (in_.textContent !== text) in_.textContent = text;
  in_.hidden = text === '';
}

/** A text with {0} replaced. */
export function filled(text: string, value: string | number): string {
  return text.replace('{0}', () => String(value));
}

let made = 0;

/** An id that no other element has. */
export function newElementId(): string {
  return `e${++made}`;
}
