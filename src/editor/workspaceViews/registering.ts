import * as vscode from 'vscode';
import type { Command } from '../commands/command';
import { showError } from '../messages';
import type { Strays } from '../moving/strays';
import type { Parts } from '../parts';
import type { Element } from './lazyTree';
import { dragRows, ROWS_MIME } from '../views/rowDrag';
import { disagreementCommandIds, viewCommandIds, viewNames, type ViewName } from './names';
import type { Row } from './row';
import type { WorkspaceViews } from './workspaceViews';

/** A view, and what has it drawn anew. */
export interface Door {
  readonly view: vscode.TreeView<Element<Row>>;
  readonly changed: vscode.EventEmitter<readonly Element<Row>[] | undefined>;
}

export type Doors = Readonly<Record<ViewName, Door>>;

const rowCommands =
  'next reveal entry rename merge split nest toTop reassign recode delete list listed here status done clearClaims clearArticles nextUncoded again hideOthers showOthers take takeFirst takeSecond takeBoth takeMerged takeNone disagreement disagreementsOf agreementOf scope';

/** The views of actors, topics, claims, sources and articles. What they show is loaded when one of them is opened first. */
export class WorkspaceViewStubs implements vscode.Disposable {
  private readonly doors: Doors;
  private readonly subscriptions: vscode.Disposable[];
  private begun: Promise<WorkspaceViews> | undefined;

  constructor(
    private readonly parts: Parts,
    private readonly strays: Strays,
    private readonly memory: vscode.Memento,
  ) {
    const doors = viewNames.map((name) => [name, this.door(name)] as const);
    this.doors = Object.fromEntries(doors) as unknown as Doors;
    this.subscriptions = [
      ...doors.flatMap(([, { view, changed }]) => [view, changed]),
      ...[...rowCommands.split(' '), ...viewCommandIds].map((id) =>
        vscode.commands.registerCommand(`policyAnnotator.view.${id}`, async (...args: unknown[]) => {
          try {
            return await (await this.begin()).run(id, args);
          } catch (error) {
            return showError(error);
          }
        }),
      ),
    ];
  }

  commands(): readonly Command[] {
    return [
      ...viewCommandIds.map((id): Command => ({
        id,
        run: async (args) => (await this.begin()).commands[id](args),
        otherwise: false,
      })),
      ...disagreementCommandIds.map((id): Command => ({
        id,
        run: async (args) => (await this.begin()).adjudication.commands[id](args),
        inTurn: 'always',
      })),
    ];
  }

  dispose(): void {
    vscode.Disposable.from(...this.subscriptions).dispose();
    void this.begun?.then((views) => views.dispose());
  }

  private door(name: ViewName): Door {
    const changed: Door['changed'] = new vscode.EventEmitter();
    const tree = async () => (await this.begin()).trees[name];
    const view = vscode.window.createTreeView<Element<Row>>(`policyAnnotator.${name}`, {
      treeDataProvider: {
        onDidChangeTreeData: changed.event as vscode.Event<Element<Row>[] | undefined>,
        getChildren: async (element) => (await tree()).children(element),
        getTreeItem: async (element) => (await tree()).item(element),
        getParent: ({ parent }) => parent,
        resolveTreeItem: async (item, element) => (await tree()).resolved(item, element),
      },
      dragAndDropController: {
        dragMimeTypes: [ROWS_MIME],
        dropMimeTypes: [ROWS_MIME, ...(name === 'articles' ? ['text/uri-list', 'files'] : [])],
        handleDrag: dragRows,
        handleDrop: async (element, data) => (await this.begin()).drop(name, element, data).catch(showError),
      },
      canSelectMany: true,
      showCollapseAll: true,
    });
    return { view, changed };
  }

  private begin(): Promise<WorkspaceViews> {
    this.begun ??= this.parts.views.get().then(
      ({ WorkspaceViews: Views }) => new Views(this.parts, this.doors, this.strays, this.memory),
      (error: unknown) => {
        this.begun = undefined; // the next one tries again
        throw error;
      },
    );
    return this.begun;
  }
}
