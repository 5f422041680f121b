import * as vscode from 'vscode';
import { showError } from '../messages';
import type { Parts } from '../parts';
import type { Element } from '../workspaceViews/lazyTree';
import type { Row } from '../workspaceViews/row';
import type { Tree } from '../workspaceViews/tree';
import { UserError } from '../userError';
import { disagreementCommands } from './commands';
import type { Listed } from './listing';
import { rowId } from './rows';
import { ShownDisagreements } from './shownDisagreements';

type Take = Parameters<ShownDisagreements['decide']>[1];

/** By the commands of rows and keys, what they take. */
const taking = {
  takeFirst: { side: 0 },
  takeSecond: { side: 1 },
  takeBoth: 'both',
  takeMerged: 'merged',
  takeNone: 'none',
} as const satisfies Readonly<Record<string, Take>>;

/** The view of disagreements: who goes through it sees each in the text, decides by a key or a button, and the next one comes. */
export class Adjudication implements vscode.Disposable {
  readonly shown: ShownDisagreements;
  readonly commands: ReturnType<typeof disagreementCommands>;
  private readonly subscription: vscode.Disposable;

  constructor(
    parts: Parts,
    view: vscode.TreeView<Element<Row>>,
    private readonly tree: () => Tree,
  ) {
    this.shown = new ShownDisagreements(parts, () => this.tree().refresh());
    this.commands = disagreementCommands(parts, this.shown, (one, take) => this.decide(one, take, false));
    this.subscription = view.onDidChangeSelection(({ selection: [element] }) => {
      const one = element && this.meant(element);
      if (one && (!this.shown.present || rowId(one) !== rowId(this.shown.present)))
        this.shown.show(one, true).catch(showError);
    });
  }

  /** Runs a command of a row, or of a key: about the rows' disagreement, else about the one that is shown. */
  async run(id: string, elements: readonly Element<Row>[]): Promise<unknown> {
    if (id === 'scope') return vscode.commands.executeCommand('policyAnnotator.showDisagreements');
    const [element] = elements;
    if (id === 'disagreementsOf') {
      const articles = elements.flatMap(({ row }) => row.article ?? []);
      return vscode.commands.executeCommand('policyAnnotator.showDisagreements', { articles });
    }
    const one = (element && this.meant(element)) ?? this.shown.present;
    if (!one) throw new UserError(vscode.l10n.t('Choose a disagreement first.'));
    const side = element?.row.disagreement?.side;
    if (id !== 'take') return this.decide(one, taking[id as keyof typeof taking], element !== undefined);
    if (side !== undefined) return this.decide(one, { side }, true);
    await this.shown.show(one, false);
    return this.commands.adjudicate(undefined);
  }

  /** Decides one, and goes on to the next: in the list where the person is there, else in the text. */
  async decide(one: Listed, take: Take, isInList: boolean): Promise<readonly string[]> {
    const made = await this.shown.decide(one, take);
    const next = await this.shown.neighbour('next');
    this.tree().refresh();
    if (next) await this.shown.show(next, true);
    if (next && isInList) await this.tree().reveal([rowId(next)]);
    return made;
  }

  dispose(): void {
    vscode.Disposable.from(this.subscription, this.shown).dispose();
  }

  private meant({ row }: Element<Row>): Listed | undefined {
    return row.disagreement && this.shown.withId(row.disagreement.id);
  }
}

export function isAdjudication(id: string): boolean {
  return ['take', 'scope', 'disagreementsOf'].includes(id) || Object.hasOwn(taking, id);
}
