import * as vscode from 'vscode';
import { showError } from '../messages';
import type { Strays } from '../moving/strays';
import type { Parts } from '../parts';
import { Adjudication, isAdjudication } from '../disagreements/adjudication';
import { actorRows, pathToActor } from './actorRows';
import { ArticlesBelow } from './articlesBelow';
import { belowActor } from './belowActor';
import { rowsByBook } from './bookRows';
import { ClaimLists } from './claimLists';
import { Dropping } from './dragging';
import { FullAnnotations } from './fullAnnotations';
import { badgeOf, showHead } from './heads';
import type { Element } from './lazyTree';
import { elementsMeant } from './meant';
import { viewNames, type ViewName } from './names';
import type { Doors } from './registering';
import type { AnnotationOf, ItemOf, Row } from './row';
import { RowCommands } from './rowCommands';
import { ShownArticles } from './shownArticles';
import { ShownClaims } from './shownClaims';
import { sourceRows } from './sourceRows';
import { topicRows } from './topicRows';
import { Tree } from './tree';
import { isViewCommand, viewCommands } from './viewCommands';
import { Workspace, type Book } from './workspace';

const { t } = vscode.l10n;

/** The views of the workspace's actors, topics, claims, sources and articles, once one of them was opened. */
export class WorkspaceViews implements vscode.Disposable {
  readonly trees: Readonly<Record<ViewName, Tree>>;
  readonly commands: ReturnType<typeof viewCommands>;
  readonly workspace: Workspace;
  readonly claims: ShownClaims;
  readonly articles: ShownArticles;
  readonly adjudication: Adjudication;
  private readonly lists: ClaimLists;
  private readonly rowCommands: RowCommands;
  private readonly dropping: Dropping;
  private readonly subscriptions: vscode.Disposable[];
  /** Whether the articles view was open, so that its badge counts. */
  private isCounting = false;

  constructor(
    parts: Parts,
    private readonly doors: Doors,
    strays: Strays,
    memory: vscode.Memento,
  ) {
    const isSeen = (): boolean => viewNames.some((name) => doors[name].view.visible);
    this.workspace = new Workspace(parts, () => isSeen() || this.isCounting || this.lists.isOpen);
    const full = new FullAnnotations(parts);
    const below = new ArticlesBelow(() => this.workspace.index, full);
    this.claims = new ShownClaims(parts, this.workspace, full, memory);
    this.adjudication = new Adjudication(parts, doors.disagreements.view, () => this.trees.disagreements);
    this.articles = new ShownArticles(parts, this.workspace, strays, () => this.articlesChanged());
    this.lists = new ClaimLists(parts, this.workspace, this.claims);
    this.rowCommands = new RowCommands(parts);
    this.dropping = new Dropping(parts, this.rowCommands);
    const byBook = (rows: (book: Book) => readonly Row[] | Promise<readonly Row[]>) => async () =>
      rowsByBook(this.workspace.books, rows);
    this.trees = {
      actors: this.tree(
        'actors',
        byBook((book) => actorRows(book, (...of) => belowActor(below, ...of))),
      ),
      topics: this.tree(
        'topics',
        byBook((book) => topicRows(below, book)),
      ),
      sources: this.tree(
        'sources',
        byBook((book) => sourceRows(below, book)),
      ),
      claims: this.tree(
        'claims',
        byBook((book) => this.claims.rows(book)),
      ),
      articles: this.tree('articles', () => this.articles.rows()),
      disagreements: this.tree('disagreements', () => this.adjudication.shown.rows()),
    };
    this.commands = viewCommands({
      workspace: this.workspace,
      claims: this.claims,
      articles: this.articles,
      lists: this.lists,
      filterClaims: (typed) => this.filterClaims(typed),
      filterArticles: (typed) => this.filterArticles(typed),
      claimsChanged: () => this.trees.claims.refresh(),
    });
    this.subscriptions = [
      this.workspace.onDidChange(() => this.refresh()),
      strays.onDidChange(() => this.articlesChanged()),
      ...viewNames.map((name) =>
        doors[name].view.onDidChangeVisibility(({ visible }) => {
          if (visible) this.workspace.look();
        }),
      ),
    ];
  }

