import * as vscode from 'vscode';
import type { Range } from '../../model/range';
import { decidersOf } from '../../model/superseded';
import type { Parts } from '../parts';
import { Pause } from '../pause';
import { placesOf } from '../places';
import type { Article } from '../store/article';
import type { Articles } from '../store/articles';
import { paintLists, type Look, type Marked } from './looks';
import { makeDecorationTypes } from './styles';

const TYPING_PAUSE_MS = 150;
const SCROLL_PAUSE_MS = 50;
/** An edit so soon after painting may have crossed it on its way: what was painted may be off by it. */
const CROSSING_MS = 500;
/** Beyond, only what is near the visible lines is painted. */
const MOST_RANGES = 10_000;
/** Beyond, what is near the visible lines is painted first when an editor comes to sight: VS Code takes a while for the rest. */
const MOST_AT_ONCE = 1000;
const LINES_AROUND = 300;
/** Enough for any screen. */
const LINES_AT_FIRST = 60;

export function registerDecorations(parts: Parts): vscode.Disposable {
  return new Decorations(parts.articles);
}

/** Paints annotations in every visible editor. VS Code moves what is painted with the text, so that typing sends nothing
 * unless it changes an annotation's inside. */
class Decorations implements vscode.Disposable {
  private readonly types = makeDecorationTypes();
  /** Looks that an editor shows now; editors that are gone from sight are forgotten, VS Code forgets them too. */
  private shown = new Map<vscode.TextEditor, ReadonlySet<Look>>();
  private readonly paintedAt = new Map<Article, number>();
  private readonly waiting = new Set<Article>();
  private readonly partly = new Set<Article>();
  private readonly typing = new Pause(() => this.paintWaiting());
  private readonly scrolling = new Pause(() => this.paintWaiting());
  private readonly subscriptions: vscode.Disposable[];

  constructor(private readonly articles: Articles) {
    this.subscriptions = [
      vscode.window.onDidChangeVisibleTextEditors((editors) => this.show(editors)),
      vscode.window.onDidChangeTextEditorVisibleRanges(({ textEditor }) => {
        const article = articles.of(textEditor.document);
        if (!article || !this.partly.has(article)) return;
        this.waiting.add(article);
        this.scrolling.begin(SCROLL_PAUSE_MS);
      }),
      articles.onDidChange((event) => {
        const { article } = event;
        if (event.kind !== 'text') this.paint(article);
        else if (event.touched || Date.now() - (this.paintedAt.get(article) ?? 0) < CROSSING_MS) {
          this.waiting.add(article);
          this.typing.begin(TYPING_PAUSE_MS);
        }
      }),
      articles.onDidClose((uri) => {
        for (const article of [...this.paintedAt.keys()]) if (article.key === uri.toString()) this.forget(article);
      }),
    ];
    this.show(vscode.window.visibleTextEditors);
  }

  dispose(): void {
    vscode.Disposable.from(this.typing, this.scrolling, ...this.subscriptions, ...this.types.values()).dispose();
  }

  private show(editors: readonly vscode.TextEditor[]): void {
    const before = this.shown;
    this.shown = new Map(editors.map((editor) => [editor, before.get(editor) ?? new Set()]));
    for (const editor of editors) {
      const article = this.articles.of(editor.document);
      if (article && !before.has(editor)) this.paintFirst(editor, article);
    }
  }

  private forget(article: Article): void {
    this.paintedAt.delete(article);
    this.waiting.delete(article);
    this.partly.delete(article);
  }

  private paintWaiting(): void {
    const waiting = [...this.waiting];
    this.waiting.clear();
    for (const article of waiting) this.paint(article);
  }

  private paint(article: Article): void {
    this.waiting.delete(article);
    for (const editor of vscode.window.visibleTextEditors) {
      if (editor.document === article.document) this.paintEditor(editor, article);
    }
  }

  private paintFirst(editor: vscode.TextEditor, article: Article): void {
    const marked = [...markedIn(article)];
    if (marked.length > MOST_AT_ONCE && marked.length <= MOST_RANGES) {
      this.paintLists(editor, article, marked, nearby(editor, article, LINES_AT_FIRST));
      this.waiting.add(article);
      this.scrolling.begin(SCROLL_PAUSE_MS);
    } else this.paintEditor(editor, article, marked);
  }

  private paintEditor(editor: vscode.TextEditor, article: Article, marked = [...markedIn(article)]): void {
    const partly = marked.length > MOST_RANGES;
    if (partly) this.partly.add(article);
    else this.partly.delete(article);
    this.paintLists(editor, article, marked, partly ? nearby(editor, article, LINES_AROUND) : undefined);
  }

  private paintLists(
    editor: vscode.TextEditor,
    article: Article,
    marked: readonly Marked[],
    within: Range | undefined,
  ): void {
    const excluded = article.excluded.flatMap((spot) => spot.place.ranges);
    const lists = paintLists(marked, excluded, within);
    const before = this.shown.get(editor);
    for (const [look, type] of this.types) {
      const ranges = lists.get(look) ?? [];
      if (ranges.length > 0 || before?.has(look)) {
        editor.setDecorations(
          type,
          ranges.map((range) => article.editorRange(range)),
        );
      }
    }
    this.shown.set(editor, new Set(lists.keys()));
    this.paintedAt.set(article, Date.now());
  }
}

function* markedIn(article: Article): Iterable<Marked> {
  const shown = article.shown();
  const superseded = decidersOf(shown);
  for (const annotation of shown) {
    const isSuperseded = superseded.has(annotation.id);
    for (const range of placesOf(article, annotation)) yield { ...range, type: annotation.type, isSuperseded };
  }
}

/** The visible lines and so many on both sides. */
function nearby(editor: vscode.TextEditor, article: Article, around: number): Range {
  const first = editor.visibleRanges[0]?.start.line ?? 0;
  const last = editor.visibleRanges.at(-1)?.end.line ?? 0;
  const end = Math.min(editor.document.lineCount, last + around);
  return {
    start: article.offsetAt(new vscode.Position(Math.max(0, first - around), 0)),
    end: article.offsetAt(new vscode.Position(end, 0)),
  };
}
