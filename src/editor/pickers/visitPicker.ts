import * as vscode from 'vscode';
import type { CorpusIndex, Hit } from '../../corpus/corpusIndex';
import { LineIndex } from '../../model/lines';
import type { Range } from '../../model/range';
import { ClosedTexts } from '../closedTexts';
import { cursorOf, editorOf } from '../commands/target';
import type { Parts } from '../parts';
import { placesOf } from '../places';
import type { Article } from '../store/article';
import type { CodebookFile } from '../store/codebookFile';
import { UserError } from '../userError';
import { ActiveItem } from './activeItem';
import { aboutActor } from './actorPicker';
import type { Choice } from './choose';
import { EditorPreview } from './editorPreview';
import { heading } from './pick';
import { plainLabel } from './plainLabel';
import {
  contextOf,
  listed,
  nextMention,
  visitedActors,
  type ArticleText,
  type ListedActor,
  type VisitedActor,
} from './visitList';

/** Going to an actor's name goes to its next mention. */
type Item = Choice<Hit>;

/**
 * Asks for an actor, or one of its mentions, to go to. The list holds the actors that are mentioned; those that fit what is
 * typed show their mentions below. Each is shown in the editor while the person moves through the list.
 */
export async function askActorToVisit(
  parts: Parts,
  article: Article,
  codebook: CodebookFile,
): Promise<Hit | undefined> {
  const index = parts.corpus.shown();
  const visited = visitedActors(codebook.lists.actors, index, article.key);
  if (visited.length === 0) {
    throw new UserError(vscode.l10n.t('No actor is tagged yet. Select a name and use “Tag Actor”.'));
  }
  const preview = new EditorPreview();
  const hit = await new VisitList(parts, article, index, visited, preview).ask();
  await preview.finish(hit !== undefined);
  return hit;
}

class VisitList {
  private readonly picker = vscode.window.createQuickPick<Item | vscode.QuickPickItem>();
  private readonly active = new ActiveItem(this.picker, () => this.showInEditor());
  private readonly texts: ArticleTexts;
  private readonly cursor: Range;

  constructor(
    parts: Parts,
    private readonly article: Article,
    private readonly index: CorpusIndex,
    private readonly visited: readonly VisitedActor[],
    private readonly preview: EditorPreview,
  ) {
    const at = cursorOf(article);
    const selection = editorOf(article)?.selection;
    this.cursor = selection
      ? { start: article.offsetAt(selection.start), end: article.offsetAt(selection.end) }
      : { start: at, end: at };
    this.texts = new ArticleTexts(parts, () => this.refresh());
    this.picker.title = vscode.l10n.t('Go to actor');
    this.picker.placeholder = vscode.l10n.t('Type a name to see its mentions');
  }

  ask(): Promise<Hit | undefined> {
    const { picker } = this;
    this.show();
    return new Promise((resolve) => {
      picker.onDidChangeValue(() => {
        this.show();
        this.showInEditor();
      });
      picker.onDidTriggerItemButton(({ item }) => {
        const chosen = this.visited.find(({ ids }) => ids.has(hitOf(item)?.actor ?? ''));
        if (!chosen) return;
        picker.value = chosen.actor.name;
        this.show();
        this.showInEditor();
      });
      picker.onDidAccept(() => {
        const hit = hitOf(this.active.settled());
        if (!hit) return;
        resolve(hit);
        picker.hide();
      });
      picker.onDidHide(() => {
        resolve(undefined);
        this.active.dispose();
        this.texts.dispose();
        picker.dispose();
      });
      picker.show();
    });
  }

  private show(): void {
    const rows = this.rows(listed(this.picker.value.trim(), this.visited, this.index, this.article.key));
    this.active.show(
      rows,
      rows.find((row) => hitOf(row)),
    );
  }

  /** The same rows once more, with texts that weren't read before; the active one stays. */
  private refresh(): void {
    const active = this.active.settled();
    const rows = this.rows(listed(this.picker.value.trim(), this.visited, this.index, this.article.key));
    const same = rows.find((row) => hitOf(row)?.id === hitOf(active)?.id && isActor(row) === isActor(active));
    this.active.show(rows, same ?? rows.find((row) => hitOf(row)));
  }

