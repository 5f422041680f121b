import * as vscode from 'vscode';
import { needsAttention } from '../../model/annotation';
import type { Command } from '../commands/command';
import { Made } from '../lazyPart';
import { showError } from '../messages';
import type { Parts } from '../parts';
import { Pause } from '../pause';
import type { AttentionCommands } from './commands';

/** After what changed an article: other things come first. */
const LOOK_AFTER_MS = 300;

interface Begun extends vscode.Disposable {
  readonly commands: AttentionCommands;
}

/** Loads what deals with doubts once an article has one, or a command is about them. */
export class Attention implements vscode.Disposable {
  private readonly begun: Made<Begun>;
  private readonly look = new Pause(() => this.lookAround());
  private readonly subscription: vscode.Disposable;

  constructor(private readonly parts: Parts) {
    this.begun = new Made(async () => {
      const part = await parts.attention.get();
      const attending = new part.Attending(parts);
      return { commands: new part.AttentionCommands(attending), dispose: () => attending.dispose() };
    });
    this.subscription = parts.articles.onDidChange((event) => {
      if (!this.begun.isBegun && (event.kind !== 'text' || event.touched)) this.look.begin(LOOK_AFTER_MS);
    });
  }

  commands(): readonly Command[] {
    const lazily = (id: keyof AttentionCommands, otherwise?: unknown, inTurn?: 'always'): Command => ({
      id,
      run: async (args) => (await this.begun.get()).commands[id](args),
      otherwise,
      ...(inTurn ? { inTurn } : {}),
    });
    return [
      lazily('nextAttention', undefined, 'always'),
      lazily('previousAttention', undefined, 'always'),
      lazily('goToCandidate', false),
      lazily('acceptCandidate', false),
      lazily('acceptAllAlike', 0),
      lazily('keepAsOrphan', false),
      lazily('reviewAttention'),
    ];
  }

  dispose(): void {
    vscode.Disposable.from(this.look, this.subscription, this.begun).dispose();
  }

  private lookAround(): void {
    const any = [...this.parts.articles.all()].some((article) => article.shown().some(needsAttention));
    if (any) this.begun.get().catch(showError);
  }
}
