import * as vscode from 'vscode';
import { needsAttention } from '../../model/annotation';
import type { ActiveArticle } from '../activeArticle';
import { placesOf } from '../places';
import type { Parts } from '../parts';
import type { Strays } from '../moving/strays';
import { showError } from '../messages';
import { plainLabel } from '../pickers/plainLabel';
import { plainMessage } from '../plainMessage';
import { unreadable, UserError } from '../userError';
import { rowsOf, type Row, type RowAnnotation as Which } from './articleNodes';
import { strayRows } from './strayRows';
import { dragRows, ROWS_MIME } from './rowDrag';
import { RowTree, type Element } from './rowTree';

type RowElement = Element<Row>;

/** The view of the active article's actors, claims and sources, and the commands of its rows. */
export function registerArticleView(parts: Parts, active: ActiveArticle, strays: Strays): vscode.Disposable {
  const provider = new ArticleRows(parts, active, strays);
  const view = vscode.window.createTreeView('policyAnnotator.article', {
    treeDataProvider: provider,
    // To the views of the workspace: a mention on an actor gives it to that one.
    dragAndDropController: { dragMimeTypes: [ROWS_MIME], dropMimeTypes: [], handleDrag: dragRows },
  });
  const refresh = (): void => {
    if (view.visible) provider.refresh();
  };
  const show = (): void => {
    const { content } = active;
    const problem = content?.article.problem;
    view.description = plainLabel(content?.article.fileName ?? '');
    const isAnnotated = (content?.article.shown().length ?? 0) > 0;
    // Without rows the welcome says the same, and a message would hide it.
    view.message = problem && (isAnnotated || strays.list.length > 0) ? plainMessage(unreadable(problem).message) : '';
    const state = problem ? 'unreadable' : isAnnotated ? 'annotated' : 'notAnnotated';
    void vscode.commands.executeCommand('setContext', 'policyAnnotator.articleState', content ? state : 'none');
  };
  show();
  return vscode.Disposable.from(
    provider,
    view,
    active.onDidChange(() => {
      show();
      refresh();
    }),
    view.onDidChangeVisibility(refresh),
    strays.onDidChange(() => {
      show();
      refresh();
    }),
    ...rowCommands(parts, active, async () => (await parts.views.get()).rowsReached(view)),
  );
}

class ArticleRows implements vscode.TreeDataProvider<RowElement>, vscode.Disposable {
  private readonly tree = new RowTree<Row>();
  private readonly changed = new vscode.EventEmitter<readonly RowElement[] | undefined>();
  readonly onDidChangeTreeData = this.changed.event as vscode.Event<RowElement[] | undefined>;

  constructor(
    private readonly parts: Parts,
    private readonly active: ActiveArticle,
    private readonly strays: Strays,
  ) {}

  getChildren(element?: RowElement): RowElement[] {
    return [...(element?.children ?? this.tree.roots)];
  }

  getParent(element: RowElement): RowElement | undefined {
    return element.parent;
  }

  getTreeItem({ row }: RowElement): vscode.TreeItem {
    const { None, Collapsed, Expanded } = vscode.TreeItemCollapsibleState;
    const state = row.children.length === 0 ? None : row.open ? Expanded : Collapsed;
    const label = row.highlights ? { label: row.label, highlights: row.highlights } : row.label;
    const item = new vscode.TreeItem(label, state);
    item.id = row.id;
    item.description = row.description;
    item.iconPath = row.icon;
    item.contextValue = row.context;
    item.accessibilityInformation = { label: row.spoken };
    if (row.annotation) {
      item.command = {
        command: 'policyAnnotator.view.goTo',
        title: vscode.l10n.t('Go to Annotation'),
        arguments: [row.annotation],
      };
    }
    if (row.sidecar !== undefined) {
      item.command = {
        command: 'vscode.open',
        title: vscode.l10n.t('Open the File of Annotations'),
        arguments: [vscode.Uri.parse(row.sidecar, true)],
      };
    }
    return item;
  }

