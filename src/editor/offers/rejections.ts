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

  private all(): Readonly<Record<string, readonly string[]>> {
    return this.state.get(STATE, {});
  }
}
