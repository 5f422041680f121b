import * as vscode from 'vscode';
import type { Parts } from '../parts';
import type { Stray } from './stray';
import type { ReadStrays } from './strayFiles';

/** The workspace's sidecars without an article, as they were when somebody last looked. Never deleted, only listed. */
export class Strays implements vscode.Disposable {
  private readonly known: ReadStrays = new Map();
  private found: readonly Stray[] = [];
  private looking: Promise<readonly Stray[]> | undefined;
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChange = this.changed.event;

  constructor(private readonly parts: Pick<Parts, 'moving'>) {}

  get list(): readonly Stray[] {
    return this.found;
  }

  /** Looks again, one look after the other. */
  look(): Promise<readonly Stray[]> {
    const look = (this.looking ?? Promise.resolve()).then(() => this.lookNow());
    this.looking = look.catch(() => this.found);
    return look;
  }

  dispose(): void {
    this.changed.dispose();
  }

  private async lookNow(): Promise<readonly Stray[]> {
    const { findStrays } = await this.parts.moving.get();
    const found = await findStrays(this.known);
    const isSame = found.length === this.found.length && found.every((stray, index) => stray === this.found[index]);
    this.found = found;
    if (!isSame) this.changed.fire();
    return found;
  }
}
