import * as vscode from 'vscode';
import type { Range } from '../../model/range';
import { compareRanges } from '../../model/range';
import { NameScan } from '../../suggest/nameScan';
import type { Offer } from '../../suggest/offer';
import type { AnnotateMode } from '../annotateMode/annotateMode';
import { Arguments } from '../commands/arguments';
import { annotationsAt } from '../commands/chosenAnnotation';
import { workplaceOf } from '../commands/tagging';
import { articleOf, cursorOf } from '../commands/target';
import { undoLast } from '../commands/undoing';
import type { Parts } from '../parts';
import { Pause } from '../pause';
import type { Article } from '../store/article';
import type { CodebookFile } from '../store/codebookFile';
import { UserError } from '../userError';
import { accept } from './accepting';
import { isAlike } from './alike';
import { offersIn } from './offersIn';
import { Rejections } from './rejections';
import { SaidHere } from './saidHere';
import { stanceMeant } from './stance';
import { offerStyles } from './styles';
import { offeredWords, offerWords, type OfferedTypes } from './words';

const SETTING = 'policyAnnotator.offers';
const PAUSE_MS = 150;

/** Offers what an article may have to be marked: shows that, and lets a person go through it by key. */
export class Offers implements vscode.Disposable {
  private readonly styles = offerStyles();
  private readonly rejections: Rejections;
  /** What an editor shows of offers. */
  private readonly painted = new Set<vscode.TextEditor>();
  private names: { readonly of: object; readonly scan: NameScan } | undefined;
  private readonly said = new SaidHere();
  /** Offers that were rejected since the last step: what undo takes back first. */
  private justRejected: readonly { readonly article: string; readonly key: string }[] = [];
  private offered: OfferedTypes = 'all';
  private readonly pause = new Pause(() => void this.paint());
  private readonly subscriptions: vscode.Disposable[];

