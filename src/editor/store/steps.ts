import * as vscode from 'vscode';
import { referents } from '../../model/references';
import type { Corpus } from '../corpus';
import { UserError } from '../userError';
import type { Article } from './article';
import type { Articles } from './articles';
import type { CodebookFile } from './codebookFile';
import type { Codebooks } from './codebooks';
import { rebased } from './rebase';
import { WriteError } from './fileErrors';
import type { Mending, Together } from './mending';
import {
  articlesOf,
  countsFor,
  inverse,
  isOfCodebooks,
  type Change,
  type CodebookChange,
  type InArticle,
  type Step,
} from './step';

/** More steps back than anybody goes; older ones are forgotten. */
const MOST_STEPS = 1000;

/** The one path for a change: applies steps, and remembers them for undo and redo. */
export class Steps implements vscode.Disposable {
  private done: Step[] = [];
  private undone: Step[] = [];
  /** Steps done, and steps undone, since the last change of a text: what Ctrl+Z and Ctrl+Y mean now. */
  private recentDone: Step[] = [];
  private recentUndone: Step[] = [];
  private queue: Promise<unknown> = Promise.resolve();
  private readonly subscriptions: vscode.Disposable[];

  constructor(
    private readonly articles: Articles,
    private readonly codebooks: Codebooks,
    private readonly corpus: Corpus,
    private readonly mending: Mending,
  ) {
    this.subscriptions = [
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0 && this.articles.of(document)) this.textChanged();
      }),
      vscode.window.onDidChangeActiveTextEditor(() => void this.showContext()),
    ];
  }

  /** Applies a step as a whole or, with a {@link UserError}, not at all. */
  apply(step: Step): Promise<void> {
    return this.inTurn(async () => {
      await this.change(step);
      this.done = [...this.done, step].slice(-MOST_STEPS);
      this.undone = this.undone.filter((other) => !meets(other, step));
      this.recentDone.push(step);
      this.recentUndone = [];
      void this.showContext();
    });
  }

  /** Takes back the last step of the article's history (without an article: the last of all). Gives it, or undefined where there
   * is none. A step that changes the codebook alone is in the history of all articles for which that counts. */
  undo(article: string | undefined): Promise<Step | undefined> {
    return this.travel('back', (steps) => this.lastOf(steps, article));
  }

  /** Takes this very step back, whatever came after it. Throws a {@link UserError} where it was taken back already, or where it can't be
   * since what it changed was changed again. */
  async takeBack(step: Step): Promise<void> {
    const found = await this.travel('back', (steps) => steps.find((other) => other === step), 'any');
    if (!found) throw new UserError(vscode.l10n.t('“{0}” was taken back already.', step.label));
  }

  /** Does the last undone step of the article's history again. */
  redo(article: string | undefined): Promise<Step | undefined> {
    return this.travel('forth', (steps) => this.lastOf(steps, article));
  }

  /** Articles were moved: their history goes on under their new keys, which `move` gives by the old ones. */
  articlesMoved(move: () => Promise<ReadonlyMap<string, string>>): Promise<void> {
    return this.inTurn(async () => {
      const keys = await move();
      const moved = new Map<Step, Step>();
      const at = (step: Step): Step => {
        const known = moved.get(step) ?? movedStep(step, keys);
        moved.set(step, known);
        return known;
      };
      this.done = this.done.map(at);
      this.undone = this.undone.map(at);
      this.recentDone = this.recentDone.map(at);
      this.recentUndone = this.recentUndone.map(at);
      void this.showContext();
    });
  }

  dispose(): void {
    vscode.Disposable.from(...this.subscriptions).dispose();
  }

  private travel(
    direction: 'back' | 'forth',
    which: (steps: readonly Step[]) => Step | undefined | Promise<Step | undefined>,
    turn: 'next' | 'any' = 'next',
  ): Promise<Step | undefined> {
    const isBack = direction === 'back';
    return this.inTurn(async () => {
      const step = await which(isBack ? this.done : this.undone);
      if (!step) return undefined;
      await this.refresh(step);
      try {
        const fitted = this.fitted(isBack ? inverse(step) : step);
        await this.change(isBack ? await this.withoutUsed(fitted) : fitted);
      } catch (error) {
        if (error instanceof Unfit && turn === 'next') this.forget(step);
        throw error;
      }
      this.forget(step);
      (isBack ? this.undone : this.done).push(step);
      (isBack ? this.recentUndone : this.recentDone).push(step);
      void this.showContext();
      return step;
    });
  }

  private async change(step: Step): Promise<void> {
    const inArticles = new Map<Article, InArticle[]>();
    for (const key of articlesOf(step)) inArticles.set(await this.articles.loaded(vscode.Uri.parse(key, true)), []);
    const byKey = new Map([...inArticles.keys()].map((article) => [article.key, article]));
    const inCodebooks = new Map<CodebookFile, CodebookChange[]>();
    for (const change of step.changes) {
      if (change.on === 'codebook') {
        const codebook = this.codebooks.at(change.codebook);
        await codebook.ready();
        inCodebooks.set(codebook, [...(inCodebooks.get(codebook) ?? []), change]);
      } else {
        const article = byKey.get(change.article);
        if (article) inArticles.get(article)?.push(change);
      }
    }
    for (const codebook of inCodebooks.keys()) codebook.assertWritable();
    for (const article of inArticles.keys()) article.assertWritable();
    const fits =
      [...inArticles].every(([article, changes]) => changes.every((change) => article.accepts(change))) &&
      [...inCodebooks].every(([codebook, changes]) => changes.every((change) => codebook.accepts(change)));
    if (!fits) throw new Unfit(step);

    const apply = (which: 'forth' | 'back'): void => {
      const turn = which === 'forth' ? step : inverse(step);
      for (const [codebook] of inCodebooks) codebook.apply(turn.changes.filter((change) => isIn(codebook, change)));
      for (const [article] of inArticles) article.apply(turn.changes.filter((change) => isOf(article, change)));
    };
    const files = [...[...inCodebooks.keys()].map(({ file }) => file), ...[...inArticles.keys()].map((a) => a.sidecar)];
    const change = { label: step.label, files, apply: () => apply('forth'), takeBack: () => apply('back') };
    try {
      if (step.bulk) await this.mending.writeTogether(change);
      else await applyProven(change);
    } catch (error) {
      if (!(error instanceof WriteError)) throw error;
      throw new UserError(
        vscode.l10n.t(
          '{0} could not be written: {1}. Nothing was changed; make room or free the file, then try again.',
          error.file,
          error.why,
        ),
      );
    }
  }

  /** Undoing must not take an actor, topic or source away that other annotations speak of by now. */
  private async withoutUsed(step: Step): Promise<Step> {
    const own = new Set(step.changes.flatMap((change) => (change.on === 'annotation' ? [change.id] : [])));
    const changes: Change[] = [];
    for (const change of step.changes) {
      const referent = change.on === 'codebook' && !change.after ? referents[change.list] : undefined;
      if (!referent || !('id' in change) || !(await this.corpus.isUsedBut(referent, change.id, own)))
        changes.push(change);
    }
    return { ...step, changes };
  }

  /** Looks whether what the step is about was changed from outside. */
  private async refresh(step: Step): Promise<void> {
    for (const key of articlesOf(step)) await this.articles.get(vscode.Uri.parse(key, true));
    for (const change of step.changes) {
      if (change.on === 'codebook') await this.codebooks.at(change.codebook).refresh();
    }
  }

  /** The step as it comes to with the codebooks as they are now. */
  private fitted(step: Step): Step {
    const changes = step.changes.flatMap((change): readonly Change[] => {
      if (change.on !== 'codebook') return [change];
      const fits = rebased(change, this.codebooks.at(change.codebook).item(change));
      return fits ? [fits] : [];
    });
    return { ...step, changes };
  }

  /** Takes a step off the history: one that will never fit again must not bar the way to those before it. */
  private forget(step: Step): void {
    const others = (steps: Step[]): Step[] => steps.filter((other) => other !== step);
    this.done = others(this.done);
    this.undone = others(this.undone);
    this.recentDone = others(this.recentDone);
    this.recentUndone = others(this.recentUndone);
    void this.showContext();
  }

  private inTurn<R>(work: () => Promise<R>): Promise<R> {
    const turn = this.queue.then(work);
    this.queue = turn.catch(() => undefined);
    return turn;
  }

  private textChanged(): void {
    if (this.recentDone.length + this.recentUndone.length === 0) return;
    this.recentDone = [];
    this.recentUndone = [];
    void this.showContext();
  }

  private async lastOf(steps: readonly Step[], article: string | undefined): Promise<Step | undefined> {
    if (article === undefined) return steps.at(-1);
    const codebook = await this.codebookOf(article, steps);
    return steps.findLast((step) => countsFor(step, article, codebook));
  }

  /** An article's codebook (uri as text), where one of the steps makes it matter. */
  private async codebookOf(article: string, steps: readonly Step[]): Promise<string | undefined> {
    if (!steps.some(isOfCodebooks)) return undefined;
    return (await this.codebooks.uriOf(vscode.Uri.parse(article, true))).toString();
  }

  /** Ctrl+Z and Ctrl+Y are ours only while the last thing done in the active article was a step, or its undoing. */
  private async showContext(): Promise<void> {
    const active = vscode.window.activeTextEditor?.document;
    const article = active && this.articles.of(active)?.key;
    const last = (): readonly (Step | undefined)[] => [this.recentDone.at(-1), this.recentUndone.at(-1)];
    const known = last().filter((step) => step !== undefined);
    const codebook = article === undefined ? undefined : await this.codebookOf(article, known);
    if (vscode.window.activeTextEditor?.document !== active) return; // the next one tells of itself
    const [done, undone] = last().map((step) => !!step && !!article && countsFor(step, article, codebook));
    void vscode.commands.executeCommand('setContext', 'policyAnnotator.canUndoStep', done);
    void vscode.commands.executeCommand('setContext', 'policyAnnotator.canRedoStep', undone);
  }
}

