import * as vscode from 'vscode';
import type { Parts } from '../parts';
import type { Element } from '../workspaceViews/lazyTree';
import type { Row } from '../workspaceViews/row';
import type { Tree } from '../workspaceViews/tree';
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

  constructor(
    parts: Parts,
    private readonly view: vscode.TreeView<Element<Row>>,
    private readonly tree: () => Tree,
  ) {
    this.shown = new ShownDisagreements(parts, () => this.tree().refresh());
    this.commands = disagreementCommands(parts, this.shown, (one, take) => this.decide(one, take, false));
  }

  /** Runs a command of a row, or of a key: about the rows' disagreement, else about the one that is shown. */
  async run(id: string, elements: readonly Element<Row>[]): Promise<unknown> {
    if (id === 'scope') return vscode.commands.executeCommand('policyAnnotator.showDisagreements');
    const [element] = elements;
    if (id === 'disagreementsOf' || id === 'agreementOf') {
      const articles = elements.flatMap(({ row }) => row.article ?? []);
      const command = id === 'agreementOf' ? 'showAgreement' : 'showDisagreements';
      return vscode.commands.executeCommand(`policyAnnotator.${command}`, { articles });
    }
    const one = (element && this.meant(element)) ?? this.shown.present;
    if (!one) return this.goTo(await this.shown.neighbour('next'), element !== undefined); // seen first, decided then
    const side = element?.row.disagreement?.side;
    if (id !== 'take') return this.decide(one, taking[id as keyof typeof taking], element !== undefined);
    if (side !== undefined) return this.decide(one, { side }, true);
    await this.shown.show(one, false);
    return this.commands.adjudicate(undefined);
  }

  /** Decides one, and goes on to the next: in the list where the person is there, else in the text. */
  async decide(one: Listed, take: Take, isInList: boolean): Promise<readonly string[]> {
    const made = await this.shown.decide(one, take);
    this.tree().refresh();
    await this.goTo(await this.shown.neighbour('next'), isInList);
    return made;
  }

  /** Shows one in the text, and selects its row where that is seen. */
  private async goTo(one: Listed | undefined, isInList: boolean): Promise<void> {
    if (!one) return;
    await this.shown.show(one, true);
    if (this.view.visible) await this.tree().reveal([rowId(one)], isInList);
  }

  /** Shows the disagreement of a row that a person chose. */
  async see({ id }: { readonly id: string }): Promise<void> {
    const one = this.shown.withId(id);
    if (one) await this.shown.show(one, true);
  }

  dispose(): void {
    this.shown.dispose();
  }

  private meant({ row }: Element<Row>): Listed | undefined {
    return row.disagreement && this.shown.withId(row.disagreement.id);
  }
}

export function isAdjudication(id: string): boolean {
  return ['take', 'scope', 'disagreementsOf', 'agreementOf'].includes(id) || Object.hasOwn(taking, id);
}