  constructor(
    private readonly parts: Parts,
    private readonly mode: AnnotateMode,
    state: vscode.Memento,
  ) {
    this.rejections = new Rejections(state);
    const soon = (): void => this.pause.begin(PAUSE_MS);
    this.subscriptions = [
      mode.onDidChange(() => {
        if (!mode.isOn) this.said.end();
        soon();
      }),
      parts.articles.onDidChange(({ kind }) => {
        if (kind === 'step') this.justRejected = [];
        soon();
      }),
      parts.codebooks.onDidChange(soon),
      vscode.window.onDidChangeVisibleTextEditors(soon),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration(SETTING)) soon();
      }),
    ];
    soon();
  }

  /** Goes to the next or previous offer from the cursor, round at the ends; gives its key. */
  async go(step: 1 | -1): Promise<string> {
    const article = await articleOf(this.parts.articles, undefined);
    const offers = await this.shown(article);
    return this.goFrom(article, offers, cursorRange(article), step);
  }

  /** Marks the offer at the cursor, or with `alike` all that would say the same, and goes on to the next; gives the ids. */
  async accept(alike: boolean): Promise<readonly string[]> {
    const { article, offers, offer } = await this.here();
    const place = await workplaceOf(this.parts, article);
    const chosen = alike ? offers.filter((other) => isAlike(other, offer)) : [offer];
    const ids = await accept(this.parts, place, chosen);
    if (alike) vscode.window.setStatusBarMessage(vscode.l10n.t('Accepted: {0}', ids.length), 3000);
    await this.goOn(article, offer);
    return ids;
  }

  /** Says where the claim at the cursor stands: one that is offered is accepted so, and the next offer comes; one that is marked
   * is changed. Gives its id. */
  async setStance(args: Arguments | undefined): Promise<string | undefined> {
    args?.only('article', 'stance');
    const article = await articleOf(this.parts.articles, args);
    const place = await workplaceOf(this.parts, article);
    const claims = offersAt(article, await this.of(article)).filter(({ type }) => type === 'claim');
    const marked = annotationsAt(article, cursorOf(article)).find(({ type }) => type === 'claim');
    const offer = claims.find((one) => isSelected(article, one)) ?? (marked ? undefined : claims[0]);
    if (!offer && !marked) throw new UserError(vscode.l10n.t('There is no claim at the cursor, marked or offered.'));
    const stance = await stanceMeant(args, place.codebook.lists.stances);
    if (stance === undefined) return undefined;
    if (offer) {
      const [id] = await accept(this.parts, place, [offer], stance);
      await this.goOn(article, offer);
      return id;
    }
    const { editAnnotation } = await this.parts.assist.get();
    const id = marked?.id;
    await editAnnotation(this.parts, new Arguments({ article: article.uri, id, stance }));
    return id;
  }

  /** The offer at the cursor is never made again; goes on to the next. */
  async reject(): Promise<boolean> {
    const { article, offer } = await this.here();
    await this.rejections.add(article.key, [offer.key]);
    this.justRejected = [...this.justRejected, { article: article.key, key: offer.key }];
    this.pause.begin(0);
    await this.goOn(article, offer);
    return true;
  }

  /** Takes back what was done last in annotate mode: a rejection, or a step. */
  async undo(): Promise<boolean> {
    const article = await articleOf(this.parts.articles, undefined);
    const last = this.justRejected.at(-1);
    if (last?.article !== article.key) return undoLast(this.parts.steps, article.key);
    this.justRejected = this.justRejected.slice(0, -1);
    await this.rejections.forget(article.key, new Set([last.key]));
    this.pause.begin(0);
    const offers = await this.shown(article);
    const offer = offers.find(({ key }) => key === last.key);
    if (offer) await this.show(article, offers, offer);
    return true;
  }

  /** Offers one type alone: without arguments that of the offer at the cursor, and all again where one was offered alone or
   * nothing stands there. Gives what is offered. */
  async offerOnly(args: Arguments | undefined): Promise<OfferedTypes> {
    args?.only('article', 'type');
    const article = await articleOf(this.parts.articles, args);
    const wanted = args
      ? args.choice('type', ['all', 'actor', 'claim', 'source'])
      : this.offered === 'all' && offerAt(article, await this.of(article))?.type;
    this.offered = wanted || 'all';
    this.pause.begin(0);
    vscode.window.setStatusBarMessage(offeredWords(this.offered), 3000);
    return this.offered;
  }

  /** Makes the article's rejected offers again; gives how many these are. */
  async offerAgain(args: Arguments | undefined): Promise<number> {
    args?.only('article');
    const article = await articleOf(this.parts.articles, args);
    this.justRejected = [];
    const count = await this.rejections.forget(article.key);
    this.pause.begin(0);
    if (!args) vscode.window.setStatusBarMessage(vscode.l10n.t('Offered again: {0}', count), 3000);
    return count;
  }

  /** The offers of an article as it is now, of all types. */
  async of(article: Article): Promise<readonly Offer[]> {
    await article.ready();
    const codebook = await this.parts.codebooks.of(article.uri);
    return offersIn(article, codebook, this.scanOf(codebook), this.rejections.of(article.key));
  }

  /** Those of them that show. */
  private async shown(article: Article): Promise<readonly Offer[]> {
    const offers = await this.of(article);
    return this.offered === 'all' ? offers : offers.filter(({ type }) => type === this.offered);
  }

  dispose(): void {
    vscode.Disposable.from(this.pause, this.said, ...this.subscriptions, ...this.styles.values()).dispose();
  }

  /** The offer that a person is at. */
  private async here(): Promise<{
    readonly article: Article;
    readonly offers: readonly Offer[];
    readonly offer: Offer;
  }> {
    const article = await articleOf(this.parts.articles, undefined);
    const offers = await this.shown(article);
    const offer = offerAt(article, offers);
    if (!offer) throw new UserError(vscode.l10n.t('There is no offer at the cursor. Go to the next one first.'));
    return { article, offers, offer };
  }

  /** On from where an offer was; silent where there is none left. */
  private async goOn(article: Article, { ranges: [first] }: Offer): Promise<void> {
    const offers = await this.shown(article);
    if (offers.length > 0) await this.goFrom(article, offers, first ?? { start: 0, end: 0 }, 1);
    else vscode.window.setStatusBarMessage(this.nothing(), 3000);
  }

  private async goFrom(article: Article, offers: readonly Offer[], from: Range, step: 1 | -1): Promise<string> {
    const order = [...offers].sort((a, b) => compareRanges(firstOf(a), firstOf(b)));
    // At a cursor that stands before an offer, that is the next one.
    const isCursor = from.start === from.end;
    const isBehind = (offer: Offer): boolean =>
      isCursor ? firstOf(offer).start >= from.start : compareRanges(firstOf(offer), from) > 0;
    const isBefore = (offer: Offer): boolean => compareRanges(firstOf(offer), from) < 0;
    const next = step === 1 ? (order.find(isBehind) ?? order[0]) : (order.findLast(isBefore) ?? order.at(-1));
    if (!next) throw new UserError(this.nothing());
    return this.show(article, order, next);
  }

  private async show(article: Article, offers: readonly Offer[], offer: Offer): Promise<string> {
    await this.parts.reveal.show(article, firstOf(offer));
    const { lists } = await this.parts.codebooks.of(article.uri);
    this.said.say(
      article,
      firstOf(offer),
      offerWords(offer, lists, [offers.indexOf(offer) + 1, offers.length], this.offered),
    );
    return offer.key;
  }

  private nothing(): string {
    return this.offered === 'all'
      ? vscode.l10n.t('Nothing more is offered in this article.')
      : `${vscode.l10n.t('Nothing more of this kind is offered in this article.')} ${offeredWords(this.offered)}.`;
  }

  private scanOf({ lists: { actors } }: CodebookFile): NameScan {
    if (this.names?.of !== actors) this.names = { of: actors, scan: new NameScan(actors) };
    return this.names.scan;
  }

  /** Offers show where the setting says so, in articles alone. */
  private async paint(): Promise<void> {
    const setting = vscode.workspace.getConfiguration().get<string>(SETTING, 'annotateMode');
    const isShown = setting === 'always' || (setting === 'annotateMode' && this.mode.isOn);
    for (const editor of vscode.window.visibleTextEditors) {
      const article = this.parts.articles.of(editor.document);
      if (article && isShown) this.paintEditor(editor, article, await this.shown(article));
      else if (this.painted.delete(editor)) for (const style of this.styles.values()) editor.setDecorations(style, []);
    }
  }

  private paintEditor(editor: vscode.TextEditor, article: Article, offers: readonly Offer[]): void {
    this.painted.add(editor);
    for (const [type, style] of this.styles) {
      const ranges = offers.flatMap((offer) => (offer.type === type ? offer.ranges : []));
      editor.setDecorations(
        style,
        ranges.map((range) => article.editorRange(range)),
      );
    }
  }
}

