import type { Chosen, FromPicture, PictureState, PictureWords, ShownPicture } from '../../model/picture';
import { filled } from '../element';

/** What VS Code gives to a page. */
export interface Host {
  postMessage(message: FromPicture): void;
  getState(): PictureState | undefined;
  setState(state: PictureState): void;
}

/** The page's side of the talk with its panel, and what it keeps while it is away. */
export class Channel {
  private changes = 0;
  private said: PictureWords = { title: '', formats: [], texts: {} };

  constructor(private readonly host: Host) {}

  get words(): PictureWords {
    return this.said;
  }

  hear(words: PictureWords): void {
    this.said = words;
  }

  /** One of the page's words, with {0} replaced. */
  text(name: string, value: string | number = ''): string {
    return filled(this.said.texts[name] ?? name, value);
  }

  tell(message: Exclude<FromPicture, { type: 'set' | 'reset' }>): void {
    this.host.postMessage(message);
  }

  /** Tells of a change of a setting, and gives the change's number. */
  set(name: string, value: Chosen[string]): number {
    const change = ++this.changes;
    this.host.postMessage({ type: 'set', change, name, value });
    return change;
  }

  reset(): void {
    this.host.postMessage({ type: 'reset', change: ++this.changes });
  }

  /** What the page itself kept under a name; to be checked by who asks, since a former version may have kept it. */
  kept(name: string): unknown {
    return this.host.getState()?.view[name];
  }

  keep(name: string, value: unknown): void {
    const { chosen = {}, scope = {}, view = {} } = this.host.getState() ?? {};
    this.host.setState({ chosen, scope, view: { ...view, [name]: value } });
  }

  /** Keeps what the panel needs to show the same after a reload. */
  keepShown({ chosen, scope }: Pick<ShownPicture, 'chosen' | 'scope'>): void {
    this.host.setState({ chosen, scope, view: this.host.getState()?.view ?? {} });
  }
}
