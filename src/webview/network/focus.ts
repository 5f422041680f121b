import type { NetworkTexts } from './texts';
import { isArrow, towards } from '../pictures/arrows';
import type { Stage } from './stage';

/** What a key does beside moving the focus. */
export interface Keyed {
  claims(key: string): void;
  larger(): void;
  smaller(): void;
  all(): void;
  /** What has the focus now. */
  focused(what: { readonly node: number } | { readonly edge: number } | undefined): void;
}

/** Moves the focus through a network by keys: one stop of Tab for all, arrows from node to node. */
export class Focus {
  private node = 0;
  /** Of the node's ties, which one has the focus. */
  private tie: number | undefined;
  private count = 0;
  private texts: NetworkTexts | undefined;

  /** @param area around the stage: an SVG element that listens for the focus would be a stop of Tab itself */
  constructor(
    private readonly stage: Stage,
    area: HTMLElement,
    private readonly does: Keyed,
  ) {
    area.addEventListener('keydown', (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey || !this.take(event)) return;
      event.preventDefault();
      event.stopPropagation();
    });
    area.addEventListener('focusout', () => does.focused(undefined));
    area.addEventListener('focusin', ({ target }) => {
      const element = target as SVGElement;
      const node = element.dataset['node'];
      const edge = element.dataset['edge'];
      if (node !== undefined) this.stopAt(Number(node));
      does.focused(edge !== undefined ? { edge: Number(edge) } : { node: this.node });
    });
  }

  /** After the picture was drawn anew.
   * @param first the node that Tab comes to */
  begin(texts: NetworkTexts, count: number, first: number): void {
    this.texts = texts;
    this.count = count;
    this.stopAt(first);
  }

  go(node: number): void {
    this.stopAt(node);
    (this.stage.mark(node) as HTMLElement | undefined)?.focus();
  }

  /** Makes a node the one that Tab comes to. */
  stopAt(node: number): void {
    this.tie = undefined;
    this.stage.mark(this.node)?.setAttribute('tabindex', '-1');
    this.node = node;
    const mark = this.stage.mark(node);
    mark?.setAttribute('tabindex', '0');
    if (this.texts)
      mark?.setAttribute('aria-label', this.texts.spoken(this.texts.node(node, this.stage.edgesOf(node))));
  }

  private take({ key, shiftKey }: KeyboardEvent): boolean {
    if (key === 'Enter' || key === ' ') {
      const edge = this.tie === undefined ? undefined : this.stage.edgesOf(this.node)[this.tie];
      this.does.claims(edge === undefined ? `n${this.node}` : `e${edge}`);
    } else if (key === '+' || key === '=') this.does.larger();
    else if (key === '-') this.does.smaller();
    else if (key === '0') this.does.all();
    else if (key === 'Escape' && this.tie !== undefined) this.go(this.node);
    else if (shiftKey && (key === 'ArrowLeft' || key === 'ArrowRight')) this.goToTie(key === 'ArrowRight' ? 1 : -1);
    else if (isArrow(key)) this.goTowards(key);
    else return false;
    return true;
  }

  private goTowards(key: string): void {
    const spots = Array.from({ length: this.count }, (_, at) => this.stage.onScreen(at));
    const next = towards(spots, this.node, key);
    if (next !== undefined) this.go(next);
  }

  private goToTie(step: number): void {
    const edges = this.stage.edgesOf(this.node);
    if (edges.length === 0) return;
    const from = this.tie ?? (step > 0 ? -1 : 0);
    this.tie = (from + step + edges.length) % edges.length;
    const edge = edges[this.tie] ?? 0;
    const line = this.stage.line(edge);
    line?.setAttribute('tabindex', '-1');
    line?.setAttribute('role', 'button');
    if (this.texts) line?.setAttribute('aria-label', this.texts.spoken(this.texts.edge(edge)));
    (line as HTMLElement | undefined)?.focus();
  }
}
