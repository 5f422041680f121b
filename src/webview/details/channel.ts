import type { Offer, Wanted } from '../../model/form';
import type { Change, FromPage, PageWords, Spot, ToPage } from '../../model/formMessages';

/** What is kept while the page is away: when its view is hidden, or the window is loaded again. */
export interface State {
  /** What the person chose to see last. */
  readonly wanted?: Wanted;
  /** Which sections the person opened or closed. */
  readonly folds: Readonly<Record<string, boolean>>;
}

/** What VS Code gives to a page. */
export interface Host {
  postMessage(message: FromPage): void;
  getState(): State | undefined;
  setState(state: State): void;
}

export interface Offered {
  readonly offers: readonly Offer[];
  readonly more: number;
}

/** The page's side of the talk with its panel. */
export class Channel {
  private changes = 0;
  private requests = 0;
  private readonly asked = new Map<number, (offered: Offered) => void>();
  private said: PageWords | undefined;

  constructor(private readonly host: Host) {}

  get state(): State {
    return this.host.getState() ?? { folds: {} };
  }

  /** Until the panel said them, there is nothing to be shown. */
  get words(): PageWords {
    if (!this.said) throw new Error('The words have not come yet');
    return this.said;
  }

  keep(state: Partial<State>): void {
    this.host.setState({ ...this.state, ...state });
  }

  tell(message: Exclude<FromPage, { type: 'ask' | 'change' }>): void {
    this.host.postMessage(message);
  }

  /** Tells of a change, and gives its number. */
  change(spot: Spot, how: Change['how'], value: string): number {
    const change = ++this.changes;
    this.host.postMessage({ type: 'change', change, how, value, ...spot });
    return change;
  }

  /** What fits a text that was typed. */
  ask(spot: Spot, typed: string): Promise<Offered> {
    const request = ++this.requests;
    this.host.postMessage({ type: 'ask', request, typed, ...spot });
    return new Promise((resolve) => this.asked.set(request, resolve));
  }

  /** Takes what is for the channel itself; gives the other messages back. */
  take(message: ToPage): Exclude<ToPage, { type: 'words' | 'offers' }> | undefined {
    if (message.type === 'words') this.said = message.words;
    else if (message.type === 'offers') {
      this.asked.get(message.request)?.(message);
      this.asked.delete(message.request);
    } else return message;
    return undefined;
  }
}
