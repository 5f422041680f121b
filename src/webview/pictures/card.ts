import { element } from '../element';

/** What a card says: a title, and lines below it. */
export interface CardText {
  readonly title: string;
  readonly lines: readonly string[];
  readonly hint: string;
}

/** A card beside what the pointer is over, or what has the focus. Screen readers hear the same by the label of what it is about. */
export class Card {
  readonly element = element('div', { className: 'card', hidden: true });

  constructor() {
    this.element.setAttribute('aria-hidden', 'true');
  }

  /** @param x and y on the picture, from its upper left corner; it stays within the picture */
  show({ title, lines, hint }: CardText, x: number, y: number): void {
    this.element.replaceChildren(
      element('p', { className: 'title' }, title),
      ...lines.map((line) => element('p', {}, line)),
      element('p', { className: 'hint' }, hint),
    );
    this.element.hidden = false;
    const around = this.element.parentElement;
    const { offsetWidth, offsetHeight } = this.element;
    const right = (around?.clientWidth ?? 0) - offsetWidth - 4;
    const below = (around?.clientHeight ?? 0) - offsetHeight - 4;
    this.element.style.left = `${Math.max(4, Math.min(x + 14, right))}px`;
    this.element.style.top = `${Math.max(4, y + 14 > below ? y - offsetHeight - 10 : y + 14)}px`;
  }

  hide(): void {
    this.element.hidden = true;
  }
}
