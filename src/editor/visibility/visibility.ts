import * as vscode from 'vscode';
import type { Creator } from '../creator';

/** Whose annotations a person sees: everybody's, the person's own, or those of some creators, where '' stands for annotations
 * that name none. */
export type Whose = 'all' | 'mine' | readonly string[];

const MEMORY = 'shownCreators';
const CONTEXT = 'policyAnnotator.othersHidden';

/**
 * Which annotations are shown. What shows or offers something asks {@link Article.shown} and `Corpus.shown`, which ask here; what
 * must not lose or overlook any (files, merging, the codebook's own commands, exports) sees all of them whatever is shown.
 */
export class Visibility implements vscode.Disposable {
  private whose: Whose;
  /** Who annotates; until that is known, no annotation is one's own. */
  private me: string | undefined;
  private readonly changed = new vscode.EventEmitter<void>();
  /** Others are shown than before. */
  readonly onDidChange = this.changed.event;
  private readonly subscriptions: vscode.Disposable;

  constructor(
    private readonly creator: Creator,
    private readonly memory: vscode.Memento,
  ) {
    this.whose = whoseOf(memory.get(MEMORY));
    this.subscriptions = vscode.Disposable.from(
      creator.onDidChange((name) => this.known(name)),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('policyAnnotator.creator')) void this.lookUp();
      }),
    );
    if (this.isAll) return;
    void this.lookUp();
    void vscode.commands.executeCommand('setContext', CONTEXT, true);
  }

  /** As it was asked for. */
  get asked(): Whose {
    return this.whose;
  }

  get isAll(): boolean {
    return this.whose === 'all';
  }

  /** Whether what somebody made is shown. What names no creator may be anybody's: it isn't one's own. */
  shows({ creator = '' }: { readonly creator?: string }): boolean {
    if (this.whose === 'all') return true;
    return this.whose === 'mine' ? creator === this.me : this.whose.includes(creator);
  }

  /** Shows these from now on, in this workspace. */
  async show(whose: Whose): Promise<void> {
    if (whose === 'mine') this.me = await this.creator.name();
    this.whose = whose;
    this.changed.fire();
    await Promise.all([
      vscode.commands.executeCommand('setContext', CONTEXT, !this.isAll),
      this.memory.update(MEMORY, whose === 'all' ? undefined : whose),
    ]);
  }

  dispose(): void {
    vscode.Disposable.from(this.subscriptions, this.changed).dispose();
  }

  private async lookUp(): Promise<void> {
    this.known(await this.creator.name());
  }

  private known(name: string): void {
    if (name === this.me) return;
    this.me = name;
    if (this.whose === 'mine') this.changed.fire();
  }
}

/** What was remembered; anything else is everybody's. */
function whoseOf(known: unknown): Whose {
  if (known === 'mine') return known;
  return Array.isArray(known) ? known.map(String) : 'all';
}
