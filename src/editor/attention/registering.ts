import * as vscode from 'vscode';
import { needsAttention } from '../../model/annotation';
import type { Command } from '../commands/command';
import { showError } from '../messages';
import type { Parts } from '../parts';
import { Pause } from '../pause';
import type { Attending } from './attending';
import type { AttentionCommands } from './commands';

/** After what changed an article: other things come first. */
const LOOK_AFTER_MS = 300;

interface Begun {
  readonly attending: Attending;
  readonly commands: AttentionCommands;
}

/** Loads what deals with doubts once an article has one, or a command is about them. */
export class Attention implements vscode.Disposable {
  private begun: Promise<Begun> | undefined;
  private readonly look = new Pause(() => this.lookAround());
  private readonly subscription: vscode.Disposable;

  constructor(private readonly parts: Parts) {
    this.subscription = parts.articles.onDidChange((event) => {
      if (!this.begun && (event.kind !== 'text' || event.touched)) this.look.begin(LOOK_AFTER_MS);
    });
  }

  commands(): readonly Command[] {
    const lazily = (id: keyof AttentionCommands, otherwise?: unknown, inTurn?: 'always'): Command => ({
      id,
      run: async (args) => (await this.begin()).commands[id](args),
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
    vscode.Disposable.from(this.look, this.subscription).dispose();
    void this.begun?.then(({ attending }) => attending.dispose());
  }

  private lookAround(): void {
    const any = [...this.parts.articles.all()].some((article) => article.annotations().some(needsAttention));
    if (any) this.begin().catch(showError);
  }

  private begin(): Promise<Begun> {
    this.begun ??= this.parts.attention.get().then(
      (part) => {
        const attending = new part.Attending(this.parts);
        return { attending, commands: new part.AttentionCommands(attending) };
      },
      (error: unknown) => {
        this.begun = undefined; // the next one tries again
        throw error;
      },
    );
    return this.begun;
  }
}
