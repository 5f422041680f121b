import * as vscode from 'vscode';
import type { Days } from '../../../model/picture';
import { isDays } from './received';

const MEMORY = 'pictureDays';

/** What one picture chooses for the others; kept through a restart, as their settings are. */
export class PictureFilter implements vscode.Disposable {
  private chosen: Days | undefined;
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChange = this.changed.event;

  constructor(private readonly memory: vscode.Memento) {
    const kept: unknown = memory.get(MEMORY);
    if (isDays(kept)) this.chosen = kept;
  }

  get days(): Days | undefined {
    return this.chosen;
  }

  choose(days: Days | undefined): void {
    if (days?.from === this.chosen?.from && days?.to === this.chosen?.to) return;
    this.chosen = days;
    void this.memory.update(MEMORY, days);
    this.changed.fire();
  }

  dispose(): void {
    this.changed.dispose();
  }
}