  /** Tooltips are made when they are asked for: they say everything. */
  async resolveTreeItem(item: vscode.TreeItem, { row }: RowElement): Promise<vscode.TreeItem> {
    const { content } = this.active;
    if (!row.annotation || !content) return item;
    const { tooltipOf } = await this.parts.language.get();
    item.tooltip = tooltipOf(content, row.annotation.id) ?? row.label;
    return item;
  }

  dispose(): void {
    this.changed.dispose();
  }

  /** Takes over what the active article holds now. Nobody need call it while the view is out of sight. */
  refresh(): void {
    const { content } = this.active;
    const changed = this.tree.update([...(content ? rowsOf(content) : []), ...strayRows(this.strays.list, !content)]);
    if (changed === 'all') this.changed.fire(undefined);
    else if (changed.length > 0) this.changed.fire(changed);
  }
}

/** Commands that rows, and links in hovers, run. The argument is a row's element, or says article and annotation. */
function rowCommands(
  parts: Parts,
  active: ActiveArticle,
  reached: () => Promise<readonly RowElement[]>,
): readonly vscode.Disposable[] {
  const register = (name: string, run: (which: Which) => Promise<unknown>): vscode.Disposable =>
    vscode.commands.registerCommand(`policyAnnotator.view.${name}`, async (argument: unknown) => {
      const which = whichOf(argument ?? (await reached())[0]);
      if (!which) return;
      try {
        await run(which);
      } catch (error) {
        showError(error);
      }
    });
  const goTo = async (which: Which): Promise<void> => {
    const { article: key, id } = which;
    const article = await parts.articles.get(vscode.Uri.parse(key, true));
    const annotation = article.shownAnnotation(id);
    const [place] = annotation ? placesOf(article, annotation) : [];
    if (!annotation || !place) throw new UserError(vscode.l10n.t('This annotation isn’t there any more.'));
    if (needsAttention(annotation)) return ours('goToCandidate', which);
    await parts.reveal.show(article, place);
    if (annotation.standing === 'orphaned') {
      vscode.window.setStatusBarMessage(vscode.l10n.t('The text of this annotation was deleted; it stood here.'), 5000);
    }
  };
  const ours = async (command: string, argument?: object): Promise<void> => {
    await vscode.commands.executeCommand(`policyAnnotator.${command}`, argument);
  };
  /** These ask, about what is at the cursor. */
  const askAt = (command: string) => async (which: Which) => {
    await goTo(which);
    await ours(command);
  };
  /** These are about an annotation as a whole. */
  const about =
    (command: string) =>
    async ({ article, id, candidate }: Which) => {
      if (candidate === undefined) await ours(command, { article, id });
    };
  return [
    register('goTo', goTo),
    register('edit', async (which) => {
      await goTo(which);
      const { editByAsking } = await parts.assist.get();
      await editByAsking(parts, vscode.Uri.parse(which.article, true), which.id);
    }),
    register('link', askAt('link')),
    register('unlink', askAt('unlink')),
    register('remove', about('removeAnnotation')),
    register('keepAsOrphan', about('keepAsOrphan')),
    register('acceptAllAlike', about('acceptAllAlike')),
    register('reanchor', about('resizeAnnotation')),
    vscode.commands.registerCommand('policyAnnotator.view.reviewAttention', () => ours('reviewAttention')),
    register('acceptCandidate', (which) => ours('acceptCandidate', which)),
    vscode.commands.registerCommand('policyAnnotator.view.openSidecar', () => {
      const problem = active.content?.article.problem;
      return problem && unreadable(problem).actions[0]?.run();
    }),
  ];
}

function whichOf(argument: unknown): Which | undefined {
  if (typeof argument !== 'object' || argument === null) return undefined;
  const { row } = argument as Partial<RowElement>;
  const which = (row ? row.annotation : argument) as Partial<Which> | undefined;
  return typeof which?.article === 'string' && typeof which.id === 'string' ? (which as Which) : undefined;
}