  private showInEditor(): void {
    this.texts.postpone();
    const hit = hitOf(this.active.settled());
    if (!hit) return;
    this.preview.show(async () => {
      const article = await this.texts.articleOf(hit);
      const annotation = article.shownAnnotation(hit.id);
      const [range = hit] = annotation ? placesOf(article, annotation) : [];
      return { article, ranges: [range] };
    });
  }

  private rows(actors: readonly ListedActor[]): (Item | vscode.QuickPickItem)[] {
    const rows: (Item | vscode.QuickPickItem)[] = [];
    const isFiltered = this.picker.value.trim() !== '';
    let wasHere = false;
    for (const { visited, mentions } of actors) {
      if (!isFiltered && wasHere && visited.here === 0) rows.push(heading(vscode.l10n.t('in other articles')));
      wasHere = visited.here > 0;
      const next = nextMention(visited, this.index, this.article.key, this.cursor);
      if (!next) continue;
      rows.push(actorItem(visited, next, !isFiltered));
      let uri = '';
      for (const hit of mentions) {
        if (hit.uri !== uri) rows.push(heading(shortPath(hit.uri)));
        uri = hit.uri;
        rows.push(this.mentionItem(hit));
      }
    }
    return rows;
  }

  private mentionItem(hit: Hit): Item {
    const text = this.texts.textOf(hit);
    const context = text && contextOf(text, hit);
    return {
      label: `$(blank) ${context ? plainLabel(context.text) : '…'}`,
      ...(context ? { description: vscode.l10n.t('line {0}', context.line) } : {}),
      alwaysShow: true,
      value: hit,
    };
  }
}

function actorItem({ actor, here, all }: VisitedActor, next: Hit, expandable: boolean): Item {
  const count =
    here > 0
      ? all > here
        ? vscode.l10n.t('{0} here, {1} in all', here, all)
        : vscode.l10n.t('{0} here', here)
      : vscode.l10n.t('{0} in all', all);
  const about = aboutActor(actor);
  return {
    label: plainLabel(actor.name),
    description: about === '' ? count : `${count} · ${about}`,
    iconPath: new vscode.ThemeIcon('person'),
    ...(expandable
      ? { buttons: [{ iconPath: new vscode.ThemeIcon('list-tree'), tooltip: vscode.l10n.t('Show mentions') }] }
      : {}),
    alwaysShow: true,
    value: next,
  };
}

function isActor(row: vscode.QuickPickItem | undefined): boolean {
  return row?.iconPath !== undefined;
}

function hitOf(row: Item | vscode.QuickPickItem | undefined): Hit | undefined {
  return row && 'value' in row ? row.value : undefined;
}

function shortPath(uri: string): string {
  return plainLabel(vscode.workspace.asRelativePath(vscode.Uri.parse(uri, true)));
}

const PAUSE_MS = 200;

/** The texts of articles: of open ones at once, of the others when their files were read. */
class ArticleTexts implements vscode.Disposable {
  private readonly closed = new ClosedTexts();
  private readonly known = new Map<string, ArticleText | undefined>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private isOver = false;
  private waits = false;

  constructor(
    private readonly parts: Parts,
    private readonly arrived: () => void,
  ) {}

  articleOf({ uri }: Hit): Promise<Article> {
    return this.parts.articles.get(vscode.Uri.parse(uri, true));
  }

  /** Undefined where the text isn't known yet, or can't be read; `arrived` is called when that changes. */
  textOf({ uri }: Hit): ArticleText | undefined {
    if (!this.known.has(uri)) {
      const open = [...this.parts.articles.all()].find((article) => article.key === uri);
      this.known.set(uri, open && withLines(open.text));
      if (!open) void this.load(uri);
    }
    return this.known.get(uri);
  }

  /** Tells of what has arrived when neither keys nor files come for a moment: a key on a list that changes is lost. */
  postpone(): void {
    if (!this.waits) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.waits = false;
      this.arrived();
    }, PAUSE_MS);
  }

  dispose(): void {
    this.isOver = true;
    clearTimeout(this.timer);
  }

  private async load(uri: string): Promise<void> {
    const file = vscode.Uri.parse(uri, true);
    const encoding = this.parts.corpus.shown().article(uri)?.info.encoding;
    this.known.set(uri, await this.closed.of(file, encoding));
    if (this.isOver) return;
    this.waits = true;
    this.postpone();
  }
}

function withLines(text: string): ArticleText {
  return { text, lines: new LineIndex(text) };
}
