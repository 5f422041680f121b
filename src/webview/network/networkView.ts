import type { NetworkPicture } from '../../analysis/network/picture';
import { fit, networkSvg } from '../../pictures/network';
import { element } from '../element';
import type { Channel } from '../pictures/channel';
import type { TableData } from '../../model/picture';
import type { PictureView } from '../pictures/view';
import { Bar } from './bar';
import { Card } from '../pictures/card';
import { Focus } from './focus';
import { Gestures, nodeOf } from './gestures';
import { legend } from './legend';
import { Motion } from './motion';
import { pinsOf } from './pins';
import { Stage, type View } from './stage';
import { NetworkTexts } from './texts';

/** Pixels around the network where all of it is shown: for marks and half a name. */
const MARGIN = 60;
/** So near the pointer must come to a line. */
const NEAR = 6;

type What = { readonly node: number } | { readonly edge: number };

/** The picture of a network: drawn, moved, searched, and a way to the claims. */
export class NetworkView implements PictureView {
  readonly element: HTMLElement;
  private readonly stage = new Stage();
  private readonly motion = new Motion((places, isMoving) => {
    this.stage.place(places, isMoving);
    if (!this.isLookedAt) this.showAll();
  });
  private readonly gestures: Gestures;
  private readonly bar: Bar;
  private readonly card = new Card();
  private readonly focus: Focus;
  private readonly legend = element('div');
  private picture: NetworkPicture | undefined;
  private texts: NetworkTexts | undefined;
  private caption: readonly string[] = [];
  private pins: Record<string, readonly [number, number]>;
  /** Whether the person moved or scaled it, so that it stays as it is seen. */
  private isLookedAt = false;
  /** What stands out now. */
  private outstanding: string | undefined;
  private found: readonly number[] = [];
  private shownOfFound = -1;

  constructor(private readonly channel: Channel) {
    this.pins = { ...pinsOf(channel.kept('pins')) };
    const area = element('div', { className: 'area' });
    area.append(this.stage.element, this.card.element);
    this.gestures = new Gestures(this.stage.element, {
      look: (view, byPerson) => this.look(view, byPerson),
      drag: (node, x, y) => this.drag(node, x, y),
      dropped: () => channel.keep('pins', this.pins),
    });
    const scale = {
      larger: () => this.scale(() => this.gestures.larger()),
      smaller: () => this.scale(() => this.gestures.smaller()),
      all: () => this.lookAtAll(),
    };
    this.bar = new Bar(channel, {
      ...scale,
      search: (words) => this.search(words),
      next: () => this.next(),
      again: () => this.again(),
    });
    this.focus = new Focus(this.stage, area, {
      ...scale,
      claims: (key) => channel.tell({ type: 'claims', key }),
      focused: (what) => {
        if (what && 'node' in what) this.bringInView(what.node);
        this.standOut(what, undefined);
      },
    });
    const keys = element('p', { className: 'keys' }, channel.text('keys'));
    this.element = element('div', { className: 'network' }, this.bar.element, area, this.legend, keys);
    this.listen();
    new ResizeObserver(() => {
      if (!this.isLookedAt) this.showAll();
    }).observe(area);
  }

  show(data: unknown, caption: readonly string[]): void {
    const picture = data as NetworkPicture;
    const { activeElement } = document;
    const focused = this.stage.element.contains(activeElement) ? nodeOf(activeElement) : undefined;
    const focusedId = focused === undefined ? undefined : this.picture?.nodes[focused]?.id;
    const isFirst = this.picture === undefined;
    this.picture = picture;
    this.caption = caption;
    this.texts = new NetworkTexts(this.channel, picture);
    this.card.hide();
    this.outstanding = undefined;
    this.stage.draw(picture);
    this.stage.element.setAttribute('aria-label', this.channel.text('network', picture.nodes.length));
    this.legend.replaceChildren(legend(picture, this.channel));
    this.bar.show(picture);
    this.motion.begin(picture, this.pins);
    this.stage.place(this.motion.places, true);
    if (isFirst) this.showAll();
    const again = picture.nodes.findIndex(({ id }) => id === focusedId);
    this.focus.begin(this.texts, picture.nodes.length, Math.max(0, again));
    if (again >= 0) this.focus.go(again);
  }

  tables(): readonly TableData[] {
    return this.texts?.tables() ?? [];
  }

  svg(): string {
    if (!this.picture) return '';
    const { words } = this.channel;
    const [agree, conflict] = [this.channel.text('agree'), this.channel.text('conflict')];
    return networkSvg(this.picture, this.motion.finish(), { title: words.title, lines: this.caption, agree, conflict });
  }

