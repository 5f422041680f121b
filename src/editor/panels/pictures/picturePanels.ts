import * as vscode from 'vscode';
import type { Chosen, PictureScope } from '../../../model/picture';
import type { Arguments } from '../../commands/arguments';
import type { Parts } from '../../parts';
import { UserError } from '../../userError';
import { Workspace } from '../../workspaceViews/workspace';
import { pictureOf } from './catalogue';
import { keptTab, showTab } from './keptTabs';
import { PICTURE_TYPE, type PictureKind } from './kinds';
import { pageRoots } from '../page';
import type { Picture } from './picture';
import { PictureFilter } from './pictureFilter';
import { PicturePanel } from './picturePanel';
import { keptState, isValue } from './received';
import { asUserError } from './settingWords';
import { ArticleTexts } from './texts/articleTexts';

const { t } = vscode.l10n;

/** The pictures that are open, one panel a kind. */
export class Pictures implements vscode.Disposable {
  private readonly panels = new Map<PictureKind, PicturePanel>();
  private readonly filter: PictureFilter;
  private readonly workspace: Workspace;
  private readonly texts: ArticleTexts;

  constructor(
    private readonly parts: Parts,
    private readonly extensionUri: vscode.Uri,
    memory: vscode.Memento,
  ) {
    this.filter = new PictureFilter(memory);
    this.texts = new ArticleTexts(parts);
    this.workspace = new Workspace(parts, () => [...this.panels.values()].some(({ isVisible }) => isVisible));
  }

  /** Shows a picture with the settings that are given, the others as usual; where there is one already, and none are given, that
   * one as it is. With `save`, resolves when the file is written. */
  async open(kind: PictureKind, args: Arguments | undefined): Promise<boolean> {
    const picture = pictureOf(kind);
    const asked = args && askedOf(picture, args);
    const known = this.panels.get(kind);
    const kept = known ? undefined : keptTab(PICTURE_TYPE + kind);
    if (kept && !asked) {
      await showTab(kept);
      return true;
    }
    if (kept) await vscode.window.tabGroups.close(kept);
    const panel = known ?? this.add(kind, this.newPanel(kind, picture), picture.begins, {});
    if (known) known.reveal();
    if (asked) panel.choose({ ...picture.begins, ...asked.chosen }, asked.scope);
    if (asked?.save) await panel.save(asked.save.format, asked.save.target);
    return true;
  }

  /** Fills a panel that VS Code brought back after a reload. */
  restore(kind: PictureKind, panel: vscode.WebviewPanel, state: unknown): void {
    const kept = keptState(state);
    panel.webview.options = webviewOptions(this.extensionUri);
    this.add(kind, panel, kept?.chosen ?? pictureOf(kind).begins, kept?.scope ?? {});
  }

  dispose(): void {
    vscode.Disposable.from(...this.panels.values(), this.filter, this.workspace).dispose();
  }

  /** Pictures are tabs of one group, so that what they lead to has its place beside it. */
  private newPanel(kind: PictureKind, { title }: Picture): vscode.WebviewPanel {
    const column = [...this.panels.values()].find(({ isVisible }) => isVisible)?.column ?? vscode.ViewColumn.Active;
    return vscode.window.createWebviewPanel(PICTURE_TYPE + kind, title, column, webviewOptions(this.extensionUri));
  }

  private add(kind: PictureKind, view: vscode.WebviewPanel, chosen: Chosen, scope: PictureScope): PicturePanel {
    const { parts, filter, texts, workspace, extensionUri } = this;
    const house = { parts, filter, texts, workspace, extensionUri };
    const panel = new PicturePanel(view, kind, pictureOf(kind), house, chosen, scope);
    this.panels.get(kind)?.close();
    this.panels.set(kind, panel);
    view.onDidDispose(() => {
      if (this.panels.get(kind) === panel) this.panels.delete(kind);
      panel.dispose();
    });
    return panel;
  }
}

function webviewOptions(extensionUri: vscode.Uri): vscode.WebviewOptions {
  return { enableScripts: true, localResourceRoots: pageRoots(extensionUri) };
}

interface Asked {
  readonly chosen: Chosen;
  readonly scope: PictureScope;
  readonly save: { readonly format: string; readonly target: vscode.Uri } | undefined;
}

/** What an argument object asks for. Throws where it can't be asked so: then nothing is shown. */
function askedOf(picture: Picture, args: Arguments): Asked {
  const names = picture.settings.map(({ name }) => name);
  args.only(...names, 'article', 'scope', 'save');
  const chosen: Record<string, Chosen[string]> = {};
  for (const name of names) {
    const value = args.plain(name);
    if (value === undefined || value === null) continue;
    const given = typeof value === 'number' ? String(value) : value;
    if (!isValue(given))
      throw new UserError(t('The setting “{0}” takes a text, a list of texts, true or false.', name));
    chosen[name] = given;
  }
  try {
    picture.check({ ...picture.begins, ...chosen });
  } catch (error) {
    throw asUserError(error);
  }
  return { chosen, scope: scopeOf(args), save: saveOf(picture, args) };
}

function scopeOf(args: Arguments): PictureScope {
  const article = args.uri('article');
  const scope = args.choice('scope', ['article', 'workspace']) ?? (article ? 'article' : 'workspace');
  if (scope === 'workspace') return {};
  const meant = article ?? vscode.window.activeTextEditor?.document.uri;
  if (!meant) throw new UserError(t('Say of which article, or open it first.'));
  return { article: meant.toString() };
}

function saveOf({ formats }: Picture, args: Arguments): Asked['save'] {
  const save = args.object('save');
  if (!save) return undefined;
  save.only('format', 'target');
  const ids = formats.map(({ id }) => id);
  const target = save.uri('target');
  const format = save.choice('format', ids) ?? ids.find((id) => target?.path.endsWith(`.${id}`));
  if (!target || !format) throw new UserError(t('Say where to save it, and in which format: {0}.', ids.join(', ')));
  return { format, target };
}