  /** Runs a command of a row, or of a list's claims. */
  async run(id: string, args: readonly unknown[]): Promise<unknown> {
    const [first] = args;
    switch (id) {
      case 'reveal':
        return this.reveal(first as ItemOf);
      case 'here':
        return this.goToListed();
      case 'listed':
        return this.listed(first);
      case 'clearClaims':
        return this.filterClaims('');
      case 'clearArticles':
        return this.filterArticles('');
      case 'nextUncoded':
        return vscode.commands.executeCommand('policyAnnotator.nextUncodedArticle');
      case 'hideOthers':
        return vscode.commands.executeCommand('policyAnnotator.showOnlyMine', { on: true });
      case 'showOthers':
        return vscode.commands.executeCommand('policyAnnotator.filterCreators');
      case 'disagreement':
        return this.adjudication.see(first as { readonly id: string });
      case 'again':
        return this.lookAgain();
    }
    // A view's title passes the row that is selected: not an argument object.
    if (isViewCommand(id)) return this.commands[id](undefined);
    const elements = await elementsMeant(this.doors, args);
    if (isAdjudication(id)) return this.adjudication.run(id, elements);
    if (id !== 'list') return this.rowCommands.all[id]?.(elements);
    const claims = elements[0]?.row.claims;
    return claims && this.lists.open(claims);
  }

  drop(view: ViewName, target: Element<Row> | undefined, data: vscode.DataTransfer): Promise<void> {
    return this.dropping.drop(view, target, data);
  }

  dispose(): void {
    vscode.Disposable.from(
      this.workspace,
      this.lists,
      this.articles,
      this.adjudication,
      ...Object.values(this.trees),
      ...this.subscriptions,
    ).dispose();
  }

  private tree(name: ViewName, rows: () => Promise<readonly Row[]>): Tree {
    const roots = async (): Promise<readonly Row[]> => {
      await this.workspace.ready();
      this.workspace.look();
      if (name === 'articles' && !this.isCounting) {
        this.isCounting = true;
        this.showBadge().catch(showError);
      }
      return rows();
    };
    return new Tree(name, this.doors[name], roots, () => showHead(name, this.doors[name].view, this));
  }

  private refresh(): void {
    for (const tree of Object.values(this.trees)) tree.refresh();
    if (this.isCounting) this.showBadge().catch(showError);
  }

  private articlesChanged(): void {
    this.trees.articles.refresh();
    if (this.isCounting) this.showBadge().catch(showError);
  }

  private async showBadge(): Promise<void> {
    this.doors.articles.view.badge = badgeOf(await this.articles.left());
  }

  private filterClaims(typed: string): Promise<void> {
    return this.filterBy('claims', typed, (percent) => t('Reading claims… {0} %', percent));
  }

  private filterArticles(typed: string): Promise<void> {
    return this.filterBy('articles', typed, (percent) => t('Reading articles… {0} %', percent));
  }

  /** @param reading says how far the files are read that a filter looks into */
  private async filterBy(
    name: 'claims' | 'articles',
    typed: string,
    reading: (percent: number) => string,
  ): Promise<void> {
    const { view } = this.doors[name];
    const shown = this[name];
    await this.workspace.settled();
    const isLast = await shown.filterBy(typed, (share) => {
      view.message = reading(Math.round(share * 100));
    });
    if (isLast) this.trees[name].refresh();
    await vscode.commands.executeCommand('setContext', `policyAnnotator.${name}Filtered`, shown.filter !== '');
  }

  private async lookAgain(): Promise<void> {
    this.articles.lookAgain();
    await this.workspace.again();
    this.refresh();
  }

  private async reveal(of: ItemOf): Promise<unknown> {
    await this.workspace.settled();
    const book = this.workspace.book(of.book);
    if (!book || of.kind !== 'actor') return false;
    const path = pathToActor(book, of.id);
    return this.trees.actors.reveal(this.workspace.books.length > 1 ? [book.key, ...path] : path);
  }

  private async goToListed(): Promise<unknown> {
    const [which] = this.lists.selected();
    return which && vscode.commands.executeCommand('policyAnnotator.view.goTo', which);
  }

  private async listed(first: unknown): Promise<unknown> {
    const { recode, all } = (first ?? {}) as { recode?: readonly AnnotationOf[]; all?: boolean };
    return this.rowCommands.recode(recode ?? this.lists.selected(all));
  }
}