function firstOf({ ranges: [first] }: Offer): Range {
  return first ?? { start: 0, end: 0 };
}

/** The offers around the selection, the shortest first. */
function offersAt(article: Article, offers: readonly Offer[]): readonly Offer[] {
  const at = cursorRange(article);
  return offers
    .filter(({ ranges }) => ranges.some(({ start, end }) => start <= at.start && at.end <= end))
    .sort((a, b) => lengthOf(a) - lengthOf(b));
}

/** The offer that a person is at: the one that the selection is, else the shortest around the cursor. */
function offerAt(article: Article, offers: readonly Offer[]): Offer | undefined {
  const around = offersAt(article, offers);
  return around.find((one) => isSelected(article, one)) ?? around[0];
}

function isSelected(article: Article, offer: Offer): boolean {
  return compareRanges(firstOf(offer), cursorRange(article)) === 0;
}

function lengthOf({ ranges }: Offer): number {
  return ranges.reduce((sum, { start, end }) => sum + end - start, 0);
}

/** The selection in the article's editor; empty at the cursor. */
function cursorRange(article: Article): Range {
  const editor = vscode.window.activeTextEditor;
  if (editor?.document !== article.document) return { start: cursorOf(article), end: cursorOf(article) };
  return { start: article.offsetAt(editor.selection.start), end: article.offsetAt(editor.selection.end) };
}