/** The first write to a file tells whether it can be written at all; where not, nothing was done. */
async function applyProven({ files, apply, takeBack }: Together): Promise<void> {
  apply();
  try {
    for (const file of files) if (!file.proven) await file.flush();
  } catch (error) {
    takeBack();
    throw error;
  }
}

function movedStep(step: Step, keys: ReadonlyMap<string, string>): Step {
  const changes = step.changes.map((change) =>
    change.on === 'codebook' ? change : { ...change, article: keys.get(change.article) ?? change.article },
  );
  return { ...step, changes };
}

function isIn(codebook: CodebookFile, change: Step['changes'][number]): change is CodebookChange {
  return change.on === 'codebook' && change.codebook === codebook.key;
}

function isOf(article: Article, change: Step['changes'][number]): change is InArticle {
  return change.on !== 'codebook' && change.article === article.key;
}

/** What a step would change isn't there any more as it was. */
class Unfit extends UserError {
  constructor({ label }: Step) {
    super(
      vscode.l10n.t('“{0}” doesn’t fit any more: what it would change was changed since. Nothing was done.', label),
    );
  }
}

/** Whether two steps touch one article. One of codebooks alone concerns any number of them. */
function meets(a: Step, b: Step): boolean {
  if (isOfCodebooks(a) || isOfCodebooks(b)) return true;
  const articles = articlesOf(a);
  return [...articlesOf(b)].some((article) => articles.has(article));
}
