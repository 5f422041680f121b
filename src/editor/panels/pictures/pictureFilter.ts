import * as vscode from 'vscode';
import type { Days } from '../../../model/picture';

/** What one picture chooses for the others. */
export class PictureFilter implements vscode.Disposable {
  private chosen: Days | undefined;
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChange = this.changed.event;

  get days(): Days | undefined {
    return this.chosen;
  }

  choose(days: Days | undefined): void {
    if (days?.from === this.chosen?.from && days?.to === this.chosen?.to) return;
    this.chosen = days;
    this.changed.fire();
  }

  dispose(): void {
    this.changed.dispose();
  }
}
