import type * as vscode from 'vscode';

const STATE = 'policyAnnotator.rejectedOffers';
/** Of one article, the last ones. */
const MOST = 2000;

/** Which offers a person rejected, by article: kept in the workspace's state, since nothing about them is in a file. */
export class Rejections {
  constructor(private readonly state: vscode.Memento) {}

  of(article: string): ReadonlySet<string> {
    return new Set(this.all()[article] ?? []);
  }

  async add(article: string, keys: readonly string[]): Promise<void> {
    const kept = [...new Set([...this.of(article), ...keys])].slice(-MOST);
    await this.state.update(STATE, { ...this.all(), [article]: kept });
  }

  /** Gives how many there were. */
  async forget(article: string, keys: ReadonlySet<string> = this.of(article)): Promise<number> {
    const kept = [...this.of(article)].filter((key) => !keys.has(key));
    const { [article]: before = [], ...others } = this.all();
    await this.state.update(STATE, kept.length > 0 ? { ...others, [article]: kept } : others);
    return before.length - kept.length;
  }

  private all(): Readonly<Record<string, readonly string[]>> {
    return this.state.get(STATE, {});
  }
}