  private listen(): void {
    const { element: stage } = this.stage;
    const meant = (event: MouseEvent): What | undefined => {
      const node = nodeOf(event.target);
      if (node !== undefined) return { node };
      const { left, top } = stage.getBoundingClientRect();
      const edge = this.stage.edgeAt(event.clientX - left, event.clientY - top, NEAR);
      return edge === undefined ? undefined : { edge };
    };
    stage.addEventListener('pointermove', (event) => {
      if (event.buttons !== 0) return this.card.hide();
      this.standOut(meant(event), event);
    });
    stage.addEventListener('pointerleave', () => this.standOut(undefined, undefined));
    stage.addEventListener('click', (event) => {
      const what = meant(event);
      if (what) this.channel.tell({ type: 'claims', key: 'node' in what ? `n${what.node}` : `e${what.edge}` });
    });
  }

  /** @param pointer where the card is to be; without one, at the thing itself */
  private standOut(what: What | undefined, pointer: MouseEvent | undefined): void {
    const key = JSON.stringify(what);
    if (key !== this.outstanding) this.stage.standOut(what);
    this.outstanding = key;
    this.stage.element.classList.toggle('pointed', what !== undefined);
    if (!what || !this.texts) return this.card.hide();
    const isNode = 'node' in what;
    const text = isNode ? this.texts.node(what.node, this.stage.edgesOf(what.node)) : this.texts.edge(what.edge);
    const { left, top } = this.stage.element.getBoundingClientRect();
    const edge = isNode ? undefined : this.picture?.edges[what.edge];
    const spots = isNode ? [what.node] : edge ? [edge.from, edge.to] : [];
    const [a = { x: 0, y: 0 }, b = a] = spots.map((node) => this.stage.onScreen(node));
    const [x, y] = pointer ? [pointer.clientX - left, pointer.clientY - top] : [(a.x + b.x) / 2, (a.y + b.y) / 2];
    this.card.show(text, x, y);
  }

  private look(view: View, byPerson: boolean): void {
    if (byPerson) this.isLookedAt = true;
    this.stage.look(view);
  }

  private scale(scale: () => void): void {
    this.isLookedAt = true;
    scale();
    const focused = nodeOf(document.activeElement);
    if (focused === undefined) return;
    this.bringInView(focused);
    this.standOut({ node: focused }, undefined);
  }

  /** Whoever goes by keys sees where they are. */
  private bringInView(node: number): void {
    const { clientWidth, clientHeight } = this.stage.element;
    const { x, y } = this.stage.onScreen(node);
    if (x >= 0 && y >= 0 && x <= clientWidth && y <= clientHeight) return;
    this.isLookedAt = true;
    this.gestures.centre(x, y);
  }

  private lookAtAll(): void {
    this.isLookedAt = false;
    this.showAll();
  }

  private showAll(): void {
    const { clientWidth, clientHeight } = this.stage.element;
    if (clientWidth === 0 || !this.picture) return;
    const { scale: k, x, y } = fit(this.stage.seen(), clientWidth, clientHeight, MARGIN);
    this.gestures.look({ x, y, k });
  }

  private drag(node: number, x: number, y: number): void {
    const id = this.picture?.nodes[node]?.id;
    if (id === undefined) return;
    this.isLookedAt = true; // it would slip away from under the pointer
    this.pins[id] = [x, y];
    this.motion.pin(node, x, y);
    this.motion.warm();
  }

  private again(): void {
    this.pins = {};
    this.channel.keep('pins', this.pins);
    this.isLookedAt = false;
    if (this.picture) this.motion.begin(this.picture, this.pins);
  }

  private search(words: string): number {
    const wanted = words.toLocaleLowerCase();
    const nodes = this.picture?.nodes ?? [];
    this.found =
      wanted === '' ? [] : nodes.flatMap(({ label }, at) => (label.toLocaleLowerCase().includes(wanted) ? [at] : []));
    this.shownOfFound = -1;
    this.stage.find(new Set(this.found));
    return this.found.length;
  }

  private next(): void {
    if (this.found.length === 0) return;
    this.shownOfFound = (this.shownOfFound + 1) % this.found.length;
    const node = this.found[this.shownOfFound] ?? 0;
    this.isLookedAt = true;
    const { x, y } = this.stage.onScreen(node);
    this.gestures.centre(x, y);
    this.focus.stopAt(node);
    this.standOut({ node }, undefined);
  }
}
