import * as vscode from 'vscode';
import type { Action, Subject, Wanted } from '../../../model/form';
import type { Change, FromPage, ToPage } from '../../../model/formMessages';
import type { ActiveArticle } from '../../activeArticle';
import { cursorOf, editorOf } from '../../commands/target';
import { showError } from '../../messages';
import type { Parts } from '../../parts';
import { Pause } from '../../pause';
import type { Article } from '../../store/article';
import { isUserError, openAt } from '../../userError';
import { applyEdit } from './applying';
import { editOf } from './edits';
import { fieldOf } from './fields';
import { formHere, sectionsOf, sourceOf, type Source } from './forms';
import { offersFor } from './offers';
import { pageHtml, pageRoots } from '../page';
import { received } from './received';
import { pageWords } from './words';

/** After the cursor moved; while one types, the cursor goes on moving. */
const CURSOR_PAUSE_MS = 40;
const TYPING_PAUSE_MS = 250;

/** The Details view: shows what is at the cursor as a form, and makes the changes that its page asks for. */
export class DetailsPanel implements vscode.Disposable {
  /** What the person chose to see of what is at the cursor; undefined for the innermost. */
  private wanted: Wanted | undefined;
  /** The articles that the page was told of: no other is changed for it. */
  private readonly told = new Set<string>();
  private answered = 0;
  private isReady = false;
  /** The document's version that was shown last. */
  private version: number | undefined;
  private queue: Promise<unknown> = Promise.resolve();
  private readonly pause = new Pause(() => this.inTurn(() => this.show()));
  private readonly subscriptions: readonly vscode.Disposable[];

  constructor(
    private readonly view: vscode.WebviewView,
    private readonly parts: Parts,
    private readonly active: ActiveArticle,
    extensionUri: vscode.Uri,
  ) {
    const { webview } = view;
    webview.options = { enableScripts: true, localResourceRoots: pageRoots(extensionUri) };
    this.subscriptions = [
      webview.onDidReceiveMessage((message: unknown) => {
        const known = received(message);
        if (known) this.inTurn(() => this.take(known));
      }),
      view.onDidChangeVisibility(() => {
        if (!view.visible) this.isReady = false; // the page goes, and another one comes
      }),
      active.onDidChange(() => this.pause.begin(0)),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor: { document } }) => {
        if (document !== this.article?.document) return;
        this.pause.begin(document.version === this.version ? CURSOR_PAUSE_MS : TYPING_PAUSE_MS);
      }),
      view.onDidDispose(() => this.dispose()),
    ];
    webview.html = pageHtml({ name: 'details' }, webview, extensionUri);
  }

  dispose(): void {
    vscode.Disposable.from(this.pause, ...this.subscriptions).dispose();
  }

  private get article(): Article | undefined {
    return this.active.content?.article;
  }

  private inTurn(work: () => Promise<void>): void {
    this.queue = this.queue.then(work).catch(showError);
  }

  private tell(message: ToPage): void {
    void this.view.webview.postMessage(message);
  }

  private async show(): Promise<void> {
    if (!this.isReady || !this.view.visible) return;
    const { article } = this;
    if (!article) {
      const text = vscode.l10n.t('Open an article and put the cursor on an annotation: what it says shows here.');
      return this.tell({ type: 'nothing', text });
    }
    const source = await sourceOf(this.parts, article);
    this.version = article.document.version;
    this.told.add(article.key);
    this.tell({ type: 'form', form: formHere(source, this.wanted), answered: this.answered });
  }

  private async take(message: FromPage): Promise<void> {
    if (message.type === 'leave') return this.leave();
    if (message.type === 'ready') {
      this.isReady = true;
      this.answered = 0;
      this.wanted = message.wanted;
      this.tell({ type: 'words', words: pageWords() });
      return this.show();
    }
    const { subject } = message;
    if (!this.told.has(subject.article)) return;
    switch (message.type) {
      case 'show':
        if (this.article) this.wanted = { subject, cursor: cursorOf(this.article) };
        return this.show();
      case 'ask':
        return this.offer(message);
      case 'change':
        return this.change(message);
      case 'act':
        return this.act(subject, message.does);
      case 'goTo':
        return run('view.goTo', { article: subject.article, id: message.annotation ?? subject.annotation });
      default:
        return run(message.type, { article: subject.article });
    }
  }

  private async offer({ subject, field, row, typed, request }: Extract<FromPage, { type: 'ask' }>): Promise<void> {
    const source = await this.source(subject);
    const found = fieldOf(sectionsOf(source, subject.annotation) ?? [], field);
    const { none } = source.context.words;
    const offered = found ? offersFor(found.field, row, typed, none) : { offers: [], more: 0 };
    this.tell({ type: 'offers', request, ...offered });
  }

  private async change(change: Change): Promise<void> {
    const why = await this.refusal(change);
    this.answered = change.change;
    if (why !== undefined) this.tell({ type: 'refused', change: change.change, why });
    await this.show();
  }

  /** Makes a change; gives why it can't be made, where it can't. */
  private async refusal(change: Change): Promise<string | undefined> {
    try {
      const source = await this.source(change.subject);
      const found = fieldOf(sectionsOf(source, change.subject.annotation) ?? [], change.field);
      if (!found) return vscode.l10n.t('What this field is about isn’t there any more.');
      const outcome = editOf(found, change);
      if ('problem' in outcome) return source.context.words.problem(outcome.problem);
      await applyEdit(this.parts, source.article, outcome.edit);
      return undefined;
    } catch (error) {
      if (isUserError(error)) return error.message;
      showError(error);
      return vscode.l10n.t('That didn’t work. Nothing was changed.');
    }
  }

  private async source({ article }: Subject): Promise<Source> {
    return sourceOf(this.parts, await this.parts.articles.get(vscode.Uri.parse(article, true)));
  }

  private async act(subject: Subject, does: Action): Promise<void> {
    // It asks, and the form goes on meanwhile.
    if (does === 'proposeMetadata') return void run('editArticleMetadata');
    const { article, codebook } = await this.source(subject);
    const { problem } = does === 'openSidecar' ? article : codebook;
    await openAt(problem ?? { uri: does === 'openSidecar' ? article.sidecarUri : codebook.uri, line: 1 });
  }

  private async leave(): Promise<void> {
    const { article } = this;
    const editor = article && editorOf(article);
    if (editor?.viewColumn === undefined) return;
    await vscode.window.showTextDocument(editor.document, { viewColumn: editor.viewColumn });
  }
}

async function run(command: string, argument?: object): Promise<void> {
  await vscode.commands.executeCommand(`policyAnnotator.${command}`, argument);
}
